// Writes the help of the program and of single commands from the command table.
import type { CommandSpec, OptionSpec } from './command.ts';
import { checkSpec } from './check-spec.ts';
import { commandTable } from './table.ts';

/** What advice and examples call it; the long name is the title. */
const PROGRAM = 'auth-monitor';

/** Help for one command, or for the program when `name` is null. */
export function helpText(name: string | null): string {
  const spec = commandTable.find((command) => command.name === name);
  return spec === undefined ? programHelp() : commandHelp(spec);
}

function programHelp(): string {
  const check = commandTable.find((command) => command.name === checkSpec.name);
  return [
    'openclaw-auth-monitor: tells you before OpenClaw agents go silent that a',
    'credential is dying.',
    '',
    `Usage: ${PROGRAM} [COMMAND] [OPTIONS]`,
    `       (short for openclaw-auth-monitor; without a command: ${checkSpec.name})`,
    '',
    'Commands',
    ...columns(commandTable.map((command) => [command.name, command.summary])),
    '',
    `Options of ${checkSpec.name}`,
    ...columns((check?.options ?? []).map(optionRow)),
    '',
    'Examples',
    ...(check?.examples ?? []).flatMap(exampleLines),
    '',
    'Exit codes',
    ...columns([
      ['0', 'every credential that counts is fine'],
      ['1', 'something is expired, missing, rejected or unusable, or could not be judged'],
      ['2', 'something expires within the warn window (24 h)'],
      ['64 70 73 74 78', 'wrong usage, a bug, cannot write, cannot read, bad config'],
      ['75', 'fine, but a message could not be delivered yet'],
    ]),
    '',
    `${PROGRAM} COMMAND --help tells more about a command.`,
    '',
  ].join('\n');
}

function commandHelp(spec: CommandSpec): string {
  return [
    spec.summary,
    '',
    `Usage: ${PROGRAM} ${spec.name} [OPTIONS]${spec.args === undefined ? '' : ` ${spec.args}`}`,
    '',
    'Options',
    ...columns(spec.options.map(optionRow)),
    '',
    'Examples',
    ...spec.examples.flatMap(exampleLines),
    '',
    ...wrap(`Exit codes: ${spec.exits}.`, LINE),
    '',
  ].join('\n');
}

function exampleLines({ line, does }: CommandSpec['examples'][number]): string[] {
  return [`  # ${does}`, `  ${line}`];
}

function optionRow(option: OptionSpec): [string, string] {
  const value =
    option.value === undefined
      ? ''
      : option.optionalValue
        ? `[=${option.value}]`
        : ` ${option.value}`;
  const short = option.short === undefined ? '' : `-${option.short}, `;
  const choices = option.choices === undefined ? '' : ` One of: ${option.choices.join(', ')}.`;
  const repeat = option.repeatable ? ' May be repeated.' : '';
  return [`${short}--${option.name}${value}`, `${option.summary}${choices}${repeat}`];
}

const GAP = 2;
const LINE = 80;

/** Two columns within 80 characters; long text goes on below itself. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
  const left = Math.min(26, Math.max(...rows.map(([term]) => term.length))) + GAP;
  return rows.flatMap(([term, text]) => {
    const lines = wrap(text, LINE - left - GAP);
    const indent = ' '.repeat(left + GAP);
    const fits = term.length <= left - GAP;
    const head = fits
      ? [`  ${term.padEnd(left)}${lines[0] ?? ''}`]
      : [`  ${term}`, `${indent}${lines[0] ?? ''}`];
    return [...head, ...lines.slice(1).map((line) => `${indent}${line}`)];
  });
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
