import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseStore, parseUsage } from '../../src/openclaw/parse-store.ts';
import { key, NOW } from '../kit/gateway.ts';

test.each([null, 5, 'x', [], {}, { profiles: null }, { profiles: 'x' }, { version: 1 }])(
  '%j is no store',
  (value) => {
    expect(parseStore(value, {}, 'json')).toBeNull();
  },
);

test.each([1, 'x', null, undefined])('the version %j does not matter', (version) => {
  expect(parseStore({ version, profiles: {} }, {}, 'json')?.profiles.size).toBe(0);
});

test('a list of profiles passes, with its numbers as ids', () => {
  const store = parseStore({ profiles: [key('p')] }, {}, 'json');
  expect([...(store?.profiles.keys() ?? [])]).toEqual(['0']);
});

test('one bad entry never hides the good ones', () => {
  const profiles = { a: 5, b: key('p'), c: { type: 'x', provider: 'q' } };
  const store = parseStore({ profiles }, {}, 'json');
  expect([...(store?.profiles.keys() ?? [])]).toEqual(['b']);
  expect(store?.malformed).toEqual([
    { profileId: 'a', provider: null, problem: 'not_an_object' },
    { profileId: 'c', provider: 'q', problem: 'unknown_type' },
  ]);
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'the id %s is an id like any other',
  (id) => {
    const text = `{"profiles":{"${id}":{"type":"api_key","provider":"p","key":"k"}}}`;
    const store = parseStore(
      JSON.parse(text),
      JSON.parse(`{"usageStats":{"${id}":{"errorCount":2}}}`),
      'json',
    );
    expect([...(store?.profiles.keys() ?? [])]).toEqual([id]);
    expect(store?.stats.get(id)?.errorCount).toBe(2);
  },
);

test('an order keeps its ids trimmed, by folded provider, and one without a name is none', () => {
  const { order } = parseUsage({ order: { ' Z.AI ': [' a ', '', 5, 'b'], x: 'a', y: [] } });
  expect([...order]).toEqual([['zai', ['a', 'b']]]);
});

test.each([
  [NOW, NOW],
  [0, null],
  [-1, null],
  ['1', null],
  [Number.POSITIVE_INFINITY, null],
  [8_640_000_000_000_000, 8_640_000_000_000_000],
  [8_640_000_000_000_001, null],
  [null, null],
])('a time of %s counts as %s', (value, expected) => {
  const { stats } = parseUsage({ usageStats: { a: { cooldownUntil: value, lastUsed: value } } });
  expect(stats.get('a')).toMatchObject({ cooldownUntil: expected, lastUsedAt: expected });
});

test.each([
  ['billing', 'billing'],
  ['auth_permanent', 'auth_permanent'],
  ['subscription_limit', 'subscription_limit'],
  ['manual', null],
  ['sk-secret-0000', null],
  ['', null],
  [5, null],
])('the reason %j is kept as %s', (reason, expected) => {
  const entry = { disabledReason: reason, cooldownReason: reason, blockedReason: reason };
  expect(parseUsage({ usageStats: { a: entry } }).stats.get('a')).toMatchObject({
    disabledReason: expected,
    cooldownReason: expected,
    blockedReason: expected,
  });
});

test('a block is scoped to a model only when it says so', () => {
  const block = { blockedModel: 'm', blockedUntil: NOW };
  const { stats } = parseUsage({
    usageStats: { a: block, b: { ...block, blockedScope: 'model' } },
  });
  expect([stats.get('a')?.blockedModel, stats.get('b')?.blockedModel]).toEqual([null, 'm']);
});

test('entries of usage that are no objects are dropped', () => {
  const { stats } = parseUsage({ usageStats: { a: null, b: 5, c: [], d: { failureCounts: 5 } } });
  expect([...stats.keys()]).toEqual(['d']);
  expect(stats.get('d')?.failureCounts).toEqual({});
});

test('no JSON whatsoever throws', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.jsonValue(),
      fc.constantFrom('json', 'sqlite'),
      (value, state, era) => {
        parseStore({ profiles: value }, state, era);
        parseStore(value, { usageStats: state, order: state }, era);
      },
    ),
  );
});
