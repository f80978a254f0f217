// Every way out of the program that nobody planned ends with 70: Node's own 1 would read as "expired".
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dist } from '../../build/paths.mjs';
import { DAY_MS, gateway, house, needsDevice, token, type House } from '../kit/built-cli.ts';

const SECRET = 'Gh7Kq2Vw9Lm4Zx';

/** A file that Node loads first, and that breaks what the program relies on. */
function breaking(home: House, script: string): string[] {
  return ['--require', home.write('broken.cjs', script)];
}

const THROWS = `const fs = require('node:fs');
  const read = fs.readFileSync;
  fs.readFileSync = (path, ...rest) => {
    if (String(path).endsWith('auth-profiles.json')) throw new TypeError('it says ${SECRET}');
    return read(path, ...rest);
  };`;

/** Something goes wrong a moment after the program has begun, while it is at work. */
const later = (script: string): string => `process.nextTick(() => { ${script} });`;

/** The program waits for something that never comes, while `script` goes wrong. */
const waiting = (script: string): string => `const { Module } = require('node:module');
  const load = Module._load;
  Module._load = (id, ...rest) => {
    if (!id.endsWith('main.cjs')) return load(id, ...rest);
    ${script}
    return { t: { main: () => new Promise(() => {}) } };
  };`;

const ESCAPES: readonly (readonly [name: string, script: string])[] = [
  ['an exception in a callback', later(`throw new RangeError('it says ${SECRET}');`)],
  ['something thrown that is no error', later(`throw '${SECRET}';`)],
  [
    'an error with a hostile stack',
    later(`throw Object.assign(new Error('x'), { stack: '${SECRET}' });`),
  ],
  ['an error without a stack', later(`throw Object.assign(new Error('x'), { stack: undefined });`)],
  [
    'a rejection that nobody handles',
    waiting(`Promise.reject(new Error('it says ${SECRET}')); setTimeout(() => {}, 9000);`),
  ],
  [
    'a rejection without an error',
    waiting(`Promise.reject('${SECRET}'); setTimeout(() => {}, 9000);`),
  ],
  ['a promise that never settles', waiting('')],
];

describe('what nobody planned ends with 70, and says nothing of what was read', () => {
  test.each(ESCAPES)('%s', async (_, script) => {
    const home = house();
    const dir = gateway(home, { 'anthropic:a': token(9 * DAY_MS) });
    const nodeOptions = breaking(home, script);
    const { code, stdout, stderr } = await home.run(['check', '--state-dir', dir], { nodeOptions });
    expect(code).toBe(70);
    expect(stderr).toContain('a bug in the monitor, nothing is said about your credentials');
    expect(stdout + stderr).not.toContain(SECRET.slice(0, 5));
  });

  test.each([
    '--unhandled-rejections=warn',
    '--unhandled-rejections=none',
    '--unhandled-rejections=strict',
  ])('a failed load under %s', async (flag) => {
    const home = house();
    const program = copyOfProgram(home);
    rmSync(join(home.dir, 'copy/chunks/main.cjs'));
    expect(await home.run([], { program, nodeOptions: [flag] })).toMatchObject({ code: 70 });
  });
});

test('a bug in a check of ours is no verdict', async () => {
  const home = house();
  const dir = gateway(home, { 'anthropic:a': token(9 * DAY_MS) });
  const nodeOptions = breaking(home, THROWS);
  const { code, stdout, stderr } = await home.run(['check', '--state-dir', dir], { nodeOptions });
  // Either it is told as a store that cannot be read, or it is a bug; never "fine", never silence.
  expect([1, 70]).toContain(code);
  expect(stdout + stderr).not.toContain(SECRET.slice(0, 5));
});

/** The built program with its chunks, for one to be taken away. */
function copyOfProgram(home: House): string {
  cpSync(dist, join(home.dir, 'copy'), { recursive: true });
  return join(home.dir, 'copy', 'cli.cjs');
}

describe('a broken installation ends with 70', () => {
  test.each([
    ['main.cjs', ['check']],
    ['json.cjs', ['check', '--json']],
    ['help.cjs', ['--help']],
    ['prometheus.cjs', ['check', '--format', 'prometheus']],
    ['nagios.cjs', ['check', '--format', 'text']],
  ] as const)('without %s: %j', async (chunk, args) => {
    const home = house();
    const program = copyOfProgram(home);
    rmSync(join(home.dir, 'copy/chunks', chunk));
    const { code, stderr } = await home.run(args, { program });
    const isNeeded = chunk !== 'nagios.cjs';
    expect(code).toBe(isNeeded ? 70 : 1);
    if (isNeeded) expect(stderr).toContain('MODULE_NOT_FOUND');
  });

  test('with a chunk cut off in the middle', async () => {
    const home = house();
    const program = copyOfProgram(home);
    writeFileSync(join(home.dir, 'copy/chunks/main.cjs'), 'const a = (');
    const { code, stderr } = await home.run(['check'], { program });
    expect(code).toBe(70);
    expect(stderr).toContain('SyntaxError');
  });

  test('with no chunk at all', async () => {
    const home = house();
    const program = copyOfProgram(home);
    const chunks = join(home.dir, 'copy/chunks');
    for (const name of readdirSync(chunks)) rmSync(join(chunks, name));
    expect(await home.run(['check'], { program })).toMatchObject({ code: 70, stdout: '' });
  });
});

test('to Nagios a bug is UNKNOWN, told on the line that it shows', async () => {
  const home = house();
  const program = copyOfProgram(home);
  rmSync(join(home.dir, 'copy/chunks/main.cjs'));
  for (const args of [['--format', 'nagios'], ['--format=nagios']]) {
    const { code, stdout } = await home.run(args, { program });
    expect(code).toBe(3);
    expect(stdout).toBe(
      'AUTH UNKNOWN: a bug in the monitor, nothing is said about your credentials\n',
    );
  }
});

test('a bug that cannot even be told ends with 70', async (context) => {
  needsDevice(context, '/dev/full');
  const home = house();
  const nodeOptions = breaking(home, later(`throw new Error('x');`));
  const { openSync, closeSync } = await import('node:fs');
  const full = openSync('/dev/full', 'w');
  const ended = await home.run(['check'], { nodeOptions, stdio: ['ignore', full, full] });
  closeSync(full);
  expect(ended.code).toBe(70);
});
