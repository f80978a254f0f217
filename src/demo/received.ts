// Shows what the demo's mail server and webhook receiver got, as their owners would see it.
import type { DemoPhrases } from '../core/phrases/demo-phrases.ts';
import { columnsOf } from '../core/terminal.ts';
import { wrapScript } from '../core/wrap-script.ts';
import type { SmtpSink } from './smtp-sink.ts';
import type { WebhookReceiver } from './webhook-receiver.ts';

type Mail = SmtpSink['messages'][number];
type Webhook = WebhookReceiver['received'][number];

/** How a person is shown what was received. */
export interface Showing {
  readonly words: DemoPhrases;
  /** What stands above the commands of an incident. */
  readonly fix: string;
  readonly width: number;
}

/** Subject and text of a mail; of many incidents only those that hold one of the words `about`. */
export function mailLines(
  { raw, to }: Mail,
  about: readonly string[],
  { words: { mail: words }, fix, width }: Showing,
): string[] {
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(raw)?.[1] ?? '';
  const [lead = '', ...blocks] = plainPart(raw).trimEnd().split('\n\n');
  const closing = blocks.pop() ?? '';
  const shown = blocks.filter(
    (block) => blocks.length === 1 || about.some((name) => block.includes(name)),
  );
  const left = blocks.length - shown.length;
  const more = left > 0 ? [words.moreLeftOut(left)] : [];
  const told = shown.map((block, index) =>
    index === 0 ? block : withoutFix(block, fix, words.leftOut),
  );
  const text = [lead, ...told, ...more, closing].join('\n\n');
  return [
    words.to(to.join(', ')),
    ...[words.subject(decodedWords(subject)), '', ...text.split('\n')].flatMap((line) =>
      quoted(line, width),
    ),
  ];
}

/** One fix shows what fixes look like. */
function withoutFix(block: string, fix: string, leftOut: string): string {
  const lines = block.split('\n');
  const at = lines.findIndex((line) => line.trim() === fix);
  return at < 0 ? block : [...lines.slice(0, at), `${lines[at]} ${leftOut}`].join('\n');
}

/** Incidents of a webhook that are shown; the mail above tells the same. */
const MOST_INCIDENTS = 2;

/** Kind, signature and the first incidents of a webhook. */
export function webhookLines(
  { body, headers, isSigned }: Webhook,
  { words: { webhook: words }, width }: Showing,
): string[] {
  const { type, data } = JSON.parse(body) as {
    readonly type: string;
    readonly data: { readonly incidents: readonly { severity: string; title: string }[] };
  };
  const left = data.incidents.length - MOST_INCIDENTS;
  const lines = [
    `webhook-id: ${String(headers['webhook-id'])}`,
    words.incidents(type, data.incidents.length),
    ...data.incidents
      .slice(0, MOST_INCIDENTS)
      .map(({ severity, title }) => `  ${severity}: ${title}`),
    ...(left > 0 ? [`  ${words.moreLeftOut(left)}`] : []),
  ];
  return [
    isSigned === true ? words.signed : words.missigned,
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
      : wrapScript(words, width - MARK.length - indent.length - HANGING.length);
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
  return unquoted(text.replace(/=\n/g, ''));
}

/** A header as it is read: unfolded, its encoded words in letters (RFC 2047). */
function decodedWords(header: string): string {
  return header
    .replace(/\r\n[ \t]/g, ' ')
    .replace(/(\?=) +(?==\?)/g, '$1')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, form: string, text: string) =>
      form.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : unquoted(text.replaceAll('_', ' ')),
    );
}

function unquoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
