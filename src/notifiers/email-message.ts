// Decides the headers and parts of a mail.
import { threadKey } from '../core/alerts/notification-subject.ts';
import { describeNotification, notificationText } from '../core/alerts/notification-text.ts';
import type { Notification } from '../core/alerts/notification.ts';
import { label } from '../core/terminal.ts';
import type { MailAddress } from './email-config.ts';
import { notificationHtml } from './email-html.ts';

export interface MailParties {
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
}

export interface MailForm {
  /** `text` alone passes filters that refuse the HTML part. */
  readonly parts: 'text-and-html' | 'text';
  /** SMTP wants CRLF, local programs want LF. */
  readonly newline: 'windows' | 'unix';
  /** Epoch ms of the attempt: a date long past would sort a late mail out of sight. */
  readonly now: number;
}

const HEADER_COLUMNS = 200;
const MOST_REFERENCES = 20;

/** The whole mail as bytes. Its Message-ID is the same over all retries of a notification. */
export async function composeMail(
  notification: Notification,
  { from, to, cc }: MailParties,
  { parts, newline, now }: MailForm,
): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const words = describeNotification(notification);
  const domain = domainOf(from);
  return new MailComposer({
    from,
    to: [...to],
    cc: [...cc],
    subject: words.subject,
    text: notificationText(notification),
    ...(parts === 'text-and-html' && { html: notificationHtml(words, notification.kind) }),
    messageId: `<${idPart(notification.id)}@${domain}>`,
    ...threadOf(notification, domain),
    date: new Date(now),
    headers: { ...markOf(notification, domain), ...stateOf(notification) },
    newline,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

/**
 * All mails about an incident answer one root that is never sent itself, so the thread holds even
 * where the first mail was lost (as Alertmanager does since 0.30).
 */
function threadOf(notification: Notification, domain: string) {
  const root = threadKey(notification);
  if (root === null) return {};
  const reference = (fingerprint: string) => `<inc.${idPart(fingerprint)}@${domain}>`;
  const roots = notification.incidents.slice(0, MOST_REFERENCES).map((one) => one.fingerprint);
  return { inReplyTo: reference(root), references: [...new Set(roots)].map(reference) };
}

/** What tells mail programs that no person wrote this, and how urgent it is. */
function markOf({ kind, severity }: Notification, domain: string): Record<string, string> {
  const isUrgent = severity === 'fail' && (kind === 'firing' || kind === 'escalated');
  return {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'List-Id': `OpenClaw auth monitor <openclaw-auth-monitor.${domain}>`,
    ...(isUrgent && {
      'X-Priority': '1 (Highest)',
      'X-MSMail-Priority': 'High',
      Importance: 'High',
    }),
  };
}

/** For filter rules. */
function stateOf({ kind, severity, incidents, monitor }: Notification): Record<string, string> {
  const all = (values: readonly string[]) => label([...new Set(values)].join(', '), HEADER_COLUMNS);
  const headers = {
    State: kind,
    Severity: severity,
    Code: all(incidents.map((one) => one.code)),
    Agent: all(incidents.flatMap((one) => one.agents)),
    Profile: all(incidents.flatMap((one) => one.profiles)),
    Incident: all(incidents.map((one) => one.fingerprint)),
    Version: label(monitor.version, HEADER_COLUMNS),
  };
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === '' ? [] : [[`X-OpenClaw-Auth-${name}`, value]],
    ),
  );
}

/** A local sender has no domain of its own; `.invalid` never resolves (RFC 2606). */
function domainOf({ address }: MailAddress): string {
  const domain = address.split('@')[1];
  return domain === undefined || domain.startsWith('[')
    ? 'openclaw-auth-monitor.invalid'
    : domain.toLowerCase();
}

function idPart(id: string): string {
  return id.replaceAll(/[^\w.-]/g, '_').slice(0, 128);
}
