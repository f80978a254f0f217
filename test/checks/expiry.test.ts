import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/core/duration.ts';
import type { Report } from '../../src/core/report.ts';
import {
  counted,
  factsOf,
  GatewayHome,
  healthOf,
  key,
  NOW,
  oauth,
  token,
  told,
} from '../kit/gateway.ts';

const check = (profiles: Record<string, unknown>, options = {}): Promise<Report> =>
  new GatewayHome().store('main', profiles).check(options);

describe('a token', () => {
  test.each([
    [-1, 1, 'expired', ['fail profile_expired p:a']],
    [0, 1, 'expired', ['fail profile_expired p:a']],
    [1, 2, 'expiring', ['warn profile_expiring p:a']],
    [DAY_MS, 2, 'expiring', ['warn profile_expiring p:a']],
    [DAY_MS + 1, 0, 'ok', ['notice profile_expiry_ahead p:a']],
    [7 * DAY_MS, 0, 'ok', ['notice profile_expiry_ahead p:a']],
    [30 * DAY_MS, 0, 'ok', ['notice profile_expiry_ahead p:a']],
    [30 * DAY_MS + 1, 0, 'ok', []],
  ])('with %i ms left ends with %i (%s)', async (remainingMs, exitCode, health, expected) => {
    const report = await check({ 'p:a': token('p', NOW + remainingMs) });
    expect([report.exitCode, healthOf(report, 'p:a'), counted(report)]).toEqual([
      exitCode,
      health,
      expected,
    ]);
  });

  test('without a known end is static', async () => {
    const report = await check({ 'p:a': token('p') });
    expect([report.exitCode, healthOf(report, 'p:a'), told(report)]).toEqual([0, 'static', []]);
  });

  test.each([
    [7 * DAY_MS, 7 * DAY_MS],
    [7 * DAY_MS + 1, 30 * DAY_MS],
  ])('with %i ms left stands on the step of %i ms', async (remainingMs, stepMs) => {
    const report = await check({ 'p:a': token('p', NOW + remainingMs) });
    expect(factsOf(report, 'profile_expiry_ahead')).toMatchObject({ stepMs, remainingMs });
  });

  test('ends by the JWT in it when that is earlier', async () => {
    const claims = Buffer.from(JSON.stringify({ exp: NOW / 1_000 - 1 })).toString('base64url');
    const jwt = { token: `eyJhbGciOiJub25lIn0.${claims}.c2ln` };
    const report = await check({ 'p:a': token('p', NOW + 90 * DAY_MS, jwt) });
    expect(factsOf(report, 'profile_expired')).toMatchObject({
      expirySource: 'jwt',
      type: 'token',
    });
  });

  test('ends when the user says so, whatever is stored', async () => {
    const change = { profiles: { 'p:a': { expiresAt: NOW - 1 } } };
    const report = await check({ 'p:a': token('p', NOW + 90 * DAY_MS) }, { change });
    expect(factsOf(report, 'profile_expired')).toMatchObject({ expirySource: 'declared' });
    const later = { profiles: { 'p:a': { expiresAt: NOW + 90 * DAY_MS } } };
    expect(counted(await check({ 'p:a': token('p', NOW - 1) }, { change: later }))).toEqual([]);
  });

  test('is judged by the window that was asked for', async () => {
    const profiles = { 'p:a': token('p', NOW + 2 * DAY_MS) };
    expect((await check(profiles, { change: { warnWithinMs: 2 * DAY_MS } })).exitCode).toBe(2);
    expect((await check(profiles, { change: { warnWithinMs: 2 * DAY_MS - 1 } })).exitCode).toBe(0);
  });
});

describe('a spare', () => {
  test('beside a profile that serves fails too, and says so', async () => {
    const report = await check({ 'p:a': token('p', NOW - 1), 'p:b': key('p') });
    expect(counted(report)).toEqual(['fail profile_expired p:a']);
    expect(factsOf(report, 'profile_expired')).toMatchObject({ spare: true });
  });

  test.each<[string, unknown]>([
    ['that ends, too', token('p', NOW - 1)],
    ['that is about to', token('p', NOW + HOUR_MS)],
    ['without a key', key('p', { key: '' })],
    ['of another provider', key('q')],
  ])('beside one %s is none', async (_, other) => {
    const report = await check({ 'p:a': token('p', NOW - 1), 'p:b': other });
    expect(factsOf(report, 'profile_expired')).not.toHaveProperty('spare');
  });

  test('can be ranked by itself', async () => {
    const change = { severity: { 'profile_expired.spare': 'notice' } } as const;
    const profiles = { 'p:a': token('p', NOW - 1) };
    expect((await check({ ...profiles, 'p:b': key('p') }, { change })).exitCode).toBe(0);
    expect((await check(profiles, { change })).exitCode).toBe(1);
  });
});

test('a login that renews itself is not judged by the clock, by strict it is', async () => {
  const profiles = { 'p:a': oauth('p', NOW - 1) };
  expect((await check(profiles)).exitCode).toBe(0);
  expect(counted(await check(profiles, { policy: 'strict' }))).toEqual([
    'fail profile_expired p:a',
  ]);
  expect((await check({ 'p:a': oauth('p', NOW - 1, { refresh: ' ' }) })).exitCode).toBe(1);
});

test('health only gets worse as time passes', async () => {
  const home = new GatewayHome().store('main', { 'p:a': token('p', NOW), 'q:a': oauth('q', NOW) });
  const words: (string | undefined)[] = [];
  for (const before of [DAY_MS + 1, DAY_MS, 1, 0, -1]) {
    words.push(healthOf(await home.check({ now: NOW - before }), 'p:a'));
  }
  expect(words).toEqual(['ok', 'expiring', 'expiring', 'expired', 'expired']);
});
