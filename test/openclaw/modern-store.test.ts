import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/core/duration.ts';
import { parseModernStore, parseModernUsage } from '../../src/openclaw/modern-store.ts';
import { counted, GatewayHome, healthOf, key, models, NOW } from '../kit/gateway.ts';

const CLAUDE = models('anthropic/claude-x');
const DISABLED = { disabledUntil: NOW + HOUR_MS, disabledReason: 'billing' };
const home = (): GatewayHome => new GatewayHome().config(CLAUDE);

const profileOf = (entry: unknown) =>
  parseModernStore({ profiles: { x: entry } })?.profiles.get('x');

describe('the names of older imports', () => {
  test('are read by 2026.9', () => {
    const profile = profileOf({ mode: 'apiKey', provider: 'p', apiKey: 'k' });
    expect(profile).toMatchObject({ type: 'api_key' });
    expect(profile?.secret?.reveal()).toBe('k');
  });

  test.each([
    { type: null, mode: 'api_key', provider: 'p', key: 'k' },
    { type: 'api_key', provider: ' ', key: 'k' },
  ])('do not make %j a profile', (entry) => {
    expect(profileOf(entry)).toBeUndefined();
  });

  test('leave a key that is there but empty alone', () => {
    expect(
      profileOf({ type: 'api_key', provider: 'p', key: null, apiKey: 'k' })?.secret,
    ).toBeNull();
  });
});

describe('a login whose tokens lay in a file that nothing reads any more', () => {
  const oauthRef = { source: 'openclaw-credentials', provider: 'openai-codex', id: '0'.repeat(32) };
  const login = { type: 'oauth', provider: 'anthropic', oauthRef };

  test.each([
    ['has long left', { expires: NOW + 90 * DAY_MS }],
    ['has ended', { expires: NOW - 1 }],
    ['does not say when it ends', {}],
    ['has blanks for tokens', { expires: NOW + DAY_MS, access: ' ', refresh: ' ' }],
  ])('is no credential where it %s', async (_, more) => {
    const report = await home()
      .shared({ profiles: { a: { ...login, ...more } } })
      .check();
    expect(counted(report)).toEqual(['fail profile_credential_missing a']);
    expect([report.exitCode, healthOf(report, 'a')]).toEqual([1, 'missing']);
  });

  test.each([
    { ...login, access: 'token' },
    { ...login, refresh: 'token' },
    { ...login, oauthRef: { ...oauthRef, id: 'x' } },
    { ...login, oauthRef: null },
    { ...login, type: 'token' },
  ])('is none of %j', (entry) => {
    expect(profileOf(entry)?.materialFault).not.toBe('elsewhere');
  });
});

describe('usage of an id with blanks around it', () => {
  test('is that of the id where stores are in SQLite', async () => {
    const report = await home()
      .shared({ profiles: { a: key('anthropic') }, state: { usageStats: { ' a ': DISABLED } } })
      .check();
    expect(counted(report)).toEqual(['fail provider_exhausted anthropic']);
  });

  test('is that of another id where stores are in JSON', async () => {
    const stats = { usageStats: { 'a ': DISABLED } };
    const other = home().store('main', { a: key('anthropic') }, stats);
    expect(counted(await other.check())).toEqual([]);
    const same = home().store('main', { 'a ': key('anthropic') }, stats);
    expect(counted(await same.check())).toEqual(['fail provider_exhausted anthropic']);
  });
});

test('an empty record of usage hides that of the base in JSON, and is none in SQLite', async () => {
  const two = {
    agents: { defaults: { model: 'anthropic/claude-x' }, list: [{ id: 'main' }, { id: 'ops' }] },
  };
  const agents = ['ops'];
  const base = { usageStats: { a: DISABLED } };
  const own = { usageStats: { a: {} } };
  const json = new GatewayHome()
    .config(two)
    .store('main', { a: key('anthropic') }, base)
    .store('ops', { b: key('openai') }, own);
  expect(counted(await json.check({ agents }))).toEqual([]);
  const sqlite = new GatewayHome()
    .config(two)
    .shared({ profiles: { a: key('anthropic') }, state: base })
    .database('ops', { profiles: { b: key('openai') }, state: own });
  expect(counted(await sqlite.check({ agents }))).toEqual(['fail provider_exhausted anthropic']);
});

test.each(['__proto__', 'constructor'])('the id %s is an id like any other', (id) => {
  const row: unknown = JSON.parse(
    `{"profiles":{"${id}":{"type":"api_key","provider":"p","key":"k"}},"usageStats":{"${id}":{"errorCount":2}}}`,
  );
  const store = parseModernStore(row);
  expect([...(store?.profiles.keys() ?? [])]).toEqual([id]);
  expect(store?.stats.get(id)?.errorCount).toBe(2);
});

test('no JSON whatsoever throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const row of [value, { profiles: value, usageStats: value, order: value }]) {
        parseModernStore(row);
        parseModernUsage(row);
      }
    }),
  );
});
