import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/core/duration.ts';
import type { Report } from '../../src/core/report.ts';
import { counted, factsOf, GatewayHome, key, NOW, oauth, token } from '../kit/gateway.ts';

const check = (entry: unknown, stats: object, id = 'p:a'): Promise<Report> =>
  new GatewayHome().store('main', { [id]: entry }, { usageStats: { [id]: stats } }).check();

const FAILED_AT = NOW - HOUR_MS;

test.each<[string, object, boolean]>([
  ['two refusals', { failureCounts: { auth: 2 }, lastFailureAt: FAILED_AT }, true],
  ['permanent ones', { failureCounts: { auth_permanent: 2 }, lastFailureAt: FAILED_AT }, true],
  [
    'one of each',
    { failureCounts: { auth: 1, auth_permanent: 1 }, lastFailureAt: FAILED_AT },
    true,
  ],
  [
    'one refusal, which may be a blip',
    { failureCounts: { auth: 1 }, lastFailureAt: FAILED_AT },
    false,
  ],
  [
    'a success before the last of them',
    { failureCounts: { auth: 2 }, lastFailureAt: FAILED_AT, lastUsed: FAILED_AT - 1 },
    true,
  ],
  [
    'a success after them',
    { failureCounts: { auth: 2 }, lastFailureAt: FAILED_AT, lastUsed: FAILED_AT },
    false,
  ],
  ['other failures', { failureCounts: { rate_limit: 9 }, lastFailureAt: FAILED_AT }, false],
  ['no time of a failure', { failureCounts: { auth: 2 } }, false],
  ['counts that are no numbers', { failureCounts: { auth: '9' }, lastFailureAt: FAILED_AT }, false],
])('%s: failing %#', async (_, stats, failing) => {
  const report = await check(key('p'), stats);
  expect(counted(report)).toEqual(failing ? ['fail profile_auth_failing p:a'] : []);
});

const TWICE = { failureCounts: { auth: 3 }, lastFailureAt: FAILED_AT };

test('the finding tells how often and since when, whatever the clock says of the end', async () => {
  const report = await check(token('p', NOW + 90 * DAY_MS), TWICE);
  expect(factsOf(report, 'profile_auth_failing')).toMatchObject({
    failures: 3,
    lastFailureAt: new Date(FAILED_AT).toISOString(),
  });
});

test('it does not come and go with the short cooldowns after each refusal', async () => {
  for (const cooldownUntil of [NOW - 1, NOW + 1]) {
    const report = await check(key('p'), { ...TWICE, cooldownUntil });
    expect(counted(report)).toContain('fail profile_auth_failing p:a');
  }
});

test.each<[string, unknown, string, string]>([
  ['a token that has ended', token('p', NOW - 1), 'p:a', 'fail profile_expired p:a'],
  ['a login that was not renewed', oauth('p', NOW - 1), 'p:a', 'fail profile_refresh_stalled p:a'],
  ['a profile without a key', key('p', { key: '' }), 'p:a', 'fail profile_credential_missing p:a'],
  [
    'a login that another program renews',
    oauth('p', NOW - 1),
    'x:claude-cli',
    'fail profile_auth_failing x:claude-cli',
  ],
])('of %s one thing is said', async (_, entry, id, expected) => {
  expect(counted(await check(entry, TWICE, id))).toEqual([expected]);
});
