// Adds channels to the text of a config, so that every comment and every other setting stays as it is.
import JSON5 from 'json5';

/** A config that does not exist yet, with a word about each part. */
export function freshConfig(settings: { readonly gateways: readonly object[] }): string {
  const gateways =
    settings.gateways.length === 0
      ? `  // gateways: [{ stateDir: '~/.openclaw' }],`
      : `  gateways: ${indented(settings.gateways, 2)},`;
  return `// Configuration of openclaw-auth-monitor. Every key: auth-monitor schema, docs/configuration.md.
{
  // OpenClaw state directories to judge. Left out: the one that OpenClaw itself would use.
${gateways}

  // What providers are asked: off, metadata (free requests), inference (one paid token each).
  probe: { level: 'metadata' },

  // Who is told. auth-monitor test sends a test message through each.
  notifiers: [],
}
`;
}

/** The text with these channels added; null when that cannot be done without changing anything else. */
export function withChannels(text: string, channels: readonly object[]): string | null {
  if (channels.length === 0) return text;
  const edited = insert(text, channels);
  const before = parse(text);
  const after = edited === null ? null : parse(edited);
  if (edited === null || before === null || after === null) return null;
  const list: unknown = Object.hasOwn(before, 'notifiers') ? before['notifiers'] : [];
  if (!Array.isArray(list)) return null;
  const wanted = { ...before, notifiers: [...(list as readonly unknown[]), ...channels] };
  return isSame(after, wanted) ? edited : null;
}

function insert(text: string, channels: readonly object[]): string | null {
  const place = findPlace(text);
  if (place === null) return null;
  const elements = channels.map((channel) => `    ${indented(channel, 4)},\n`).join('');
  const { at, isList, needsComma } = place;
  const comma = needsComma ? ',' : '';
  const inner = isList ? elements : `  notifiers: [\n${elements}  ],\n`;
  const head = text.slice(0, at.comma) + comma + text.slice(at.comma, at.end).trimEnd();
  return `${head}\n${inner}${isList ? '  ' : ''}${text.slice(at.end)}`;
}

interface Place {
  /** `comma`: behind the last element; `end`: the closing bracket. */
  readonly at: { readonly comma: number; readonly end: number };
  readonly isList: boolean;
  readonly needsComma: boolean;
}

/** The end of the list `notifiers` at the top of the config, or the end of the config where it has none. */
function findPlace(text: string): Place | null {
  const stack: { opened: string; isChannels: boolean }[] = [];
  let last = { end: 0, text: '' };
  let beforeColon = '';
  for (const { index, 0: token } of text.matchAll(TOKENS)) {
    if (/^(?:\s|\/\/|\/\*|\uFEFF)/.test(token)) continue;
    const name = beforeColon.replace(/^['"]|['"]$/g, '');
    if (token === '{' || token === '[') {
      const isChannels = token === '[' && stack.length === 1 && name === 'notifiers';
      stack.push({ opened: token, isChannels });
    } else if (token === '}' || token === ']') {
      const closed = stack.pop();
      const isList = closed?.isChannels ?? false;
      const isEnd = isList || (stack.length === 0 && closed?.opened === '{');
      if (isEnd) {
        const needsComma = !/^[,[{]$/.test(last.text);
        return { at: { comma: last.end, end: index }, isList, needsComma };
      }
    }
    beforeColon = token === ':' ? last.text : '';
    last = { end: index + token.length, text: token };
  }
  return null;
}

/** Comments, strings, punctuation, and whatever else stands together. */
const TOKENS =
  /\s+|\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|[{}[\],:]|[^\s{}[\],:"'/]+|\//g;

function indented(value: unknown, depth: number): string {
  const text = JSON5.stringify(value, { space: 2, quote: "'" });
  return text.replaceAll('\n', `\n${' '.repeat(depth)}`);
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON5.parse(text);
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isRecord ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function isSame(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const sorted = (value: Record<string, unknown>) =>
    JSON.stringify(Object.entries(value).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  return sorted(a) === sorted(b);
}
