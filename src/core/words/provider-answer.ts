// Words for findings about what a provider answered.
import { note, pasteApiKey, renew } from '../remedy.ts';
import { entryFor, number, reason, text, time, type Told, type Words } from './told.ts';

// Only a yes that is newer than what OpenClaw met shows that it was put right meanwhile.
function askAnew(told: Told): readonly string[] {
  if (text(told, 'level') !== 'passive') return [];
  const isDead = ['invalid', 'revoked', 'expired'].includes(text(told, 'reason') ?? '');
  const probe = `auth-monitor check --probe${isDead ? '' : '=inference'}`;
  return [note(told.phrases.remedy.askAnew(probe))];
}

export const providerAnswerWords = {
  claude_code_only: {
    title(told) {
      const { title, seen } = told.phrases.about.claude_code_only;
      const say = entryFor(title, told, 'confidence') ?? title.certain;
      const said = say({ profile: told.profile });
      return text(told, 'level') === 'passive' ? seen(said) : said;
    },
    remedy(told) {
      const { useApiKey, routeThroughClaude, expectClaudeCodeOnly } = told.phrases.remedy;
      return [
        note(useApiKey),
        ...pasteApiKey(told, null),
        note(routeThroughClaude),
        note(expectClaudeCodeOnly),
        ...askAnew(told),
      ];
    },
  },
  credential_rejected: {
    title(told) {
      const { title } = told.phrases.about.credential_rejected;
      const { profile, provider } = told;
      const http = number(told, 'status');
      const status = http === null ? null : `HTTP ${http}`;
      const isRenewed = time(told, 'renewedAt') !== null;
      const say = isRenewed ? title.renewed : (entryFor(title, told, 'reason') ?? title.other);
      return say({ profile, provider, status, reason: reason(told, 'reason') });
    },
    remedy: (told) => [...renew(told), ...askAnew(told)],
  },
  billing_blocked: {
    title: (told) =>
      told.phrases.about.billing_blocked.title({
        profile: told.profile,
        reason: text(told, 'reason') === 'billing' ? null : reason(told, 'reason'),
      }),
    remedy: (told) => [note(told.phrases.remedy.topUp(told.provider)), ...askAnew(told)],
  },
  probe_unreachable: {
    title(told) {
      const { about, times } = told.phrases;
      const sinceAt = time(told, 'sinceAt');
      return about.probe_unreachable.title({
        provider: told.provider,
        passed: sinceAt === null ? null : times.duration(told.context.now - sinceAt),
        reason: reason(told, 'reason'),
      });
    },
    remedy: ({ phrases }) => [note(phrases.remedy.checkNetwork)],
  },
} satisfies Partial<Record<string, Words>>;
