import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../src/core/duration.ts';
import type { Report } from '../../src/core/report.ts';
import { counted, factsOf, GatewayHome, key, models, NOW, token, told } from '../kit/gateway.ts';

const DISABLED = { disabledUntil: NOW + HOUR_MS, disabledReason: 'billing' };
const cooling = (windowMs: number, more: object = {}) => ({
  lastFailureAt: NOW - MINUTE_MS,
  cooldownUntil: NOW - MINUTE_MS + windowMs,
  ...more,
});

const check = (
  profiles: Record<string, unknown>,
  usageStats: Record<string, unknown>,
  options: object = {},
): Promise<Report> => new GatewayHome().store('main', profiles, { usageStats }).check(options);

const TWO = { 'p:a': key('p'), 'p:b': key('p') };

describe('one of two profiles', () => {
  test.each([
    [5 * MINUTE_MS - 1, 'info'],
    [5 * MINUTE_MS, 'notice'],
    [HOUR_MS, 'notice'],
  ])('in a cooldown of %i ms is told as %s', async (length, severity) => {
    const report = await check(TWO, { 'p:a': cooling(length) });
    expect([told(report), report.exitCode]).toEqual([[`${severity} profile_cooldown p:a`], 0]);
    expect(factsOf(report, 'profile_cooldown')).toMatchObject({ windowMs: length });
  });

  test('disabled is noticed, until it is over', async () => {
    expect(told(await check(TWO, { 'p:a': DISABLED }))).toEqual(['notice profile_disabled p:a']);
    expect(told(await check(TWO, { 'p:a': { ...DISABLED, disabledUntil: NOW } }))).toEqual([]);
  });
});

describe('the last usable profile of a provider', () => {
  const ONE = { 'p:a': key('p') };

  test.each<[string, object, string[]]>([
    ['disabled', DISABLED, ['fail provider_exhausted p']],
    ['cooling for long', cooling(HOUR_MS), ['fail provider_exhausted p']],
    ['cooling for 5 min', cooling(5 * MINUTE_MS), ['fail provider_exhausted p']],
    ['cooling for less', cooling(5 * MINUTE_MS - 1), ['info provider_exhausted p']],
    ['blocked', { blockedUntil: NOW + HOUR_MS }, ['fail provider_exhausted p']],
    [
      'cooling for one model',
      cooling(HOUR_MS, { cooldownReason: 'rate_limit', cooldownModel: 'm' }),
      ['notice profile_cooldown p:a'],
    ],
  ])('%s: %j', async (_, stats, expected) => {
    expect(told(await check(ONE, { 'p:a': stats }))).toEqual(expected);
  });

  test.each<[string, object, string[]]>([
    ['the only one in use', models('p/m'), ['fail provider_exhausted p']],
    ['the only one of that provider', models('p/m', 'q/n'), ['fail provider_exhausted p']],
    ['one of two in use', models('p/m', 'p/n'), ['notice profile_cooldown p:a']],
    ['another one than is in use', models('p/n'), ['notice profile_cooldown p:a']],
  ])('cooling for a model that is %s', async (_, config, expected) => {
    const stats = cooling(HOUR_MS, { cooldownReason: 'rate_limit', cooldownModel: 'm' });
    const home = new GatewayHome()
      .config(config)
      .store('main', { ...ONE, 'q:a': key('q') }, { usageStats: { 'p:a': stats } });
    const found = told(await home.check()).filter((line) => !line.includes('profile_unused'));
    expect(found).toEqual(expected);
  });

  test('in two windows of different models serves nothing', async () => {
    const stats = cooling(HOUR_MS, {
      cooldownReason: 'rate_limit',
      cooldownModel: 'm',
      blockedUntil: NOW + HOUR_MS,
    });
    expect(counted(await check(ONE, { 'p:a': stats }))).toEqual(['fail provider_exhausted p']);
  });

  test('is named with all that are gone, and until when the first comes back', async () => {
    const report = await check(TWO, {
      'p:a': DISABLED,
      'p:b': { ...DISABLED, disabledUntil: NOW + 1, disabledReason: 'auth' },
    });
    expect(told(report)).toEqual(['fail provider_exhausted p']);
    expect(factsOf(report, 'provider_exhausted')).toMatchObject({
      profiles: ['p:a', 'p:b'],
      until: new Date(NOW + 1).toISOString(),
      reason: 'billing, auth',
    });
  });

  test('beside dead ones is the last one', async () => {
    const report = await check(
      { 'p:a': key('p'), 'p:b': token('p', NOW - 1) },
      { 'p:a': DISABLED },
    );
    expect(counted(report)).toEqual(['fail profile_expired p:b', 'fail provider_exhausted p']);
  });

  test('does not matter beside a key of the environment', async () => {
    const home = new GatewayHome()
      .config(models('openai/x'))
      .store('main', { 'openai:a': key('openai') }, { usageStats: { 'openai:a': DISABLED } });
    expect(counted(await home.check())).toEqual(['fail provider_exhausted openai']);
    expect(counted(await home.check({ env: { OPENAI_API_KEY: 'k' } }))).toEqual([
      'notice profile_disabled openai:a',
    ]);
  });

  test('does not matter when nobody uses the provider or the user ignores it', async () => {
    const home = new GatewayHome()
      .config(models('q/x'))
      .store('main', { ...ONE, 'q:a': key('q') }, { usageStats: { 'p:a': DISABLED } });
    expect(counted(await home.check())).toEqual([]);
    const change = { profiles: { 'p:a': { ignore: true } } };
    expect(counted(await check(ONE, { 'p:a': DISABLED }, { change }))).toEqual([]);
  });

  test('is found by the id of a profile, too', async () => {
    const report = await check(TWO, { 'p:a': DISABLED, 'p:b': DISABLED }, { profiles: ['p:b'] });
    expect(counted(report)).toEqual(['fail provider_exhausted p']);
  });
});

test('openrouter routes round its own limits, since OpenClaw keeps its stores in SQLite', async () => {
  const profiles = { 'openrouter:a': key('openrouter') };
  const usageStats = { 'openrouter:a': DISABLED };
  const sqlite = new GatewayHome().shared({ profiles, state: { usageStats } });
  expect(told(await sqlite.check())).toEqual([]);
  expect(counted(await check(profiles, usageStats))).toEqual([
    'fail provider_exhausted openrouter',
  ]);
});

test('what is set aside stands in auth.unusableProfiles, soonest first, deleted ones without provider', async () => {
  const report = await check(TWO, {
    'p:a': DISABLED,
    'p:b': cooling(2 * MINUTE_MS, { cooldownReason: 'rate_limit' }),
    'gone:x': { cooldownUntil: NOW + 5 },
    'over:x': { cooldownUntil: NOW },
  });
  expect(report.auth.unusableProfiles).toEqual([
    { agent: 'main', profileId: 'gone:x', kind: 'cooldown', until: NOW + 5, remainingMs: 5 },
    {
      agent: 'main',
      profileId: 'p:b',
      provider: 'p',
      kind: 'cooldown',
      reason: 'rate_limit',
      until: NOW + MINUTE_MS,
      remainingMs: MINUTE_MS,
    },
    {
      agent: 'main',
      profileId: 'p:a',
      provider: 'p',
      kind: 'disabled',
      reason: 'billing',
      until: NOW + HOUR_MS,
      remainingMs: HOUR_MS,
    },
  ]);
});

describe('a key of the config', () => {
  const WINDOW = { cooldownUntil: NOW + HOUR_MS, cooldownReason: 'auth', lastFailureAt: NOW };
  const box = (usageStats: object, apiKey: string | null, profiles = {}): GatewayHome =>
    new GatewayHome()
      .config({
        ...models('acme/m'),
        models: {
          providers: {
            acme: { baseUrl: 'https://x.example.org', models: [], ...(apiKey ? { apiKey } : {}) },
          },
        },
      })
      .shared({ profiles: { ...profiles, 'p:a': key('p') }, state: { usageStats } });
  const aside = { 'inline-api-key:acme': WINDOW };

  test('that OpenClaw has set aside serves nobody', async () => {
    const report = await box(aside, 'fake').check();
    expect(counted(report)).toEqual(['fail provider_exhausted acme']);
    expect(factsOf(report, 'provider_exhausted')).toMatchObject({
      profiles: ['inline-api-key:acme'],
      reason: 'auth',
    });
  });

  test('that is aside does not step in for a profile that is', async () => {
    const profiles = { 'acme:a': key('acme') };
    const both = { ...aside, 'acme:a': WINDOW };
    expect(counted(await box(both, 'fake', profiles).check())).toEqual([
      'fail provider_exhausted acme',
    ]);
    expect(counted(await box(aside, 'fake', profiles).check())).toEqual([]);
    expect(counted(await box({ 'acme:a': WINDOW }, 'fake', profiles).check())).toEqual([
      'notice profile_cooldown acme:a',
    ]);
  });

  test('is left alone when it is over, is not there, is of another provider, or of another model', async () => {
    const over = { 'inline-api-key:acme': { ...WINDOW, cooldownUntil: NOW } };
    expect(counted(await box(over, 'fake').check())).toEqual([]);
    expect(counted(await box(aside, null).check())).toEqual([]);
    expect(counted(await box({ 'inline-api-key:p': WINDOW }, 'fake').check())).toEqual([]);
    const other = { ...WINDOW, cooldownReason: 'rate_limit', cooldownModel: 'other' };
    expect(counted(await box({ 'inline-api-key:acme': other }, 'fake').check())).toEqual([]);
  });

  test('for minutes only is info', async () => {
    const short = { 'inline-api-key:acme': { ...WINDOW, cooldownUntil: NOW + MINUTE_MS } };
    expect(told(await box(short, 'fake').check())).toContain('info provider_exhausted acme');
  });
});
