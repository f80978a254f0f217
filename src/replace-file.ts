// Replaces a file in one step, so that a reader never meets half of it.
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { WriteError } from './core/errors.ts';

/**
 * Writes `text` beside `path` and renames it there; a link stays one, a pipe or a device is written to.
 * `mode` is the file's in the end; without one, an existing file keeps its own and the umask decides on
 * a new one. Throws a WriteError (73).
 */
export function replaceFile(path: string, text: string, mode?: number): void {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && !found.isFile()) return writeThrough(path, text);
    const file = found ? realpathSync(path) : path;
    replace(file, text, mode ?? (found && found.mode & 0o777));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new WriteError(`Cannot write ${path}: ${code ?? message}`, { cause: error });
  }
}

function writeThrough(path: string, text: string): void {
  const descriptor = openSync(path, 'w');
  try {
    writeAll(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

function replace(path: string, text: string, mode: number | undefined): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}`);
  rmSync(temporary, { force: true });
  const descriptor = openSync(temporary, 'wx');
  try {
    try {
      if (mode !== undefined) fchmodSync(descriptor, mode);
      writeAll(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let offset = 0; offset < bytes.length;) offset += writeSync(descriptor, bytes, offset);
}
