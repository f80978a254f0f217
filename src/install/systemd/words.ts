// Writes words as unit files want them (systemd.syntax, systemd.unit).

/** A word that systemd takes literally; quoted where it has to be. */
function literal(word: string): string {
  const text = word.replaceAll('%', '%%');
  if (!/[\s"'\\;]/.test(text)) return text;
  return `"${text.replaceAll('\\', String.raw`\\`).replaceAll('"', String.raw`\"`)}"`;
}

/** One word of ExecStart=, where `$` starts a variable. */
export function commandWord(word: string): string {
  return literal(word).replaceAll('$', '$$$$');
}

/** A path in a list of paths, where a colon splits source and destination. */
export function pathWord(path: string): string {
  return literal(path.replaceAll(':', String.raw`\:`));
}
