// Says how an option of the command table is written, and which options several commands share.
// @ts-check

/** @typedef {import('../src/commands/command.ts').CommandSpec} CommandSpec */
/** @typedef {import('../src/commands/command.ts').OptionSpec} OptionSpec */

/**
 * Splits the table's options: those that two or more commands take alike, and each command's own.
 * @param {readonly CommandSpec[]} table
 * @returns {{ shared: OptionSpec[], ownOf: (command: CommandSpec) => OptionSpec[] }}
 */
export function sharedOptions(table) {
  const keyOf = (/** @type {OptionSpec} */ option) => JSON.stringify(option);
  /** @type {Map<string, { option: OptionSpec, commands: number }>} */
  const seen = new Map();
  for (const option of table.flatMap((command) => command.options)) {
    const entry = seen.get(keyOf(option)) ?? { option, commands: 0 };
    entry.commands++;
    seen.set(keyOf(option), entry);
  }
  const isShared = (/** @type {OptionSpec} */ option) =>
    (seen.get(keyOf(option))?.commands ?? 0) > 1;
  return {
    shared: [...seen.values()].filter((entry) => entry.commands > 1).map((entry) => entry.option),
    ownOf: (command) => command.options.filter((option) => !isShared(option)),
  };
}

/** Whether the value may stand in the next word, as in `--format json`. @param {OptionSpec} option */
export function takesNextWord(option) {
  return option.value !== undefined && !option.optionalValue;
}

/** Whether the value is a path, which shells complete themselves. @param {OptionSpec} option */
export function takesPath(option) {
  return /FILE|DIR|PATH/.test(option.value ?? '');
}
