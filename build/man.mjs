// Writes the man page from the command table, in the roff that man-db and mandoc both read.
// @ts-check
import { sharedOptions } from './command-words.mjs';

/** @typedef {import('../src/commands/command.ts').CommandSpec} CommandSpec */
/** @typedef {import('../src/commands/command.ts').OptionSpec} OptionSpec */

/**
 * The whole page, section 1, for a program whose first command is its default.
 * @param {readonly CommandSpec[]} table
 * @param {{ program: string, aliases: readonly string[], version: string, description: string }} about
 * @returns {string}
 */
export function manPage(table, about) {
  const { program, aliases, version, description } = about;
  const { shared, ownOf } = sharedOptions(table);
  const examples = table.flatMap((command) => command.examples);
  return [
    `.TH ${text(program.toUpperCase())} 1 "" ${quoted(`${program} ${version}`)} "User Commands"`,
    '.SH NAME',
    `${[program, ...aliases].map(text).join(', ')} \\- ${text(description.split(':')[0] ?? '')}`,
    '.SH SYNOPSIS',
    `.B ${text(program)}`,
    `[${italic('COMMAND')}] [${italic('OPTION')}]...`,
    '.SH DESCRIPTION',
    line(`${description}\nWithout a command, ${table[0]?.name} runs.`),
    '.SH COMMANDS',
    ...table.flatMap((command) => commandLines(command, shared, ownOf(command))),
    ...(shared.length > 0 ? ['.SH SHARED OPTIONS', ...shared.flatMap(optionLines)] : []),
    ...(examples.length > 0 ? ['.SH EXAMPLES', ...examples.flatMap(exampleLines).slice(1)] : []),
    '',
  ].join('\n');
}

/** @param {CommandSpec} command @param {readonly OptionSpec[]} shared @param {readonly OptionSpec[]} own */
function commandLines(command, shared, own) {
  const names = new Set(
    command.options.filter((option) => !own.includes(option)).map((o) => o.name),
  );
  const also = shared
    .filter((option) => names.has(option.name))
    .map((option) => `--${option.name}`);
  return [
    `.SS ${quoted([command.name, command.args].filter(Boolean).join(' '))}`,
    line(command.summary),
    ...own.flatMap(optionLines),
    ...(also.length > 0 ? ['.PP', line(`Shared options: ${also.join(', ')}.`)] : []),
    '.PP',
    line(`Exit status: ${command.exits}`),
  ];
}

/** @param {OptionSpec} option */
function optionLines(option) {
  const value = option.value ? italic(option.value) : '';
  const joined = option.optionalValue ? `[=${value}]` : value && ` ${value}`;
  const short = option.short ? `${bold(`-${option.short}`)}, ` : '';
  const notes = [
    option.choices ? `One of: ${option.choices.join(', ')}.` : '',
    option.repeatable ? 'May be given more than once.' : '',
  ];
  return [
    '.TP',
    `${short}${bold(`--${option.name}`)}${joined}`,
    line(option.summary),
    ...notes.filter(Boolean).flatMap((note) => ['.br', line(note)]),
  ];
}

/** @param {{ line: string, does: string }} example */
function exampleLines(example) {
  return ['.PP', line(example.does), '.PP', '.nf', '.RS', line(example.line), '.RE', '.fi'];
}

/** Backslashes and dashes would be read as escapes and hyphens. @param {string} words */
function text(words) {
  return words
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replace(
      /[^\x20-\x7e\n]/gu,
      (sign) => `\\[u${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
    );
}

/** Text as lines of its own; one that starts with a dot would be a request. @param {string} words */
function line(words) {
  return text(words.replace(/\s*\n\s*/g, '\n')).replace(/^\./gm, '\\&.');
}

/** @param {string} words */
function quoted(words) {
  return `"${text(words).replaceAll('"', '\\(dq')}"`;
}

/** @param {string} words */
const bold = (words) => `\\fB${text(words)}\\fR`;

/** @param {string} words */
const italic = (words) => `\\fI${text(words)}\\fR`;
