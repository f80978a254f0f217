import { describe, expect, test } from 'vitest';
import { severityOf } from '../../src/checks/index.ts';
import { OWN_POLICIES, type SeverityTable } from '../../src/core/policy.ts';
import { counted, GatewayHome, NOW, oauth, token, told } from '../kit/gateway.ts';

const policy = (severity: SeverityTable) => ({ ...OWN_POLICIES.default, severity });

describe('how much a finding counts', () => {
  const draft = { code: 'profile_expired', variant: 'spare' } as const;

  test.each([
    [{}, 'fail'],
    [{ profile_expired: 'warn' }, 'warn'],
    [{ 'profile_expired.spare': 'notice' }, 'notice'],
    [{ profile_expired: 'warn', 'profile_expired.spare': 'notice' }, 'notice'],
    [{ 'profile_expired.other': 'notice' }, 'fail'],
    // Switching a code off switches all of it off.
    [{ profile_expired: 'off', 'profile_expired.spare': 'fail' }, 'off'],
  ] as const)('%j: %s', (severity, expected) => {
    expect(severityOf(draft, policy(severity))).toBe(expected);
  });

  test('a variant that ranks itself is re-ranked only by its own name', () => {
    const short = { code: 'profile_cooldown', variant: 'short', severity: 'info' } as const;
    expect(severityOf(short, policy({ profile_cooldown: 'fail' }))).toBe('info');
    expect(severityOf(short, policy({ 'profile_cooldown.short': 'fail' }))).toBe('fail');
  });
});

test('fail beats warn beats nothing', async () => {
  const ended = { 'p:a': token('p', NOW - 1) };
  const ending = { 'p:b': token('p', NOW + 1) };
  const exit = async (profiles: object) =>
    (await new GatewayHome().store('main', { ...profiles }).check()).exitCode;
  expect(await exit({ ...ended, ...ending })).toBe(1);
  expect(await exit(ending)).toBe(2);
  expect(await exit({ 'p:c': token('p') })).toBe(0);
});

test('what the user ignores is told and never counted', async () => {
  const home = new GatewayHome().store('main', { 'p:a': token('p', NOW - 1), 'p:b': token('p') });
  const report = await home.check({ change: { profiles: { 'p:a': { ignore: true } } } });
  expect([report.exitCode, told(report)]).toEqual([0, ['info profile_expired p:a']]);
});

test('strict counts what the default trusts', async () => {
  const home = new GatewayHome()
    .config({ agents: { defaults: { model: { primary: 'q/m' } } } })
    .store('main', { 'p:a': oauth('p', NOW - 1), 'q:a': token('q') });
  expect(counted(await home.check())).toEqual([]);
  expect(counted(await home.check({ policy: 'strict' }))).toEqual(['fail profile_expired p:a']);
});
