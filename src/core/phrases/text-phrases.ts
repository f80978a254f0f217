// What the terminal table and the Markdown report say around the findings, in English; every language
// says the same.
import type { FindingCode } from '../finding.ts';
import type { Health } from '../health.ts';
import { englishTimes, type Times } from '../moment.ts';
import { counted } from './counted.ts';

export interface TextPhrases {
  /** BCP 47. */
  readonly lang: string;
  readonly times: Times;
  /** One or two short words: why it is a row of its own. */
  readonly states: Readonly<Record<FindingCode, string>>;
  /** What a row says of a profile about which nothing was found. */
  readonly health: Readonly<Record<Health, string>>;
  readonly columns: Readonly<Record<'state' | 'agent' | 'profile' | 'expires' | 'left', string>>;
  readonly verdicts: Readonly<Record<'ok' | 'expiring' | 'failing', string>>;
  readonly problems: (count: number) => string;
  readonly warnings: (count: number) => string;
  readonly notices: (count: number) => string;
  readonly agents: (count: number) => string;
  readonly profiles: (count: number) => string;
  readonly nothingToDo: string;
  readonly noExpiry: string;
  readonly nextExpiry: (at: string, when: string) => string;
  readonly exitCode: (code: number) => string;
  readonly moreFindings: (count: number) => string;
  readonly moreOk: (count: number) => string;
  readonly andMore: (names: string, more: number) => string;
  readonly likewise: (count: number) => string;
  readonly itSays: (words: string) => string;
  readonly agentNames: (names: string) => string;
  readonly notShown: string;
  readonly unasked: (credentials: number, why: string) => string;
  /** Why a credential could not be asked about; one without an entry is said with blanks. */
  readonly faults: Readonly<Record<string, string>>;
  /** Between a statement and what follows from it, and between parts of a list. */
  readonly colon: string;
  readonly comma: string;
}

export const textPhrases: TextPhrases = {
  lang: 'en',
  times: englishTimes,
  states: {
    profile_expired: 'expired',
    profile_expiring: 'expiring',
    profile_expiry_ahead: 'ends soon',
    profile_refresh_due: 'renews',
    profile_refresh_stalled: 'stalled',
    profile_auth_failing: 'failing',
    profile_credential_missing: 'missing',
    secret_ref_unresolved: 'unknown',
    profile_malformed: 'malformed',
    profile_cooldown: 'cooling',
    profile_disabled: 'disabled',
    provider_exhausted: 'exhausted',
    provider_missing: 'missing',
    provider_recovered_but_cooling: 'cooling',
    claude_code_only: 'restricted',
    credential_rejected: 'rejected',
    billing_blocked: 'billing',
    credential_age: 'old',
    refresh_token_shared: 'shared',
    store_unreadable: 'unreadable',
    store_migration_required: 'migration',
    store_permissions: 'exposed',
    profile_unused: 'unused',
    trace_unreadable: 'unreadable',
    gateway_not_found: 'not found',
    gateway_config_invalid: 'invalid',
    agent_not_found: 'not found',
    probe_unreachable: 'no answer',
    clock_suspect: 'clock',
  },
  health: {
    ok: 'ok',
    expiring: 'expiring',
    expired: 'expired',
    missing: 'missing',
    static: 'static',
  },
  columns: {
    state: 'STATE',
    agent: 'AGENT',
    profile: 'PROFILE',
    expires: 'EXPIRES',
    left: 'LEFT',
  },
  verdicts: { ok: 'OK', expiring: 'EXPIRING', failing: 'FAILING' },
  problems: (count) => counted(count, 'problem'),
  warnings: (count) => counted(count, 'warning'),
  notices: (count) => counted(count, 'notice'),
  agents: (count) => counted(count, 'agent'),
  profiles: (count) => counted(count, 'profile'),
  nothingToDo: 'nothing to do',
  noExpiry: 'no known expiry ahead',
  nextExpiry: (at, when) => `next expiry ${at} (${when})`,
  exitCode: (code) => `exit code ${code}`,
  moreFindings: (count) => `+ ${count} more findings`,
  moreOk: (count) => `+ ${count} more ok`,
  andMore: (names, more) => `${names} and ${more} more`,
  likewise: (count) => `and likewise for ${count} more`,
  itSays: (words) => `it says: "${words}"`,
  agentNames: (names) => `agents: ${names}`,
  notShown: 'A command here cannot be shown as it is; see --format json.',
  unasked: (credentials, why) => `${counted(credentials, 'credential')} could not be asked: ${why}`,
  faults: {
    dns: 'name not found',
    refused: 'connection refused',
    tls: 'TLS',
    reset: 'connection reset',
    intercepted: 'not the answer of the provider',
    overloaded: 'server error',
    run_deadline: 'no time left',
    probe_shape: 'request not understood',
    no_model: 'no model to ask with',
    unknown: 'unclear answer',
  },
  colon: ': ',
  comma: ', ',
};
