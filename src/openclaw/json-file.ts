// Reads a JSON file that a running gateway may be writing, and says why it cannot be read.
import type { StoreFault } from '../core/agent.ts';
import type { Files } from '../world.ts';
import { lookAt } from './look.ts';

/** Largest file that is read; real stores are a few kilobytes. */
const MAX_BYTES = 64 * 1024 * 1024;
/** OpenClaw 2026.2 writes its stores in place: a reader may meet a half-written one. */
const RETRY_AFTER_MS = 60;

export interface JsonReading {
  /** Undefined when there is nothing, or nothing that can be read. */
  readonly value: unknown;
  readonly exists: boolean;
  /** Permission bits; 0 when nothing was read. */
  readonly mode: number;
  readonly fault: StoreFault | null;
}

const NOTHING: JsonReading = { value: undefined, exists: false, mode: 0, fault: null };

/** Parses a JSON file; after a failure once more, shortly later, since a write may have been under way. */
export function readJson(files: Files, path: string): JsonReading {
  const first = tryRead(files, path);
  if (first.fault === null || !CHANGES_BY_WRITING.has(first.fault.problem)) return first;
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_AFTER_MS);
  return tryRead(files, path);
}

// What a write under way looks like; everything else stays as it is.
const CHANGES_BY_WRITING = new Set(['corrupt', 'empty']);

function tryRead(files: Files, path: string): JsonReading {
  try {
    const { kind, size, mode } = lookAt(files, path);
    if (kind === 'absent') {
      return files.isSymlink(path) ? failed(path, 'dangling_link', null) : NOTHING;
    }
    // Reading a pipe or a device would never end.
    if (kind === 'directory' || kind === 'other') return failed(path, 'not_a_file', null);
    if (size > MAX_BYTES) return failed(path, 'too_large', null);
    const text = files.text(path);
    if (text === '') return failed(path, 'empty', 'zero bytes');
    return { value: JSON.parse(text) as unknown, exists: true, mode, fault: null };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return NOTHING;
    if (code === 'EACCES' || code === 'EPERM') return failed(path, 'permission', code);
    return failed(path, code === undefined ? 'corrupt' : 'unreadable', code ?? 'not JSON');
  }
}

function failed(path: string, problem: string, detail: string | null): JsonReading {
  return { value: undefined, exists: true, mode: 0, fault: unreadable(path, problem, detail) };
}

/** The fault of a file that is there and cannot be judged. */
export function unreadable(path: string, problem: string, detail: string | null): StoreFault {
  return { code: 'store_unreadable', path, problem, detail };
}
