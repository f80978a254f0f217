// Decides how a notification looks on Discord: a line for the phone, and an embed with the rest.
import { chatText } from '../core/alerts/chat-text.ts';
import { fitNotification } from '../core/alerts/fit-notification.ts';
import type { AlertSeverity, Notification } from '../core/alerts/notification.ts';
import { notificationSubject } from '../core/alerts/notification-subject.ts';
import type { IncidentText, NotificationText } from '../core/alerts/notification-text.ts';
import { utf16Units } from '../core/text-length.ts';
import { SHORT_FORM } from './http-platform.ts';

const CONTENT_UNITS = 2_000;
const DESCRIPTION_UNITS = 4_096;

/** The bar beside an embed, as 0xRRGGBB. */
const COLOR: Readonly<Record<AlertSeverity, number>> = {
  fail: 0xd93025,
  warn: 0xf29900,
  notice: 0x1a73e8,
  info: 0x9aa0a6,
};
const RECOVERED = 0x188038;

/** No name may call anybody. */
const NOBODY = { parse: [] };

/** The message with an embed. */
export function discordBody(notification: Notification): object {
  const { kind, severity, createdAt } = notification;
  const subject = escaped(notificationSubject(notification));
  const description = fitNotification(
    notification,
    markdown,
    (text) => utf16Units(text) <= DESCRIPTION_UNITS,
  );
  return {
    content: utf16Units(subject) <= CONTENT_UNITS ? subject : 'OpenClaw auth',
    embeds: [
      {
        description,
        color: kind === 'recovered' ? RECOVERED : COLOR[severity],
        timestamp: createdAt,
      },
    ],
    allowed_mentions: NOBODY,
  };
}

/** The message without an embed, short. */
export function discordPlainBody(notification: Notification): object {
  const content = fitNotification(
    notification,
    (text) => escaped(chatText(text)),
    (text) => utf16Units(text) <= SHORT_FORM,
  );
  return { content, allowed_mentions: NOBODY };
}

function markdown({ lead, remarks, incidents, more, observed }: NotificationText): string {
  return [
    `**${escaped(lead)}**`,
    ...remarks.map(escaped),
    ...incidents.map(incidentMarkdown),
    ...(more === null ? [] : [escaped(more)]),
    escaped(observed),
  ].join('\n\n');
}

function incidentMarkdown({ title, rows, remedy, fix, colon }: IncidentText): string {
  return [
    `**${escaped(title)}**`,
    ...rows.map(({ label, text }) => `${label}${colon} ${escaped(text)}`),
    ...(remedy.length > 0 ? [fix + colon, commands(remedy)] : []),
  ].join('\n');
}

/** In a block commands can be copied as they are; only a backtick could end it. */
function commands(remedy: readonly string[]): string {
  const text = remedy.join('\n');
  return text.includes('`') ? escaped(text) : `\`\`\`\n${text}\n\`\`\``;
}

/** Escapes every sign that Discord's Markdown knows: lists, mentions and bare links included. */
function escaped(text: string): string {
  return text.replaceAll(/[\\*_~`|<>@#[\]()]|^[-+]|(?<=^\d+)\.|(?<=https?):/gm, String.raw`\$&`);
}
