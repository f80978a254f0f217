// Reads one event of a session transcript: only an assistant's failed or finished turn, and of it only
// the fields about the error. What was said is never looked at.
import { fields } from '../../core/error-words.ts';
import { normalizeProvider } from '../../core/provider.ts';
import { readRecordedError, statusOf } from '../../core/recorded-error.ts';
import type { Sighting, Success } from '../../core/sighting.ts';

/** A turn of a transcript as far as credentials are concerned. */
export type Turn =
  | { readonly kind: 'answered'; readonly success: Omit<Success, 'profileId'> }
  | {
      readonly kind: 'refused';
      readonly runId: string | null;
      readonly sighting: Pick<Sighting, 'at' | 'provider' | 'refusal' | 'status' | 'requestId'>;
    };

/** The turn in an event; null for everything else, among it every word of a user and errors without a refusal. */
export function turnOf(event: unknown, notedAt?: unknown): Turn | null {
  const { type, message, timestamp } = fields(event);
  if (type !== 'message') return null;
  return turnOfMessage(fields(message), notedAt ?? timestamp);
}

/** As `turnOf`, from the fields of the message; `notedAt` is when it was written, where it does not tell. */
export function turnOfMessage(
  message: Readonly<Record<string, unknown>>,
  notedAt: unknown,
): Turn | null {
  const { role, stopReason, provider, model, timestamp } = message;
  if (role !== 'assistant' || typeof stopReason !== 'string') return null;
  const at = momentOf(timestamp) ?? momentOf(notedAt);
  if (typeof provider !== 'string' || at === null) return null;
  const id = normalizeProvider(provider);
  if (stopReason !== 'error') {
    // An aborted turn was neither answered nor refused.
    if (stopReason === 'aborted') return null;
    const success = { at, provider: id, model: typeof model === 'string' ? model : '' };
    return { kind: 'answered', success };
  }
  const { errorMessage, errorBody, errorCode, runId } = message;
  const text = [errorMessage, errorBody].find((each) => typeof each === 'string') ?? '';
  const error = readRecordedError(text, statusOf(errorCode));
  if (error.refusal === null) return null;
  const own = fields(message['__openclaw'])['runId'] ?? runId;
  return {
    kind: 'refused',
    runId: typeof own === 'string' ? own : null,
    sighting: {
      at,
      provider: id,
      refusal: error.refusal,
      status: error.status,
      requestId: error.requestId,
    },
  };
}

/** Epoch ms, or ISO as around a message. */
function momentOf(value: unknown): number | null {
  const at = typeof value === 'string' ? Date.parse(value) : value;
  return typeof at === 'number' && Number.isFinite(at) ? at : null;
}
