// What `explain` says around the findings, in English; every language says the same.
import { counted } from './counted.ts';
import { maybe } from './maybe.ts';
import type { FindingCode } from '../finding.ts';

const more = (names: string, count: number): string => `${names} and ${count} more`;

const strict = {
  renewals: 'no trust in the renewal, so the login is judged by its clock',
  logins: 'counts logins that OpenClaw would renew, too',
  every: 'never: every stored profile counts',
};

export const explainPhrases = {
  more,
  furtherTopics: (count: number) => `+ ${count} more`,
  further: (count: number) => `+ ${count} more that differ; --agent names one`,
  /** Headings; the English ones are also those of the pages of the documentation. */
  headings: {
    next: 'What happens next',
    fix: 'How to fix it',
    switch: 'How to switch it',
    byPolicy: 'By policy',
    verdict: 'Verdict',
  },
  wholePage: (command: string) => `The whole page, in English: ${command}`,
  asThatOpenClaw: 'as that OpenClaw counts it',
  never: 'never',
  /** What `strict` changes beyond severities. */
  strict: {
    profile_refresh_due: strict.renewals,
    profile_refresh_stalled: strict.renewals,
    profile_expired: strict.logins,
    profile_expiring: strict.logins,
    profile_unused: strict.every,
  } as Readonly<Partial<Record<FindingCode, string>>>,
  ofAgents: (name: string, agents: string, count: number) =>
    `${name}, ${count === 1 ? 'agent' : 'agents'} ${agents}`,
  nothingFound: 'ok: no rule found anything about it.',
  terms: {
    stored: 'stored',
    reference: 'reference',
    store: 'store',
    ends: 'ends',
    clock: 'by the clock',
    renewal: 'renewal',
    usedBy: 'used by',
    setAside: 'set aside',
    ignored: 'ignored',
    usable: 'usable now',
    key: 'key besides',
    openclaw: 'OpenClaw',
    recorded: 'it recorded',
    askedNow: 'asked now',
    askedBefore: 'asked before',
    asked: 'asked',
    rule: 'rule',
    evidence: 'evidence',
    switch: 'switch',
    alone: 'for it alone',
    more: 'more',
  },
  types: { api_key: 'an API key', token: 'a token', oauth: 'an OAuth login' },
  stored: (parts: {
    readonly type: string;
    readonly provider: string;
    readonly owner: string | null;
  }) => `${parts.type} of ${parts.provider}${maybe(parts.owner, ', inherited from ')}`,
  sharedStore: 'the shared store',
  agent: (name: string) => `agent ${name}`,
  from: (agent: string, origin: string) => `${agent} (from ${origin})`,
  presence: {
    present: 'present',
    absent: 'absent',
    not_allowed: 'not on the allowlist',
    not_in_file: 'not in the file',
    unknown: 'unknown',
  },
  found: (reference: string, place: string) => `${reference}, found in ${place}`,
  noEnd: 'no end is known',
  sources: {
    stored: 'as stored',
    jwt: 'by the token itself',
    declared: 'as declared in the config',
    provider: 'as the provider told',
    estimated: 'estimated from its age',
    none: '',
  },
  clock: (health: string, window: string) => `${health} (warn window ${window})`,
  renewal: {
    failed: 'a refresh failed for good: only a new login helps',
    pending: 'OpenClaw is renewing it',
    owned: 'left to the program that owns the login',
    refreshable: 'OpenClaw renews it on its next use',
    none: 'nothing renews it: no refresh token',
  },
  counts: 'no model of this agent; it counts all the same',
  countsNot: 'no model of any agent: it does not count (--scope all makes it)',
  neverPicked: (why: string) => `OpenClaw never picks it: ${why}`,
  exclusions: {
    ordered_out: 'left out of the auth order',
    unlisted: 'not in auth.profiles, which lists others of this provider',
    mode_mismatch: 'auth.profiles gives it another mode than its type',
  },
  ignored: 'yes: the config says so, its findings are info',
  usable: 'yes, as far as files tell',
  unusable: 'no',
  paused: (parts: {
    readonly isUsable: boolean;
    readonly kind: string;
    readonly model: string | null;
    readonly until: string;
    readonly reason: string | null;
  }) =>
    `${parts.isUsable ? 'yes' : 'no'}: ${parts.kind}${maybe(parts.model, ' for model ', ' only')} until ${parts.until}${maybe(parts.reason, ', ')}`,
  kinds: { cooldown: 'cooldown', disabled: 'disabled' },
  key: (parts: {
    readonly isSure: boolean;
    readonly place: string;
    readonly variable: string | null;
  }) => `${parts.isSure ? '' : 'perhaps '}in ${parts.place}${maybe(parts.variable, ' as ')}`,
  noUse: 'recorded no use of it',
  neverUsed: 'never used it',
  usedLast: (when: string) => `used it last ${when}`,
  noFailure: 'no failure recorded',
  lastFailure: (when: string) => `last failure ${when}`,
  inARow: (count: number) => `${count} in a row`,
  failures: (list: string) => `failures: ${list}`,
  silentSince: (when: string) => `no answer since ${when}`,
  noYesOrNo: 'no yes or no so far',
  firstStrike: 'the next run asks again before it counts in full',
  notAsked: 'not by this monitor; --probe asks now',
  outcomes: {
    accepted: 'accepted',
    rejected: 'rejected',
    inconclusive: 'inconclusive',
    not_probed: 'not_probed',
  },
  outcome: (outcome: string, reason: string | null) => `${outcome}${maybe(reason, ': ')}`,
  likely: '(likely)',
  metByOpenClaw: 'met by OpenClaw itself',
  request: (level: string) => `${level} request`,
  code: (code: string) => `code ${code}`,
  requestId: (id: string) => `request ${id}`,
  severity: {
    excluded: (severity: string) => `${severity}, since OpenClaw never picks it`,
    ignored: (severity: string) => `${severity}, since the config ignores the profile`,
    standard: (severity: string) => `${severity} by default`,
    configured: (severity: string, policy: string) => `${severity} by policy ${policy} or config`,
    policy: (severity: string, policy: string) => `${severity} by policy ${policy}`,
    circumstances: (severity: string) => `${severity} in these circumstances`,
  },
  toFix: 'To fix it:',
  noSwitch: 'not under this policy, which answers as OpenClaw does',
  nothingWrong: (agents: number, profiles: number) =>
    `Nothing is wrong: ${counted(agents, 'agent')}, ${counted(profiles, 'profile')}.`,
  nameOne: 'Name a profile to hear its story, or a code to hear what it means:',
};

export type ExplainPhrases = typeof explainPhrases;
