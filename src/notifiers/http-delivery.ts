// Decides what an HTTP answer means for a delivery; for every channel that speaks HTTP.
import type { HttpFailure, HttpResponse } from '../core/http.ts';
import { deliverySentences, type OwnReason } from '../core/phrases/delivery-phrases.ts';
import { retryAfterMs } from '../core/retry-after.ts';
import type { Delivery, DeliveryFailure, DeliveryFault } from '../core/alerts/notification.ts';

/** One deadline for a whole attempt, ms; Standard Webhooks advises 15 to 30 s. */
export const ATTEMPT_MS = 15_000;

const SPECIAL: Readonly<Record<number, DeliveryFault>> = {
  401: 'auth',
  403: 'auth',
  408: 'transient',
  410: 'gone',
  425: 'transient',
  429: 'transient',
};

/** What a status means: null is delivered (2xx). Redirects are never followed, so 3xx is permanent. */
export function statusFault(status: number): DeliveryFault | null {
  if (status >= 200 && status < 300) return null;
  return SPECIAL[status] ?? (status >= 300 && status < 500 ? 'permanent' : 'transient');
}

const NO_ANSWER: Readonly<Record<HttpFailure['fault'], OwnReason>> = {
  timeout: 'no answer in time',
  aborted: 'stopped before an answer came',
  dns: 'the host name cannot be resolved',
  refused: 'the connection was refused',
  tls: 'no trusted TLS connection',
  proxy: 'the proxy did not let it through',
  reset: 'the connection was dropped',
  network: 'the network failed',
};

/**
 * The delivery that an answer stands for. `origin` is scheme, host and port of the receiver. A
 * channel with success criteria of its own looks at the body after this one says ok.
 */
export function httpDelivery(
  answer: HttpResponse | HttpFailure,
  { origin, now }: { readonly origin: string; readonly now: number },
): Delivery {
  if (!answer.ok) {
    const detail = `${origin}: ${NO_ANSWER[answer.fault]} (${answer.code})`;
    return { ok: false, fault: answer.sent ? 'ambiguous' : 'transient', detail };
  }
  const { status } = answer;
  const fault = statusFault(status);
  if (fault === null)
    return { ok: true, detail: deliverySentences.answered(origin, String(status)) };
  const failure: DeliveryFailure = {
    ok: false,
    fault,
    detail: deliverySentences.answered(origin, reason(status)),
  };
  const wish = fault === 'transient' ? retryAfterMs(answer.header('retry-after'), now) : null;
  return wish === null ? failure : { ...failure, retryAfterMs: wish };
}

function reason(status: number): string {
  const why = reasonOf(status);
  return why === null ? String(status) : `${status}, ${why}`;
}

function reasonOf(status: number): OwnReason | null {
  if (status >= 300 && status < 400) return 'redirect not followed';
  if (status === 410) return 'the receiver is gone for good';
  return status === 401 || status === 403 ? 'our credential is refused' : null;
}
