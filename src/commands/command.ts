// What a command is: one row of the table from which parsing, help, man page and completions derive.
import type { World } from '../world.ts';

/** One option as a user types it: `--name`, `-s`, `--name VALUE` or `--name[=VALUE]`. */
export interface OptionSpec {
  /** Long name without dashes. */
  readonly name: string;
  /** One letter, without the dash. */
  readonly short?: string;
  /** What the value stands for, e.g. `DIR`; absent for a flag. */
  readonly value?: string;
  /** The value may be left out; then it must be joined with `=` where it is given. */
  readonly optionalValue?: true;
  readonly repeatable?: true;
  /** Every word the value may be; shells complete them. */
  readonly choices?: readonly string[];
  readonly summary: string;
}

/** An option's values by its long name: `true` for a flag or a left-out value, a list when repeatable. */
export type ParsedOptions = Readonly<Record<string, string | true | readonly string[] | undefined>>;

/** A parsed command line together with the ports the command may use. */
export interface Invocation {
  readonly world: World;
  readonly options: ParsedOptions;
  /** What is no option, in order. */
  readonly args: readonly string[];
}

/** What a command's own module exports. */
export interface Command {
  /** Returns the exit code; an expected fault is thrown as a MonitorError. */
  run(invocation: Invocation): Promise<number>;
}

/** One command: its words for help, man page and completions, and how to load what it does. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** What follows the options, e.g. `[CHANNEL...]`; absent when nothing may. */
  readonly args?: string;
  /** The words that the first argument may be; shells complete them. */
  readonly words?: readonly string[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly { readonly line: string; readonly does: string }[];
  /** The exit codes in a few words. */
  readonly exits: string;
  readonly load: () => Promise<Command>;
}
