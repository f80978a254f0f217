import { describe, expect, test } from 'vitest';
import { AcrossAgents } from '../../src/checks/across-agents.ts';
import type { Gateway } from '../../src/core/agent.ts';
import { DAY_MS } from '../../src/core/duration.ts';
import { OWN_POLICIES } from '../../src/core/policy.ts';
import { counted, factsOf, GatewayHome, key, NOW, oauth } from '../kit/gateway.ts';

const LATER = NOW + 90 * DAY_MS;

describe('a refresh token in two agents', () => {
  test('is noticed once, with both', async () => {
    const report = await new GatewayHome()
      .store('main', { 'p:a': oauth('p', LATER) })
      .store('ops', { 'p:b': oauth('p', LATER) })
      .check();
    expect(report.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['refresh_token_shared', 'notice'],
    ]);
    expect(factsOf(report, 'refresh_token_shared')).toMatchObject({ agents: ['main', 'ops'] });
    expect(JSON.stringify(report)).not.toContain('fake-refresh');
  });

  test.each<[string, (home: GatewayHome) => GatewayHome]>([
    [
      'that differs',
      (home) => home.store('ops', { 'p:b': oauth('p', LATER, { refresh: 'fake-other' }) }),
    ],
    ['that is inherited', (home) => home.store('ops', { 'q:b': key('q') })],
    [
      'that is not there',
      (home) => home.store('ops', { 'p:b': oauth('p', LATER, { refresh: '' }) }),
    ],
  ])('is none %s', async (_, add) => {
    const home = add(new GatewayHome().store('main', { 'p:a': oauth('p', LATER) }));
    expect(counted(await home.check())).toEqual([]);
  });

  test('of two gateways is none of one', async () => {
    const homes = [1, 2].map(() => new GatewayHome().store('main', { 'p:a': oauth('p', LATER) }));
    const sources = homes.map((home, index) => home.named(`g${index}`));
    expect(counted(await (homes[0] as GatewayHome).check({ sources }))).toEqual([]);
  });

  test('can be switched off', async () => {
    const home = new GatewayHome()
      .store('main', { 'p:a': oauth('p', LATER) })
      .store('ops', { 'p:b': oauth('p', LATER) });
    const change = { severity: { refresh_token_shared: 'off' } } as const;
    expect(counted(await home.check({ change }))).toEqual([]);
  });
});

describe('a clock', () => {
  test.each([
    ['lastUsed', DAY_MS, []],
    ['lastUsed', DAY_MS + 1, ['fail clock_suspect']],
    ['lastFailureAt', DAY_MS + 1, ['fail clock_suspect']],
    ['cooldownUntil', DAY_MS + 1, ['fail provider_exhausted p']],
  ])('that is behind %s by %i ms: %j', async (name, aheadMs, expected) => {
    const report = await new GatewayHome()
      .store('main', { 'p:a': key('p') }, { usageStats: { 'p:a': { [name]: NOW + aheadMs } } })
      .check();
    expect(counted(report)).toEqual(expected);
  });

  test('is told the newest time that was written down', async () => {
    const report = await new GatewayHome()
      .store(
        'main',
        { 'p:a': key('p'), 'p:b': key('p') },
        { usageStats: { 'p:a': { lastUsed: NOW + 3 * DAY_MS }, 'p:b': { lastUsed: NOW } } },
      )
      .check();
    const newestAt = new Date(NOW + 3 * DAY_MS).toISOString();
    expect(factsOf(report, 'clock_suspect')).toEqual({ newestAt });
  });
});

describe('a clock before the build of the monitor', () => {
  const codes = (now: number): string[] =>
    new AcrossAgents(
      { label: 'g', agentIds: [] as readonly string[] } as Gateway,
      OWN_POLICIES.default,
      now,
      NOW,
    )
      .findings()
      .map(({ code }) => code);

  test.each([
    ['more than a day', NOW - DAY_MS - 1, ['clock_suspect']],
    ['a day', NOW - DAY_MS, []],
    ['1970', 0, ['clock_suspect']],
  ])('by %s', (_, now, expected) => {
    expect(codes(now)).toEqual(expected);
  });
});
