// Findings are data: a code, a subject and facts. The codes are a public contract.

export type Severity = 'fail' | 'warn' | 'notice' | 'info' | 'off';

/** Printed in reports and used in config; renaming one or changing what it means is a breaking change. */
export const defaultSeverity = {
  profile_expired: 'fail',
  profile_expiring: 'warn',
  profile_expiry_ahead: 'notice',
  profile_refresh_due: 'info',
  profile_refresh_stalled: 'fail',
  profile_auth_failing: 'fail',
  profile_credential_missing: 'fail',
  secret_ref_unresolved: 'warn',
  profile_malformed: 'fail',
  profile_cooldown: 'notice',
  profile_disabled: 'notice',
  provider_exhausted: 'fail',
  provider_missing: 'fail',
  provider_recovered_but_cooling: 'notice',
  claude_code_only: 'warn',
  credential_rejected: 'fail',
  billing_blocked: 'warn',
  credential_age: 'notice',
  refresh_token_shared: 'notice',
  store_unreadable: 'fail',
  store_migration_required: 'fail',
  store_permissions: 'notice',
  profile_unused: 'info',
  gateway_not_found: 'fail',
  gateway_config_invalid: 'fail',
  agent_not_found: 'fail',
  probe_unreachable: 'off',
  trace_unreadable: 'info',
  clock_suspect: 'fail',
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof defaultSeverity;

/** Facts by name: names ending in `At` or `Until` are epoch ms, in `Ms` are durations. Never a secret. */
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Whom a finding is about; null where the question does not arise. */
export interface Subject {
  readonly gateway: string;
  readonly agent: string | null;
  readonly provider: string | null;
  readonly profileId: string | null;
}

export interface Finding extends Subject {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Epoch ms when the trouble began, as far as the facts tell; null when unknown. */
  readonly since: number | null;
  readonly facts: Facts;
}

const SEVERITY_RANK: Readonly<Record<Severity, number>> = {
  fail: 0,
  warn: 1,
  notice: 2,
  info: 3,
  off: 4,
};

/** Orders severities, worst first (negative when `a` is worse). */
export function compareSeverity(a: Severity, b: Severity): number {
  return SEVERITY_RANK[a] - SEVERITY_RANK[b];
}
