// Decides what an answer means on a platform that says more than a status.
import { DAY_MS, SECOND_MS } from '../core/duration.ts';
import type { HttpFailure, HttpResponse } from '../core/http.ts';
import type { Delivery, DeliveryFailure, DeliveryFault } from '../core/alerts/notification.ts';
import {
  deliverySentences,
  type OwnReason,
  type OwnWords,
} from '../core/phrases/delivery-phrases.ts';
import { httpDelivery } from './http-delivery.ts';

/** An answer as a platform gave it. */
export interface Reply {
  readonly status: number;
  /** Header by name in any case; null when absent. */
  header(name: string): string | null;
  readonly text: string;
  /** The JSON object of the body; empty when it is none, or is longer than is read (256 KiB). */
  readonly json: Readonly<Record<string, unknown>>;
}

/** What an answer says beyond its status. */
interface Explanation {
  /** Where it is not what the status stands for. */
  readonly fault?: DeliveryFault;
  /** In our own words, or a code of the platform's; never its text, which may repeat a secret. */
  readonly why?: OwnWords;
  /** How long the platform wants us to wait, ms. */
  readonly waitMs?: number;
}

/** How a platform answers. */
export interface Answers {
  /** Whether a 2xx is this platform's own yes, and not that of whoever stands in between. */
  accepts(reply: Reply): boolean;
  /** What else an answer says; `now` is epoch ms. */
  explain?(reply: Reply, now: number): Explanation;
}

/** Reads an answer; what is no JSON object has an empty `json`. */
export function replyOf({ status, header, body, overflow }: HttpResponse): Reply {
  return { status, header, text: body, json: overflow ? {} : jsonObject(body) };
}

/** A member of a JSON value; undefined when the value is no object or has no such member. */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

/** A wait that a body states as a number, in ms within 1 s and 24 h; none when it is no such number. */
export function waitOf(value: unknown, unitMs: number): { readonly waitMs?: number } {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return {};
  return { waitMs: Math.min(Math.max(Math.ceil(value * unitMs), SECOND_MS), DAY_MS) };
}

/**
 * The delivery that an answer stands for. A 2xx without the platform's own yes is ambiguous unless the
 * platform explains it: somebody answered, and nobody knows whether the message got through.
 */
export function platformDelivery(
  answer: HttpResponse | HttpFailure,
  { accepts, explain }: Answers,
  place: { readonly origin: string; readonly now: number },
): Delivery {
  const plain = httpDelivery(answer, place);
  if (!answer.ok) return plain;
  const reply = replyOf(answer);
  if (plain.ok && accepts(reply)) return plain;
  const { why = plain.ok ? NO_YES : null, ...told } = explain?.(reply, place.now) ?? {};
  const fault = told.fault ?? (plain.ok ? 'ambiguous' : plain.fault);
  const failure: DeliveryFailure = {
    ok: false,
    fault,
    detail:
      why === null
        ? (plain.detail ?? '')
        : `${deliverySentences.answered(place.origin, String(reply.status))}: ${why}`,
  };
  if (fault !== 'transient') return failure;
  const waits = [told.waitMs ?? 0, plain.ok ? 0 : (plain.retryAfterMs ?? 0)];
  const retryAfterMs = Math.max(...waits);
  return retryAfterMs > 0 ? { ...failure, retryAfterMs } : failure;
}

const NO_YES: OwnReason = 'it did not say that it took the message';

function jsonObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
