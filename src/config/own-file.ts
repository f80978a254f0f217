// Reads a file of the monitor's own (config, secret) or says why it cannot be read; never what is in it.
import { fault, type Fault } from '../core/fault.ts';
import type { Files } from '../world.ts';

const REASON: Readonly<Record<string, Fault>> = {
  EACCES: fault('denied'),
  EPERM: fault('denied'),
  ENOENT: fault('noSuchFile'),
  ENOTDIR: fault('noSuchFile'),
  ELOOP: fault('manyLinks'),
  ERR_ENCODING_INVALID_ENCODED_DATA: fault('notUtf8'),
};

/** A text with the permission bits of its file, or the reason why there is none. */
type OwnFile =
  | { readonly ok: true; readonly text: string; readonly mode: number }
  | { readonly ok: false; readonly reason: Fault };

/** Reads a regular file of at most `maxBytes` as UTF-8. */
export function readOwnFile(files: Files, path: string, maxBytes: number): OwnFile {
  try {
    const stat = files.stat(path);
    if (stat === null) return without(fault('noSuchFile'));
    if (!stat.isFile) return without(fault(stat.isDirectory ? 'isDirectory' : 'noRegularFile'));
    if (stat.size > maxBytes) return without(fault('tooLarge', stat.size, maxBytes));
    const bytes = files.read(path);
    return {
      ok: true,
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      mode: stat.mode,
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return without(REASON[code] ?? fault('unreadable', code));
  }
}

/** True when others than the owner may read the file. Windows has no such bits. */
export function isReadableByOthers(mode: number, platform: NodeJS.Platform): boolean {
  return platform !== 'win32' && (mode & 0o044) !== 0;
}

function without(reason: Fault): OwnFile {
  return { ok: false, reason };
}
