import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../src/core/duration.ts';
import { counted, GatewayHome, key, models, NOW, oauth, token, told } from './kit/gateway.ts';

const MIXED = {
  'p:ended': token('p', NOW - DAY_MS),
  'p:ending': token('p', NOW + HOUR_MS),
  'q:fine': key('q'),
  'q:login': oauth('q', NOW + 2 * DAY_MS),
};
const home = (): GatewayHome => new GatewayHome().store('main', MIXED);

test('the worst comes first, then what ends first', async () => {
  const report = await new GatewayHome()
    .store('main', {
      'a:later': token('a', NOW - 1),
      'b:earlier': token('b', NOW - 2),
      'c:ending': token('c', NOW + 1),
      'd:ahead': token('d', NOW + 2 * DAY_MS),
      e: 5,
    })
    .check();
  expect(told(report)).toEqual([
    'fail profile_malformed e',
    'fail profile_expired b:earlier',
    'fail profile_expired a:later',
    'warn profile_expiring c:ending',
    'notice profile_expiry_ahead d:ahead',
  ]);
});

test('counts and the next end ahead are in the summary', async () => {
  const { summary } = await home().check();
  expect(summary).toEqual({
    agents: 1,
    profiles: 4,
    health: { ok: 1, expiring: 1, expired: 1, missing: 0, static: 1 },
    severity: { fail: 1, warn: 1, notice: 0, info: 0 },
    nextExpiryAt: new Date(NOW + HOUR_MS).toISOString(),
  });
});

test.each<[string, Record<string, unknown>]>([
  ['a login that renews itself', { 'p:a': oauth('p', NOW + HOUR_MS) }],
  ['what has ended', { 'p:a': token('p', NOW) }],
  ['a key', { 'p:a': key('p') }],
])('%s is no next end', async (_, profiles) => {
  expect((await new GatewayHome().store('main', profiles).check()).summary.nextExpiryAt).toBeNull();
});

describe('a filter', () => {
  test.each<[object, string[], number, number]>([
    [
      { providers: ['p'] },
      ['fail profile_expired p:ended', 'warn profile_expiring p:ending'],
      1,
      2,
    ],
    [{ providers: ['q'] }, [], 0, 2],
    [{ profiles: ['p:ending'] }, ['warn profile_expiring p:ending'], 2, 1],
    [
      { profiles: ['p:ending'], providers: ['q'] },
      ['fail provider_missing q', 'fail profile_credential_missing p:ending'],
      1,
      0,
    ],
    [{ profiles: ['gone'] }, ['fail profile_credential_missing gone'], 1, 0],
    [{ providers: ['gone'] }, ['fail provider_missing gone'], 1, 0],
  ])('%j leaves %j', async (options, expected, exitCode, rows) => {
    const report = await home().check(options);
    expect([counted(report).sort(), report.exitCode, report.filtered]).toEqual([
      [...expected].sort(),
      exitCode,
      true,
    ]);
    expect(report.summary.profiles).toBe(rows);
  });

  test('never hides a store that cannot be read', async () => {
    const broken = new GatewayHome().file('agents/main/agent/auth-profiles.json', '{');
    const report = await broken.check({ providers: ['p'] });
    expect(counted(report)).toContain('fail store_unreadable');
  });

  test('never hides an entry that names no provider', async () => {
    const box = new GatewayHome().store('main', { 'p:a': key('p'), 'p:b': { type: 'token' } });
    expect(counted(await box.check({ providers: ['p'] }))).toEqual(['fail profile_malformed p:b']);
    expect(counted(await box.check({ profiles: ['p:b'] }))).toEqual(['fail profile_malformed p:b']);
    expect(counted(await box.check({ profiles: ['p:a'] }))).toEqual([]);
  });

  test('by a provider that only a key of the environment serves finds it', async () => {
    const box = new GatewayHome().config(models('openai/x'));
    const env = { OPENAI_API_KEY: 'k' };
    expect(counted(await box.check({ env, providers: ['openai'] }))).toEqual([]);
    expect(counted(await box.check({ providers: ['openai'] }))).toEqual([
      'fail provider_missing openai',
    ]);
  });

  test('is absent from a report of everything', async () => {
    expect((await home().check()).filtered).toBe(false);
  });
});

describe('a row', () => {
  test('says what is known of a profile', async () => {
    const report = await home().check();
    expect(report.agents[0]?.profiles[1]).toEqual({
      profileId: 'p:ending',
      provider: 'p',
      type: 'token',
      credentialId: expect.stringMatching(/^[a-z2-7]{16}$/) as string,
      health: 'expiring',
      usable: true,
      inUse: true,
      refreshable: false,
      inheritedFrom: null,
      expiresAt: new Date(NOW + HOUR_MS).toISOString(),
      remainingMs: HOUR_MS,
      expirySource: 'stored',
      unusable: null,
      probe: null,
    });
  });

  test('has whole milliseconds though the store has fractions', async () => {
    const report = await new GatewayHome().store('main', { 'p:a': token('p', NOW + 0.5) }).check();
    expect(report.agents[0]?.profiles[0]).toMatchObject({
      remainingMs: 0,
      expiresAt: new Date(NOW).toISOString(),
    });
  });

  test('of the last day of the calendar is printed', async () => {
    const last = 8_640_000_000_000_000;
    const report = await new GatewayHome()
      .store(
        'main',
        { 'p:a': token('p', last) },
        { usageStats: { 'p:a': { disabledUntil: last } } },
      )
      .check();
    expect(report.agents[0]?.profiles[0]?.expiresAt).toBe('+275760-09-13T00:00:00.000Z');
  });
});

test('the auth block keeps OpenClaw’s roll-up per provider', async () => {
  const { auth } = await home().check();
  expect(auth.oauth.providers).toEqual([
    { agent: 'main', provider: 'p', status: 'expired', profiles: ['p:ended', 'p:ending'] },
    { agent: 'main', provider: 'q', status: 'ok', profiles: ['q:fine', 'q:login'] },
  ]);
  expect(auth.oauth.profiles[0]).toMatchObject({
    profileId: 'p:ended',
    status: 'expired',
    expiresAt: NOW - DAY_MS,
    remainingMs: -DAY_MS,
  });
});

test('no secret is in a report of any policy', async () => {
  for (const policy of ['default', 'strict', 'openclaw-2026.2', 'openclaw-2026.9'] as const) {
    const text = JSON.stringify(await home().check({ policy }));
    for (const secret of ['sk-fake', 'fake-token', 'fake-access', 'fake-refresh']) {
      expect(text).not.toContain(secret);
    }
  }
});
