// Replaces a file that people named, so that a reader never meets half of it.
import { realpathSync, statSync, writeFileSync } from 'node:fs';
import { cannotWrite, moveIntoPlace, stage } from './state/atomic-write.ts';

/**
 * Writes `text` beside `path` and renames it there; a link stays one, a pipe or a device is written to.
 * `mode` is the file's in the end; without one, an existing file keeps its own and the umask decides on
 * a new one. Throws a WriteError (73).
 */
export function replaceFile(path: string, text: string, mode?: number): void {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && !found.isFile()) return writeFileSync(path, text, { flag: 'w' });
    const file = found ? realpathSync(path) : path;
    moveIntoPlace(stage(file, text, mode ?? (found ? found.mode & 0o777 : null)), file);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}
