// Claims about what an agent of 2026.9.6 has of the base; each was recorded from it or follows from its rules.
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/core/duration.ts';
import { GatewayHome, healthOf, key, models, NOW, oauth, token } from '../kit/gateway.ts';

const TWO = {
  agents: {
    defaults: { model: { primary: 'anthropic/claude-x' } },
    ownership: 'explicit',
    entries: { main: {}, work: {} },
  },
};

interface Store {
  readonly profiles: Record<string, unknown>;
  readonly state?: object;
}

const work = (base: Store, own: Store) =>
  new GatewayHome()
    .config(TWO)
    .shared(base)
    .database('work', own)
    .check({ agents: ['work'], policy: 'openclaw-2026.9' });

describe('an order that only the base has', () => {
  const ORDER = { order: { anthropic: ['base'] } };

  test('has the agent’s own profiles of that provider before it', async () => {
    const base = { profiles: { base: key('anthropic') }, state: ORDER };
    const own = { profiles: { own: token('anthropic', NOW + HOUR_MS) } };
    expect((await work(base, own)).exitCode).toBe(2);
  });

  test('is left alone by profiles of another provider', async () => {
    const base = { profiles: { base: token('anthropic', NOW + HOUR_MS) }, state: ORDER };
    expect((await work(base, { profiles: { own: key('openai') } })).exitCode).toBe(2);
  });
});

describe('an agent’s own default login', () => {
  const own = (expires = NOW - HOUR_MS, more: object = {}) => ({
    'anthropic:default': oauth('anthropic', expires, more),
  });
  const fresh = (more: object = {}) => oauth('anthropic', NOW + 10 * DAY_MS, more);
  const [A, B] = [{ email: 'a@x' }, { email: 'b@x' }];

  test.each<[string, Record<string, unknown>, Record<string, unknown>, string | undefined]>([
    ['gives way to the newer one of the base', own(), { f: fresh() }, undefined],
    ['gives way before it has ended', own(NOW + HOUR_MS), { f: fresh() }, undefined],
    ['gives way to one of its account', own(NOW, A), { f: fresh({ email: 'A@x' }) }, undefined],
    ['gives way to one that names an account', own(), { f: fresh(B) }, undefined],
    ['stays beside one of another account', own(NOW, A), { f: fresh(B) }, 'expired'],
    ['stays where two could follow it', own(), { f: fresh(), g: fresh() }, 'expired'],
    [
      'is followed by the one of its account among two',
      own(NOW, A),
      { f: fresh(B), g: fresh(A) },
      undefined,
    ],
    ['that runs stays beside one of no account', own(NOW + HOUR_MS, A), { f: fresh() }, 'expiring'],
    ['stays under the same id', own(), { 'anthropic:default': fresh() }, 'expired'],
    [
      'gives way to what the base has under its id',
      own(),
      { f: fresh(), 'anthropic:default': token('anthropic', NOW + HOUR_MS) },
      'expiring',
    ],
    ['stays beside one that has ended', own(), { f: oauth('anthropic', NOW) }, 'expired'],
    ['stays beside a token', own(), { f: token('anthropic') }, 'expired'],
  ])('%s', async (_, local, profiles, health) => {
    const report = await work({ profiles }, { profiles: local });
    expect(healthOf(report, 'anthropic:default')).toBe(health);
  });

  test('stays under an id of its own', async () => {
    const report = await work(
      { profiles: { f: fresh() } },
      { profiles: { mine: oauth('anthropic', NOW) } },
    );
    expect(healthOf(report, 'mine')).toBe('expired');
  });

  test('leaves its place in an order and its usage', async () => {
    const base = {
      profiles: { f: fresh(), k: token('anthropic', NOW + HOUR_MS) },
      state: { usageStats: {} },
    };
    const state = {
      order: { anthropic: ['anthropic:default', 'k'] },
      usageStats: { 'anthropic:default': { disabledUntil: NOW + HOUR_MS } },
    };
    expect((await work(base, { profiles: own(), state })).exitCode).toBe(0);
  });
});

describe('order and usage in the row of the profiles', () => {
  const check = (store: object, state?: object) =>
    new GatewayHome()
      .config(models('anthropic/claude-x'))
      .shared({ rawStore: JSON.stringify({ version: 1, ...store }), state })
      .check({ policy: 'openclaw-2026.9' });
  const profiles = { a: key('anthropic'), b: token('anthropic', NOW + HOUR_MS) };
  const usageStats = { a: { disabledUntil: NOW + HOUR_MS, disabledReason: 'billing' } };

  test('count', async () => {
    expect((await check({ profiles })).exitCode).toBe(2);
    expect((await check({ profiles, order: { anthropic: ['a'] } })).exitCode).toBe(0);
    expect((await check({ profiles: { a: key('anthropic') }, usageStats })).exitCode).toBe(1);
  });

  test('give way to those of the other row, entry by entry', async () => {
    const store = { profiles: { a: key('anthropic') }, usageStats };
    expect((await check(store, { usageStats: { a: { errorCount: 0 } } })).exitCode).toBe(0);
    expect((await check(store, { usageStats: { a: {} } })).exitCode).toBe(1);
    expect((await check(store, { usageStats: { b: { errorCount: 0 } } })).exitCode).toBe(1);
  });
});

test('a personal account that strayed into a store is passed over', async () => {
  const uuid = '0a0a0a0a-0a0a-0a0a-0a0a-0a0a0a0a0a0a';
  const ids = [`personal:${uuid}:${uuid}`, `personal:gateway-owner:${uuid}`, 'personal:mine'];
  const report = await work(
    { profiles: Object.fromEntries(ids.map((id) => [id, key('anthropic')])) },
    { profiles: {} },
  );
  expect(ids.map((id) => healthOf(report, id))).toEqual([undefined, undefined, 'static']);
});
