// Reads a text that may have no end: standard input, a pipe or a device, up to a size.
import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK_BYTES = 1024 * 1024;
const PAUSE_MS = 5;

/**
 * The whole text of a path or a descriptor, as UTF-8; null when there is more of it than `mostBytes`.
 * Throws Node's own errors.
 */
export function readUpTo(source: string | number, mostBytes: number): string | null {
  const fd = typeof source === 'number' ? source : openSync(source, 'r');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const read: Buffer[] = [];
    let length = 0;
    while (length <= mostBytes) {
      const count = readSome(fd, chunk);
      if (count === 0) return Buffer.concat(read).toString('utf8');
      // A copy: a pipe gives little at a time.
      read.push(Buffer.from(chunk.subarray(0, count)));
      length += count;
    }
    return null;
  } finally {
    if (fd !== source) closeSync(fd);
  }
}

/** 0 at the end. */
function readSome(fd: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(fd, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A closed pipe on Windows.
      if (code === 'EOF') return 0;
      // Whoever shares our standard input has made it non-blocking.
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}
