import { describe, expect, it } from 'vitest';
import { WriteError } from '../../src/core/errors.ts';
import { resolveStateDir } from '../../src/state/state-dir.ts';

const ENV = {
  OPENCLAW_AUTH_MONITOR_STATE: '/env',
  STATE_DIRECTORY: '/systemd:/second',
  XDG_STATE_HOME: '/xdg',
};

describe('the state directory', () => {
  it.each([
    ['the flag', ENV, '/flag', '/config', '/flag'],
    ['the variable', ENV, null, '/config', '/env'],
    ['the config', { ...ENV, OPENCLAW_AUTH_MONITOR_STATE: '' }, null, '/config', '/config'],
    ['the first of systemd', { ...ENV, OPENCLAW_AUTH_MONITOR_STATE: '' }, '', '', '/systemd'],
    ['XDG', { XDG_STATE_HOME: '/xdg' }, null, null, '/xdg/openclaw-auth-monitor'],
    [
      'the home when XDG is relative',
      { XDG_STATE_HOME: 'xdg' },
      null,
      null,
      '/home/claw/.local/state/openclaw-auth-monitor',
    ],
    ['the home', {}, null, null, '/home/claw/.local/state/openclaw-auth-monitor'],
    ['a relative flag, from where we are', {}, 'here', null, '/cwd/here'],
    ['a config in the home', {}, null, '~/state', '/home/claw/state'],
  ])('is that of %s', (_, env, flag, config, expected) => {
    const world = { env, home: '/home/claw', cwd: '/cwd' };
    expect(resolveStateDir(world, flag, config)).toBe(expected);
  });

  it('of a user without a home has to be named', () => {
    const world = { env: {}, home: null, cwd: '/cwd' };
    expect(() => resolveStateDir(world, null, null)).toThrow(WriteError);
    expect(resolveStateDir(world, '/flag', null)).toBe('/flag');
  });
});
