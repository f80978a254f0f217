import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ConfigFault } from '../../src/core/agent.ts';
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

/** Code and detail of the fault; null when there is none. */
function told({ fault }: { readonly fault: ConfigFault | null }): string | null {
  return fault && [fault.problem, fault.detail].filter(Boolean).join(' ');
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
  expect(await read(withFiles(text))).toMatchObject({ config: { a: 1 }, fault: null });
});

test.each([
  ['nothing', '', 'not_json5 1:1'],
  ['half a file', '{"a":', 'not_json5 1:6'],
  ['a list', '[1]', 'not_object'],
  ['a text', '"x"', 'not_object'],
  ['null', 'null', 'not_object'],
])('%s is a problem, and nothing else', async (_, text, problem) => {
  const reading = await read(withFiles(text));
  expect(told(reading)).toBe(problem);
  expect(reading.config).toEqual({});
});

test('a problem never quotes the file', async () => {
  const reading = await read(withFiles('{"token": sk-secret-0000 }'));
  expect(told(reading)).not.toContain('secret');
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
    expect(await read(withFiles(config, files))).toMatchObject({ config: expected, fault: null });
  });

  test.each<[string, unknown, Record<string, unknown>, RegExp]>([
    ['a missing file', { $include: 'no.json' }, {}, /^unreadable ENOENT, .*no\.json$/],
    [
      'a circle',
      { $include: 'a.json' },
      { 'a.json': { $include: 'openclaw.json' } },
      /^circular_include .* -> /,
    ],
    ['itself', { $include: 'openclaw.json' }, {}, /^circular_include/],
    ['a number', { $include: 5 }, {}, /^include_not_text$/],
    ['a list with a number', { $include: ['a.json', 5] }, { 'a.json': {} }, /^include_not_text$/],
    ['a broken file', { $include: 'a.json' }, { 'a.json': '{' }, /^not_json5 1:2, .*a\.json$/],
    [
      'a list with keys beside it',
      { $include: 'a.json', x: 1 },
      { 'a.json': [1] },
      /^include_not_object$/,
    ],
  ])('of %s is a problem', async (_, config, files, problem) => {
    expect(told(await read(withFiles(config, files)))).toMatch(problem);
  });

  test.each([
    [10, null],
    [11, 'include_too_deep'],
  ])('%i levels deep gives the problem %s', async (depth, problem) => {
    const files = Array.from({ length: depth }, (_, index) => [
      `${index + 1}.json`,
      index + 1 === depth ? { x: 1 } : { $include: `${index + 2}.json` },
    ]);
    const home = withFiles({ $include: '1.json' }, Object.fromEntries(files));
    expect(told(await read(home))).toEqual(problem);
  });

  test('of files that double with every level ends', async () => {
    const files = Array.from({ length: 9 }, (_, index) => [
      `${index}.json`,
      { $include: Array.from({ length: 9 }, () => `${index + 1}.json`) },
    ]);
    const home = withFiles({ $include: '0.json' }, { ...Object.fromEntries(files), '9.json': {} });
    expect(told(await read(home))).toBe('too_many_files');
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
    expect(reading).toMatchObject({ config: { k: [expected] }, fault: null });
  });

  test.each([
    ['unset', {}],
    ['empty', { A: '' }],
  ])('of an %s variable names the place, and the rest is still read', async (_, env) => {
    const reading = await read(withFiles({ x: 1, k: { l: ['${A}'] } }), env);
    expect(reading.fault).toBeNull();
    expect(reading.unset).toEqual({ problem: 'unset_variable', detail: 'A, k.l[0]' });
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
    expect(reading.fault).toBeNull();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test.each([
    ['lists', '['.repeat(200_000)],
    ['closed lists', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ])('may be nested too deeply: %s', async (_, text) => {
    expect(told(await read(withFiles(text)))).toMatch(/^(?:nested_too_deeply|not_json5)/);
  });

  test('may be too large', async () => {
    const home = withFiles(`{"a":"${'x'.repeat(8 * 1024 * 1024)}"}`);
    expect(told(await read(home))).toMatch(/^too_large .*openclaw\.json$/);
  });

  test.skipIf(process.platform === 'win32')('may be a pipe, which nobody waits for', async () => {
    const home = new GatewayHome();
    execFileSync('mkfifo', [join(home.stateDir, 'openclaw.json'), join(home.stateDir, 'a.json')]);
    expect(told(await read(home))).toMatch(/^not_a_file/);
    const including = withFiles({ $include: join(home.stateDir, 'a.json') });
    expect(told(await read(including))).toMatch(/^not_a_file .*a\.json$/);
  });

  test('may be a directory', async () => {
    const home = new GatewayHome().file('openclaw.json/inside', '');
    expect(told(await read(home))).toBe('unreadable EISDIR');
  });
});
