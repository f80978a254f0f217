import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findConfig } from '../../src/config/find-config.ts';
import type { Files } from '../../src/world.ts';
import { directoryWith, faultOf, saidFaults, worldWith } from './kit.ts';
import { inEnglish } from '../../src/core/told-fault.ts';

const NAME = 'OPENCLAW_AUTH_MONITOR_CONFIG';
const IN_XDG = 'openclaw-auth-monitor/config.json5';

/** Files that exist by name only. */
function filesAt(...paths: readonly string[]): Files {
  const stat = {
    isFile: true,
    isDirectory: false,
    size: 2,
    mtimeMs: 0,
    mode: 0o600,
    uid: 0,
    links: 1,
  };
  return {
    ...worldWith().files,
    stat: (path) => (paths.includes(path) ? stat : null),
    isSymlink: () => false,
    links: () => [],
  };
}

const EVERYWHERE = {
  files: filesAt(
    '/flag.json5',
    '/env.json5',
    '/one/config.json5',
    '/two/config.json5',
    `/xdg/${IN_XDG}`,
    `/home/ops/.config/${IN_XDG}`,
    `/etc/${IN_XDG}`,
  ),
  home: '/home/ops',
};
const ENV = {
  [NAME]: '/env.json5',
  CONFIGURATION_DIRECTORY: '/zero:/one:/two',
  XDG_CONFIG_HOME: '/xdg',
};

describe('the first of these that exists counts', () => {
  test('the flag', () => {
    const world = worldWith({ ...EVERYWHERE, env: ENV });
    expect(findConfig(world, '/flag.json5')).toEqual({ path: '/flag.json5', named: true });
  });

  test.each([
    ['the variable', ENV, '/env.json5', true],
    ["systemd's directories", { ...ENV, [NAME]: ' ' }, '/one/config.json5', false],
    ['the XDG config home', { XDG_CONFIG_HOME: '/xdg' }, `/xdg/${IN_XDG}`, false],
    [
      'the home, when XDG_CONFIG_HOME is relative',
      { XDG_CONFIG_HOME: 'xdg' },
      `/home/ops/.config/${IN_XDG}`,
      false,
    ],
    ['the home', {}, `/home/ops/.config/${IN_XDG}`, false],
  ])('%s', (_, env, path, named) => {
    expect(findConfig(worldWith({ ...EVERYWHERE, env }))).toEqual({ path, named });
  });

  test('/etc, with or without a home', () => {
    const files = filesAt(`/etc/${IN_XDG}`);
    const found = { path: `/etc/${IN_XDG}`, named: false };
    expect(findConfig(worldWith({ files, home: null }))).toEqual(found);
    expect(
      findConfig(worldWith({ files, home: '/home/ops', env: { XDG_CONFIG_HOME: '/xdg' } })),
    ).toEqual(found);
  });

  test('nothing', () => {
    expect(findConfig(worldWith({ files: filesAt(), home: '/home/ops', env: {} }))).toBeNull();
  });
});

test('a relative name is looked up from the working directory', () => {
  const cwd = directoryWith({ 'my.json5': '{}' });
  expect(findConfig(worldWith({ cwd }), 'my.json5')).toEqual({
    path: join(cwd, 'my.json5'),
    named: true,
  });
});

test('a name that begins with ~/ is looked up in the home', () => {
  const home = directoryWith({ 'my.json5': '{}' });
  expect(findConfig(worldWith({ env: { [NAME]: '~/my.json5' }, home }))?.path).toBe(
    join(home, 'my.json5'),
  );
});

test.each([
  ['flag', {}, '/missing.json5'],
  ['variable', { [NAME]: '/missing.json5' }, undefined],
])('a missing file named by %s is a config error', async (_, env, flag) => {
  const world = worldWith({ ...EVERYWHERE, env });
  const fault = await faultOf(() => findConfig(world, flag));
  expect(fault.exitCode).toBe(78);
  expect(inEnglish(fault)).toBe('/missing.json5 cannot be used:\n  - there is no such file');
});

test('a link to nothing is not passed over', () => {
  const xdg = directoryWith({ 'openclaw-auth-monitor/other': '' });
  symlinkSync('/nonexistent/target', join(xdg, IN_XDG));
  expect(findConfig(worldWith({ env: { XDG_CONFIG_HOME: xdg } }))?.path).toBe(join(xdg, IN_XDG));
});

test('a home that is no directory has no config', async () => {
  const home =
    process.platform === 'win32' ? join(directoryWith({ home: '' }), 'home') : '/dev/null';
  expect(findConfig(worldWith({ home, env: {} }))).toBeNull();
  const fault = await faultOf(() =>
    findConfig(worldWith({ home, env: {} }), join(home, 'x.json5')),
  );
  expect(saidFaults(fault)).toEqual(['there is no such file']);
});

test('a place that may not be looked at is a config error, not an absent config', async () => {
  const stat = (): never => {
    throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
  };
  const world = worldWith({ files: { ...filesAt(), stat }, home: '/root' });
  expect(saidFaults(await faultOf(() => findConfig(world)))).toEqual([
    'cannot be looked at (EACCES); name a config with --config',
  ]);
});
