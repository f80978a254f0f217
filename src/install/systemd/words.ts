// Writes words as unit files want them (systemd.syntax, systemd.unit); measured with systemd 252.
import { UsageError } from '../../core/errors.ts';
import { fault } from '../../core/fault.ts';

/** What a line of a unit cannot hold: behind it a path could go on as another directive. */
export const BREAKS_LINE = /[\0\r\n]/;

/** systemd starts no program with a quote or a backslash in its path, and a `$` in it starts no variable. */
export function isPlainProgram(path: string): boolean {
  return !/["'\\$]/.test(path);
}

/** A word of most lists, taken literally and quoted where it has to be. */
export function listWord(word: string): string {
  const text = literal(word);
  if (!/[\s"'\\;]/.test(text)) return text;
  return `"${text.replaceAll('\\', String.raw`\\`).replaceAll('"', String.raw`\"`)}"`;
}

/** A word of a command, where `$` starts a variable. */
export function commandWord(word: string): string {
  return listWord(word).replaceAll('$', '$$$$');
}

/** A path of `BindPaths=`, where a colon splits source and destination, and no quote can be escaped. */
export function bindWord(path: string): string {
  const text = literal(path).replaceAll(/[\\:]/g, String.raw`\$&`);
  return /[\s"';]/.test(text) ? `"${text.replaceAll('"', `"'"'"`)}"` : text;
}

/** Without specifiers. */
function literal(word: string): string {
  if (!BREAKS_LINE.test(word)) return word.replaceAll('%', '%%');
  throw new UsageError(fault('hiddenInUnit'));
}
