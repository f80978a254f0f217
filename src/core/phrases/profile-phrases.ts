// What is said about what a profile holds and when it ends, in English; every language says the same.
import { maybe } from './maybe.ts';

/** The profile's id, or its provider where it has none. */
interface Of {
  readonly profile: string;
}

type Part = string | null;

export const profilePhrases = {
  profile_expired: {
    title: ({ profile, ago, spare }: Of & { readonly ago: Part; readonly spare: boolean }) =>
      `${profile} expired${maybe(ago, ' ')}${spare ? ' (a spare)' : ''}`,
    means: 'The credential is past its end and nothing renews it by itself.',
  },
  profile_expiring: {
    title: ({ profile, ahead, spare }: Of & { readonly ahead: Part; readonly spare: boolean }) =>
      `${profile} expires${maybe(ahead, ' ')}${spare ? ' (a spare)' : ''}`,
    means: 'The credential ends within the warn window and nothing renews it by itself.',
  },
  profile_expiry_ahead: {
    title: ({ profile, ahead }: Of & { readonly ahead: Part }) =>
      `${profile} expires${maybe(ahead, ' ')}`,
    means: 'The credential ends in the coming weeks; this early word leaves time to renew it.',
  },
  profile_refresh_due: {
    title: ({ profile, pending, idle }: Of & { readonly pending: boolean; readonly idle: Part }) =>
      pending
        ? `${profile} is being renewed`
        : `${profile} is renewed on its next use${maybe(idle, ' (idle for ', ')')}`,
    means:
      'The access token has run out, but OpenClaw holds a refresh token and has not needed it yet.',
  },
  profile_refresh_stalled: {
    title: {
      failed_fence: ({ profile }: Of & { readonly ago: Part }) =>
        `${profile} lost its login: a refresh failed for good`,
      used_since: ({ profile, ago }: Of & { readonly ago: Part }) =>
        `${profile} expired${maybe(ago, ' ')} and was used since without a renewal`,
      failed_since: ({ profile, ago }: Of & { readonly ago: Part }) =>
        `${profile} expired${maybe(ago, ' ')} and has failed since`,
      auth_failures: ({ profile }: Of & { readonly ago: Part }) =>
        `${profile} is not being renewed: OpenClaw records failed logins`,
      other: ({ profile }: Of & { readonly ago: Part }) => `${profile} is not being renewed`,
    },
    means: 'The login should renew itself, but it has ended and OpenClaw did not get a new one.',
  },
  credential_age: {
    title: {
      old: ({ profile, age }: Of & { readonly age: Part }) =>
        `${profile} is ${maybe(age, '', ' ')}old`,
      ended: ({ profile, age }: Of & { readonly age: Part }) =>
        `${profile} is ${maybe(age, '', ' ')}old and has probably ended`,
      ends: ({ profile, age, ahead }: Of & { readonly age: Part; readonly ahead: Part }) =>
        `${profile} is ${maybe(age, '', ' ')}old and probably ends${maybe(ahead, ' ')}`,
    },
    means: 'The token states no end; the end is estimated from its age and the usual lifetime.',
  },
  profile_auth_failing: {
    title: ({ profile, times, ago }: Of & { readonly times: number; readonly ago: Part }) =>
      `${profile} keeps failing authentication${times > 1 ? `, ${times} times` : ''}${maybe(ago, ', last ')}`,
    means:
      'OpenClaw keeps recording that the provider refuses this credential, whatever its expiry says.',
  },
  profile_credential_missing: {
    title: {
      no_key: ({ profile }: Of) => `${profile} holds no key`,
      no_token: ({ profile }: Of) => `${profile} holds no token`,
      no_access_token: ({ profile }: Of) => `${profile} holds no access token`,
      other: ({ profile }: Of) => `${profile} holds no credential`,
      unknown_alias: ({ profile }: Of) =>
        `${profile} points to a secret provider that is not defined`,
      not_allowed: ({ profile }: Of) =>
        `${profile} points to a secret that is not on the allow-list`,
      not_in_file: ({ profile }: Of) => `${profile} points to a secret file that does not hold it`,
      store_row_absent: ({ profile }: Of) =>
        `${profile} points to a secret that OpenClaw does not hold`,
      inactive_setup: ({ profile }: Of) => `${profile} waits for its setup to be finished`,
      not_stored: ({ profile }: Of) => `${profile} is in no store`,
      not_logged_in: ({ profile }: Of) => `${profile} has no login in its file`,
    },
    means: 'The profile exists, but there is no credential in it or behind its reference.',
  },
  secret_ref_unresolved: {
    title: {
      in_key_chain: ({ profile }: Of & { readonly name: string }) =>
        `${profile} keeps its login in the key chain, which is not looked into`,
      env: ({ profile, name }: Of & { readonly name: string }) =>
        `${profile} comes from env ${name}, which is not set here`,
      file: ({ profile, name }: Of & { readonly name: string }) =>
        `${profile} comes from secret file ${name}, which cannot be read here`,
      exec: ({ profile, name }: Of & { readonly name: string }) =>
        `${profile} comes from program ${name}, which is never run here`,
      store: ({ profile, name }: Of & { readonly name: string }) =>
        `${profile} comes from stored secret ${name}, which cannot be read here`,
      managed: ({ profile }: Of & { readonly name: string }) =>
        `${profile} comes from a managed secret, which only the gateway knows`,
      other: ({ profile }: Of & { readonly name: string }) => `${profile} comes from elsewhere`,
    },
    means:
      'The credential is kept elsewhere and the monitor cannot or may not look there: unknown is not fine.',
  },
  profile_malformed: {
    title: ({ profile, problem }: Of & { readonly problem: string }) => `${profile} ${problem}`,
    sameAs: ({ profile, twin }: Of & { readonly twin: string }) =>
      `${profile} holds the same credential as ${twin}`,
    problems: {
      empty: 'holds an empty text instead of a credential',
      blank: 'holds only blanks',
      inner_whitespace: 'has blanks inside the credential, as from a broken paste',
      pasted_command: 'holds a pasted command instead of a credential',
      newline: 'has a line break inside the credential, as from a broken paste',
      not_text: 'holds something that is no text',
      outer_whitespace: 'has blanks or a line break around the credential',
      placeholder: 'holds a placeholder instead of a credential',
      unresolved: 'holds the name of a variable instead of its value',
      too_short: 'holds a text too short for a credential, as from a cut paste',
      quoted: 'holds its credential in quotation marks',
      of_another_provider: 'holds the credential of another provider',
      odd_prefix: 'does not look like a credential of this provider',
      expires_missing: 'states no expiry, which this login needs',
      expires_not_a_number: 'has an expiry that is no number',
      expires_zero: 'has an expiry of 0',
      expires_negative: 'has a negative expiry',
      expires_seconds: 'has its expiry in seconds instead of milliseconds',
      expires_out_of_range: 'has an expiry beyond every calendar',
      unknown_type: 'is of a type that OpenClaw does not know',
      no_provider: 'names no provider',
      provider_not_text: 'has a provider that is no text',
      not_an_object: 'is no object',
      other: 'is malformed',
    },
    means: 'The stored entry has a shape that OpenClaw or the provider cannot use.',
  },
  refresh_token_shared: {
    title: ({ profile, agents }: Of & { readonly agents: Part }) =>
      `${profile} shares one refresh token between agents${maybe(agents, ': ')}`,
    means:
      'Refresh tokens serve once: when one agent renews the login, the copies of the others end.',
  },
  profile_unused: {
    title: ({ profile, provider }: Of & { readonly provider: string }) =>
      `${profile} is stored, but no model of any agent uses ${provider}`,
    means: 'Nobody needs this credential, so its state does not count.',
  },
  profile_cooldown: {
    title: ({
      profile,
      model,
      left,
      reason,
    }: Of & { readonly model: Part; readonly left: Part; readonly reason: Part }) =>
      `${profile} cools down${maybe(model, ' for ')}${maybe(left, ' for ', ' more')}${maybe(reason, ' (', ')')}`,
    means: 'After failed requests OpenClaw leaves this profile alone for a while.',
  },
  profile_disabled: {
    title: ({ profile, left, reason }: Of & { readonly left: Part; readonly reason: Part }) =>
      `${profile} is disabled${maybe(left, ' for ', ' more')}${maybe(reason, ' (', ')')}`,
    means: 'OpenClaw has set this profile aside for longer, for billing or a refused credential.',
  },
};

export type ProfilePhrases = typeof profilePhrases;
