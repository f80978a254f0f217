// What one user's instance of a job adds to the unit: what it may see, and its own command line.
import { bindWord, BREAKS_LINE, listWord } from './words.ts';
import { UsageError } from '../../core/errors.ts';
import { fault } from '../../core/fault.ts';

/** What install has to remember until uninstall; systemd ignores sections that begin with `X-`. */
export interface Facts {
  /** The command that made it, for whoever wants to repeat it. */
  readonly command: string;
  /** Directories of the state that were not there before. */
  readonly states: readonly string[];
  /** Other directories that were not there before. */
  readonly made: readonly string[];
  /** Install switched lingering on. */
  readonly lingers: boolean;
}

export interface DropIn {
  /** A home that no directive hides by its usual place. */
  readonly unusualHome: string | null;
  readonly readOnly: readonly string[];
  readonly writable: readonly string[];
  /** As `readOnly` and `writable`, in places that are not hidden. */
  readonly opened: readonly string[];
  readonly inaccessible: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** systemd need not make the usual one. */
  readonly hasOwnState: boolean;
  /** Instead of the unit's own; null keeps that. */
  readonly execStart: string | null;
}

/** Beside a service: what its instance sees. */
export const DROP_IN = '10-gateway.conf';
/** Beside a timer: when it fires. */
export const CALENDAR = '20-calendar.conf';

/**
 * The text of the drop-in, null when there is nothing to say. A path that goes away later does not stop
 * the unit; the judgement tells.
 */
export function dropInText(dropIn: DropIn, facts: Facts | null): string | null {
  const { unusualHome, readOnly, writable, opened, inaccessible, hasOwnState, execStart } = dropIn;
  const lines = [
    ...(unusualHome === null ? [] : [`TemporaryFileSystem=${listWord(unusualHome)}:ro,mode=755`]),
    ...readOnly.map((path) => `BindReadOnlyPaths=-${bindWord(path)}`),
    ...writable.map((path) => `BindPaths=-${bindWord(path)}`),
    ...opened.map((path) => `ReadWritePaths=-${listWord(path)}`),
    ...inaccessible.map((path) => `InaccessiblePaths=-${listWord(path)}`),
    ...Object.entries(dropIn.environment).map(
      ([name, value]) => `Environment=${listWord(`${name}=${value}`)}`,
    ),
    ...(hasOwnState ? ['StateDirectory='] : []),
    ...(execStart === null ? [] : ['ExecStart=', execStart]),
  ];
  const blocks = [
    ...(facts === null ? [] : [factLines(facts)]),
    ...(lines.length === 0 ? [] : [['[Service]', ...lines]]),
  ];
  if (blocks.length === 0) return null;
  if (blocks.flat().some((line) => BREAKS_LINE.test(line))) {
    throw new UsageError(fault('hiddenWords'));
  }
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

function factLines({ command, states, made, lingers }: Facts): readonly string[] {
  return [
    '[X-Install]',
    `Command=${command}`,
    ...states.map((dir) => `State=${dir}`),
    ...made.map((dir) => `Made=${dir}`),
    ...(lingers ? ['Lingers=yes'] : []),
  ];
}

/** Reads the facts of a drop-in back; null from a text that has none. */
export function readFacts(text: string): Facts | null {
  const [, section] = /(?:^|\n)\[X-Install\]\n([\s\S]*?)(?:\n\n|$)/.exec(text) ?? [];
  if (section === undefined) return null;
  const values = (name: string): string[] =>
    [...section.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);
  return {
    command: values('Command')[0] ?? '',
    states: values('State'),
    made: values('Made'),
    lingers: values('Lingers').length > 0,
  };
}
