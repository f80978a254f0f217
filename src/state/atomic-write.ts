// Replaces a file in one step: after a crash or a power cut there is the old text or the new one.
import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join, basename } from 'node:path';
import { WriteError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';

/** Only the owner may read what the monitor remembers. */
const FILE_MODE = 0o600;
const DIR_MODE = 0o700;

/** Makes a private directory with its parents; one that exists keeps its mode. */
export function makePrivateDir(dir: string): void {
  // One by one: Node's own recursion never returns below /proc (seen on Node 20 to 26).
  if (existsSync(dir)) return;
  const parent = dirname(dir);
  if (parent !== dir) makePrivateDir(parent);
  try {
    mkdirSync(dir, { mode: DIR_MODE });
  } catch (error) {
    // Another process made it meanwhile, which is as good; a file in its place shows on use.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Writes a private file beside its final place, flushes it and moves it there. Throws WriteError. */
export function writeAtomically(path: string, content: string | Buffer): void {
  try {
    makePrivateDir(dirname(path));
    moveIntoPlace(stage(path, content), path);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

/** Renames what was staged, for good; on a failure nothing of it is left. */
export function moveIntoPlace(staged: string, path: string): void {
  try {
    renameSync(staged, path);
  } catch (error) {
    rmSync(staged, { force: true });
    throw error;
  }
  flushDir(dirname(path));
}

/**
 * Writes and flushes a file beside `path`, and returns where. `mode` is the file's own, whatever the
 * umask; null leaves it to the umask.
 */
export function stage(
  path: string,
  content: string | Buffer,
  mode: number | null = FILE_MODE,
): string {
  const staged = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  rmSync(staged, { force: true });
  try {
    const descriptor = openSync(staged, 'wx', mode ?? 0o666);
    try {
      if (mode !== null) fchmodSync(descriptor, mode);
      const bytes = Buffer.from(content);
      for (let at = 0; at < bytes.length; at += writeSync(descriptor, bytes, at));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    rmSync(staged, { force: true });
    throw error;
  }
  return staged;
}

/** The fault with its path and the system's own code. */
export function cannotWrite(path: string, error: unknown): WriteError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new WriteError(fault('cannotWrite', path, code ?? message), { cause: error });
}

/** Makes a rename survive a power cut. Windows and some phone file systems know no such flush. */
function flushDir(dir: string): void {
  try {
    const descriptor = openSync(dir, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // The file itself is flushed; only the moment of the rename is left to the file system.
  }
}
