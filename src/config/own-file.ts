// Reads a file of the monitor's own (config, secret) or says why it cannot be read; never what is in it.
import type { Files } from '../world.ts';

const REASON: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  ELOOP: 'too many links',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'is not UTF-8 text',
};

/** A text with the permission bits of its file, or the reason why there is none. */
type OwnFile =
  | { readonly ok: true; readonly text: string; readonly mode: number }
  | { readonly ok: false; readonly reason: string };

/** Reads a regular file of at most `maxBytes` as UTF-8. */
export function readOwnFile(files: Files, path: string, maxBytes: number): OwnFile {
  try {
    const stat = files.stat(path);
    if (stat === null) return fault('there is no such file');
    if (!stat.isFile) return fault(stat.isDirectory ? 'is a directory' : 'is not a regular file');
    if (stat.size > maxBytes) return fault(`is too large: ${stat.size} bytes, at most ${maxBytes}`);
    const bytes = files.read(path);
    return {
      ok: true,
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      mode: stat.mode,
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return fault(REASON[code] ?? `cannot be read (${code})`);
  }
}

/** True when others than the owner may read the file. Windows has no such bits. */
export function isReadableByOthers(mode: number, platform: NodeJS.Platform): boolean {
  return platform !== 'win32' && (mode & 0o044) !== 0;
}

function fault(reason: string): OwnFile {
  return { ok: false, reason };
}
