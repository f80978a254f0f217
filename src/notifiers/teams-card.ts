// Decides how a notification looks in Microsoft Teams: a card of text runs, in which nothing is markup.
import { chatText } from '../core/alerts/chat-text.ts';
import { fitNotification } from '../core/alerts/fit-notification.ts';
import { notificationSubject } from '../core/alerts/notification-subject.ts';
import type { IncidentText, NotificationText } from '../core/alerts/notification-text.ts';
import type { AlertSeverity, Notification } from '../core/alerts/notification.ts';
import { utf16Units, utf8Bytes } from '../core/text-length.ts';
import { SHORT_FORM } from './http-platform.ts';

/** Teams drops a larger card after the flow has taken it (Microsoft: about 28 KB). */
const BODY_BYTES = 28_000;

const COLOR: Readonly<Record<AlertSeverity, string>> = {
  fail: 'Attention',
  warn: 'Warning',
  notice: 'Accent',
  info: 'Default',
};

/** The part of an Adaptive Card's TextRun that we use; a TextBlock would read the text as Markdown. */
interface Run {
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly color?: string;
  readonly fontType?: 'Monospace';
  readonly isSubtle?: true;
}

/** The message as an Adaptive Card. */
export function teamsBody(notification: Notification): string {
  const { kind, severity } = notification;
  const color = kind === 'recovered' ? 'Good' : COLOR[severity];
  return fitNotification(
    notification,
    (text) => message(notification, cardLines(text, color)),
    (body) => utf8Bytes(body) <= BODY_BYTES,
  );
}

/** The message as lines without any form, short. */
export function teamsShortBody(notification: Notification): string {
  const text = fitNotification(notification, chatText, (told) => utf16Units(told) <= SHORT_FORM);
  const lines = text.split('\n').filter((line) => line !== '');
  return message(
    notification,
    lines.map((line) => block([{ text: line }])),
  );
}

function message(notification: Notification, body: readonly object[]): string {
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    fallbackText: notificationSubject(notification),
    msteams: { width: 'Full' },
    body,
  };
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return JSON.stringify({
    type: 'message',
    attachments: [{ contentType, contentUrl: null, content }],
  });
}

function cardLines(text: NotificationText, color: string): object[] {
  const { lead, remarks, incidents, more, observed } = text;
  return [
    block([{ text: lead, weight: 'Bolder', color }]),
    ...remarks.map((remark) => block([{ text: remark }])),
    ...incidents.flatMap(incidentLines),
    ...(more === null ? [] : [block([{ text: more }], { separator: true })]),
    block([{ text: observed, isSubtle: true }], { separator: true }),
  ];
}

function incidentLines({ title, rows, remedy, fix, colon }: IncidentText): object[] {
  return [
    block([{ text: title, weight: 'Bolder' }], { separator: true }),
    ...rows.map(({ label, text }) =>
      line([{ text: `${label}${colon} `, isSubtle: true }, { text }]),
    ),
    ...(remedy.length > 0 ? [line([{ text: fix + colon, isSubtle: true }])] : []),
    ...remedy.map((command) => line([{ text: command, fontType: 'Monospace' }])),
  ];
}

function line(runs: readonly Run[]): object {
  return block(runs, { spacing: 'None' });
}

function block(runs: readonly Run[], look: object = {}): object {
  return {
    type: 'RichTextBlock',
    ...look,
    inlines: runs.map((run) => ({ type: 'TextRun', ...run })),
  };
}
