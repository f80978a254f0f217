import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { severityOf } from '../../src/checks/index.ts';
import { SEVERITY_KEYS } from '../../src/config/severity-table.ts';
import type { Severity } from '../../src/core/finding.ts';
import { OWN_POLICIES, type SeverityTable } from '../../src/core/policy.ts';
import { counted, GatewayHome, key, NOW, oauth, token, told } from '../kit/gateway.ts';

const SRC = join(import.meta.dirname, '../../src');

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

  test.each<[string, SeverityTable, Severity]>([
    ['by itself', {}, 'info'],
    ['by its name', { 'profile_cooldown.short': 'fail' }, 'fail'],
    ['though its code is graver', { profile_cooldown: 'fail' }, 'info'],
    ['and its code is milder still', { profile_cooldown: 'info' }, 'info'],
    ['off with its code', { profile_cooldown: 'off' }, 'off'],
  ])('a circumstance that ranks below its code: %s', (_, severity, expected) => {
    const short = { code: 'profile_cooldown', variant: 'short', severity: 'info' } as const;
    expect(severityOf(short, policy(severity))).toBe(expected);
  });

  test('it ranks never above what its code is set to', () => {
    const strike = { code: 'credential_rejected', variant: 'first_strike' } as const;
    const first = { ...strike, severity: 'warn' } as const;
    expect(severityOf(first, policy({}))).toBe('warn');
    expect(severityOf(first, policy({ credential_rejected: 'notice' }))).toBe('notice');
  });

  test.each<[SeverityTable, Severity]>([
    [{}, 'fail'],
    [{ billing_blocked: 'notice' }, 'notice'],
    [{ billing_blocked: 'warn' }, 'warn'],
    [{ billing_blocked: 'off' }, 'off'],
  ])('what we rank above its code obeys the code: %j', (severity, expected) => {
    const met = { code: 'billing_blocked', severity: 'fail' } as const;
    expect(severityOf(met, policy(severity))).toBe(expected);
  });
});

test('every circumstance that the sources name can be set in the config', () => {
  const known = new Set(SEVERITY_KEYS.map((key) => key.split('.')[1]));
  const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(SRC, path), 'utf8'));
  const named = sources.flatMap((text) =>
    [...text.matchAll(/\bvariant: '(\w+)'/g)].map(([, name]) => name),
  );
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

test('strict fails every reference that is not resolved', async () => {
  const refs = ['env', 'exec', 'file'].map((source) => [
    `p:${source}`,
    key('p', {
      key: undefined,
      keyRef: { source, provider: source, id: source === 'file' ? '/value' : 'VALUE' },
    }),
  ]);
  const home = new GatewayHome()
    .config({
      secrets: {
        providers: {
          env: { source: 'env' },
          exec: { source: 'exec', command: '/bin/false' },
          file: { source: 'file', path: '/nowhere' },
        },
      },
    })
    .store('main', Object.fromEntries(refs) as Record<string, unknown>);
  expect(counted(await home.check({ policy: 'strict' }))).toEqual([
    'fail secret_ref_unresolved p:env',
    'fail secret_ref_unresolved p:exec',
    'fail secret_ref_unresolved p:file',
  ]);
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
