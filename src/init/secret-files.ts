// Keeps secrets that were typed in: each in a file of its own, for its owner alone.
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAtomically } from '../state/atomic-write.ts';

/** The files that were made, so that they can be taken back. */
export class SecretFiles {
  readonly #dir: string;
  readonly #made: string[] = [];

  constructor(configPath: string) {
    this.#dir = join(dirname(configPath), 'secrets');
  }

  /** Writes a secret under a name that is still free; returns the path. Throws WriteError. */
  keep(name: string, secret: string): string {
    let path = join(this.#dir, name);
    for (let next = 2; existsSync(path); next += 1) path = join(this.#dir, `${name}-${next}`);
    writeAtomically(path, `${secret}\n`);
    this.#made.push(path);
    return path;
  }

  /** Removes those of one channel, or all. */
  takeBack(prefix = ''): void {
    for (const path of this.#made) {
      if (path.startsWith(join(this.#dir, prefix))) rmSync(path, { force: true });
    }
  }
}
