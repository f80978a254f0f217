// Words for findings about credentials that OpenClaw has set aside or cannot find.
import { note, pasteApiKey, renew } from '../remedy.ts';
import { clock, didYouMean, list, remaining, text, type Told, type Words } from './told.ts';

const AUTH_REASONS: ReadonlySet<string> = new Set(['auth', 'auth_permanent', 'session_expired']);

/** What ends a cooldown: a new credential, money, or only time. */
function settle(told: Told): readonly string[] {
  const { topUp, triedAgain } = told.phrases.remedy;
  // Several profiles can have several reasons.
  const reasons = text(told, 'reason')?.split(', ') ?? [];
  if (reasons.some((one) => AUTH_REASONS.has(one))) return renew(told);
  if (reasons.includes('billing')) return [note(topUp(told.provider))];
  return [note(triedAgain(clock(told, 'until')))];
}

export const usabilityWords = {
  profile_cooldown: {
    title: (told) =>
      told.phrases.about.profile_cooldown.title({
        profile: told.profile,
        model: text(told, 'model'),
        left: remaining(told, 'until'),
        reason: text(told, 'reason'),
      }),
    remedy: settle,
  },
  profile_disabled: {
    title: (told) =>
      told.phrases.about.profile_disabled.title({
        profile: told.profile,
        left: remaining(told, 'until'),
        reason: text(told, 'reason'),
      }),
    remedy: settle,
  },
  provider_exhausted: {
    title(told) {
      const { title } = told.phrases.about.provider_exhausted;
      const { profiles } = told.finding.facts;
      const count = typeof profiles === 'object' ? profiles.length : 0;
      const say = count === 1 ? title.one : count === 0 ? title.all : title.several;
      const { provider } = told;
      const profile = list(told, 'profiles', 1) ?? '';
      return say({ provider, profile, count, left: remaining(told, 'until') });
    },
    remedy: settle,
  },
  provider_missing: {
    title(told) {
      const { title, none, excluded } = told.phrases.about.provider_missing;
      const { provider } = told;
      if (told.finding.facts['anyProvider'] === true) return none;
      if (told.finding.facts['excluded'] === true) return excluded({ provider });
      return title({ provider, usedBy: list(told, 'usedBy', 4) });
    },
    remedy(told) {
      if (told.finding.provider === null) return renew(told);
      const asked = didYouMean(told);
      if (asked.length > 0) return asked;
      return told.finding.facts['excluded'] === true
        ? [note(told.phrases.remedy.lookAtOrder), ...pasteApiKey(told, null)]
        : pasteApiKey(told, null);
    },
  },
  provider_recovered_but_cooling: {
    title: (told) =>
      told.phrases.about.provider_recovered_but_cooling.title({
        profile: told.profile,
        left: remaining(told, 'until'),
      }),
    remedy: (told) => [note(told.phrases.remedy.usedAgain(clock(told, 'until')))],
  },
} satisfies Partial<Record<string, Words>>;
