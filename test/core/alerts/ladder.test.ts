import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../src/core/duration.ts';
import { isBornInside, isStillNear, stageOf } from '../../../src/core/alerts/ladder.ts';

const NOW = Date.parse('2026-03-02T12:00:00Z');

describe('the rung', () => {
  it.each([
    ['past its end by a later clock', -1, '1h'],
    ['at its end by a later clock', 0, '1h'],
    ['1 ms', 1, '1h'],
    ['1 h', HOUR_MS, '1h'],
    ['1 h and 1 ms', HOUR_MS + 1, '6h'],
    ['6 h', 6 * HOUR_MS, '6h'],
    ['6 h and 1 ms', 6 * HOUR_MS + 1, '24h'],
    ['24 h', DAY_MS, '24h'],
    ['24 h and 1 ms', DAY_MS + 1, '7d'],
    ['7 d', 7 * DAY_MS, '7d'],
    ['7 d and 1 ms', 7 * DAY_MS + 1, '30d'],
    ['30 d', 30 * DAY_MS, '30d'],
    ['30 d and 1 ms, in a wide warn window', 30 * DAY_MS + 1, 'profile_expiring'],
  ])('of what expires in %s is the nearest one not yet passed', (_, remainingMs, stage) => {
    expect(stageOf('profile_expiring', NOW + remainingMs, NOW)).toBe(stage);
  });

  it('of what has no end ahead is its code', () => {
    expect(stageOf('profile_malformed', NOW + 1, NOW)).toBe('profile_malformed');
    expect(stageOf('credential_age', null, NOW)).toBe('credential_age');
    expect(stageOf('profile_expired', null, NOW)).toBe('expired');
  });

  it.each([
    ['7d', 'notice', 7 * DAY_MS, true],
    ['7d', 'notice', 7 * DAY_MS + 1, false],
    ['30d', 'notice', 30 * DAY_MS, true],
    ['30d', 'notice', 30 * DAY_MS + 1, false],
    ['7d', 'warn', DAY_MS, false],
    ['24h', 'notice', HOUR_MS, false],
  ] as const)('%s as a %s, first seen with %i ms left, was there from birth: %s', (...row) => {
    const [stage, severity, initialRemainingMs, expected] = row;
    expect(isBornInside(stage, severity, initialRemainingMs)).toBe(expected);
  });

  it.each([
    ['expired', 2 * DAY_MS, true],
    ['expired', 2 * DAY_MS + 1, false],
    ['24h', 3 * DAY_MS, true],
    ['24h', 3 * DAY_MS + 1, false],
    ['profile_malformed', 0, false],
  ] as const)(
    '%s with %i ms left still is about where the end is: %s',
    (stage, leftMs, expected) => {
      expect(isStillNear(stage, NOW + leftMs, NOW)).toBe(expected);
    },
  );
});
