// Decides which findings are stages of one incident, and what its root cause is.
import type { FindingCode } from '../finding.ts';
import type { IncidentClass } from './incident.ts';

/**
 * What the members of an incident share: the credential itself, a profile id, a store file, a
 * provider, an agent, or nothing but the gateway.
 */
export type RootCause = 'credential' | 'profile' | 'store' | 'provider' | 'agent' | 'gateway';

interface IncidentRule {
  readonly class: IncidentClass;
  readonly root: RootCause;
}

const CREDENTIAL: IncidentRule = { class: 'credential', root: 'credential' };
const PROBE: IncidentRule = { class: 'probe', root: 'credential' };
const UNUSABLE: IncidentRule = { class: 'unusable', root: 'credential' };
const STORE: IncidentRule = { class: 'store', root: 'store' };
const GATEWAY: IncidentRule = { class: 'gateway', root: 'gateway' };

// What a notice would hide under, or be hidden by, gets a class of its own: it is announced once.
const RULES: Readonly<Record<FindingCode, IncidentRule>> = {
  profile_expired: CREDENTIAL,
  profile_expiring: CREDENTIAL,
  profile_expiry_ahead: CREDENTIAL,
  profile_refresh_due: CREDENTIAL,
  profile_refresh_stalled: CREDENTIAL,
  profile_auth_failing: CREDENTIAL,
  profile_malformed: CREDENTIAL,
  credential_age: CREDENTIAL,
  // Nothing is there that could be told apart but its name.
  profile_credential_missing: { class: 'credential', root: 'profile' },
  secret_ref_unresolved: { class: 'reference', root: 'profile' },
  refresh_token_shared: { class: 'sharing', root: 'profile' },
  profile_unused: { class: 'unused', root: 'credential' },
  profile_cooldown: UNUSABLE,
  profile_disabled: UNUSABLE,
  provider_recovered_but_cooling: UNUSABLE,
  claude_code_only: PROBE,
  credential_rejected: PROBE,
  billing_blocked: PROBE,
  provider_missing: { class: 'provider', root: 'provider' },
  provider_exhausted: { class: 'exhausted', root: 'provider' },
  probe_unreachable: { class: 'reach', root: 'provider' },
  store_unreadable: STORE,
  store_migration_required: STORE,
  store_permissions: { class: 'permissions', root: 'store' },
  trace_unreadable: { class: 'permissions', root: 'store' },
  gateway_not_found: GATEWAY,
  gateway_config_invalid: GATEWAY,
  agent_not_found: { class: 'gateway', root: 'agent' },
  clock_suspect: { class: 'clock', root: 'gateway' },
};

/** The rule of a code; a code of a newer report than this version knows counts as its profile's own. */
export function incidentRule(code: FindingCode): IncidentRule {
  return Object.hasOwn(RULES, code) ? RULES[code] : { class: 'credential', root: 'profile' };
}

/** True when losing sight of a store hides everything of this class: nothing can be said of it then. */
export function needsStore(incidentClass: IncidentClass): boolean {
  return incidentClass !== 'store' && incidentClass !== 'gateway' && incidentClass !== 'clock';
}
