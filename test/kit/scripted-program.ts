// A program of a test: a shell script under a name, first in PATH.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes the script into `dir`/bin and returns a PATH that finds it first. */
export function scriptedProgram(dir: string, name: string, script: string): string {
  const bin = join(dir, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, name), 0o700);
  return `${bin}:${process.env['PATH'] ?? ''}`;
}
