// Words for findings about credentials that OpenClaw has set aside or cannot find.
import { note, pasteApiKey, renew } from '../remedy.ts';
import {
  bracketed,
  clock,
  didYouMean,
  list,
  remaining,
  text,
  type Told,
  type Words,
} from './told.ts';

const AUTH_REASONS: ReadonlySet<string> = new Set(['auth', 'auth_permanent', 'session_expired']);

/** What ends a cooldown: a new credential, money, or only time. */
function settle(told: Told): readonly string[] {
  // Several profiles can have several reasons.
  const reasons = text(told, 'reason')?.split(', ') ?? [];
  if (reasons.some((reason) => AUTH_REASONS.has(reason))) return renew(told);
  if (reasons.includes('billing')) {
    return [note(`Top up credits or raise the limit at ${told.provider}, or switch provider.`)];
  }
  const until = clock(told, 'until');
  return [
    note(`Nothing to do: OpenClaw tries it again${until ? ` after ${until}` : ' by itself'}.`),
  ];
}

function exhaustedCount(told: Told): string {
  const { profiles } = told.finding.facts;
  const count = typeof profiles === 'object' ? profiles.length : 0;
  if (count === 1) return `${list(told, 'profiles', 1)} is cooling or disabled`;
  return count === 0 ? 'all are cooling or disabled' : `all ${count} are cooling or disabled`;
}

export const usabilityWords = {
  profile_cooldown: {
    title(told) {
      const model = text(told, 'model');
      const scope = model === null ? '' : ` for ${model}`;
      return `${told.profile} cools down${scope}${remaining(told, 'until')}${bracketed(text(told, 'reason'))}`;
    },
    means: 'After failed requests OpenClaw leaves this profile alone for a while.',
    remedy: settle,
  },
  profile_disabled: {
    title: (told) =>
      `${told.profile} is disabled${remaining(told, 'until')}${bracketed(text(told, 'reason'))}`,
    means: 'OpenClaw has set this profile aside for longer, for billing or a refused credential.',
    remedy: settle,
  },
  provider_exhausted: {
    title: (told) =>
      `no usable profile for ${told.provider}: ${exhaustedCount(told)}${remaining(told, 'until')}`,
    means:
      'Every profile that the agent has for this provider is set aside, so its requests fail now.',
    remedy: settle,
  },
  provider_missing: {
    title(told) {
      if (told.finding.facts['anyProvider'] === true) return 'no credential at all';
      if (told.finding.facts['excluded'] === true) {
        return `no usable credential for ${told.provider}: order or mode rules out every profile`;
      }
      const usedBy = list(told, 'usedBy', 4);
      return `no credential for ${told.provider}${usedBy ? `, used as ${usedBy}` : ''}`;
    },
    means: 'A model of the agent needs a provider for which there is neither a profile nor a key.',
    remedy(told) {
      if (told.finding.provider === null) return renew(told);
      const asked = didYouMean(told);
      if (asked.length > 0) return asked;
      return told.finding.facts['excluded'] === true
        ? [
            note('Look at auth.order and auth.profiles in openclaw.json, or add a credential:'),
          ].concat(pasteApiKey(told, null))
        : pasteApiKey(told, null);
    },
  },
  provider_recovered_but_cooling: {
    title: (told) => `${told.profile} works again, but is kept aside${remaining(told, 'until')}`,
    means:
      'The provider accepts the credential again while OpenClaw still waits out its own pause.',
    remedy(told) {
      const until = clock(told, 'until');
      return [
        note(`OpenClaw uses it again${until ? ` after ${until}` : ' when the pause is over'}.`),
      ];
    },
  },
} satisfies Partial<Record<string, Words>>;
