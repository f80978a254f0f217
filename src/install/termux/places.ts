// Decides where on a phone things lie, and which script becomes which file.
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ReadError, UsageError, WriteError } from '../../core/errors.ts';
import { fault } from '../../core/fault.ts';
import type { InstallPhrases } from '../../core/phrases/install-phrases.ts';
import { hidesSomething } from '../../core/terminal.ts';
import type { World } from '../../world.ts';

const NAME = 'openclaw-auth-monitor';
/** Where Termux lives on every phone. */
const USUAL_PREFIX = '/data/data/com.termux/files/usr';

/** Paths of one phone. */
export interface Phone {
  readonly home: string;
  readonly prefix: string;
  /** Our scripts, their settings and, in `var`, what they remember. */
  readonly dir: string;
  /** File name in `dir` → source of the script. */
  readonly scripts: readonly string[];
  /** Files that Termux:Boot and Termux:Widget look for → the script each starts. */
  readonly entries: Readonly<Record<string, string>>;
}

const SCRIPTS = [
  'common.sh',
  'run.sh',
  'schedule.sh',
  'boot.sh',
  'check-now.sh',
  'status.sh',
  're-auth.sh',
  'fix.sh',
  'pages.sh',
  'worst.cjs',
];

/** This phone; a WriteError (73) where there is no Termux. */
export function phoneOf(
  { env, platform }: World,
  home: string,
  { termux }: Pick<InstallPhrases, 'termux'>,
): Phone {
  const { PREFIX: prefix = USUAL_PREFIX } = env;
  if (platform !== 'android' && env['PREFIX']?.includes('com.termux') !== true) {
    throw new WriteError(fault('said', termux.noTermux));
  }
  const dir = dataDir(home);
  return {
    home,
    prefix,
    dir,
    scripts: SCRIPTS,
    entries: {
      [join(home, '.termux/boot', `10-${NAME}`)]: join(dir, 'boot.sh'),
      // Those in `tasks` run without a terminal.
      [join(home, '.shortcuts/tasks/OpenClaw-check-now')]: join(dir, 'check-now.sh'),
      [join(home, '.shortcuts/OpenClaw-auth-status')]: join(dir, 'status.sh'),
      [join(home, '.shortcuts/OpenClaw-re-auth')]: join(dir, 're-auth.sh'),
    },
  };
}

/** Where the scripts of a phone lie. */
export function dataDir(home: string): string {
  return join(home, '.local/share', NAME, 'termux');
}

/** The home of this user; a WriteError (73) without one. */
export function homeOf({ home }: World, { noHome }: Pick<InstallPhrases, 'noHome'>): string {
  if (home === null) throw new WriteError(fault('said', noHome));
  return home;
}

/** The text of a script of the package. */
export function scriptText(name: string): string {
  const path = join(dirname(program()), '..', 'scripts/termux', name);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ReadError(fault('notWhole', path), { cause: error });
  }
}

/** This program, as a job starts it. */
export function program(): string {
  return realpathSync(process.argv[1] ?? '');
}

/** A word of a POSIX shell, taken literally. */
export function shellQuoted(word: string): string {
  if (hidesSomething(word)) throw new UsageError(fault('hiddenInPath'));
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
