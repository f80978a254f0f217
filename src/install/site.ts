// The machine that install changes: every change is told, and a dry run tells without changing.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { MonitorError, WriteError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import type { Lang } from '../core/lang.ts';
import type { InstallPhrases } from '../core/phrases/install-phrases.ts';
import { visible } from '../core/terminal.ts';
import { replaceFile } from '../replace-file.ts';
import type { World } from '../world.ts';
import { differences, isPristine, sealed } from './seal.ts';

/** A command may wait for a service manager that is busy, ms. */
const COMMAND_MS = 90_000;

export interface PlacedFile {
  readonly path: string;
  readonly text: string;
  readonly mode?: number;
  /** What starts a comment in it; `#` without. */
  readonly comment?: string;
  /** `seed`: for a person to go on with, so it is written only where nothing is. */
  readonly kind?: 'seed';
}

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** What a command said and ended with; 127 when there is no such command. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Site {
  readonly isDry: boolean;
  /** What `tell` is given comes from here. */
  readonly words: InstallPhrases;
  /** Of the person who installs; null for English, which a job speaks by itself. */
  readonly lang: Lang | null;
  tell(line: string): void;
  /** Writes the file unless a person has changed it; what then differs is told. True when it wrote, or would. */
  place(file: PlacedFile): boolean;
  /** Removes a file unless a person has changed it. */
  unplace(path: string): void;
  /** Adds a line to a file of somebody else's; a new file is private. */
  addLine(path: string, line: string): void;
  /** Takes the lines that hold `mark` out of such a file. */
  removeLines(path: string, mark: string): void;
  /** Makes a directory and its parents; returns those that were missing. */
  makeDir(path: string, mode: number, owner?: Owner): readonly string[];
  /** As `makeDir`, by the hand of a user; for root. */
  makeDirAs(user: string, path: string, mode: number): readonly string[];
  /** Removes a directory with nothing in it; another one stays. */
  removeEmptyDir(path: string): void;
  /** Removes what programs of ours left there. */
  removeAll(path: string): void;
  /** As `removeAll`, by the hand of a user; what that user may not remove stays, which is told. */
  removeAllAs(user: string, path: string): void;
  /** Runs what changes the machine; a command that fails is a WriteError. */
  run(command: string, ...args: readonly string[]): void;
  /** Runs what changes the machine by what it reads from standard input. */
  feed(input: string, command: string, ...args: readonly string[]): void;
  /** Runs what only asks, in a dry run too. */
  ask(command: string, ...args: readonly string[]): Ran;
}

/** `isForced` also replaces and removes files that a person has changed. */
export function openSite(
  { stdout }: Pick<World, 'stdout'>,
  {
    isDry,
    isForced,
    words,
    lang = null,
  }: { readonly isForced: boolean } & Pick<Site, 'isDry' | 'words'> & Partial<Pick<Site, 'lang'>>,
): Site {
  const tell = (line: string): void => stdout.write(`${visible(line)}\n`);
  /** Tells and does, or tells what would be done. */
  const act = (deed: keyof InstallPhrases['did'], what: string, change: () => void): void => {
    if (!isDry) attempt((why) => words.cannot[deed](what, why), change);
    tell((isDry ? words.would : words.did)[deed](what));
  };
  const isChanged = (content: string): boolean => !isForced && !isPristine(content);
  const change = (input: string | null, command: string, args: readonly string[]): void =>
    act('ran', [command, ...args].join(' '), () => {
      const { code, stderr } = runCommand(command, args, input);
      if (code === 0) return;
      const said = lastLine(stderr);
      const failed = words.failed({ command: [command, ...args].join(' '), code, said });
      throw new WriteError(fault('said', failed));
    });
  return {
    isDry,
    words,
    lang,
    tell,
    place({ path, text, mode = 0o644, comment = '#', kind }) {
      const wanted = sealed(text, comment);
      const present = readText(path, words);
      if (present === wanted || present === text) {
        tell(words.unchanged(path));
        return false;
      }
      if (present !== null && (kind === 'seed' || isChanged(present))) {
        tell(kind === 'seed' ? words.yours(path) : words.keptEdited(path));
        if (kind === 'seed') return false;
        for (const line of differences(present, wanted)) tell(`    ${line}`);
        tell(`    ${words.forceReplaces}`);
        return false;
      }
      act(present === null ? 'wrote' : 'updated', path, () => {
        for (const dir of missingDirs(dirname(path)).toReversed()) makeOne(dir, 0o755);
        replaceFile(path, wanted, mode);
      });
      if (isDry) for (const line of text.trimEnd().split('\n')) tell(`    ${line}`);
      return true;
    },
    unplace(path) {
      const present = readText(path, words);
      if (present === null) return;
      if (isChanged(present)) {
        return tell(words.forceRemoves(path));
      }
      act('removed', path, () => rmSync(path));
    },
    addLine(path, line) {
      const present = readText(path, words) ?? '';
      if (present.split('\n').includes(line)) return tell(words.unchanged(path));
      const gap = present === '' || present.endsWith('\n') ? '' : '\n';
      const mode = present === '' ? 0o600 : undefined;
      act('updated', path, () => replaceFile(path, `${present}${gap}${line}\n`, mode));
      tell(`    ${line}`);
    },
    removeLines(path, mark) {
      const lines = (readText(path, words) ?? '').split('\n');
      const left = lines.filter((line) => !line.includes(mark));
      if (left.length === lines.length) return;
      const text = left.join('\n');
      act('updated', path, () => (text === '' ? rmSync(path) : replaceFile(path, text)));
    },
    makeDir(path, mode, owner) {
      const missing = missingDirs(path);
      if (missing.length === 0) return missing;
      act('made', path, () => {
        for (const dir of missing.toReversed()) makeOne(dir, dir === path ? mode : 0o755, owner);
      });
      return missing;
    },
    removeEmptyDir(path) {
      if (!existsSync(path)) return;
      if (isDry || readdirSync(path).length > 0) return;
      rmdirSync(path);
      tell(words.did.removed(path));
    },
    removeAll(path) {
      if (existsSync(path)) act('removed', path, () => rmSync(path, { recursive: true }));
    },
    makeDirAs(user, path, mode) {
      const missing = missingDirs(path);
      if (missing.length === 0) return missing;
      const make = ['mkdir', '-p', '-m', mode.toString(8), '--', path];
      act('made', path, () => {
        const { code, stderr } = runCommand('runuser', ['-u', user, '--', ...make]);
        if (code !== 0)
          throw new WriteError(fault('said', words.cannot.made(path, lastLine(stderr))));
      });
      return missing;
    },
    removeAllAs(user, path) {
      if (!existsSync(path)) return;
      if (isDry) return tell(words.would.removed(path));
      runCommand('runuser', ['-u', user, '--', 'rm', '-rf', '--', path]);
      tell((existsSync(path) ? words.kept : words.did.removed)(path));
    },
    run: (command, ...args) => change(null, command, args),
    feed: (input, command, ...args) => change(input, command, args),
    ask: (command, ...args) => runCommand(command, args),
  };
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

function attempt(told: (why: string) => string, change: () => void): void {
  try {
    change();
  } catch (error) {
    if (error instanceof MonitorError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new WriteError(fault('said', told(code ?? message)), { cause: error });
  }
}

/** With this very mode, whatever the umask. */
function makeOne(dir: string, mode: number, owner?: Owner): void {
  mkdirSync(dir);
  chmodSync(dir, mode);
  if (owner !== undefined) chownSync(dir, owner.uid, owner.gid);
}

function runCommand(command: string, args: readonly string[], input: string | null = null): Ran {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    ...(input === null ? {} : { input }),
    timeout: COMMAND_MS,
  });
  const isMissing = error !== undefined && 'code' in error && error.code === 'ENOENT';
  return {
    code: status ?? (isMissing ? 127 : 124),
    stdout,
    stderr: stderr || (error?.message ?? ''),
  };
}

function readText(path: string, words: InstallPhrases): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new WriteError(fault('said', words.cannotLook(path, String(code))), { cause: error });
  }
}

/** The directory and those above it that do not exist, deepest first. */
function missingDirs(path: string): readonly string[] {
  return existsSync(path) ? [] : [path, ...missingDirs(dirname(path))];
}
