// Decides what an answer says about the credential: machine code before status and type before words.
import type { ErrorWords } from '../core/error-words.ts';
import {
  isUnknownByCodes,
  type Refusal,
  refusalByBilling,
  refusalByCodes,
  refusalByWords,
  type RefusalReason,
} from '../core/refusal.ts';
import { type Answer, errorWords } from './answer.ts';
import type { Judgement, ProbeFacts } from './probe.ts';

/** What was asked, as far as the meaning of an answer depends on it. */
export interface Question {
  /** `account`: what the credential may do or has used; `messages`: a real inference request. */
  readonly endpoint: 'models' | 'account' | 'messages';
  readonly credential: 'api_key' | 'oauth';
  /** True where 429 says nothing: the limit is the endpoint's own and hides even a 401. */
  readonly limitsItself?: true;
  /** Statuses besides 401 with which this provider refuses a key. */
  readonly invalidStatuses?: readonly number[];
  /** Judges the body of a 2xx; null when it is not what this provider answers. */
  readonly accept: (body: unknown, answer: Answer) => Judgement | null;
}

/** The judgement of a credential that works. */
export const VALID: Judgement = { outcome: 'accepted', reason: 'valid', confidence: 'certain' };

/** A refusal of the credential for one of six reasons; `detail` narrows it. */
export function rejected(
  reason: RefusalReason,
  facts?: ProbeFacts,
  confidence: Judgement['confidence'] = 'certain',
): Judgement {
  return { outcome: 'rejected', reason, confidence, ...(facts && { facts }) };
}

/** Classifies an answer by the first rule that matches. Pure; unknown is the last rule, not an error. */
export function classify(question: Question, answer: Answer): Judgement {
  const seen: Seen = { question, answer, status: answer.status, words: errorWords(answer.body) };
  for (const rule of RULES) {
    const judgement = rule(seen);
    if (judgement) return judgement;
  }
  return inconclusive('unknown');
}

interface Seen {
  readonly question: Question;
  readonly answer: Answer;
  readonly status: number;
  readonly words: ErrorWords;
}

type Rule = (seen: Seen) => Judgement | null;

function inconclusive(reason: string, facts?: ProbeFacts): Judgement {
  return { outcome: 'inconclusive', reason, confidence: 'certain', ...(facts && { facts }) };
}

function scopeTooSmall({ question }: Seen): Judgement {
  // The token was recognised before its scope was looked at, so it is alive.
  return question.endpoint === 'messages'
    ? rejected('forbidden', { detail: 'scope' })
    : { ...VALID, reason: 'scope_limited' };
}

function rateLimited({ question }: Seen): Judgement {
  return question.limitsItself
    ? { outcome: 'not_probed', reason: 'rate_limited_endpoint', confidence: 'certain' }
    : inconclusive('rate_limited');
}

/** Codes that refuse no credential: a limit, a scope, a fault of our own request. */
const BY_CODE: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['ramp_limit_exceeded', rateLimited],
  ['oauth_scope_insufficient', scopeTooSmall],
  ['claude_code_version_too_old', () => inconclusive('probe_shape')],
]);

/** The same in sentences; read only where no code decided. */
const BY_WORDS: readonly (readonly [RegExp, Rule])[] = [
  // Faults of the request, never of the credential.
  [/oauth authentication is currently not supported/i, () => inconclusive('probe_shape')],
  [/cors requests are not allowed/i, () => inconclusive('probe_shape')],
  [/does not meet scope requirement/i, scopeTooSmall],
  // OpenAI's restricted keys.
  [/missing scopes?:/i, () => ({ ...VALID, reason: 'scope_limited' })],
  // GitHub's limits come with a 403.
  [/\b(?:api|secondary) rate limit\b/i, rateLimited],
];

function refused(refusal: Refusal | null): Judgement | null {
  return refusal && rejected(refusal.reason, refusal.facts);
}

const RULES: readonly Rule[] = [
  ({ status }) => (status >= 300 && status < 400 ? inconclusive('redirect') : null),
  success,
  withoutEnvelope,
  ({ words }) => refused(refusalByCodes(words)),
  byCode,
  // From here on 4xx: what a failing server says about a credential is no evidence.
  ({ status }) => (status >= 500 ? inconclusive('overloaded') : null),
  ({ words }) => refused(refusalByWords(words.message)),
  (seen) => BY_WORDS.find(([pattern]) => pattern.test(seen.words.message))?.[1](seen) ?? null,
  ({ status, words }) => refused(refusalByBilling(status, words)),
  wordlessClaudeCodeOnly,
  invalid,
  (seen) => (seen.status === 403 ? rejected('forbidden', undefined, certainty(seen)) : null),
  ({ status }) => ([400, 404, 422].includes(status) ? inconclusive('probe_shape') : null),
  (seen) => (seen.status === 429 ? rateLimited(seen) : null),
];

function byCode(seen: Seen): Judgement | null {
  const code = seen.words.codes.find((each) => BY_CODE.has(each));
  return code === undefined ? null : (BY_CODE.get(code)?.(seen) ?? null);
}

/** A captive portal answers 200 to everything: only the provider's own shape counts. */
function success({ status, question, answer }: Seen): Judgement | null {
  if (status < 200 || status >= 300) return null;
  return question.accept(answer.body, answer) ?? inconclusive('intercepted');
}

/** A non-JSON error comes from an edge, a firewall or a proxy, which know nothing of the credential. */
function withoutEnvelope(seen: Seen): Judgement | null {
  const { body } = seen.answer;
  if ((typeof body === 'object' && body !== null) || seen.status === 401) return null;
  if (seen.status === 429) return rateLimited(seen);
  return inconclusive(seen.status >= 500 ? 'overloaded' : 'unknown');
}

/**
 * Two faces of the Claude-Code-only refusal carry no sentence: 400 `Error` (from 2026-03) and 429 `Error`
 * without the headers that every real rate limit has (from 2026-07, anthropics/anthropic-sdk-csharp#232).
 */
function wordlessClaudeCodeOnly({ question, answer, status, words }: Seen): Judgement | null {
  if (question.credential !== 'oauth' || question.endpoint !== 'messages') return null;
  if (words.message !== 'Error') return null;
  const isRealLimit = answer.headerNames.some(
    (name) => name === 'retry-after' || name.startsWith('anthropic-ratelimit-unified-'),
  );
  if (status !== 400 && (status !== 429 || isRealLimit)) return null;
  return rejected('claude_code_only', { face: `error_${status}` }, 'likely');
}

function invalid(seen: Seen): Judgement | null {
  const { status, question, words } = seen;
  const isRefused = status === 401 || question.invalidStatuses?.includes(status);
  if (!isRefused && !isUnknownByCodes(words)) return null;
  return rejected('invalid', undefined, certainty(seen));
}

/** Without a word from the provider the status alone may also be a proxy's. */
function certainty({ words }: Seen): Judgement['confidence'] {
  return words.codes.length === 0 && words.message === '' ? 'likely' : 'certain';
}
