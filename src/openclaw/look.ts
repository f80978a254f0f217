// Asks what lies at a path, for paths that others wrote and nobody checked.
import type { Files } from '../world.ts';

/**
 * `unreachable`: something on the way refuses, so that whatever may be there can be neither read nor
 * ruled out. `other`: a pipe, socket or device, which a read might wait at for ever.
 */
export type Kind = 'absent' | 'file' | 'directory' | 'other' | 'unreachable';

// A file in the place of a directory, or a name no file system takes: nothing can lie behind it.
const NOTHING_THERE = new Set(['ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

export interface Look {
  readonly kind: Kind;
  /** Bytes. */
  readonly size: number;
  /** Permission bits. */
  readonly mode: number;
}

const ABSENT: Look = { kind: 'absent', size: 0, mode: 0 };
const UNREACHABLE: Look = { kind: 'unreachable', size: 0, mode: 0 };

/** What lies at `path`, links followed. Never throws. */
export function lookAt(files: Files, path: string): Look {
  try {
    const stat = files.stat(path);
    if (stat === null) return ABSENT;
    const kind = stat.isFile ? 'file' : stat.isDirectory ? 'directory' : 'other';
    return { kind, size: stat.size, mode: stat.mode };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code !== undefined && NOTHING_THERE.has(code) ? ABSENT : UNREACHABLE;
  }
}

/** What lies at `path`, links followed. Never throws. */
export function kindAt(files: Files, path: string): Kind {
  return lookAt(files, path).kind;
}

/** False only when certainly nothing is there. */
export function isAnything(files: Files, path: string): boolean {
  return kindAt(files, path) !== 'absent';
}
