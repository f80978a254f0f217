// Compares what a page says that a command prints with what it has printed.

/** `…` stands for anything; times and numbers are of another day. */
function patternOf(line: string): RegExp {
  const parts = line
    .trimEnd()
    .split('…')
    .map((part) =>
      part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`).replaceAll(/\d+/g, String.raw`\d+`),
    );
  return new RegExp(`^${parts.join('.*')}$`);
}

/** The lines of a page that the command did not print; `dir` is where the reader's machine is. */
export function unprinted(
  shown: readonly string[],
  stdout: string,
  dir: string,
): readonly string[] {
  const printed = stdout.replaceAll(dir, '').split('\n');
  return shown.filter((line) => !printed.some((one) => patternOf(line).test(one.trimEnd())));
}
