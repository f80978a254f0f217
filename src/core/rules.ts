// The named rules of our own policies: where they differ from OpenClaw's, why, and what switches them.
import type { Facts, FindingCode } from './finding.ts';
import type { RuleEffect } from './phrases/rule-phrases.ts';
import { SHORT_WINDOW_MS } from './usability.ts';

/** What is needed of a finding to tell which rule made or ranked it. */
export interface RuledFinding {
  readonly code: FindingCode;
  readonly facts: Facts;
}

/** A piece of config that turns a rule round; `ID` stands for a profile id. */
export interface RuleSwitch extends RuleEffect {
  readonly config: Readonly<Record<string, unknown>>;
}

/**
 * One rule. `explain` prints `what`, `why` and `switches` of those that `rulesOf` names. A rule that
 * keeps something from being a finding has no `shows`: there is nothing to show.
 */
export interface Rule {
  /** One sentence. */
  readonly what: string;
  /** One sentence: what OpenClaw does instead, or what would go wrong. */
  readonly why: string;
  readonly shows?: (finding: RuledFinding) => boolean;
  readonly switches: readonly [RuleSwitch, ...RuleSwitch[]];
}

const setTo = (key: string, severity: string): RuleSwitch => ({
  config: { severity: { [key]: severity } },
  effect: 'becomes',
  severity,
});

const STRICT: RuleSwitch = {
  config: { policy: 'strict' },
  effect: 'strict',
};

const WATCH: RuleSwitch = {
  config: { profiles: { ID: { watch: true } } },
  effect: 'watched',
};

const isExcluded = (...ways: readonly string[]): NonNullable<Rule['shows']> => {
  return ({ facts }) => ways.some((way) => facts['excluded'] === way);
};

const isOf = (code: FindingCode): NonNullable<Rule['shows']> => {
  return (finding) => finding.code === code;
};

const COOLING: ReadonlySet<FindingCode> = new Set(['profile_cooldown', 'profile_disabled']);

/** By name; the names are printed, so they do not change. */
export const RULES = {
  refreshable_login: {
    what: 'A login with a refresh token is due, not expired, when its access token ends.',
    why: 'OpenClaw renews it on next use; since 2026.4.18 its own check counts the clock all the same.',
    shows: ({ code, facts }) => code === 'profile_refresh_due' && facts['pending'] !== true,
    switches: [STRICT, setTo('profile_refresh_due', 'fail')],
  },
  stalled_refresh: {
    what: 'A refreshable login that was used, tried or refused after its end, and was not renewed, fails.',
    why: 'Then the renewal does not work; OpenClaw 2026.2 calls every refreshable login ok.',
    shows: ({ code, facts }) =>
      code === 'profile_refresh_stalled' && facts['reason'] !== 'failed_fence',
    switches: [setTo('profile_refresh_stalled', 'notice')],
  },
  failed_fence: {
    what: 'A login whose refresh OpenClaw has fenced off as failed needs a new login.',
    why: 'OpenClaw replaces both tokens by marks that nothing renews.',
    shows: ({ code, facts }) =>
      code === 'profile_refresh_stalled' && facts['reason'] === 'failed_fence',
    switches: [setTo('profile_refresh_stalled', 'notice')],
  },
  pending_fence: {
    what: 'A login whose refresh is under way is due, and no more.',
    why: 'OpenClaw calls it expired for the seconds that a refresh lasts.',
    shows: ({ code, facts }) => code === 'profile_refresh_due' && facts['pending'] === true,
    switches: [setTo('profile_refresh_due', 'fail')],
  },
  cli_login: {
    what: 'A login that another program owns never counts as stalled because OpenClaw used it.',
    why: 'That program renews it in its own file, and OpenClaw takes it over later.',
    switches: [STRICT],
  },
  unresolved_reference: {
    what: 'A SecretRef that is not looked up leaves presence unknown: a warning, or a notice for exec and managed ones.',
    why: 'The monitor runs no program and opens no file unasked; OpenClaw 2026.9 fails there.',
    shows: isOf('secret_ref_unresolved'),
    switches: [setTo('secret_ref_unresolved', 'fail'), setTo('secret_ref_unresolved.exec', 'fail')],
  },
  empty_credential: {
    what: 'A profile without a key, token or login in it is missing.',
    why: 'OpenClaw 2026.2 counts an empty key as a credential.',
    shows: ({ code, facts }) =>
      code === 'profile_credential_missing' && facts['reason'] === 'no_material',
    switches: [setTo('profile_credential_missing', 'notice')],
  },
  seconds_for_ms: {
    what: 'An end that was stored in seconds is named as a malformed profile.',
    why: 'OpenClaw reads it as a day of January 1970: expired, or ok for a refreshable login.',
    shows: ({ code, facts }) =>
      code === 'profile_malformed' && facts['problem'] === 'expires_seconds',
    switches: [setTo('profile_malformed', 'notice')],
  },
  unused_provider: {
    what: 'A profile of a provider that no model of any agent uses is told and does not count.',
    why: 'Nothing asks for it; OpenClaw 2026.2 fails for it.',
    shows: isOf('profile_unused'),
    switches: [{ config: { scope: 'all' }, effect: 'everything' }, WATCH],
  },
  ordered_out: {
    what: 'A profile that an order or the list in `auth.profiles` leaves out is told and does not count.',
    why: 'OpenClaw never picks it, yet 2026.2 fails for it.',
    shows: isExcluded('ordered_out', 'unlisted'),
    switches: [WATCH],
  },
  mode_excluded: {
    what: 'A profile whose kind is not the mode that the config declares for it does not count.',
    why: 'OpenClaw never picks it, yet 2026.2 fails for it.',
    shows: isExcluded('mode_mismatch'),
    switches: [WATCH],
  },
  spare: {
    what: 'An ended or ending profile beside a healthy one of its provider counts, marked as spare.',
    why: 'It is gone when it is needed; OpenClaw 2026.9 says nothing of it.',
    shows: ({ facts }) => facts['spare'] === true,
    switches: [setTo('profile_expired.spare', 'notice'), setTo('profile_expiring.spare', 'notice')],
  },
  other_agents: {
    what: 'Every agent is judged, those that are only on disk too.',
    why: 'OpenClaw judges one agent, and never one that its config does not name.',
    shows: ({ facts }) => facts['onDiskOnly'] === true,
    switches: [
      {
        config: { agents: { onDisk: 'ignore' } },
        effect: 'leftOut',
      },
    ],
  },
  model_cooldown: {
    what: 'A cooldown of one model leaves the profile usable as long as the agent has another model there.',
    why: 'OpenClaw goes on using it for the other models.',
    shows: ({ code, facts }) => COOLING.has(code) && facts['model'] !== undefined,
    switches: [setTo('profile_cooldown', 'fail')],
  },
  short_cooldown: {
    what: 'A cooldown whose whole window is under five minutes is information only.',
    why: 'OpenClaw opens such windows after every blip of a provider.',
    shows: ({ code, facts }) =>
      code === 'profile_cooldown' && Number(facts['windowMs']) < SHORT_WINDOW_MS,
    switches: [
      setTo('profile_cooldown.short', 'notice'),
      setTo('provider_exhausted.short', 'fail'),
    ],
  },
  last_usable: {
    what: 'A provider fails when none of its profiles is left that OpenClaw would use now.',
    why: 'The agent cannot call its model; OpenClaw up to 2026.7 exits with 0 then.',
    shows: isOf('provider_exhausted'),
    switches: [setTo('provider_exhausted', 'notice')],
  },
  repeated_refusals: {
    what: 'A profile fails whose refusals OpenClaw keeps counting, also between its short cooldowns.',
    why: 'OpenClaw shows a dead key only as cooldowns of minutes, which a timer can miss.',
    shows: isOf('profile_auth_failing'),
    switches: [
      setTo('profile_auth_failing', 'notice'),
      {
        config: { probe: { passive: { stats: false } } },
        effect: 'noEvidence',
      },
    ],
  },
  deleted_profile: {
    what: 'Cooldowns that OpenClaw noted of a profile that is no longer stored are no findings.',
    why: 'OpenClaw goes on listing them as unusable profiles.',
    shows: ({ code, facts }) => COOLING.has(code) && facts['deleted'] === true,
    switches: [setTo('profile_cooldown.deleted', 'notice')],
  },
  gateway_keys: {
    what: "A key that only the environment of the gateway's service has counts as present.",
    why: 'The shell or timer in which OpenClaw is asked has another environment and says "missing".',
    switches: [
      {
        config: { gateways: [{ stateDir: '~/.openclaw', service: false }] },
        effect: 'noService',
      },
    ],
  },
  shared_refresh_token: {
    what: 'One refresh token in several agents is a notice.',
    why: 'Where it can be used once only, the agent that renews first logs the others out.',
    shows: isOf('refresh_token_shared'),
    switches: [setTo('refresh_token_shared', 'off')],
  },
  retired_json: {
    what: 'A JSON store beside a database without profiles fails.',
    why: 'OpenClaw from 2026.8 refuses the agent until it is migrated.',
    shows: isOf('store_migration_required'),
    switches: [setTo('store_migration_required', 'notice')],
  },
  half_written_store: {
    what: 'A JSON store that cannot be parsed is read once more, a moment later, before it fails.',
    why: 'OpenClaw of the JSON era writes in place, so a reader can meet half a file.',
    shows: ({ code, facts }) =>
      code === 'store_unreadable' &&
      (facts['problem'] === 'corrupt' || facts['problem'] === 'empty'),
    switches: [setTo('store_unreadable', 'warn')],
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULES;

/** The rules that made or ranked a finding, the most special first; often none. */
export function rulesOf(finding: RuledFinding): readonly RuleName[] {
  return (Object.keys(RULES) as RuleName[]).filter((name) => {
    const rule: Rule = RULES[name];
    return rule.shows?.(finding) === true;
  });
}
