import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/core/duration.ts';
import {
  effectiveExpiry,
  isRefreshable,
  judgeExpiry,
  WARN_WITHIN_MS,
} from '../../src/core/health.ts';
import type { Profile } from '../../src/core/profile.ts';
import { Secret } from '../../src/core/secret.ts';
import { NOW } from '../kit/gateway.ts';

const profile = (more: Partial<Profile> = {}): Profile => ({
  profileId: 'a',
  provider: 'p',
  type: 'oauth',
  secret: new Secret('x'),
  secretRef: null,
  refresh: new Secret('y'),
  materialFault: null,
  expiresAt: null,
  expiresFault: null,
  jwtExpiresAt: null,
  refreshFence: null,
  inactive: false,
  ownedByCli: false,
  accountId: null,
  email: null,
  ...more,
});

describe('an expiry', () => {
  test.each([
    [-DAY_MS, 'expired'],
    [-1, 'expired'],
    [0, 'expired'],
    [1, 'expiring'],
    [DAY_MS - 1, 'expiring'],
    [DAY_MS, 'expiring'],
    [DAY_MS + 1, 'ok'],
  ])('%i ms ahead is %s', (remainingMs, expected) => {
    expect(judgeExpiry(NOW + remainingMs, NOW, WARN_WITHIN_MS)).toBe(expected);
  });

  test.each([
    [HOUR_MS, 'expiring'],
    [HOUR_MS + 1, 'ok'],
  ])('%i ms ahead is %s with a window of an hour', (remainingMs, expected) => {
    expect(judgeExpiry(NOW + remainingMs, NOW, HOUR_MS)).toBe(expected);
  });

  test('without a window is ok until it has passed', () => {
    expect([judgeExpiry(NOW + 1, NOW, 0), judgeExpiry(NOW, NOW, 0)]).toEqual(['ok', 'expired']);
  });

  test('only gets worse as time passes', () => {
    const rank = { ok: 0, expiring: 1, expired: 2 };
    const time = fc.integer({ min: 0, max: 4 * DAY_MS });
    fc.assert(
      fc.property(time, time, time, time, (expiresAt, window, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        expect(rank[judgeExpiry(expiresAt, late, window)]).toBeGreaterThanOrEqual(
          rank[judgeExpiry(expiresAt, early, window)],
        );
      }),
    );
  });
});

describe('the expiry that counts', () => {
  test.each<[Partial<Profile>, number | null, number | null, string]>([
    [{}, null, null, 'none'],
    [{ expiresAt: 5 }, null, 5, 'stored'],
    [{ jwtExpiresAt: 5 }, null, 5, 'jwt'],
    [{ expiresAt: 5, jwtExpiresAt: 4 }, null, 4, 'jwt'],
    [{ expiresAt: 5, jwtExpiresAt: 5 }, null, 5, 'stored'],
    [{ expiresAt: 4, jwtExpiresAt: 5 }, null, 4, 'stored'],
    [{ expiresAt: 4, expiresFault: 'seconds' }, null, null, 'none'],
    [{ expiresAt: 4, expiresFault: 'seconds', jwtExpiresAt: 9 }, null, 9, 'jwt'],
    [{ expiresAt: 4, jwtExpiresAt: 5 }, 9, 9, 'declared'],
  ])('of %j, declared %s, is %s (%s)', (more, declared, at, source) => {
    expect(effectiveExpiry(profile(more), declared)).toEqual({ at, source });
  });
});

test.each<[Partial<Profile>, boolean]>([
  [{}, true],
  [{ type: 'token' }, false],
  [{ refresh: null }, false],
  [{ refresh: new Secret(' ') }, false],
  [{ refreshFence: 'failed' }, false],
  [{ refreshFence: 'pending' }, true],
])('a login with %j is renewed by OpenClaw: %s', (more, expected) => {
  expect(isRefreshable(profile(more))).toBe(expected);
});
