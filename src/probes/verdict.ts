// Turns an answer, or the lack of one, into a verdict that is safe to report.
import { HOUR_MS } from '../core/duration.ts';
import type { HttpFailure } from '../core/http.ts';
import { httpDate, retryAfterMs } from '../core/retry-after.ts';
import type { Secret } from '../core/secret.ts';
import { type Answer, errorWords, fields } from './answer.ts';
import { classify, type Question } from './classify.ts';
import {
  type Judgement,
  type ProbeLevel,
  type ProbeMeans,
  type ProbeVerdict,
  withoutAnswer,
} from './probe.ts';
import { sanitizeCode, sanitizeMessage, sanitizeRequestId } from './provider-text.ts';

/** Judges an answer and adds what a person needs to follow it up: status, code, request id, the provider's words. */
export function judgeAnswer(
  question: Question,
  answer: Answer,
  secret: Secret,
  { level, now }: Pick<ProbeMeans, 'level' | 'now'>,
): ProbeVerdict {
  const { status } = answer;
  const isRefusal = status >= 400;
  const bodyId = fields(answer.body)['request_id'];
  const id = answer.header('request-id') ?? answer.header('x-request-id') ?? bodyId;
  const requestId = typeof id === 'string' ? sanitizeRequestId(id, secret) : undefined;
  const { message: said, codes } = errorWords(answer.body);
  const message = isRefusal ? sanitizeMessage(said, secret) : '';
  const code = isRefusal ? sanitizeCode(codes[0], secret) : undefined;
  const judgement = classify(question, answer);
  const restMs = restOf(question, judgement, answer, now);
  return {
    ...judgement,
    level,
    status,
    ...(code !== undefined && { code }),
    ...(requestId !== undefined && { requestId }),
    ...(message !== '' && { message }),
    ...(restMs !== undefined && { restMs }),
  };
}

/** An endpoint that limits itself wants an hour between two requests; a refusal is asked about again at once. */
function restOf(
  { limitsItself }: Question,
  { outcome }: Judgement,
  { status, header }: Answer,
  now: number,
): number | undefined {
  const isOpen = outcome === 'inconclusive' || outcome === 'not_probed';
  // A date is by the clock of the server, which tells it beside.
  const sentAt = httpDate(header('date') ?? '');
  const since = Number.isNaN(sentAt) ? now : sentAt;
  const askedFor = isOpen && status >= 400 ? retryAfterMs(header('retry-after'), since) : null;
  const own = limitsItself && outcome !== 'rejected' ? HOUR_MS : 0;
  const restMs = Math.max(askedFor ?? 0, own);
  return restMs > 0 ? restMs : undefined;
}

/** No answer says nothing about the credential; a body over the cap is some other server's. */
export function judgeFailure({ fault, code }: HttpFailure, level: ProbeLevel): ProbeVerdict {
  const reason = code === 'body_too_large' ? 'intercepted' : 'network';
  return withoutAnswer('inconclusive', reason, level, { fault, code });
}
