// Writes commands a person can paste into a POSIX shell, whatever the ids in them hold.
import { hidesSomething } from './terminal.ts';

const SAFE_WORD = /^[A-Za-z0-9._:@/-]+$/;
const MAX_WORD = 256;

/** Quotes a word for the shell; null when it must not be pasted (hidden characters, absurd length). */
export function shellWord(word: string): string | null {
  if (word.length > MAX_WORD || hidesSomething(word)) return null;
  return SAFE_WORD.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * A command with long options; an option without value (null) is left out. Null when a value must
 * not be pasted. A value that starts with a dash is joined by `=`, else it would read as an option.
 */
export function shellCommand(
  command: string,
  options: Readonly<Record<string, string | null>>,
): string | null {
  let line = command;
  for (const [name, value] of Object.entries(options)) {
    if (value === null) continue;
    const word = shellWord(value);
    if (word === null) return null;
    line += ` --${name}${value.startsWith('-') ? '=' : ' '}${word}`;
  }
  return line;
}
