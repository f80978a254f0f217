// Turns an answer, or the lack of one, into a verdict that is safe to report.
import { HOUR_MS, SECOND_MS } from '../core/duration.ts';
import type { HttpFailure } from '../core/http.ts';
import type { Secret } from '../core/secret.ts';
import { type Answer, errorWords, fields } from './answer.ts';
import { classify, type Question } from './classify.ts';
import { type Judgement, type ProbeLevel, type ProbeVerdict, withoutAnswer } from './probe.ts';
import { sanitizeMessage, sanitizeRequestId } from './provider-text.ts';

/** Judges an answer and adds what a person needs to follow it up: status, request id, the provider's words. */
export function judgeAnswer(
  question: Question,
  answer: Answer,
  secret: Secret,
  level: ProbeLevel,
): ProbeVerdict {
  const bodyId = fields(answer.body)['request_id'];
  const id = answer.header('request-id') ?? answer.header('x-request-id') ?? bodyId;
  const requestId = typeof id === 'string' ? sanitizeRequestId(id, secret) : undefined;
  const { message: said } = errorWords(answer.body);
  const message = answer.status >= 400 ? sanitizeMessage(said, secret) : '';
  const judgement = classify(question, answer);
  const restMs = restOf(question, judgement, answer);
  return {
    ...judgement,
    level,
    status: answer.status,
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
): number | undefined {
  const askedFor = [429, 503, 529].includes(status) ? retryAfterMs(header('retry-after')) : 0;
  const own = limitsItself && outcome !== 'rejected' ? HOUR_MS : 0;
  const restMs = Math.max(askedFor, own);
  return restMs > 0 ? restMs : undefined;
}

/** Seconds only: a date would be by the server's clock. */
function retryAfterMs(header: string | null): number {
  return header !== null && /^\d{1,7}$/.test(header) ? Number(header) * SECOND_MS : 0;
}

/** No answer says nothing about the credential; a body over the cap is some other server's. */
export function judgeFailure({ fault, code }: HttpFailure, level: ProbeLevel): ProbeVerdict {
  const reason = code === 'body_too_large' ? 'intercepted' : 'network';
  return withoutAnswer('inconclusive', reason, level, { fault, code });
}
