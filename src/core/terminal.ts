// Makes foreign text safe to show on one line of a terminal, and measures it in columns.

/** What a terminal can show; `ascii` for LANG=C and old consoles. */
export type Charset = 'unicode' | 'ascii';

const PLAIN = /^[\x20-\x7e]*$/;
// Letters, and the marks of our own tables, each one column wide.
const NARROW =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2015\u2026\u2500-\u257f\u2713\u2717]*$/;

/**
 * A regular expression that is built when it is first needed: V8 looks every `\p{…}` up while it reads
 * the file, which took 5 ms of each start (measured on Node 20.20).
 */
function lazily(source: string, flags: string): () => RegExp {
  let built: RegExp | undefined;
  return () => (built ??= new RegExp(source, flags));
}

// Control characters drive the terminal, bidi and other invisible ones lie about what is written
// (CVE-2021-42574), line separators break rows, lone surrogates are no text at all.
const hidden = lazily(
  String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]`,
  'gu',
);
const HIDDEN_OR_FOREIGN = /[^\x20-\x7e]/gu;

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** True when a text holds characters that a person cannot see or that act on the terminal. */
export function hidesSomething(text: string): boolean {
  return visible(text) !== text;
}

/** Replaces everything that is not plainly visible by a visible escape: `\n`, `\u{1b}`. */
export function visible(text: string, charset: Charset = 'unicode'): string {
  if (PLAIN.test(text)) return text;
  return text.replace(charset === 'ascii' ? HIDDEN_OR_FOREIGN : hidden(), escapeCharacter);
}

function escapeCharacter(character: string): string {
  return SHORT_ESCAPES[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

// Unicode's East Asian Width W and F, in blocks: one column too many for an unassigned character
// does no harm, one too few breaks the table.
const wide = lazily(
  String.raw`[\u{1100}-\u{115f}\u{2e80}-\u{303e}\u{3041}-\u{33ff}\u{3400}-\u{4dbf}\u{4e00}-\u{a4cf}\u{a960}-\u{a97f}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff00}-\u{ff60}\u{ffe0}-\u{ffe6}\u{17000}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]`,
  'u',
);
// Spacing marks (Mc), of which Burmese has many, take a column of their own, as wcwidth(3) has it.
const combining = lazily(String.raw`[\p{Mn}\p{Me}]`, 'u');

function characterColumns(character: string): number {
  if (NARROW.test(character)) return 1;
  if (combining().test(character)) return 0;
  return wide().test(character) ? 2 : 1;
}

/** How many columns of a terminal a visible text takes. */
export function columnsOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += characterColumns(character);
  return columns;
}

/** Cuts a visible text to at most `columns`; `...` marks the cut, within the limit. */
export function cut(text: string, columns: number): string {
  // No character takes less than no column, but a text of combining marks alone would pass for short.
  if (text.length <= columns * 4 && columnsOf(text) <= columns) return text;
  const mark = '...'.slice(0, columns);
  return takeColumns(text, columns - mark.length) + mark;
}

/** The longest head of a visible text that fits into `columns`. */
export function takeColumns(text: string, columns: number): string {
  if (NARROW.test(text)) return text.slice(0, columns);
  let taken = '';
  let used = 0;
  for (const character of text) {
    used += characterColumns(character);
    if (used > columns || taken.length > columns * 4) break;
    taken += character;
  }
  return taken;
}

/** Pads a visible text with spaces on the right. */
export function padColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** Makes a foreign text visible and cuts it; long texts are never read whole. */
export function label(text: string, columns: number, charset: Charset = 'unicode'): string {
  return cut(visible(text.slice(0, columns * 8), charset), columns);
}

/** Breaks a visible text into lines of at most so many columns. */
export type Wrap = (text: string, columns: number) => string[];

/** Breaks a visible text at spaces into lines of at most `columns`; a longer word is broken anywhere. */
export function wrapColumns(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (columnsOf(joined) <= columns) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (columnsOf(line) > columns) {
      const head = takeColumns(line, columns);
      if (head === '') break;
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  lines.push(line);
  return lines;
}
