// Asks what lies at a path, for paths that others wrote and nobody checked.
import type { Files } from '../world.ts';

/**
 * `unreachable`: something on the way refuses, so that whatever may be there can be neither read nor
 * ruled out. `other`: a pipe, socket or device, which a read might wait at for ever.
 */
export type Kind = 'absent' | 'file' | 'directory' | 'other' | 'unreachable';

// A file in the place of a directory, or a name no file system takes: nothing can lie behind it.
const NOTHING_THERE = new Set(['ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

/** What lies at `path`, links followed, and its size in bytes. Never throws. */
export function lookAt(files: Files, path: string): { readonly kind: Kind; readonly size: number } {
  try {
    const stat = files.stat(path);
    if (stat === null) return { kind: 'absent', size: 0 };
    const kind = stat.isFile ? 'file' : stat.isDirectory ? 'directory' : 'other';
    return { kind, size: stat.size };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isNothing = code !== undefined && NOTHING_THERE.has(code);
    return { kind: isNothing ? 'absent' : 'unreachable', size: 0 };
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
