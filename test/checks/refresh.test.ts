import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/core/duration.ts';
import type { Report } from '../../src/core/report.ts';
import { counted, factsOf, GatewayHome, healthOf, NOW, oauth, told } from '../kit/gateway.ts';

const check = (expires: number, stats: object = {}, id = 'p:a', options = {}): Promise<Report> =>
  new GatewayHome()
    .store('main', { [id]: oauth('p', expires) }, { usageStats: { [id]: stats } })
    .check(options);

describe('a login that OpenClaw renews by itself', () => {
  test.each([
    [-HOUR_MS, 'expired'],
    [0, 'expired'],
    [HOUR_MS, 'expiring'],
    [DAY_MS, 'expiring'],
  ])('%i ms from its end is due and no more', async (remainingMs, health) => {
    const report = await check(NOW + remainingMs);
    expect([report.exitCode, healthOf(report, 'p:a')]).toEqual([0, health]);
    expect(told(report)).toEqual(['info profile_refresh_due p:a']);
  });

  test('far from its end is nothing to speak of', async () => {
    expect(told(await check(NOW + DAY_MS + 1))).toEqual([]);
  });

  test.each([
    [30 * DAY_MS - 1, 'info'],
    [30 * DAY_MS, 'notice'],
  ])('that nobody has used for %i ms gets the word %s', async (idleMs, severity) => {
    expect(told(await check(NOW - idleMs))).toEqual([`${severity} profile_refresh_due p:a`]);
  });

  test('is idle since its last use, not since its end', async () => {
    const report = await check(NOW - 40 * DAY_MS, { lastUsed: NOW - 40 * DAY_MS - 1 });
    expect(factsOf(report, 'profile_refresh_due')).toMatchObject({ idleMs: 40 * DAY_MS });
  });
});

describe('a login that should have been renewed', () => {
  const ENDED = NOW - HOUR_MS;

  test.each<[string, object, string | null]>([
    ['was used since', { lastUsed: ENDED + MINUTE_MS + 1 }, 'used_since'],
    ['was used a moment after its end', { lastUsed: ENDED + MINUTE_MS }, null],
    ['was last used at its end', { lastUsed: ENDED }, null],
    ['was used before', { lastUsed: ENDED - 1 }, null],
    ['failed since', { lastFailureAt: ENDED + 1 }, 'failed_since'],
    ['failed before', { lastFailureAt: ENDED - 1 }, null],
    [
      'counts refused logins',
      { lastFailureAt: ENDED - 1, failureCounts: { auth: 1 } },
      'auth_failures',
    ],
    [
      'counts permanently refused ones',
      { lastFailureAt: ENDED - 1, failureCounts: { auth_permanent: 1 } },
      'auth_failures',
    ],
    [
      'succeeded after they were counted',
      { lastFailureAt: ENDED - 2, lastUsed: ENDED - 1, failureCounts: { auth: 1 } },
      null,
    ],
    ['counts other failures', { lastFailureAt: ENDED - 1, failureCounts: { timeout: 3 } }, null],
  ])('%s', async (_, stats, reason) => {
    const report = await check(ENDED, stats);
    expect(report.exitCode).toBe(reason === null ? 0 : 1);
    if (reason !== null)
      expect(factsOf(report, 'profile_refresh_stalled')).toMatchObject({ reason });
  });

  test('and has not ended yet is left in peace', async () => {
    expect((await check(NOW + 1, { lastUsed: NOW, lastFailureAt: NOW })).exitCode).toBe(0);
  });

  test('is the business of the program that owns it', async () => {
    expect((await check(ENDED, { lastUsed: NOW }, 'anthropic:claude-cli')).exitCode).toBe(0);
    expect((await check(ENDED, { lastUsed: NOW }, 'anthropic:default')).exitCode).toBe(1);
  });
});

describe('a refresh fence', () => {
  const fence = (failed: string) => ({
    access: `openclaw-oauth-refresh-fence:v1:${'b'.repeat(32)}:${failed}access:${'a'.repeat(64)}`,
    refresh: `openclaw-oauth-refresh-fence:v1:${'b'.repeat(32)}:${failed}refresh:${'a'.repeat(64)}`,
  });
  const fenced = (failed: string): Promise<Report> =>
    new GatewayHome().shared({ profiles: { 'p:a': oauth('p', 1, fence(failed)) } }).check();

  test('that failed needs a login', async () => {
    const report = await fenced('failed:');
    expect(counted(report)).toEqual(['fail profile_refresh_stalled p:a']);
    expect(factsOf(report, 'profile_refresh_stalled')).toMatchObject({ reason: 'failed_fence' });
    expect(report.agents[0]?.profiles[0]).toMatchObject({ health: 'expired', refreshable: false });
  });

  test('that is up passes', async () => {
    const report = await fenced('');
    expect([report.exitCode, told(report)]).toEqual([0, ['info profile_refresh_due p:a']]);
  });
});
