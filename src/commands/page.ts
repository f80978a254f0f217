// Lays out what a command tells a person on a page: headings, paragraphs, terms with what they say.
import { columnsOf, padColumns, type Charset } from '../core/terminal.ts';
import { wrapScript } from '../core/wrap-script.ts';
import { palette, type Hue, type Paint } from '../reporters/palette.ts';
import { wrapRemedy } from '../reporters/text-lines.ts';
import type { World } from '../world.ts';
import type { ParsedOptions } from './command.ts';
import { viewOf } from './print-report.ts';

/** Lines longer than this are hard to read, however wide the terminal is. */
const MOST_COLUMNS = 100;
const INDENT = '  ';
/** Below this, a term stands on a line of its own. */
const NARROW_COLUMNS = 60;

export interface Page {
  readonly charset: Charset;
  readonly paint: Readonly<Record<Hue, Paint>>;
  heading(text: string): string[];
  /** A paragraph, indented by so many steps. */
  paragraph(text: string, depth: number): string[];
  /** Terms in one column, what they say in the next; entries without a text are left out. */
  terms(rows: readonly (readonly [term: string, text: string | null])[]): string[];
  /** Lines with an indent of their own; what does not fit goes on below, one step deeper. */
  items(lines: readonly string[]): string[];
  /** A command to paste, or an advice that starts with `# `. */
  command(line: string, depth: number): string[];
  text(lines: readonly string[]): string;
}

/** A page as wide as the terminal is, without end where there is none. */
export function openPage(world: World, options: ParsedOptions): Page {
  const view = viewOf(world, options, false);
  const width = view.width === null ? null : Math.min(view.width, MOST_COLUMNS);
  const paint = palette(view.color);
  const wrap = (text: string, taken: number): string[] =>
    width === null ? [text] : wrapScript(text, Math.max(16, width - taken));
  return {
    charset: view.unicode ? 'unicode' : 'ascii',
    paint,
    heading: (text) => ['', ...wrap(text, 0).map((line) => paint.bold(line))],
    paragraph: (text, depth) =>
      wrap(text, depth * INDENT.length).map((line) => INDENT.repeat(depth) + line),
    terms(rows) {
      const shown = rows.filter((row): row is readonly [string, string] => row[1] !== null);
      const column = Math.max(0, ...shown.map(([term]) => columnsOf(term))) + INDENT.length;
      const isNarrow = width !== null && width < NARROW_COLUMNS;
      return shown.flatMap(([term, text]) => {
        if (isNarrow) {
          const below = wrap(text, INDENT.length * 2).map((line) => INDENT.repeat(2) + line);
          return [INDENT + paint.dim(term.trimEnd()), ...below];
        }
        const [first = '', ...more] = wrap(text, column + INDENT.length);
        const hanging = ' '.repeat(column + INDENT.length);
        return [
          `${INDENT}${paint.dim(padColumns(term, column))}${first}`,
          ...more.map((line) => hanging + line),
        ];
      });
    },
    items: (lines) =>
      lines.flatMap((line) => {
        const indent = /^ */.exec(line)?.[0] ?? '';
        const [first = '', ...more] = wrap(
          line.slice(indent.length),
          indent.length + INDENT.length,
        );
        return [indent + first, ...more.map((part) => indent + INDENT + part)];
      }),
    command(line, depth) {
      const inner = width === null ? null : width - depth * INDENT.length;
      const hue = line.startsWith('# ') ? 'dim' : 'cyan';
      return wrapRemedy(line, inner, wrapScript).map(
        (part) => INDENT.repeat(depth) + paint[hue](part),
      );
    },
    text: (lines) => `${lines.join('\n').replace(/^\n+/, '')}\n`,
  };
}
