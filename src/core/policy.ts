// Decides what counts and how much: scope, warn window, severities and the switches of single rules.
import type { FindingCode, Severity } from './finding.ts';
import { WARN_WITHIN_MS } from './health.ts';

/** Policies that judge by our own rules. */
export type OwnPolicyName = 'default' | 'strict';
/** Policies that return what `models status --check` of that OpenClaw returns. */
export type MirrorName = 'openclaw-2026.2' | 'openclaw-2026.6' | 'openclaw-2026.9';
/** `auto` picks the mirror by the storage found. */
export type PolicyName = OwnPolicyName | MirrorName | 'auto';

/** Every name that `--policy` and the config take. */
export const POLICY_NAMES = [
  'default',
  'strict',
  'openclaw-2026.2',
  'openclaw-2026.6',
  'openclaw-2026.9',
  'auto',
] as const satisfies readonly PolicyName[];

/** A severity for a code, or for one variant of it (`profile_expired.spare`). */
export type SeverityTable = Readonly<
  Partial<Record<FindingCode | `${FindingCode}.${string}`, Severity>>
>;

/** What the user declares about a profile; times are epoch ms. */
export interface ProfileSettings {
  readonly expiresAt?: number;
  readonly issuedAt?: number;
  /** How long it lives from then on; a year when absent. */
  readonly lifetimeMs?: number;
  readonly expectClaudeCodeOnly?: boolean;
  /** Reported, but never counted. */
  readonly ignore?: boolean;
  /** Counts although no model uses its provider. */
  readonly watch?: boolean;
}

export interface Policy {
  readonly name: PolicyName;
  /** `in-use`: only providers that some agent's models route to; `all`: every stored profile. */
  readonly scope: 'in-use' | 'all';
  readonly warnWithinMs: number;
  readonly severity: SeverityTable;
  /** Off: an OAuth login past its expiry fails although OpenClaw would renew it on next use. */
  readonly trustRefresh: boolean;
  /** Off: what OpenClaw counted of failed calls is no evidence. */
  readonly trustStats: boolean;
  /** Agents that are only on disk, not in the config. */
  readonly onDiskAgents: 'judge' | 'ignore';
  /** By profile id. */
  readonly profiles: Readonly<Record<string, ProfileSettings>>;
}

export const OWN_POLICIES: Readonly<Record<OwnPolicyName, Policy>> = {
  default: {
    name: 'default',
    scope: 'in-use',
    warnWithinMs: WARN_WITHIN_MS,
    severity: {},
    trustRefresh: true,
    trustStats: true,
    onDiskAgents: 'judge',
    profiles: {},
  },
  strict: {
    name: 'strict',
    scope: 'all',
    warnWithinMs: WARN_WITHIN_MS,
    severity: {
      secret_ref_unresolved: 'fail',
      'secret_ref_unresolved.exec': 'fail',
      'secret_ref_unresolved.managed': 'fail',
      credential_age: 'warn',
    },
    trustRefresh: false,
    trustStats: true,
    onDiskAgents: 'judge',
    profiles: {},
  },
};
