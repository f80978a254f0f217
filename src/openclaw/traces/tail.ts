// Reads the end of a file that another program appends to: bounded, line by line, never waiting.
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import type { TracePosition } from '../../core/sighting.ts';

/** Longer lines hold no record of an error. */
const LONGEST_LINE_BYTES = 256 * 1024;
const CHUNK_BYTES = 256 * 1024;
const NEWLINE = 0x0a;

export interface TailOptions {
  /** Where the last reading ended; null reads the last `limitBytes`. */
  readonly from: TracePosition | null;
  /** At most so many bytes from the end. */
  readonly limitBytes: number;
  /** Only a file of this user is believed; null takes anybody's. */
  readonly owner: number | null;
}

export type TailReading =
  | { readonly ok: true; readonly position: TracePosition; readonly bytes: number }
  | { readonly ok: false; readonly problem: string };

/**
 * Hands each line since `from` to `see`, as raw bytes that are only valid during the call; what is over
 * the limit or longer than 256 KiB is left out. A pipe or device is refused, never waited for.
 */
export function readTail(
  path: string,
  { from, limitBytes, owner }: TailOptions,
  see: (line: Buffer) => void,
): TailReading {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return { ok: false, problem: 'not_a_file' };
    if (owner !== null && owner !== stat.uid) return { ok: false, problem: 'foreign' };
    return { ok: true, ...readLines(descriptor, stat, startOf(stat, from, limitBytes), see) };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  } finally {
    closeSync(descriptor);
  }
}

/** Why a file cannot be read, as a closed word. */
export function problemOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return 'permission';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  return code === 'ELOOP' || code === 'ENXIO' || code === 'EISDIR' ? 'not_a_file' : 'unreadable';
}

// A file that is another one, or shorter than it was, is read anew.
function startOf({ ino, size }: Stats, from: TracePosition | null, limitBytes: number): number {
  const isSame = from !== null && from.inode === ino && from.offset <= size;
  return Math.max(isSame ? from.offset : 0, size - limitBytes, 0);
}

function readLines(
  descriptor: number,
  { ino, size }: Stats,
  start: number,
  see: (line: Buffer) => void,
): { readonly position: TracePosition; readonly bytes: number } {
  const buffer = Buffer.allocUnsafe(LONGEST_LINE_BYTES + CHUNK_BYTES);
  // One byte back: a newline there means that the first line is whole.
  let at = Math.max(start - 1, 0);
  let isCut = start > 0;
  let held = 0;
  let wholeUntil = start;
  for (;;) {
    const count = at < size ? readSync(descriptor, buffer, held, CHUNK_BYTES, at) : 0;
    if (count === 0) break;
    at += count;
    const end = held + count;
    let from = 0;
    for (
      let to = buffer.indexOf(NEWLINE);
      to >= 0 && to < end;
      to = buffer.indexOf(NEWLINE, from)
    ) {
      if (!isCut && to > from) see(buffer.subarray(from, to));
      isCut = false;
      from = to + 1;
      wholeUntil = at - end + from;
    }
    held = end - from;
    // What is longer than any record is dropped up to its end.
    if (held > LONGEST_LINE_BYTES) {
      held = 0;
      isCut = true;
    } else buffer.copy(buffer, 0, from, end);
  }
  // A last line without an end may be whole all the same; it is read again next time.
  if (!isCut && held > 0) see(buffer.subarray(0, held));
  return { position: { inode: ino, offset: wholeUntil }, bytes: size - start };
}
