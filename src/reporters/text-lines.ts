// Breaks what is said beneath a row into lines that fit, and keeps commands fit to paste.
import { columnsOf, wrapColumns, type Wrap } from '../core/terminal.ts';

const CONTINUED = ' \\';
const NOTE = '# ';

/** Lines of at most `width` columns; null leaves the text on one line. */
export function wrapText(text: string, width: number | null, wrap: Wrap = wrapColumns): string[] {
  return width === null ? [text] : wrap(text, Math.max(10, width));
}

/** Wraps a remedy line: an advice as further comments, a command with backslashes at its ends. */
export function wrapRemedy(line: string, width: number | null, wrap?: Wrap): string[] {
  if (width === null || columnsOf(line) <= width) return [line];
  return line.startsWith(NOTE)
    ? wrapText(line.slice(NOTE.length), width - NOTE.length, wrap).map((part) => NOTE + part)
    : wrapCommand(line, width);
}

// Breaks before an option, never inside quotes; a part that is too long stays whole, since a terminal
// that wraps by itself does not break a paste.
function wrapCommand(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const part of commandParts(line)) {
    const joined = current === '' ? part : `${current} ${part}`;
    if (current !== '' && columnsOf(joined) > width - CONTINUED.length) {
      lines.push(current + CONTINUED);
      current = `  ${part}`;
    } else {
      current = joined;
    }
  }
  lines.push(current);
  return lines;
}

/** `openclaw models auth login`, `--provider x`, …: an option beside its value, any other word alone. */
function commandParts(line: string): string[] {
  const words = line.match(/(?:'[^']*'|\\.|[^' \\])+/g) ?? [line];
  const parts: string[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    const belongs = last !== undefined && (/^--\S+$/.test(last) || /^[a-z][a-z-]*$/.test(word));
    if (belongs && !word.startsWith('--')) parts[parts.length - 1] = `${last} ${word}`;
    else parts.push(word);
  }
  return parts;
}

/** Puts parts side by side, as many on a line as fit; a part that is too long is wrapped by itself. */
export function wrapParts(
  parts: readonly string[],
  separator: string,
  width: number | null,
  wrap?: Wrap,
): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const joined = last === undefined ? part : last + separator + part;
    if (last !== undefined && (width === null || columnsOf(joined) <= width)) {
      lines[lines.length - 1] = joined;
    } else {
      lines.push(...wrapText(part, width, wrap));
    }
  }
  return lines;
}
