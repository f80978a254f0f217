// Words for findings about what a profile holds.
import { note, renew } from '../remedy.ts';
import { ago, didYouMean, entryFor, list, number, text, type Words } from './told.ts';

/** What a profile of a type lacks when it holds nothing. */
const LACKS_BY_TYPE = { api_key: 'no_key', token: 'no_token', oauth: 'no_access_token' } as const;

/** Where a secret is kept is told by its name or by its provider. */
const NAMED_BY: Readonly<Record<string, string>> = { file: 'refProvider', exec: 'refProvider' };

export const credentialWords = {
  profile_auth_failing: {
    title: (told) =>
      told.phrases.about.profile_auth_failing.title({
        profile: told.profile,
        times: number(told, 'failures') ?? 0,
        ago: ago(told, 'lastFailureAt'),
      }),
    remedy: (told) => renew(told),
  },
  profile_credential_missing: {
    title(told) {
      const { title } = told.phrases.about.profile_credential_missing;
      const lacks = entryFor(LACKS_BY_TYPE, told, 'type') ?? 'other';
      const isEmpty = told.finding.facts['reason'] === 'no_material';
      const say = isEmpty ? title[lacks] : (entryFor(title, told, 'reason') ?? title.other);
      return say({ profile: told.profile });
    },
    remedy(told) {
      const asked = didYouMean(told);
      if (asked.length > 0) return asked;
      const { correctId, whereToDefine } = told.phrases.remedy;
      if (told.finding.facts['configured'] === true) return [note(correctId)];
      const advice = entryFor(whereToDefine, told, 'reason');
      return advice ? [note(advice), ...renew(told)] : renew(told);
    },
  },
  secret_ref_unresolved: {
    title(told) {
      const { title } = told.phrases.about.secret_ref_unresolved;
      const kept =
        entryFor(title, told, 'reason') ?? entryFor(title, told, 'source') ?? title.other;
      const name = text(told, entryFor(NAMED_BY, told, 'source') ?? 'refId') ?? '?';
      return kept({ profile: told.profile, name });
    },
    remedy(told) {
      const { howToSee } = told.phrases.remedy;
      return [note(entryFor(howToSee, told, 'source') ?? howToSee.other)];
    },
  },
  profile_malformed: {
    title(told) {
      const { title, sameAs, problems } = told.phrases.about.profile_malformed;
      const { profile } = told;
      const twin = text(told, 'sameAs');
      if (twin !== null) return sameAs({ profile, twin });
      const problem = entryFor(problems, told, 'problem');
      const detail = text(told, 'problem');
      const other = detail === null ? problems.other : `${problems.other} (${detail})`;
      return title({ profile, problem: problem ?? other });
    },
    remedy: (told) => renew(told),
  },
  refresh_token_shared: {
    title: (told) =>
      told.phrases.about.refresh_token_shared.title({
        profile: told.profile,
        agents: list(told, 'agents', 3),
      }),
    remedy: (told) => [note(told.phrases.remedy.ownLogins), ...renew(told, 'oauth')],
  },
  profile_unused: {
    title: ({ phrases, profile, provider }) =>
      phrases.about.profile_unused.title({ profile, provider }),
    remedy: ({ phrases }) => [note(phrases.remedy.unusedIsFine)],
  },
} satisfies Partial<Record<string, Words>>;
