import { describe, expect, test } from 'vitest';
import { toAlertPolicy, toPolicy } from '../../src/config/runtime-policy.ts';
import { DEFAULT_ALERT_POLICY } from '../../src/core/alerts/alert-policy.ts';
import { OWN_POLICIES } from '../../src/core/policy.ts';

describe('the policy to judge by', () => {
  test('without config and flags is the default', () => {
    expect(toPolicy(null)).toEqual(OWN_POLICIES.default);
    expect(toPolicy({})).toEqual(OWN_POLICIES.default);
  });

  test('takes every value from the config', () => {
    const config = {
      policy: 'strict',
      scope: 'in-use',
      warnWithin: 5,
      severity: { profile_unused: 'warn', credential_age: 'info' },
      agents: { onDisk: 'ignore' },
      profiles: { 'anthropic:work': { expiresAt: 7 } },
    } as const;
    expect(toPolicy(config)).toEqual({
      name: 'strict',
      scope: 'in-use',
      warnWithinMs: 5,
      severity: {
        secret_ref_unresolved: 'fail',
        'secret_ref_unresolved.exec': 'fail',
        'secret_ref_unresolved.managed': 'fail',
        credential_age: 'info',
        profile_unused: 'warn',
      },
      trustRefresh: false,
      trustStats: true,
      onDiskAgents: 'ignore',
      profiles: { 'anthropic:work': { expiresAt: 7 } },
    });
  });

  test('takes the flags over the config', () => {
    const config = { policy: 'strict', scope: 'all', warnWithin: 5 } as const;
    const flags = { policy: 'default', scope: 'in-use', warnWithinMs: 0 } as const;
    expect(toPolicy(config, flags)).toEqual({ ...OWN_POLICIES.default, warnWithinMs: 0 });
  });

  test('keeps the scope of the policy that the flag names', () => {
    expect(toPolicy({ policy: 'default' }, { policy: 'strict' }).scope).toBe('all');
  });

  test.each(['openclaw-2026.2', 'openclaw-2026.9'] as const)('%s keeps its name', (policy) => {
    expect(toPolicy({ policy })).toEqual({ ...OWN_POLICIES.default, name: policy });
  });
});

describe('the alert policy', () => {
  test('without config is the default', () => {
    expect(toAlertPolicy(null)).toEqual(DEFAULT_ALERT_POLICY);
    expect(toAlertPolicy({ alerts: {} })).toEqual(DEFAULT_ALERT_POLICY);
  });

  test('takes every value from the config', () => {
    const quietHours = { from: 1320, to: 420, zone: 'Europe/Berlin' };
    expect(toAlertPolicy({ alerts: { reminderEvery: 5, quietHours, stormCap: 3 } })).toEqual({
      reminderMs: 5,
      quietHours: { fromMinute: 1320, toMinute: 420, zone: 'Europe/Berlin' },
      stormCap: 3,
    });
  });

  test('quiet hours without a zone are in the zone of the system', () => {
    const { quietHours } = toAlertPolicy({ alerts: { quietHours: { from: 0, to: 1 } } });
    expect(quietHours?.zone).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});
