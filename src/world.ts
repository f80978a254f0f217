// The ports through which every effect enters, and the real ones.
import {
  fstatSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeSync,
} from 'node:fs';
import { devNull, homedir, hostname } from 'node:os';
import { WriteError } from './core/errors.ts';
import { fault } from './core/fault.ts';

export type Env = Readonly<Record<string, string | undefined>>;

export interface FileStat {
  readonly isFile: boolean;
  readonly isDirectory: boolean;
  readonly size: number;
  readonly mtimeMs: number;
  /** Permission bits, e.g. 0o600. */
  readonly mode: number;
  readonly uid: number;
  readonly links: number;
}

/** Reading only: what gets this port cannot change a file. Every method throws Node's own errors. */
export interface Files {
  read(path: string): Buffer;
  /** As UTF-8; in one call into the system where `read` needs five. */
  text(path: string): string;
  /** Follows links; null when nothing is there. */
  stat(path: string): FileStat | null;
  /** Does not follow links; null when nothing is there. */
  isSymlink(path: string): boolean;
  /** Names in a directory, sorted; empty when it does not exist. */
  list(path: string): readonly string[];
  /** Those of them that are links: one call for all names. */
  links(path: string): readonly string[];
  realpath(path: string): string;
}

/** How grave a line of the log is. */
export type LogLevel = 'info' | 'warn';

/** A place for text: a terminal, a pipe or a file. */
export interface TextSink {
  readonly isTTY: boolean;
  /** Width in columns; undefined when not a terminal. */
  readonly columns: number | undefined;
  /**
   * Writes all of it; a closed reader is no fault, a full disk under stdout is a WriteError. With a level
   * it is whole lines of the log.
   */
  write(text: string, level?: LogLevel): void;
}

export interface World {
  readonly env: Env;
  readonly cwd: string;
  readonly platform: NodeJS.Platform;
  /** The user's home; null where the system has none (arbitrary uid without HOME). */
  readonly home: string | null;
  readonly hostname: string;
  readonly uid: number | null;
  /** Wall clock, epoch ms; moved by `--now`. */
  now(): number;
  /** Milliseconds on a clock that never jumps. */
  monotonicMs(): number;
  readonly files: Files;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
}

/** Whether the terminal shows more than ASCII. */
export function showsUnicode({ env, platform }: Pick<World, 'env' | 'platform'>): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return /utf-?8/i.test(locale) || platform === 'darwin';
}

/** The ports of this process. Nothing is read from the system before it is asked for. */
export function realWorld(): World {
  return {
    env: process.env,
    cwd: process.cwd(),
    platform: process.platform,
    // An arbitrary uid in a container has neither HOME nor a passwd entry: homedir() throws then.
    get home() {
      return quietly(homedir) || null;
    },
    get hostname() {
      return quietly(hostname) ?? 'localhost';
    },
    uid: process.getuid?.() ?? null,
    now: () => Date.now(),
    monotonicMs: () => performance.now(),
    files: realFiles,
    stdout: descriptor(1),
    stderr: descriptor(2),
  };
}

const realFiles: Files = {
  read: (path) => readFileSync(path),
  text: (path) => readFileSync(path, 'utf8'),
  stat(path) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return null;
    return {
      isFile: stat.isFile(),
      isDirectory: stat.isDirectory(),
      size: stat.size,
      mtimeMs: stat.mtimeMs,
      mode: stat.mode & 0o7777,
      uid: stat.uid,
      links: stat.nlink,
    };
  },
  isSymlink: (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false,
  list(path) {
    try {
      return readdirSync(path).sort();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  },
  links(path) {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries.filter((entry) => entry.isSymbolicLink()).map(({ name }) => name);
  },
  realpath: (path) => realpathSync(path),
};

/**
 * Whether a descriptor is a terminal. `node:tty` pulls the network stack in, 7 ms of each start, and only
 * a character device other than the null device can be one.
 */
function isTerminal(fd: number): boolean {
  const stat = quietly(() => fstatSync(fd));
  if (!stat?.isCharacterDevice() || stat.rdev === quietly(() => statSync(devNull))?.rdev)
    return false;
  return process.getBuiltinModule('node:tty').isatty(fd);
}

/**
 * Writes to a descriptor in one synchronous go. `process.stdout` costs start-up time and loses the end
 * of the text when the process exits on a pipe, so only a terminal's width is asked from it.
 */
function descriptor(fd: 1 | 2): TextSink {
  let closed = false;
  return {
    get isTTY() {
      return isTerminal(fd);
    },
    get columns() {
      return isTerminal(fd) ? (fd === 1 ? process.stdout : process.stderr).columns : undefined;
    },
    write(text) {
      if (closed) return;
      try {
        closed = !writeAll(fd, Buffer.from(text, 'utf8'));
      } catch (error) {
        // A log on a full disk is lost; the verdict and the alerts are not.
        if (fd === 1) throw error;
      }
    },
  };
}

/** Returns false when the reader has gone, which keeps the verdict and ends the text. */
function writeAll(fd: number, bytes: Buffer): boolean {
  let offset = 0;
  while (offset < bytes.length) {
    try {
      offset += writeSync(fd, bytes, offset);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      else if (code === 'EPIPE' || code === 'EBADF') return false;
      else throw new WriteError(fault('cannotPrint', message), { cause: error });
    }
  }
  return true;
}

function quietly<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
