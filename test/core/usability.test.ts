import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/core/duration.ts';
import type { UsageStats } from '../../src/core/profile.ts';
import { openWindows, unusableAt, windowMs } from '../../src/core/usability.ts';
import { NOW } from '../kit/gateway.ts';

const stats = (more: Partial<UsageStats> = {}): UsageStats => ({
  lastUsedAt: null,
  lastFailureAt: null,
  cooldownUntil: null,
  cooldownReason: null,
  cooldownClassification: null,
  cooldownModel: null,
  disabledUntil: null,
  disabledReason: null,
  blockedUntil: null,
  blockedReason: null,
  blockedModel: null,
  errorCount: 0,
  failureCounts: {},
  ...more,
});

test.each(['cooldownUntil', 'disabledUntil', 'blockedUntil'] as const)(
  'the window of %s is open up to its last millisecond',
  (name) => {
    expect(unusableAt(stats({ [name]: NOW + 1 }), 'p', NOW)).toMatchObject({ until: NOW + 1 });
    expect(unusableAt(stats({ [name]: NOW }), 'p', NOW)).toBeNull();
    expect(unusableAt(stats({ [name]: NOW - 1 }), 'p', NOW)).toBeNull();
  },
);

test('nothing recorded is nothing set aside', () => {
  expect([unusableAt(null, 'p', NOW), unusableAt(stats(), 'p', NOW)]).toEqual([null, null]);
});

test('disabled outranks a cooldown in its words, the latest end counts', () => {
  const both = stats({
    disabledUntil: NOW + HOUR_MS,
    disabledReason: 'billing',
    cooldownUntil: NOW + 2 * HOUR_MS,
    cooldownReason: 'rate_limit',
    cooldownClassification: 'wham',
  });
  expect(unusableAt(both, 'p', NOW)).toEqual({
    kind: 'disabled',
    reason: 'billing',
    classification: null,
    until: NOW + 2 * HOUR_MS,
    model: null,
  });
});

test('a window that has passed lends no words to one that is open', () => {
  const stale = stats({
    disabledUntil: NOW - 1,
    disabledReason: 'billing',
    cooldownUntil: NOW + HOUR_MS,
    cooldownReason: 'auth_permanent',
    cooldownClassification: 'wham_account_dead',
  });
  expect(unusableAt(stale, 'p', NOW)).toMatchObject({
    kind: 'cooldown',
    reason: 'auth_permanent',
    classification: 'wham_account_dead',
  });
});

describe('a window of one model', () => {
  const scoped = { cooldownUntil: NOW + HOUR_MS, cooldownModel: 'm' };

  test.each([
    ['rate_limit', 'm'],
    ['timeout', 'm'],
    ['model_not_found', 'm'],
    ['auth', null],
    ['billing', null],
    [null, null],
  ])('after %s holds for %s', (cooldownReason, model) => {
    expect(unusableAt(stats({ ...scoped, cooldownReason }), 'p', NOW)?.model).toBe(model);
  });

  test('beside one of all models leaves none, whichever ends later', () => {
    for (const end of [1, 2 * HOUR_MS]) {
      const both = stats({ ...scoped, cooldownReason: 'rate_limit', blockedUntil: NOW + end });
      expect(unusableAt(both, 'p', NOW)?.model).toBeNull();
    }
  });

  test('beside one of the same model is one, of another leaves none', () => {
    const both = (blockedModel: string) =>
      stats({ ...scoped, cooldownReason: 'rate_limit', blockedUntil: NOW + 1, blockedModel });
    expect(unusableAt(both('m'), 'p', NOW)?.model).toBe('m');
    expect(unusableAt(both('n'), 'p', NOW)?.model).toBeNull();
    expect(openWindows(both('n'), 'p', NOW).map(({ model }) => model)).toEqual(['n', 'm']);
  });
});

test.each([
  ['openrouter', false],
  ['kilocode', false],
  ['anthropic', true],
  [null, true],
])('the windows of %s count: %s', (provider, expected) => {
  const set = stats({ disabledUntil: NOW + 1, cooldownUntil: NOW + 1, blockedUntil: NOW + 1 });
  expect(unusableAt(set, provider, NOW) !== null).toBe(expected);
});

test.each([
  [NOW - MINUTE_MS, 6 * MINUTE_MS],
  [NOW, 5 * MINUTE_MS],
  [NOW + 1, 5 * MINUTE_MS],
  [null, 5 * MINUTE_MS],
])('a window that a failure at %s opened is %i ms long', (lastFailureAt, expected) => {
  expect(windowMs(stats({ lastFailureAt }), NOW + 5 * MINUTE_MS, NOW)).toBe(expected);
});

test('what is usable stays usable as time passes', () => {
  const time = fc.option(fc.integer({ min: 1, max: DAY_MS }));
  fc.assert(
    fc.property(time, time, time, fc.nat(DAY_MS), fc.nat(DAY_MS), (a, b, c, first, later) => {
      const set = stats({ cooldownUntil: a, disabledUntil: b, blockedUntil: c });
      fc.pre(unusableAt(set, 'p', first) === null);
      expect(unusableAt(set, 'p', first + later)).toBeNull();
    }),
  );
});
