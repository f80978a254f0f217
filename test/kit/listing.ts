// What must stay as it was: every name below a directory with its kind, mode, owner, times and content.
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

/** Content of larger files is left out: they are sparse, and their times and size tell. */
const MOST_BYTES = 64 * 1024 * 1024;

/** One line for each name below `root`, and one for itself. */
export function listing(root: string): string[] {
  return namesIn(root).map((name) => {
    const path = join(root, name);
    const stat = lstatSync(path);
    const { mode, mtimeMs, ctimeMs, size, uid, gid, ino } = stat;
    const content = stat.isSymbolicLink()
      ? readlinkSync(path)
      : stat.isFile() && size <= MOST_BYTES
        ? createHash('sha256').update(readFileSync(path)).digest('hex')
        : '';
    return [name, mode.toString(8), mtimeMs, ctimeMs, size, uid, gid, ino, content].join(' ');
  });
}

/** Gives everything old times, so that any write shows. */
export function age(root: string): void {
  for (const name of namesIn(root)) {
    if (!lstatSync(join(root, name)).isSymbolicLink()) utimesSync(join(root, name), 1, 1);
  }
}

function namesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).concat('.').sort();
}
