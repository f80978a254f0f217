// Claims about what OpenClaw 2026.9.6 answers; each was recorded from it or follows from its rules.
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/core/duration.ts';
import type { Report } from '../../src/core/report.ts';
import { healthOf, key, models, NOW, oauth, token } from '../kit/gateway.ts';
import { checkBy9, KEY_IN_ENV, type Setting } from '../kit/mirror.ts';

const one = (entry: unknown, setting?: Setting): Promise<Report> =>
  checkBy9({ 'anthropic:a': entry }, setting);

const fenceText = (failed: string, part: string): string =>
  `openclaw-oauth-refresh-fence:v1:${'b'.repeat(32)}:${failed}${part}:${'a'.repeat(64)}`;
const fence = (failed: string) =>
  oauth('anthropic', 1, {
    access: fenceText(failed, 'access'),
    refresh: fenceText(failed, 'refresh'),
  });

describe('the only profile of the provider in use', () => {
  test.each<[string, unknown, number, number, string | undefined]>([
    // entry, exit, exit with a key in the environment, word
    ['a key', key('anthropic'), 0, 0, 'static'],
    ['an empty key', key('anthropic', { key: '' }), 1, 0, 'missing'],
    ['a blank key', key('anthropic', { key: ' ' }), 1, 0, 'missing'],
    [
      'a command for a key',
      key('anthropic', { key: 'openclaw onboard --auth-choice x' }),
      1,
      0,
      'missing',
    ],
    ['a token without an end', token('anthropic'), 0, 0, 'static'],
    ['a token of null for an end', token('anthropic', null), 1, 0, 'missing'],
    ['a token with an end of 0', token('anthropic', 0), 1, 0, 'missing'],
    ['a token with an end of text', token('anthropic', '2030-01-01'), 1, 0, 'missing'],
    ['a token beyond the calendar', token('anthropic', 9e15), 1, 0, 'missing'],
    ['a token in seconds', token('anthropic', NOW / 1_000), 1, 0, 'expired'],
    ['a token at its end', token('anthropic', NOW), 1, 0, 'expired'],
    ['a token 1 ms before', token('anthropic', NOW + 1), 2, 2, 'expiring'],
    ['a token a day before', token('anthropic', NOW + DAY_MS), 2, 2, 'expiring'],
    ['a token 1 ms earlier', token('anthropic', NOW + DAY_MS + 1), 0, 0, 'ok'],
    ['a token that is not there', { type: 'token', provider: 'anthropic' }, 1, 0, 'missing'],
    ['a login of 5 min and 1 ms', oauth('anthropic', NOW + 5 * MINUTE_MS + 1), 2, 2, 'expiring'],
    ['a login of 5 min', oauth('anthropic', NOW + 5 * MINUTE_MS), 1, 1, 'expiring'],
    [
      'one without refresh token',
      oauth('anthropic', NOW + HOUR_MS, { refresh: '' }),
      2,
      2,
      'expiring',
    ],
    [
      'one of 5 min without',
      oauth('anthropic', NOW + 5 * MINUTE_MS, { refresh: '' }),
      1,
      1,
      'expiring',
    ],
    ['a login that has ended', oauth('anthropic', NOW), 1, 1, 'expired'],
    ['one that has ended without', oauth('anthropic', NOW, { refresh: '' }), 1, 1, 'expired'],
    ['a login without an end', oauth('anthropic'), 1, 1, 'missing'],
    ['a failed fence', fence('failed:'), 1, 0, 'expired'],
    ['a pending fence', fence(''), 1, 0, 'expired'],
    [
      'a setup that was never finished',
      key('anthropic', { setup: { replacement: true, modelRef: 'p/m', configJson: '{}' } }),
      1,
      0,
      'missing',
    ],
    ['a setup of nothing', key('anthropic', { setup: { replacement: true } }), 0, 0, 'static'],
    [
      'an empty name and one of older imports',
      { type: null, mode: 'api_key', provider: 'anthropic', key: 'k' },
      1,
      0,
      undefined,
    ],
    [
      'an empty key and one of older imports',
      { type: 'api_key', provider: 'anthropic', key: null, apiKey: 'k' },
      1,
      0,
      'missing',
    ],
    ['a provider of blanks', key(' '), 1, 0, undefined],
    [
      'the names of older imports',
      { mode: 'apiKey', provider: 'Anthropic', apiKey: 'k' },
      0,
      0,
      'static',
    ],
  ])('%s', async (_, entry, exitCode, withKey, health) => {
    const report = await one(entry);
    expect([report.exitCode, healthOf(report, 'anthropic:a')]).toEqual([exitCode, health]);
    expect((await one(entry, KEY_IN_ENV)).exitCode).toBe(withKey);
  });

  test.each<[string, object, number]>([
    ['disabled', { disabledUntil: NOW + 1, disabledReason: 'billing' }, 1],
    ['disabled until now', { disabledUntil: NOW, disabledReason: 'billing' }, 0],
    ['cooling', { cooldownUntil: NOW + 1, cooldownReason: 'auth' }, 1],
    ['blocked', { blockedUntil: NOW + 1 }, 1],
    [
      'cooling for another model',
      { cooldownUntil: NOW + 1, cooldownReason: 'timeout', cooldownModel: 'x' },
      0,
    ],
    [
      'cooling for this model',
      { cooldownUntil: NOW + 1, cooldownReason: 'timeout', cooldownModel: 'claude-x' },
      1,
    ],
    [
      'cooling for the utility model that comes by itself',
      { cooldownUntil: NOW + 1, cooldownReason: 'timeout', cooldownModel: 'claude-haiku-4-5' },
      1,
    ],
    [
      'cooling for another model, blocked for all',
      {
        cooldownUntil: NOW + 9,
        cooldownReason: 'timeout',
        cooldownModel: 'x',
        blockedUntil: NOW + 1,
      },
      1,
    ],
    [
      'cooling for a reason no model has',
      { cooldownUntil: NOW + 1, cooldownReason: 'auth', cooldownModel: 'x' },
      1,
    ],
  ])('%s', async (_, stats, exitCode) => {
    const state = { usageStats: { 'anthropic:a': stats } };
    expect((await one(key('anthropic'), { state })).exitCode).toBe(exitCode);
    // A cooldown is not got round by a key.
    expect((await one(key('anthropic'), { state, ...KEY_IN_ENV })).exitCode).toBe(exitCode);
  });

  test('openrouter passes over every window', async () => {
    const usageStats = {
      'openrouter:a': { disabledUntil: NOW + HOUR_MS, disabledReason: 'billing' },
    };
    const profiles = { 'openrouter:a': key('openrouter') };
    const setting = { config: models('openrouter/auto'), state: { usageStats } };
    const report = await checkBy9(profiles, setting);
    expect([report.exitCode, report.auth.unusableProfiles]).toEqual([0, []]);
  });

  test.each(['minimax', 'minimax-portal', 'google'])(
    'a login of %s is not renewed in time',
    async (provider) => {
      const config = models(`${provider}/m`);
      const report = await checkBy9({ a: oauth(provider, NOW + MINUTE_MS) }, { config });
      expect([report.exitCode, report.auth.missingProvidersInUse]).toEqual([1, []]);
    },
  );

  test('an id with blanks around it in the usage is that id', async () => {
    const usageStats = { ' anthropic:a ': { disabledUntil: NOW + 1 } };
    expect((await one(key('anthropic'), { state: { usageStats } })).exitCode).toBe(1);
  });
});
