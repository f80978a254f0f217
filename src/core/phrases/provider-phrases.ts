// What is said about providers, stores, gateways and agents, in English; every language says the same.
import type { ConfigProblemCode } from '../agent.ts';
import { maybe } from './maybe.ts';

type Part = string | null;

/** What a provider said of a credential. */
interface Refusal {
  readonly profile: string;
  readonly provider: string;
  /** `HTTP 401`. */
  readonly status: Part;
  /** A reason that has no sentence of its own. */
  readonly reason: Part;
}

export const providerPhrases = {
  provider_exhausted: {
    title: {
      one: ({ provider, profile, left }: Exhausted) =>
        `no usable profile for ${provider}: ${profile} is cooling or disabled${maybe(left, ' for ', ' more')}`,
      several: ({ provider, count, left }: Exhausted) =>
        `no usable profile for ${provider}: all ${count} are cooling or disabled${maybe(left, ' for ', ' more')}`,
      all: ({ provider, left }: Exhausted) =>
        `no usable profile for ${provider}: all are cooling or disabled${maybe(left, ' for ', ' more')}`,
    },
    means:
      'Every profile that the agent has for this provider is set aside, so its requests fail now.',
  },
  provider_missing: {
    title: ({ provider, usedBy }: { readonly provider: string; readonly usedBy: Part }) =>
      `no credential for ${provider}${maybe(usedBy, ', used as ')}`,
    none: 'no credential at all',
    excluded: ({ provider }: { readonly provider: string }) =>
      `no usable credential for ${provider}: order or mode rules out every profile`,
    means: 'A model of the agent needs a provider for which there is neither a profile nor a key.',
  },
  provider_recovered_but_cooling: {
    title: ({ profile, left }: { readonly profile: string; readonly left: Part }) =>
      `${profile} works again, but is kept aside${maybe(left, ' for ', ' more')}`,
    means:
      'The provider accepts the credential again while OpenClaw still waits out its own pause.',
  },
  claude_code_only: {
    title: {
      certain: ({ profile }: { readonly profile: string }) =>
        `${profile} works only in Claude Code`,
      likely: ({ profile }: { readonly profile: string }) =>
        `${profile} seems to work only in Claude Code`,
      possible: ({ profile }: { readonly profile: string }) =>
        `${profile} may work only in Claude Code`,
    },
    seen: (title: string) => `${title}: OpenClaw was refused`,
    means:
      'Anthropic accepts this token from Claude Code alone and refuses requests of any other program.',
  },
  credential_rejected: {
    title: {
      invalid: ({ profile, provider, status }: Refusal) =>
        `${profile} is refused by ${provider} as invalid${maybe(status, ' (', ')')}`,
      revoked: ({ profile, provider, status }: Refusal) =>
        `${profile} was revoked at ${provider}${maybe(status, ' (', ')')}`,
      expired: ({ profile, provider, status }: Refusal) =>
        `${profile} is refused by ${provider} as expired${maybe(status, ' (', ')')}`,
      forbidden: ({ profile, provider, status }: Refusal) =>
        `${profile} is not permitted at ${provider}${maybe(status, ' (', ')')}`,
      renewed: ({ profile, provider, status }: Refusal) =>
        `${profile} was refused by ${provider} before it was renewed${maybe(status, ' (', ')')}`,
      other: ({ profile, provider, status, reason }: Refusal) =>
        `${profile} is refused by ${provider}${maybe(reason, ': ')}${maybe(status, ' (', ')')}`,
    },
    means: 'The provider itself says that this credential is invalid, revoked or expired.',
  },
  billing_blocked: {
    title: ({ profile, reason }: { readonly profile: string; readonly reason: Part }) =>
      `${profile} is refused over billing${maybe(reason, ' (', ')')}`,
    means:
      'The credential is genuine, but credit, quota, a spend limit or the plan stops its requests.',
  },
  probe_unreachable: {
    title: ({ provider, passed, reason }: Silent) =>
      `no answer from ${provider}${maybe(passed, ' for ')}${maybe(reason, ' (', ')')}`,
    means:
      'The question whether the credential works could not be asked; nothing is known about it.',
  },
  store_unreadable: {
    title: ({ what, problem }: { readonly what: string; readonly problem: string }) =>
      `${what} ${problem}`,
    store: 'credential store',
    login: ({ program }: { readonly program: string }) => `login of ${program}`,
    /** Only of files that are named for the keys in them. */
    missing: 'an environment file that was named is not there',
    problems: {
      corrupt: 'is damaged',
      empty: 'is an empty file',
      busy: 'stays locked by another program',
      permission: 'may not be read',
      dangling_link: 'is a link to nothing',
      not_a_file: 'is not a plain file',
      too_large: 'is larger than the monitor reads',
      newer_schema: 'is of a newer OpenClaw than this monitor knows',
      older_schema: 'is of an old format',
      other_agent: 'belongs to another agent',
      schema: 'has tables that this monitor does not know',
      unreadable: 'cannot be read',
    },
    means: 'The credentials in this store could not be judged, which never counts as fine.',
  },
  store_migration_required: {
    title: 'a retired JSON store lies beside the database: OpenClaw refuses to serve',
    means: 'OpenClaw 2026.8 and later stop an agent until its old credential files are migrated.',
  },
  store_permissions: {
    title: ({ mode }: { readonly mode: Part }) =>
      `credential store is open to other users${maybe(mode, ' (mode ', ')')}`,
    means: 'Other users of this machine can read the credentials.',
  },
  trace_unreadable: {
    title: {
      permission: 'a record of OpenClaw may not be read',
      not_a_file: 'a record of OpenClaw is not a plain file',
      compressed: 'a record of OpenClaw holds rows that this Node.js cannot unpack',
      schema: 'a record of OpenClaw has tables of an unknown version',
      busy: 'a record of OpenClaw stays locked by another program',
      corrupt: 'a record of OpenClaw is damaged',
      too_large: 'a record of OpenClaw is too large for this Node.js',
      other: 'a record of OpenClaw could not be read',
    },
    means:
      'A log or transcript stays closed to the monitor, so a refusal that only stands there is not seen.',
  },
  gateway_not_found: {
    title: 'no OpenClaw gateway found',
    means:
      'There is no OpenClaw state directory where it was looked for, so nothing could be judged.',
  },
  gateway_config_invalid: {
    title: ({ problem, detail }: { readonly problem: Part; readonly detail: Part }) =>
      `the config of OpenClaw cannot be used${maybe(problem, ': ')}${maybe(detail, ' (', ')')}`,
    problems: {
      not_object: 'its top level is no object',
      circular_include: 'its includes go in a circle',
      include_too_deep: 'its includes are nested too deeply',
      too_many_files: 'it includes too many files',
      not_a_file: 'it is no regular file',
      too_large: 'it is larger than 8 MiB',
      unreadable: 'it cannot be read',
      not_json5: 'it is not JSON5',
      nested_too_deeply: 'it is nested too deeply',
      include_not_object: 'an include with keys beside it is no object',
      include_not_text: 'an include names no file',
      unset_variable: 'a variable is not set',
      not_accepted: 'OpenClaw does not accept it',
    } satisfies Record<ConfigProblemCode, string>,
    means: 'OpenClaw cannot start with this config; which models are in use is not known.',
  },
  agent_not_found: {
    title: ({ agent }: { readonly agent: Part }) => `there is no agent ${agent ?? 'of that name'}`,
    means: 'An agent was asked for that no gateway here has, so it could not be judged.',
  },
  clock_suspect: {
    title: ({ newest }: { readonly newest: Part }) =>
      `the clock of this machine is behind${maybe(newest, ': ', ' has already been')}`,
    means:
      'The clock shows a time before something that has already happened, so no expiry can be judged.',
  },
};

interface Exhausted {
  readonly provider: string;
  /** The only one, where there is one. */
  readonly profile: string;
  readonly count: number;
  readonly left: Part;
}

interface Silent {
  readonly provider: string;
  readonly passed: Part;
  readonly reason: Part;
}

export type ProviderPhrases = typeof providerPhrases;
