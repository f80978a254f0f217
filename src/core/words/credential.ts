// Words for findings about what a profile holds.
import { note, renew } from '../remedy.ts';
import {
  ago,
  bracketed,
  didYouMean,
  entryFor,
  list,
  number,
  text,
  type Told,
  type Words,
} from './told.ts';

const HELD_BY_TYPE: Readonly<Record<string, string>> = {
  api_key: 'key',
  token: 'token',
  oauth: 'access token',
};

const MISSING: Readonly<Record<string, (told: Told) => string>> = {
  no_material: (told) => `holds no ${entryFor(HELD_BY_TYPE, told, 'type') ?? 'credential'}`,
  unknown_alias: () => 'points to a secret provider that is not defined',
  not_allowed: () => 'points to a secret that is not on the allow-list',
  not_in_file: () => 'points to a secret file that does not hold it',
  store_row_absent: () => 'points to a secret that OpenClaw does not hold',
  inactive_setup: () => 'waits for its setup to be finished',
  not_stored: () => 'is in no store',
  not_logged_in: () => 'has no login in its file',
};

const WHERE_TO_DEFINE: Readonly<Record<string, string>> = {
  unknown_alias:
    'Define the secret provider under secrets.providers in openclaw.json, or replace it:',
  not_allowed:
    'Add the variable to the allowlist of its secret provider, or replace the credential:',
  not_in_file: 'Put the secret into the file of its secret provider, or replace the credential:',
  store_row_absent:
    'Put the secret into the secret store of OpenClaw again, or replace the credential:',
  inactive_setup: 'Finish the setup that was begun for this profile, or replace the credential:',
};

const PROBLEMS: Readonly<Record<string, string>> = {
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
};

const ELSEWHERE: Readonly<Record<string, (told: Told) => string>> = {
  env: (told) => `comes from env ${text(told, 'refId')}, which is not set here`,
  file: (told) => `comes from secret file ${text(told, 'refProvider')}, which cannot be read here`,
  exec: (told) => `comes from program ${text(told, 'refProvider')}, which is never run here`,
  store: (told) => `comes from stored secret ${text(told, 'refId')}, which cannot be read here`,
  managed: () => 'comes from a managed secret, which only the gateway knows',
};

const HOW_TO_SEE: Readonly<Record<string, string>> = {
  env: "Pass the gateway's environment with --gateway-env FILE, or put it into the gateway's own .env.",
  file: 'Set secretFiles: true for this gateway in the config of the monitor; the file has to be private.',
};

export const credentialWords = {
  profile_auth_failing: {
    title(told) {
      const failures = number(told, 'failures') ?? 0;
      const count = failures > 1 ? `, ${failures} times` : '';
      const last = ago(told, 'lastFailureAt');
      return `${told.profile} keeps failing authentication${count}${last && `, last${last}`}`;
    },
    means:
      'OpenClaw keeps recording that the provider refuses this credential, whatever its expiry says.',
    remedy: (told) => renew(told),
  },
  profile_credential_missing: {
    title: (told) =>
      `${told.profile} ${entryFor(MISSING, told, 'reason')?.(told) ?? 'holds no credential'}`,
    means: 'The profile exists, but there is no credential in it or behind its reference.',
    remedy(told) {
      const asked = didYouMean(told);
      if (asked.length > 0) return asked;
      if (told.finding.facts['configured'] === true) {
        return [note('Correct or remove this id under profiles in the config of the monitor.')];
      }
      const advice = entryFor(WHERE_TO_DEFINE, told, 'reason');
      return advice ? [note(advice), ...renew(told)] : renew(told);
    },
  },
  secret_ref_unresolved: {
    title: (told) =>
      text(told, 'reason') === 'in_key_chain'
        ? `${told.profile} keeps its login in the key chain, which is not looked into`
        : `${told.profile} ${entryFor(ELSEWHERE, told, 'source')?.(told) ?? 'comes from elsewhere'}`,
    means:
      'The credential is kept elsewhere and the monitor cannot or may not look there: unknown is not fine.',
    remedy: (told) => [
      note(
        entryFor(HOW_TO_SEE, told, 'source') ??
          'Nothing to repair; severity: { secret_ref_unresolved: "off" } in the config hides it.',
      ),
    ],
  },
  profile_malformed: {
    title(told) {
      const twin = text(told, 'sameAs');
      if (twin !== null) return `${told.profile} holds the same credential as ${twin}`;
      const problem = entryFor(PROBLEMS, told, 'problem');
      return `${told.profile} ${problem ?? `is malformed${bracketed(text(told, 'problem'))}`}`;
    },
    means: 'The stored entry has a shape that OpenClaw or the provider cannot use.',
    remedy: (told) => renew(told),
  },
  refresh_token_shared: {
    title(told) {
      const agents = list(told, 'agents', 3);
      return `${told.profile} shares one refresh token between agents${agents ? `: ${agents}` : ''}`;
    },
    means:
      'Refresh tokens serve once: when one agent renews the login, the copies of the others end.',
    remedy: (told) => [note('Give each agent a login of its own:'), ...renew(told, 'oauth')],
  },
  profile_unused: {
    title: (told) => `${told.profile} is stored, but no model of any agent uses ${told.provider}`,
    means: 'Nobody needs this credential, so its state does not count.',
    remedy: () => [note('Nothing to do; --scope all judges stored profiles nobody uses, too.')],
  },
} satisfies Partial<Record<string, Words>>;
