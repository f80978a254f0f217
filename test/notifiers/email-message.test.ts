import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { Notification } from '../../src/core/alerts/notification.ts';
import { parseAddress, type MailAddress } from '../../src/notifiers/email-config.ts';
import { composeMail, type MailForm } from '../../src/notifiers/email-message.ts';
import {
  hostileNotification,
  incidentView,
  NOTIFICATION_KINDS,
  notification,
  notificationOf,
} from '../kit/notifications.ts';

const FORM: MailForm = {
  parts: 'text-and-html',
  newline: 'windows',
  now: Date.UTC(2026, 10, 21, 5, 31),
};

function parties(from = 'Auth Monitor <monitor@example.org>') {
  return {
    from: parseAddress(from) as MailAddress,
    to: [{ name: '', address: 'ops@example.org' }],
    cc: [{ name: 'Bö, "b"', address: 'bo@example.org' }],
  };
}

async function compose(message: Notification, form: Partial<MailForm> = {}, from?: string) {
  const raw = (await composeMail(message, parties(from), { ...FORM, ...form })).toString('utf8');
  const mail = await PostalMime.parse(raw);
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
  return { raw, mail, header, head: raw.slice(0, raw.indexOf('\r\n\r\n')) };
}

describe('a mail', () => {
  test('has the parties, subject, date and both parts, the text first', async () => {
    const { mail, raw } = await compose(notification());
    expect(mail).toMatchObject({
      from: { name: 'Auth Monitor', address: 'monitor@example.org' },
      to: [{ address: 'ops@example.org' }],
      cc: [{ name: 'Bö, "b"', address: 'bo@example.org' }],
      subject: 'Auth expired: anthropic:default (agents main, work) on host1',
      date: '2026-11-21T05:31:00.000Z',
    });
    expect(mail.text).toContain('claude setup-token');
    expect(seenIn(mail.html)).toContain('claudesetup-token');
    expect(raw.indexOf('text/plain')).toBeLessThan(raw.indexOf('text/html'));
  });

  test('tells machines that nobody wrote it', async () => {
    const { header } = await compose(notification());
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('x-auto-response-suppress')).toBe('All');
    expect(header('list-id')).toBe('OpenClaw auth monitor <openclaw-auth-monitor.example.org>');
    expect(header('precedence')).toBeUndefined();
  });

  test('carries its state for filter rules', async () => {
    const { header } = await compose(notification());
    const names = ['state', 'severity', 'code', 'agent', 'profile', 'incident', 'version'];
    expect(names.map((name) => header(`x-openclaw-auth-${name}`))).toEqual([
      'firing',
      'fail',
      'profile_expired',
      'main, work',
      'anthropic:default',
      'fp-anthropic-default',
      '0.1.0',
    ]);
  });

  test.each([
    ['firing', 'fail', true],
    ['escalated', 'fail', true],
    ['firing', 'warn', false],
    ['reminder', 'fail', false],
    ['recovered', 'fail', false],
  ] as const)('of %s, %s is urgent: %s', async (kind, severity, isUrgent) => {
    const { header } = await compose({ ...notificationOf(kind), severity });
    expect(header('importance') === 'High').toBe(isUrgent);
    expect(header('x-priority') === '1 (Highest)').toBe(isUrgent);
  });

  test('about an incident answers one root from firing to recovery, and has its own id', async () => {
    const kinds = ['firing', 'escalated', 'reminder', 'recovered'] as const;
    const mails = await Promise.all(
      kinds.map(async (kind) => (await compose({ ...notificationOf(kind), id: kind })).mail),
    );
    for (const mail of mails) {
      expect(mail.inReplyTo).toBe('<inc.fp-anthropic-default@example.org>');
      expect(mail.references).toBe('<inc.fp-anthropic-default@example.org>');
    }
    expect(mails.map(({ messageId }) => messageId)).toEqual(
      kinds.map((kind) => `<${kind}@example.org>`),
    );
  });

  test('of a digest answers the root of each incident, the worst first', async () => {
    const incidents = [incidentView({ fingerprint: 'b' }), incidentView({ fingerprint: 'a' })];
    const { mail } = await compose(notification({ incidents }));
    expect(mail.inReplyTo).toBe('<inc.b@example.org>');
    expect(mail.references).toBe('<inc.b@example.org> <inc.a@example.org>');
  });

  test.each(['test', 'deadletter'] as const)('of %s joins no thread', async (kind) => {
    const { mail } = await compose(notificationOf(kind));
    expect([mail.inReplyTo, mail.references]).toEqual([undefined, undefined]);
  });

  test('from a local user gets ids that no server answers to', async () => {
    const { mail } = await compose(notification(), {}, 'root');
    expect(mail.messageId).toMatch(/@openclaw-auth-monitor\.invalid>$/);
  });

  test('in text alone has no HTML', async () => {
    const { mail } = await compose(notification(), { parts: 'text' });
    expect(mail.html).toBeUndefined();
    expect(mail.text).toContain('claude setup-token');
  });

  test('for a local program has LF line ends, for SMTP CRLF', async () => {
    const local = await composeMail(notification(), parties(), { ...FORM, newline: 'unix' });
    expect(local.includes('\r')).toBe(false);
    const { raw } = await compose(notification());
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('keeps its lines within the 998 bytes of RFC 5322', async () => {
    const { raw } = await compose(hostileNotification());
    expect(Math.max(...raw.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThan(999);
  });
});

describe('hostile names', () => {
  test.each(NOTIFICATION_KINDS)('add no header, address or line to a mail of %s', async (kind) => {
    const hostile = { ...hostileNotification(), kind };
    const [{ head, mail }, plain] = await Promise.all([
      compose(hostile),
      compose({ ...notification(), kind }),
    ]);
    const names = (text: string) => [...text.matchAll(/^([\w-]+):/gm)].map(([, name]) => name);
    const known = new Set(names(plain.head));
    expect(names(head).filter((name) => !known.has(name))).toEqual([]);
    expect(head).not.toMatch(/^bcc/im);
    expect(mail.bcc).toBeUndefined();
    expect(mail.to).toHaveLength(1);
  });

  test('hidden in ids that become ids of a mail are made harmless', async () => {
    const id = 'x>\r\nBcc: <thief@example.net';
    const incidents = [incidentView({ fingerprint: id })];
    const { head, mail } = await compose(notification({ id, incidents }));
    expect(head).not.toMatch(/^bcc/im);
    expect(mail.messageId).toBe('<x___Bcc___thief_example.net@example.org>');
  });

  test('are text in the HTML part, never elements', async () => {
    const { mail } = await compose(hostileNotification());
    expect(mail.html).not.toContain('<script');
    expect(mail.html).toContain('&lt;script&gt;');
    expect(mail.html).toContain('&quot;&#39;&amp;');
  });
});

describe('the HTML part', () => {
  test.each(NOTIFICATION_KINDS)('of %s loads nothing from anywhere', async (kind) => {
    const { mail } = await compose(notificationOf(kind));
    expect(mail.html).not.toMatch(/https?:|src=|url\(|@import|<link|<script|<img/i);
  });

  test('is fit for phones and for dark mode', async () => {
    const { mail } = await compose(notification());
    expect(mail.html).toContain('width=device-width');
    expect(mail.html).toContain('<meta name="color-scheme" content="light dark">');
    expect(mail.html).toContain('prefers-color-scheme: dark');
  });

  test('shows everything that the text shows', async () => {
    const { mail } = await compose(notification());
    const seen = seenIn(mail.html);
    for (const line of (mail.text ?? '').split('\n')) {
      const shown = line.replace(/^ {2}(\w+):(?: +|$)/, '$1').replaceAll(/\s+/g, '');
      expect(seen).toContain(shown);
    }
  });
});

/** What a person sees of HTML, without spaces. */
function seenIn(html = ''): string {
  return html.replaceAll(/<style>[^]*?<\/style>|<[^>]+>|\s+/g, '');
}
