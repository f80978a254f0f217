// Decides whether a database rested while it was read, and makes the private copies of one in use.
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COPY_NAME, directoryPrefix, sweepLeftovers } from './leftovers.ts';
import { Refused } from './reading.ts';

interface Stamp {
  readonly size: number;
  readonly mtimeNs: bigint;
  readonly inode: bigint;
}

/** The files of one database at one moment. */
export interface StoreFiles {
  readonly main: Stamp;
  /** Null when there is none, or an empty one. */
  readonly wal: Stamp | null;
  /** The first 32 bytes: they name the generation of the log. */
  readonly walHeader: string | null;
  /** A non-empty rollback journal: main is half written until its owner rolls it back. */
  readonly journalIsHot: boolean;
  readonly hasSharedMemory: boolean;
}

/** Looks at main and the files beside it without opening main; throws errno errors and Refused. */
export function lookAt(file: string): StoreFiles {
  const main = stampOf(file);
  if (!main) throw new Refused('missing', 'It does not exist.');
  accessSync(file, constants.R_OK);
  const wal = filled(stampOf(`${file}-wal`));
  return {
    main,
    wal,
    walHeader: wal && headerOf(`${file}-wal`),
    journalIsHot: filled(stampOf(`${file}-journal`)) !== null,
    hasSharedMemory: existsSync(`${file}-shm`),
  };
}

/** True when nothing was written between the two looks. */
export function hasRested(before: StoreFiles, after: StoreFiles): boolean {
  return isSame(before.main, after.main) && isSame(before.wal, after.wal) && !after.journalIsHot;
}

/**
 * True when main, copied first, and the log, copied second, belong together. A log whose header is
 * unchanged only grew: a checkpoint in between moved frames into main that the copied log holds too,
 * and a frame cut in half fails its checksum (https://www.sqlite.org/walformat.html). So a gateway
 * that never stops writing does not make its store unreadable.
 */
export function belongsTogether(before: StoreFiles, after: StoreFiles): boolean {
  if (hasRested(before, after)) return true;
  const logOnlyGrew = before.walHeader !== null && before.walHeader === after.walHeader;
  return logOnlyGrew && before.main.inode === after.main.inode && !after.journalIsHot;
}

/** Bytes a private copy takes. */
export function copySize({ main, wal }: StoreFiles): number {
  return main.size + (wal?.size ?? 0);
}

/** Whether the temporary directory can take that many bytes. */
export function hasRoomFor(bytes: number): boolean {
  const { bavail, bsize } = inTemporary(() => statfsSync(tmpdir()));
  return bavail * bsize > bytes;
}

/**
 * Copies main and log into a directory only this user can enter, reads the copy and removes it whatever
 * happens; null when the files changed meanwhile. All of it is one synchronous run, so no signal
 * handler of this process can leave credentials behind in the middle. What a killed process left is
 * removed first.
 */
export function readCopy<T>(
  file: string,
  before: StoreFiles,
  cloning: 'preferred' | 'required',
  read: (copy: string) => T,
): T | null {
  const temporary = tmpdir();
  sweepLeftovers(temporary);
  const directory = inTemporary(() => mkdtempSync(directoryPrefix(temporary)));
  try {
    const copy = join(directory, COPY_NAME);
    copyOne(file, copy, cloning);
    // Never the -shm: it describes the writer's locks, and SQLite rebuilds it from the log.
    if (before.wal) copyOne(`${file}-wal`, `${copy}-wal`, cloning);
    return belongsTogether(before, lookAt(file)) ? read(copy) : null;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function copyOne(from: string, to: string, cloning: 'preferred' | 'required'): void {
  try {
    if (!hasCloned(from, to)) {
      if (cloning === 'required') throw new Refused('too_large', TOO_LARGE);
      copyBytes(from, to);
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw FULL.has(code) ? noSpace(code) : error;
  }
  // A clone inherits the mode, and a read-only one could not be opened by every reader.
  chmodSync(to, 0o600);
}

function hasCloned(from: string, to: string): boolean {
  try {
    copyFileSync(from, to, constants.COPYFILE_FICLONE_FORCE);
    return true;
  } catch (error) {
    if (!CANNOT_CLONE.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    rmSync(to, { force: true });
    return false;
  }
}

/**
 * Copies what the file holds when it is opened, or less when it is cut meanwhile. Not `copyFileSync`,
 * which never returns when a writer truncates the log under it: it waits for bytes that are gone
 * (seen on Node.js 20.20.2; the same fault as boostorg/filesystem#292).
 */
function copyBytes(from: string, to: string): void {
  const source = openSync(from, constants.O_RDONLY);
  try {
    const target = openSync(to, 'wx', 0o600);
    try {
      const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
      let left = fstatSync(source).size;
      while (left > 0) {
        const count = readSync(source, buffer, 0, Math.min(left, CHUNK_BYTES), null);
        if (count === 0) return;
        writeFileSync(target, buffer.subarray(0, count));
        left -= count;
      }
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}

const CHUNK_BYTES = 256 * 1024;
const TOO_LARGE =
  'Too large to copy, and this Node.js cannot read it in place; Node.js 22.15 or newer can.';
const CANNOT_CLONE = new Set(['ENOTSUP', 'EOPNOTSUPP', 'EXDEV', 'ENOSYS', 'EINVAL', 'ENOTTY']);
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EFBIG']);

function inTemporary<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw noSpace((error as NodeJS.ErrnoException).code);
  }
}

function noSpace(code = 'unknown'): Refused {
  return new Refused('no_space', `The temporary directory cannot hold a private copy (${code}).`);
}

function stampOf(path: string): Stamp | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!stat) return null;
  if (!stat.isFile()) throw new Refused('not_a_file', 'It, or a file beside it, is not a file.');
  return { size: Number(stat.size), mtimeNs: stat.mtimeNs, inode: stat.ino };
}

function filled(stamp: Stamp | null): Stamp | null {
  return stamp?.size ? stamp : null;
}

function isSame(one: Stamp | null, other: Stamp | null): boolean {
  if (!one || !other) return one === other;
  return one.size === other.size && one.mtimeNs === other.mtimeNs && one.inode === other.inode;
}

function headerOf(wal: string): string {
  const header = Buffer.alloc(32);
  const descriptor = openSync(wal, constants.O_RDONLY);
  try {
    return header.toString('hex', 0, readSync(descriptor, header));
  } finally {
    closeSync(descriptor);
  }
}
