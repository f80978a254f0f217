import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  defaultSource,
  namedSource,
  openclawHome,
  profileStateDir,
  resolvePath,
} from '../../src/openclaw/state-dir.ts';
import { realWorld } from '../../src/world.ts';
import { tempDir } from '../kit/temp-dir.ts';

const { files } = realWorld();

function view(env: Record<string, string> = {}, home: string | null = '/h', cwd = '/w') {
  return { env, cwd, home, files };
}

test.each([
  [{ HOME: '/a' }, '/h', '/a'],
  [{ HOME: ' /a ' }, '/h', '/a'],
  [{ HOME: '  ', USERPROFILE: '/u' }, '/h', '/u'],
  [{ USERPROFILE: '/u' }, '/h', '/u'],
  [{}, '/h', '/h'],
  [{}, null, '/w'],
  [{ HOME: '/a', OPENCLAW_HOME: '/o' }, '/h', '/o'],
  [{ HOME: '/a', OPENCLAW_HOME: '~/o' }, '/h', '/a/o'],
  [{ HOME: '/a', OPENCLAW_HOME: 'o' }, '/h', '/w/o'],
  [{ HOME: '/a', OPENCLAW_HOME: '  ' }, '/h', '/a'],
])('the home of %j in %s is %s', (env, home, expected) => {
  expect(openclawHome(view(env as Record<string, string>, home))).toBe(expected);
});

test.each([
  [['.openclaw'], '.openclaw'],
  [['.clawdbot', '.moltbot'], '.clawdbot'],
  [['.moltbot', '.moldbot'], '.moltbot'],
  [['.moldbot'], '.moldbot'],
  [['.openclaw', '.clawdbot'], '.openclaw'],
  [[], '.openclaw'],
])('of %j in the home, %s is the state directory', (present, expected) => {
  const home = tempDir();
  for (const name of present) mkdirSync(join(home, name));
  const source = defaultSource(view({ HOME: home }), []);
  expect(source.stateDir).toBe(join(home, expected));
  expect(source.searched.map((dir) => dir.slice(home.length + 1))).toEqual([
    '.openclaw',
    '.clawdbot',
    '.moltbot',
    '.moldbot',
  ]);
});

test.each([
  ['OPENCLAW_STATE_DIR', '/s', '/s'],
  ['OPENCLAW_STATE_DIR', ' ~/s ', '/a/s'],
  ['OPENCLAW_STATE_DIR', '~', '/a'],
  ['OPENCLAW_STATE_DIR', 'rel', '/w/rel'],
  ['OPENCLAW_STATE_DIR', '~x', '/w/~x'],
  ['OPENCLAW_STATE_DIR', ' ', '/a/.openclaw'],
  ['CLAWDBOT_STATE_DIR', '/c', '/c'],
  ['MOLTBOT_STATE_DIR', '/m', '/a/.openclaw'],
])('%s=%j leads to %s', (name, value, expected) => {
  expect(defaultSource(view({ HOME: '/a', [name]: value }), []).stateDir).toBe(expected);
});

test('OPENCLAW_STATE_DIR outranks CLAWDBOT_STATE_DIR', () => {
  const env = { HOME: '/a', OPENCLAW_STATE_DIR: '/o', CLAWDBOT_STATE_DIR: '/c' };
  expect(defaultSource(view(env), []).stateDir).toBe('/o');
});

test('a set state directory is followed by the configs of the home', () => {
  const source = defaultSource(view({ HOME: '/a', OPENCLAW_STATE_DIR: '/s' }), []);
  expect(source.configCandidates).toEqual([
    '/s/openclaw.json',
    '/s/clawdbot.json',
    '/s/moltbot.json',
    '/s/moldbot.json',
  ]);
  expect(source.homeConfigs).toHaveLength(16);
  expect(source.homeConfigs.slice(0, 5)).toEqual([
    '/a/.openclaw/openclaw.json',
    '/a/.openclaw/clawdbot.json',
    '/a/.openclaw/moltbot.json',
    '/a/.openclaw/moldbot.json',
    '/a/.clawdbot/openclaw.json',
  ]);
});

test.each(['OPENCLAW_CONFIG_PATH', 'CLAWDBOT_CONFIG_PATH'])('%s alone counts', (name) => {
  const source = defaultSource(view({ HOME: '/a', [name]: '~/my.json' }), []);
  expect([source.configCandidates, source.homeConfigs]).toEqual([['/a/my.json'], []]);
});

test('a named gateway is not steered by OPENCLAW_* variables', () => {
  const env = { HOME: '/a', OPENCLAW_STATE_DIR: '/s', OPENCLAW_CONFIG_PATH: '/c.json' };
  const source = namedSource(view(env), { label: 'x', dir: '~/y/' }, []);
  expect(source).toMatchObject({ label: 'x', stateDir: '/a/y', isDefault: false, homeConfigs: [] });
  expect(source.configCandidates[0]).toBe('/a/y/openclaw.json');
});

test('a named gateway may name its config', () => {
  const named = { label: 'x', dir: '/y', configPath: '~/c.json' };
  expect(namedSource(view({ HOME: '/a' }), named, []).configCandidates).toEqual(['/a/c.json']);
});

test.each([
  ['work', '/a/.openclaw-work'],
  ['Work_2', '/a/.openclaw-Work_2'],
  ['default', '/a/.openclaw'],
  ['DEFAULT', '/a/.openclaw'],
  ['dev', '/a/.openclaw-dev'],
  ['a'.repeat(64), `/a/.openclaw-${'a'.repeat(64)}`],
  ['a'.repeat(65), null],
  ['-x', null],
  ['a b', null],
  ['../x', null],
  ['', null],
])('the profile %j lives in %s', (name, expected) => {
  expect(profileStateDir(view({ HOME: '/a' }), name)).toBe(expected);
});

test.each([
  ['~/x', '/a/x'],
  ['x', '/w/x'],
  ['/x/', '/x'],
  ['/x/../y', '/y'],
])('%s is resolved to %s', (path, expected) => {
  expect(resolvePath(view({ HOME: '/a' }), path)).toBe(expected);
});
