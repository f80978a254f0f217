// Turns config and flags into the policies that the run works by. Loads nothing: `check` without a
// config comes through here too.
import { type AlertPolicy, DEFAULT_ALERT_POLICY } from '../core/alerts/alert-policy.ts';
import { OWN_POLICIES, type Policy, type PolicyName } from '../core/policy.ts';
import type { Config } from './config-schema.ts';

/** What the command line says; it wins over the config. */
export interface PolicyOverrides {
  readonly policy?: PolicyName | undefined;
  readonly scope?: Policy['scope'] | undefined;
  readonly warnWithinMs?: number | undefined;
}

/**
 * The policy to judge by: the flag, else the config, else the named policy's own value. A mirror
 * keeps its name over the default's values, since its rules are not ours.
 */
export function toPolicy(config: Config | null, overrides: PolicyOverrides = {}): Policy {
  const name = overrides.policy ?? config?.policy ?? 'default';
  const base = name === 'strict' ? OWN_POLICIES.strict : OWN_POLICIES.default;
  return {
    ...base,
    name,
    scope: overrides.scope ?? config?.scope ?? base.scope,
    warnWithinMs: overrides.warnWithinMs ?? config?.warnWithin ?? base.warnWithinMs,
    severity: { ...base.severity, ...config?.severity },
    onDiskAgents: config?.agents?.onDisk ?? base.onDiskAgents,
    trustStats: config?.probe?.passive?.stats ?? base.trustStats,
    // The schema leaves out what is not given; it is never there as undefined.
    profiles: (config?.profiles as Policy['profiles'] | undefined) ?? base.profiles,
  };
}

/** When people are told. */
export function toAlertPolicy(config: Config | null): AlertPolicy {
  const { reminderEvery, quietHours, stormCap } = config?.alerts ?? {};
  return {
    reminderMs: reminderEvery ?? DEFAULT_ALERT_POLICY.reminderMs,
    quietHours: quietHours
      ? {
          fromMinute: quietHours.from,
          toMinute: quietHours.to,
          zone: quietHours.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
        }
      : DEFAULT_ALERT_POLICY.quietHours,
    stormCap: stormCap ?? DEFAULT_ALERT_POLICY.stormCap,
  };
}
