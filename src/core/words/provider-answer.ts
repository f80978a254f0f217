// Words for findings about what a provider answered.
import { note, pasteApiKey, renew } from '../remedy.ts';
import { bracketed, entryFor, number, text, time, type Told, type Words } from './told.ts';
import { formatDuration } from '../duration.ts';

const REJECTED: Readonly<Record<string, (provider: string) => string>> = {
  invalid: (provider) => `is refused by ${provider} as invalid`,
  revoked: (provider) => `was revoked at ${provider}`,
  expired: (provider) => `is refused by ${provider} as expired`,
  forbidden: (provider) => `is not permitted at ${provider}`,
};

function rejection(told: Told): string {
  const reason = text(told, 'reason');
  const known = entryFor(REJECTED, told, 'reason')?.(told.provider);
  return known ?? `is refused by ${told.provider}${reason === null ? '' : `: ${spoken(reason)}`}`;
}

const WORKS: Readonly<Record<string, string>> = {
  likely: 'seems to work',
  possible: 'may work',
};

function spoken(reason: string): string {
  return reason.replaceAll('_', ' ');
}

function httpStatus(told: Told): string {
  const status = number(told, 'status');
  return bracketed(status === null ? null : `HTTP ${status}`);
}

export const providerAnswerWords = {
  claude_code_only: {
    title(told) {
      const works = entryFor(WORKS, told, 'confidence') ?? 'works';
      const seen = text(told, 'level') === 'passive' ? ': OpenClaw was refused' : '';
      return `${told.profile} ${works} only in Claude Code${seen}`;
    },
    means:
      'Anthropic accepts this token from Claude Code alone and refuses requests of any other program.',
    remedy: (told) => [
      note('Use an API key instead:'),
      ...pasteApiKey(told, null),
      note('Or route the agent through the Claude CLI (runtime claude-cli).'),
      note('Served by the claude-cli runtime? Set profiles[ID].expectClaudeCodeOnly: true.'),
    ],
  },
  credential_rejected: {
    title: (told) => `${told.profile} ${rejection(told)}${httpStatus(told)}`,
    means: 'The provider itself says that this credential is invalid, revoked or expired.',
    remedy: (told) => renew(told),
  },
  billing_blocked: {
    title(told) {
      const reason = text(told, 'reason');
      const detail = reason === null || reason === 'billing' ? null : spoken(reason);
      return `${told.profile} is refused over billing${bracketed(detail)}`;
    },
    means:
      'The credential is genuine, but credit, quota, a spend limit or the plan stops its requests.',
    remedy: (told) => [
      note(`Top up credits or raise the limit at ${told.provider}, or switch provider.`),
    ],
  },
  probe_unreachable: {
    title(told) {
      const sinceAt = time(told, 'sinceAt');
      const since = sinceAt === null ? '' : ` for ${formatDuration(told.context.now - sinceAt)}`;
      const reason = text(told, 'reason');
      return `no answer from ${told.provider}${since}${bracketed(reason && spoken(reason))}`;
    },
    means:
      'The question whether the credential works could not be asked; nothing is known about it.',
    remedy: () => [
      note('Check the network, proxy and TLS of this machine; nothing is judged by it.'),
    ],
  },
} satisfies Partial<Record<string, Words>>;
