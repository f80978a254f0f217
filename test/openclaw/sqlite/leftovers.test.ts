// What killed runs left is removed, and nothing else: a copy holds credentials.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweepLeftovers } from '../../../src/openclaw/sqlite/leftovers.ts';
import { lookAt, readCopy } from '../../../src/openclaw/sqlite/snapshot.ts';
import { makePlace, putFixture } from './stores.ts';

const MINUTES_AGO = new Date(Date.now() - 120_000);
const DAYS_AGO = new Date(Date.now() - 48 * 3_600_000);
/** A pid that nobody has: of a process that has ended. */
const GONE = spawnSync(process.execPath, ['-e', '']).pid;

let built = '';
beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), 'leftovers-'));
  await build({
    input: fileURLToPath(new URL('../../../src/openclaw/sqlite/snapshot.ts', import.meta.url)),
    platform: 'node',
    logLevel: 'silent',
    output: { dir: built, format: 'cjs', entryFileNames: 'snapshot.cjs' },
  });
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

interface Left {
  readonly pid?: number;
  readonly at?: Date;
  readonly mode?: number;
  readonly file?: string;
  readonly name?: string;
}

function leave(temporary: string, left: Left): string {
  const { pid = GONE, at = MINUTES_AGO, mode = 0o700, file = 'copy.sqlite-wal' } = left;
  const directory = join(temporary, left.name ?? `openclaw-auth-monitor-${pid}-aB3dE6`);
  mkdirSync(directory);
  writeFileSync(join(directory, file), 'x');
  chmodSync(directory, mode);
  utimesSync(directory, at, at);
  return directory;
}

test('a copy whose process was killed goes when the next one is made', async () => {
  const { file, temporary } = makePlace();
  putFixture(file, 'in_use', ['', '-wal', '-shm']);
  const script = `const { lookAt, readCopy } = require('./snapshot.cjs');
readCopy(process.argv[1], lookAt(process.argv[1]), 'preferred', () => {
  require('node:fs').writeSync(1, 'reading');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20000);
});`;
  const child = spawn(process.execPath, ['-e', script, file], {
    cwd: built,
    env: { TMPDIR: temporary },
  });
  const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  const [name = ''] = readdirSync(temporary);
  expect(readdirSync(join(temporary, name))).toEqual(['copy.sqlite', 'copy.sqlite-wal']);
  utimesSync(join(temporary, name), MINUTES_AGO, MINUTES_AGO);
  expect(
    readCopy(file, lookAt(file), 'preferred', () => readdirSync(temporary).includes(name)),
  ).toBe(false);
  expect(readdirSync(temporary)).toEqual([]);
});

test.each<[string, Left]>([
  ['of a minute that has not passed', { at: new Date() }],
  ['of a process that runs', { pid: process.pid }],
  ['that others may enter', { mode: 0o755 }],
  ['with anything else in it', { file: 'notes.txt' }],
  ['of another name', { name: 'openclaw-auth-monitor-x' }],
  ['of the form before', { name: 'openclaw-auth-monitor-aB3dE6' }],
])('a directory %s stays', (_, left) => {
  const { temporary } = makePlace();
  const directory = leave(temporary, left);
  sweepLeftovers(temporary);
  expect(existsSync(directory)).toBe(true);
});

test('after a day a process of that number is another one', () => {
  const { temporary } = makePlace();
  const directory = leave(temporary, { pid: process.pid, at: DAYS_AGO });
  sweepLeftovers(temporary);
  expect(existsSync(directory)).toBe(false);
});

test('a link is not followed, neither in place of the directory nor inside', () => {
  const { temporary, root } = makePlace();
  const aim = leave(root, { name: 'aim', file: 'copy.sqlite' });
  symlinkSync(aim, join(temporary, `openclaw-auth-monitor-${GONE}-aB3dE6`));
  const own = leave(temporary, { name: `openclaw-auth-monitor-${GONE}-zzzzzz` });
  symlinkSync(aim, join(own, 'copy.sqlite'));
  utimesSync(own, MINUTES_AGO, MINUTES_AGO);
  sweepLeftovers(temporary);
  expect(existsSync(own)).toBe(false);
  expect(readdirSync(aim)).toEqual(['copy.sqlite']);
  expect(readdirSync(temporary)).toHaveLength(1);
});

test.runIf(process.getuid?.() === 0)('a directory of another user stays', async () => {
  const { temporary } = makePlace();
  const directory = leave(temporary, {});
  const { chownSync } = await import('node:fs');
  chownSync(directory, 65_534, 65_534);
  sweepLeftovers(temporary);
  expect(existsSync(directory)).toBe(true);
});

test('it is looked for once an hour', () => {
  const { temporary } = makePlace();
  sweepLeftovers(temporary);
  const directory = leave(temporary, {});
  sweepLeftovers(temporary);
  expect(existsSync(directory)).toBe(true);
});

test('a directory that cannot be listed stops nothing', () => {
  expect(() => sweepLeftovers('/nonexistent/temporary')).not.toThrow();
});
