// A place with programs that only write down how they were called; `$HOME` is that place.
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempDir } from './temp-dir.ts';

const PROGRAM = join(import.meta.dirname, '../fixtures/programs/fake-program.sh');

interface ProgramCall {
  readonly name: string;
  readonly args: readonly string[];
  readonly input: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface FakePrograms {
  readonly dir: string;
  /** What the programs need to run here. */
  readonly env: { readonly HOME: string; readonly PATH: string };
  /** The absolute path of a program. */
  path(name: string): string;
  /** From now on: `exit 3`, `say words`, `hang`, `crash`, or nothing. */
  act(how: string): void;
  calls(): readonly ProgramCall[];
  /** Of what a hanging program has started; null before. */
  childPid(): number | null;
}

/** Programs of these names in `bin` of a directory that is gone when the test has ended. */
export function fakePrograms(...names: readonly string[]): FakePrograms {
  const dir = tempDir();
  mkdirSync(join(dir, 'bin'));
  for (const name of names) symlinkSync(PROGRAM, join(dir, 'bin', name));
  writeFileSync(join(dir, 'do'), '\n');
  const read = (...parts: readonly string[]) => readFileSync(join(dir, ...parts), 'utf8');
  return {
    dir,
    env: { HOME: dir, PATH: process.env['PATH'] ?? '' },
    path: (name) => join(dir, 'bin', name),
    act: (how) => writeFileSync(join(dir, 'do'), `${how}\n`),
    calls() {
      const calls: ProgramCall[] = [];
      for (let at = 0; existsSync(join(dir, `call.${at}`, 'args')); at += 1) {
        const [name = '', ...args] = read(`call.${at}`, 'args').split('\0').slice(0, -1);
        const pairs = read(`call.${at}`, 'env')
          .split('\n')
          .filter((line) => line.includes('='));
        const env = Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s, 2)));
        calls.push({ name, args, input: read(`call.${at}`, 'input'), env });
      }
      return calls;
    },
    childPid: () => (existsSync(join(dir, 'child')) ? Number(read('child')) || null : null),
  };
}
