// Shows what the demo's mail server and webhook receiver got, as their owners would see it.
import { columnsOf, wrapColumns } from '../core/terminal.ts';
import type { SmtpSink } from './smtp-sink.ts';
import type { WebhookReceiver } from './webhook-receiver.ts';

type Mail = SmtpSink['messages'][number];
type Webhook = WebhookReceiver['received'][number];

/** Subject and text of a mail; of many incidents only those that hold one of the words `about`. */
export function mailLines({ raw, to }: Mail, about: readonly string[], width: number): string[] {
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(raw)?.[1]?.replace(/\r\n[ \t]/g, ' ');
  const [lead = '', ...blocks] = plainPart(raw).trimEnd().split('\n\n');
  const closing = blocks.pop() ?? '';
  const shown = blocks.filter(
    (block) => blocks.length === 1 || about.some((words) => block.includes(words)),
  );
  const left = blocks.length - shown.length;
  const more = left > 0 ? [`[left out here: ${left} more, each with its fix]`] : [];
  const told = shown.map((block, index) => (index === 0 ? block : withoutFix(block)));
  const text = [lead, ...told, ...more, closing].join('\n\n');
  return [
    `E-mail received by ${to.join(', ')}`,
    ...[`Subject: ${subject ?? ''}`, '', ...text.split('\n')].flatMap((line) =>
      quoted(line, width),
    ),
  ];
}

/** One fix shows what fixes look like. */
function withoutFix(block: string): string {
  return block.replace(/^( *Fix:)\n[\s\S]*/m, '$1 [left out here]');
}

/** Incidents of a webhook that are shown; the mail above tells the same. */
const MOST_INCIDENTS = 2;

/** Kind, signature and the first incidents of a webhook. */
export function webhookLines({ body, headers, isSigned }: Webhook, width: number): string[] {
  const { type, data } = JSON.parse(body) as {
    readonly type: string;
    readonly data: { readonly incidents: readonly { severity: string; title: string }[] };
  };
  const left = data.incidents.length - MOST_INCIDENTS;
  const lines = [
    `webhook-id: ${String(headers['webhook-id'])}`,
    `type: ${type}, with ${data.incidents.length} incidents in data.incidents:`,
    ...data.incidents
      .slice(0, MOST_INCIDENTS)
      .map(({ severity, title }) => `  ${severity}: ${title}`),
    ...(left > 0 ? [`  [left out here: ${left} more]`] : []),
  ];
  return [
    `Webhook received, its signature ${isSigned === true ? 'is right' : 'IS WRONG'}`,
    ...lines.flatMap((line) => quoted(line, width)),
  ];
}

/** One line of received text, broken where it is too long and set off from what the demo says itself. */
function quoted(line: string, width: number): string[] {
  const words = line.trimStart();
  const indent = ' '.repeat(line.length - words.length);
  const [first = '', ...more] =
    columnsOf(line) <= width - MARK.length
      ? [words]
      : wrapColumns(words, width - MARK.length - indent.length - HANGING.length);
  const broken = more.map((part) => HANGING + part);
  return [first, ...broken].map((part) => `${MARK}${indent}${part}`.trimEnd());
}

const HANGING = '  ';
const MARK = '  | ';

/** The text part of a mail of ours: the first of the multipart, quoted-printable or as it is. */
function plainPart(raw: string): string {
  const boundary = /boundary="?([^"\r\n;]+)/i.exec(raw)?.[1];
  const part = boundary === undefined ? raw : (raw.split(`--${boundary}`)[1] ?? raw).trimStart();
  const [head = '', ...body] = part.split('\r\n\r\n');
  const text = body.join('\n\n').replaceAll('\r\n', '\n');
  if (/^Content-Transfer-Encoding: base64/im.test(head))
    return Buffer.from(text, 'base64').toString('utf8');
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(head)) return text;
  const bytes = text
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
