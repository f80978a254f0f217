// Reads a command line by the command table: which command, which options, what is left.
import { UsageError } from '../core/errors.ts';
import { fault, type Fault } from '../core/fault.ts';
import { suggest } from '../core/edit-distance.ts';
import type { World } from '../world.ts';
import type { CommandSpec, Invocation, OptionSpec } from './command.ts';
import { checkSpec } from './check-spec.ts';

/** True when the words can only be those of `check`, which is what runs when no command is named. */
export function isCheck([first = '']: readonly string[]): boolean {
  return first === checkSpec.name || first === '' || !isWord(first);
}

/** Finds the command and its options; a wrong word is a UsageError that names the nearest right one. */
export function parseCommandLine(
  argv: readonly string[],
  world: World,
  commandTable: readonly CommandSpec[],
): { command: CommandSpec; invocation: Invocation } {
  const [first = ''] = argv;
  const isNamed = isWord(first) && first !== '';
  const command = commandNamed(isNamed ? first : checkSpec.name, commandTable);
  const { options, args } = readOptions(isNamed ? argv.slice(1) : argv, command);
  if (args.length > 0 && command.args === undefined && options['help'] !== true) {
    throw new UsageError(unexpected(args[0] as string, command, commandTable));
  }
  const [word] = args;
  if (word !== undefined && command.words?.includes(word) === false && options['help'] !== true) {
    throw new UsageError(
      fault('knownWords', command.name, command.words.join(', '), suggest(word, command.words)),
    );
  }
  return { command, invocation: { world, options, args } };
}

/** No option; `-` stands for standard input. */
function isWord(arg: string): boolean {
  return !arg.startsWith('-') || arg === '-';
}

function commandNamed(word: string, commandTable: readonly CommandSpec[]): CommandSpec {
  const command = commandTable.find((spec) => spec.name === word);
  if (command !== undefined) return command;
  const names = commandTable.map((spec) => spec.name);
  const near = suggest(word, names);
  throw new UsageError(
    near === null
      ? fault('unknownCommand', names.join(', '))
      : fault('unknownCommandNear', word, near),
  );
}

function unexpected(
  arg: string,
  command: CommandSpec,
  commandTable: readonly CommandSpec[],
): Fault {
  const meant = command.options.find(
    ({ optionalValue, choices }) => optionalValue === true && choices?.includes(arg),
  );
  if (meant !== undefined) return fault('joinedValue', `--${meant.name}`, arg);
  const near = suggest(
    arg,
    commandTable.map((spec) => spec.name),
  );
  return fault('noArguments', command.name, near);
}

function readOptions(
  argv: readonly string[],
  command: CommandSpec,
): { options: Invocation['options']; args: readonly string[] } {
  const options: Record<string, string | true | readonly string[]> = {};
  const args: string[] = [];
  for (let index = 0; index < argv.length; index += 1) {
    const arg = argv[index] as string;
    if (arg === '--') {
      args.push(...argv.slice(index + 1));
      break;
    }
    if (isWord(arg)) {
      args.push(arg);
      continue;
    }
    const { spec, joined } = optionOf(arg, command);
    const next = nextWord(argv[index + 1]);
    const mayTakeNext = spec.optionalValue ? next !== null && isSpaced(spec, command) : true;
    const takesNext = spec.value !== undefined && joined === null && mayTakeNext;
    const value = valueOf(spec, takesNext ? next : joined);
    if (takesNext) index += 1;
    options[spec.name] = withEarlier(spec, options[spec.name], value);
  }
  return { options, args };
}

// A word that can be nothing else is the value; one of a few known words is joined, `--probe=off`.
function isSpaced({ choices }: OptionSpec, { args }: CommandSpec): boolean {
  return choices === undefined && args === undefined;
}

// A forgotten value must not swallow the option after it: `--config --dry-run` would send for real.
function nextWord(next: string | undefined): string | null {
  return next !== undefined && isWord(next) ? next : null;
}

function withEarlier(
  spec: OptionSpec,
  earlier: Invocation['options'][string],
  value: string | true,
): string | true | readonly string[] {
  if (spec.repeatable) return [...(Array.isArray(earlier) ? earlier : []), value as string];
  if (earlier !== undefined && earlier !== value) {
    throw new UsageError(fault('givenTwice', `--${spec.name}`));
  }
  return value;
}

function optionOf(arg: string, command: CommandSpec): { spec: OptionSpec; joined: string | null } {
  const equals = arg.indexOf('=');
  const word = equals < 0 ? arg : arg.slice(0, equals);
  const joined = equals < 0 ? null : arg.slice(equals + 1);
  const spec = command.options.find(
    (option) =>
      `--${option.name}` === word || (option.short !== undefined && `-${option.short}` === word),
  );
  if (spec !== undefined) return { spec, joined };
  const near = suggest(
    word,
    command.options.map((option) => `--${option.name}`),
  );
  throw new UsageError(
    near === null
      ? fault(word.startsWith('--') ? 'noLongOption' : 'noShortOption', command.name)
      : fault('noOptionNear', command.name, word, near),
  );
}

function valueOf(spec: OptionSpec, value: string | null): string | true {
  const option = `--${spec.name}`;
  if (spec.value === undefined) {
    if (value !== null) throw new UsageError(fault('takesNoValue', option));
    return true;
  }
  if (value === null || value === '') {
    if (spec.optionalValue && value === null) return true;
    throw new UsageError(fault('needsValue', option, spec.value));
  }
  if (spec.choices !== undefined && !spec.choices.includes(value)) {
    const near = suggest(value, spec.choices);
    throw new UsageError(fault('oneOf', option, spec.choices.join(', '), near));
  }
  return value;
}
