import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfigFile } from '../../src/openclaw/config-file.ts';
import { Environment } from '../../src/openclaw/environment.ts';
import { GatewayHome } from '../kit/gateway.ts';

async function read(home: GatewayHome, env: Record<string, string> = {}) {
  const environment = new Environment([{ name: 'test', env, own: false }]);
  const world = home.world();
  const reading = await readConfigFile(
    world.files,
    join(home.stateDir, 'openclaw.json'),
    environment,
  );
  // The objects of a reading have no prototype.
  return {
    ...reading,
    config: JSON.parse(JSON.stringify(reading.config)) as unknown,
    environment,
  };
}

const withFiles = (config: unknown, files: Record<string, unknown> = {}): GatewayHome => {
  const home = new GatewayHome().config(config);
  for (const [path, content] of Object.entries(files)) home.file(path, content);
  return home;
};

test.each([
  ['plain JSON', '{"a":1}'],
  ['comments, bare keys and a trailing comma', '{ // note\n a: 1, /* x */ }'],
  ['a byte order mark', '\uFEFF{"a":1}'],
])('%s is read', async (_, text) => {
  expect(await read(withFiles(text))).toMatchObject({ config: { a: 1 }, problem: null });
});

test.each([
  ['nothing', '', /is not JSON5/],
  ['half a file', '{"a":', /is not JSON5 \(line:column 1:6\)/],
  ['a list', '[1]', /not an object/],
  ['a text', '"x"', /not an object/],
  ['null', 'null', /not an object/],
])('%s is a problem, and nothing else', async (_, text, problem) => {
  const reading = await read(withFiles(text));
  expect(reading.problem).toMatch(problem);
  expect(reading.config).toEqual({});
});

test('a problem never quotes the file', async () => {
  const reading = await read(withFiles('{"token": sk-secret-0000 }'));
  expect(reading.problem).not.toContain('secret');
});

describe('$include', () => {
  test.each<[string, unknown, Record<string, unknown>, unknown]>([
    ['takes the place of its object', { $include: './a.json' }, { 'a.json': { x: 1 } }, { x: 1 }],
    [
      'works at any depth',
      { k: [{ $include: 'a.json' }] },
      { 'a.json': { x: 1 } },
      { k: [{ x: 1 }] },
    ],
    ['may bring any value', { k: { $include: 'a.json' } }, { 'a.json': [1] }, { k: [1] }],
    [
      'is relative to the including file',
      { $include: 'd/a.json' },
      { 'd/a.json': { $include: 'b.json' }, 'd/b.json': { x: 2 } },
      { x: 2 },
    ],
    [
      'merges a list of files, later ones over earlier ones',
      { $include: ['a.json', 'b.json'] },
      { 'a.json': { x: 1, y: { p: 1 } }, 'b.json': { x: 2, y: { q: 2 } } },
      { x: 2, y: { p: 1, q: 2 } },
    ],
    [
      'is overridden by the keys beside it, lists are concatenated',
      { $include: 'a.json', x: 9, list: [3], y: { q: 2 } },
      { 'a.json': { x: 1, list: [1, 2], y: { p: 1 } } },
      { x: 9, list: [1, 2, 3], y: { p: 1, q: 2 } },
    ],
    [
      'may name one file twice',
      { $include: ['a.json', 'a.json'] },
      { 'a.json': { l: [1] } },
      { l: [1, 1] },
    ],
    ['reads JSON5', { $include: 'a.json5' }, { 'a.json5': '{ x: 1, }' }, { x: 1 }],
  ])('%s', async (_, config, files, expected) => {
    expect(await read(withFiles(config, files))).toMatchObject({ config: expected, problem: null });
  });

  test.each<[string, unknown, Record<string, unknown>, RegExp]>([
    [
      'a missing file',
      { $include: 'no.json' },
      {},
      /included file .*no\.json cannot be read \(ENOENT\)/,
    ],
    ['a circle', { $include: 'a.json' }, { 'a.json': { $include: 'openclaw.json' } }, /circular/],
    ['itself', { $include: 'openclaw.json' }, {}, /circular/],
    ['a number', { $include: 5 }, {}, /neither a text nor a list/],
    ['a list with a number', { $include: ['a.json', 5] }, { 'a.json': {} }, /neither a text/],
    ['a broken file', { $include: 'a.json' }, { 'a.json': '{' }, /a\.json is not JSON5/],
    ['a list with keys beside it', { $include: 'a.json', x: 1 }, { 'a.json': [1] }, /no object/],
  ])('of %s is a problem', async (_, config, files, problem) => {
    expect((await read(withFiles(config, files))).problem).toMatch(problem);
  });

  test.each([
    [10, null],
    [11, expect.stringContaining('nested deeper than 10')],
  ])('%i levels deep gives the problem %s', async (depth, problem) => {
    const files = Array.from({ length: depth }, (_, index) => [
      `${index + 1}.json`,
      index + 1 === depth ? { x: 1 } : { $include: `${index + 2}.json` },
    ]);
    const home = withFiles({ $include: '1.json' }, Object.fromEntries(files));
    expect((await read(home)).problem).toEqual(problem);
  });

  test('of files that double with every level ends', async () => {
    const files = Array.from({ length: 9 }, (_, index) => [
      `${index}.json`,
      { $include: Array.from({ length: 9 }, () => `${index + 1}.json`) },
    ]);
    const home = withFiles({ $include: '0.json' }, { ...Object.fromEntries(files), '9.json': {} });
    expect((await read(home)).problem).toMatch(/more than 1000 files/);
  });
});

describe('${NAME}', () => {
  test.each([
    ['${A}', 'one'],
    ['x${A}y${A}', 'xoneyone'],
    ['$${A}', '${A}'],
    ['$$${A}', '$${A}'],
    ['${a}', '${a}'],
    ['${1A}', '${1A}'],
    ['${A', '${A'],
    ['$A', '$A'],
    ['${BLANK}', ' '],
  ])('%j becomes %j', async (text, expected) => {
    const reading = await read(withFiles({ k: [text] }), { A: 'one', BLANK: ' ' });
    expect(reading).toMatchObject({ config: { k: [expected] }, problem: null });
  });

  test.each([
    ['unset', {}],
    ['empty', { A: '' }],
  ])('of an %s variable names the place, and the rest is still read', async (_, env) => {
    const reading = await read(withFiles({ x: 1, k: { l: ['${A}'] } }), env);
    expect([reading.problem, reading.unset]).toEqual([null, 'k.l[0] names the unset variable A']);
    expect(reading.config).toMatchObject({ x: 1 });
  });

  test('comes from the env block of the same file, but never over a variable that is set', async () => {
    const config = {
      env: { A: 'block', vars: { B: 'vars' }, shellEnv: { C: 'no' } },
      k: '${A}${B}',
    };
    expect((await read(withFiles(config), { A: 'set' })).config).toMatchObject({ k: 'setvars' });
    expect((await read(withFiles(config))).config).toMatchObject({ k: 'blockvars' });
  });

  test('keys are left alone', async () => {
    expect((await read(withFiles({ '${A}': 1 }))).unset).toBeNull();
  });
});

describe('what somebody else wrote', () => {
  test.each(['__proto__', 'constructor', 'toString'])('may have the key %s', async (name) => {
    const reading = await read(withFiles(`{"${name}": {"polluted": "yes"}, "x": 1}`));
    expect(reading.problem).toBeNull();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test.each([
    ['lists', '['.repeat(200_000)],
    ['closed lists', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ])('may be nested too deeply: %s', async (_, text) => {
    expect((await read(withFiles(text))).problem).toMatch(/nested too deeply|not JSON5/);
  });

  test('may be too large', async () => {
    const home = withFiles(`{"a":"${'x'.repeat(8 * 1024 * 1024)}"}`);
    expect((await read(home)).problem).toMatch(/larger than 8 MiB/);
  });

  test.skipIf(process.platform === 'win32')('may be a pipe, which nobody waits for', async () => {
    const home = new GatewayHome();
    execFileSync('mkfifo', [join(home.stateDir, 'openclaw.json'), join(home.stateDir, 'a.json')]);
    expect((await read(home)).problem).toMatch(/no regular file/);
    const including = withFiles({ $include: join(home.stateDir, 'a.json') });
    expect((await read(including)).problem).toMatch(/no regular file/);
  });

  test('may be a directory', async () => {
    const home = new GatewayHome().file('openclaw.json/inside', '');
    expect((await read(home)).problem).toMatch(/cannot be read \(EISDIR\)/);
  });
});
