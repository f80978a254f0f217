// Adds, changes and removes channels in the text of a config, so that every comment and every other setting stays.
import JSON5 from 'json5';
import { langLine } from '../config/lang-line.ts';
import type { Lang } from '../core/lang.ts';
import type { InitPhrases } from '../core/phrases/init-phrases.ts';
import { memberAt, placeIn, type Place } from './config-text.ts';

/** A config that does not exist yet, with a word about each part. */
export function freshConfig(
  { gateways, lang }: { readonly gateways: readonly object[]; readonly lang: Lang | null },
  { config: words }: Pick<InitPhrases, 'config'>,
): string {
  const places =
    gateways.length === 0
      ? `  // gateways: [{ stateDir: '~/.openclaw' }],`
      : `  gateways: ${shown(gateways, 2)},`;
  return `// ${words.head}
{
${langLine(lang)}  // ${words.gateways}
${places}

  // ${words.probe}
  probe: { level: 'metadata' },

  // ${words.notifiers}
  notifiers: [],
}
`;
}

/** What becomes of the channels of a config. */
export interface ChannelEdits {
  readonly added: readonly object[];
  /** By name: values by the path of the option (`smtp.host`); null takes the option out. */
  readonly changed: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
  /** By name. */
  readonly removed: readonly string[];
}

/** The text with these edits; null when that cannot be done without changing anything else. */
export function editChannels(text: string, edits: ChannelEdits): string | null {
  const before = parsed(text);
  if (before === null) return null;
  const list: unknown = Object.hasOwn(before, 'notifiers') ? before['notifiers'] : [];
  if (!Array.isArray(list)) return null;
  const channels = list as readonly object[];
  const { added, changed, removed } = edits;
  if (added.length + changed.size + removed.length === 0) return text;
  let edited: string | null = text;
  for (const [index, channel] of [...channels.entries()].toReversed()) {
    const name = channelName(channel);
    if (removed.includes(name)) edited = edited && without(edited, ['notifiers', index]);
    for (const [option, value] of changed.get(name) ?? []) {
      const path = ['notifiers', index, ...option.split('.')];
      edited = edited && (value === null ? without(edited, path) : withValue(edited, path, value));
    }
  }
  edited = edited && (added.length === 0 ? edited : withChannels(edited, added));
  const kept = channels
    .filter((channel) => !removed.includes(channelName(channel)))
    .map((channel) => withChanges(channel, changed.get(channelName(channel))));
  const wanted = { ...before, notifiers: [...kept, ...added] };
  const after = edited === null ? null : parsed(edited);
  return after !== null && isSame(after, wanted) ? edited : null;
}

/** The channels of a config as they stand in it; none where it cannot be read. */
export function channelsIn(text: string): readonly object[] {
  const list: unknown = parsed(text)?.['notifiers'];
  return Array.isArray(list) ? (list as readonly object[]) : [];
}

/** A channel without a name is called by its type. */
export function channelName(channel: object): string {
  const { name, type } = channel as { readonly name?: unknown; readonly type?: unknown };
  return String(name ?? type);
}

/** A channel with other values by the path of their option. */
export function withChanges(
  channel: object,
  changes: ReadonlyMap<string, unknown> = new Map(),
): object {
  const copy = structuredClone(channel) as Record<string, unknown>;
  for (const [option, value] of changes) {
    const path = option.split('.');
    const last = path.pop() ?? '';
    let inner = copy;
    for (const key of path) inner = (inner[key] ??= {}) as Record<string, unknown>;
    if (value === null) delete inner[last];
    else inner[last] = value;
  }
  return copy;
}

type Path = readonly (string | number)[];

function withChannels(text: string, channels: readonly object[]): string | null {
  const whole = placeIn(text);
  const list = whole && memberAt(whole, 'notifiers')?.value;
  if (whole === null) return null;
  if (list)
    return inserted(
      text,
      list,
      channels.map((channel) => `    ${shown(channel, 4)},\n`),
      2,
    );
  const elements = channels.map((channel) => `    ${shown(channel, 4)},\n`).join('');
  return inserted(text, whole, [`  notifiers: [\n${elements}  ],\n`], 0);
}

function withValue(text: string, path: Path, value: unknown): string | null {
  const [keys, last] = [path.slice(0, -1), path.at(-1) ?? ''];
  const owner = placeAt(text, keys);
  if (owner === null) return withValue(text, keys, { [last]: value });
  const there = memberAt(owner, last)?.value;
  const indent = indentAt(text, there?.start ?? owner.start);
  if (there) return text.slice(0, there.start) + shown(value, indent) + text.slice(there.end);
  const { start, end, lastEnd } = owner;
  const member = `${last}: ${shown(value, indent + 2)}`;
  if (text.slice(start, end).includes('\n')) {
    return inserted(text, owner, [`${' '.repeat(indent + 2)}${member},\n`], indent);
  }
  const comma = needsComma(text, owner) ? ',' : '';
  return `${text.slice(0, lastEnd)}${comma} ${member}${text.slice(lastEnd)}`;
}

/** Takes a value out with its comma, and with its line where nothing else is on it. */
function without(text: string, path: Path): string | null {
  const owner = placeAt(text, path.slice(0, -1));
  const member = owner && memberAt(owner, path.at(-1) ?? '');
  if (!member) return text;
  const before = text.slice(0, member.start);
  const after = text.slice(member.end);
  const isAlone = /(?:^|[\r\n])[ \t]*$/.test(before) && /^[ \t]*(?:\r?\n)/.test(after);
  return isAlone
    ? before.replace(/[ \t]*$/, '') + after.replace(/^[ \t]*\r?\n/, '')
    : before + after.replace(/^[ \t]+/, ' ');
}

function placeAt(text: string, path: Path): Place | null {
  let place = placeIn(text);
  for (const key of path) place = (place && memberAt(place, key)?.value) ?? null;
  return place?.members ? place : null;
}

/** Puts lines before the closing bracket, which then stands at `indent`. */
function inserted(text: string, place: Place, lines: readonly string[], indent: number): string {
  const { lastEnd, end } = place;
  const comma = needsComma(text, place) ? ',' : '';
  const head = text.slice(0, lastEnd) + comma + text.slice(lastEnd, end - 1).trimEnd();
  return `${head}\n${lines.join('')}${' '.repeat(indent)}${text.slice(end - 1)}`;
}

function needsComma(text: string, { members, lastEnd }: Place): boolean {
  return (members?.length ?? 0) > 0 && text[lastEnd - 1] !== ',';
}

function indentAt(text: string, offset: number): number {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^ */.exec(line)?.[0].length ?? 0;
}

function shown(value: unknown, depth: number): string {
  const text = JSON5.stringify(value, { space: 2, quote: "'" });
  return text.replaceAll('\n', `\n${' '.repeat(depth)}`);
}

function parsed(text: string): Record<string, unknown> | null {
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
