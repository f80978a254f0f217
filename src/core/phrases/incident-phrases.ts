// Says for every finding code what a message is headed with and what happens next if nobody acts.
import type { FindingCode } from '../finding.ts';

/** The words of a message that depend on the code alone. */
export interface IncidentPhrases {
  /** Starts a subject line; the same for every stage of an incident, so that mails stay one thread. */
  readonly headline: string;
  /** One sentence. */
  readonly next: string;
}

/** Headline and outlook of every finding code. */
export const incidentPhrases: Readonly<Record<FindingCode, IncidentPhrases>> = {
  profile_expired: {
    headline: 'Auth expired',
    next: 'Agents that have no other credential for this provider get no answers until it is renewed.',
  },
  profile_expiring: {
    headline: 'Auth expiring',
    next: 'At that time the agents lose this credential, unless it is renewed before.',
  },
  profile_expiry_ahead: {
    headline: 'Auth expiry ahead',
    next: 'Nothing breaks yet; you are told again when the end is near.',
  },
  profile_refresh_due: {
    headline: 'Auth refresh due',
    next: 'OpenClaw renews it by itself when an agent next uses it.',
  },
  profile_refresh_stalled: {
    headline: 'Auth refresh failed',
    next: 'OpenClaw could not renew this login and needs a new one.',
  },
  profile_auth_failing: {
    headline: 'Auth failing',
    next: 'OpenClaw keeps being refused with this credential until it is replaced.',
  },
  profile_credential_missing: {
    headline: 'Credential missing',
    next: 'OpenClaw passes over this profile until it holds a credential.',
  },
  secret_ref_unresolved: {
    headline: 'Secret reference unresolved',
    next: 'Whether the agents can read this secret stays unknown until the reference leads somewhere.',
  },
  profile_malformed: {
    headline: 'Auth profile malformed',
    next: 'OpenClaw cannot use the profile as it is stored.',
  },
  profile_cooldown: {
    headline: 'Auth cooling down',
    next: 'OpenClaw tries it again by itself when the pause ends.',
  },
  profile_disabled: {
    headline: 'Auth disabled',
    next: 'OpenClaw leaves it out until the pause ends; the cause has to be put right first.',
  },
  provider_exhausted: {
    headline: 'No usable auth',
    next: 'The agents get no answers from this provider until one of its profiles is usable again.',
  },
  provider_missing: {
    headline: 'No credential',
    next: 'The agents fail whenever they call this provider.',
  },
  provider_recovered_but_cooling: {
    headline: 'Auth works, OpenClaw still waits',
    next: 'OpenClaw uses it again when its own pause ends.',
  },
  claude_code_only: {
    headline: 'Token is for Claude Code only',
    next: 'Anthropic refuses it outside Claude Code; the agents need another credential.',
  },
  credential_rejected: {
    headline: 'Credential rejected',
    next: 'The provider refuses it until it is replaced.',
  },
  billing_blocked: {
    headline: 'Billing blocked',
    next: 'The provider answers again once credit or quota is restored.',
  },
  credential_age: {
    headline: 'Credential ageing',
    next: 'Its end is an estimate; it may stop working about then.',
  },
  refresh_token_shared: {
    headline: 'Refresh token shared',
    next: 'The first agent that renews it may log the others out.',
  },
  store_unreadable: {
    headline: 'Auth store unreadable',
    next: 'What is in it cannot be judged, so it counts as failing until it can be read.',
  },
  store_migration_required: {
    headline: 'Auth store needs migration',
    next: 'OpenClaw refuses to serve these agents until the store is migrated.',
  },
  store_permissions: {
    headline: 'Auth store readable by others',
    next: 'Other users of this host can read the credentials in it.',
  },
  profile_unused: {
    headline: 'Auth profile unused',
    next: 'No agent needs it.',
  },
  trace_unreadable: {
    headline: 'Record unreadable',
    next: 'Refusals that only stand there are not seen; no credential is judged by it.',
  },
  gateway_not_found: {
    headline: 'No gateway found',
    next: 'Nothing is watched there until its state directory is found.',
  },
  gateway_config_invalid: {
    headline: 'Gateway config invalid',
    next: 'Credentials are judged all the same, but which of them are in use is unknown.',
  },
  agent_not_found: {
    headline: 'Agent not found',
    next: 'Nothing is watched for this agent.',
  },
  probe_unreachable: {
    headline: 'Provider unreachable',
    next: 'Whether the credentials work is unknown; the next run asks again.',
  },
  clock_suspect: {
    headline: 'Clock wrong',
    next: 'No expiry can be trusted until the clock of this host is right.',
  },
};
