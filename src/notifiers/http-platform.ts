// Decides how a channel converses with an HTTP platform: one request, and one more in the plainest form.
import { fault } from '../core/fault.ts';
import type { HttpRequest } from '../core/http.ts';
import type { Notification, Notifier } from '../core/alerts/notification.ts';
import { Secret } from '../core/secret.ts';
import type { SecretSource } from '../core/secret-source.ts';
import type { HttpAddress } from './http-address.ts';
import { ATTEMPT_MS } from './http-delivery.ts';
import { type Answers, platformDelivery, type Reply, replyOf } from './http-reply.ts';
import { configFault, type NotifierPorts } from './notifier.ts';

/** What of a request differs between platforms. */
export type PlatformRequest = Pick<HttpRequest, 'url' | 'headers'> & {
  readonly method?: HttpRequest['method'];
  readonly body: string;
};

/** One platform with one account. */
export interface Platform extends Answers {
  /** Scheme, host and port of the receiver. */
  readonly origin: string;
  /**
   * The request of a notification. `refused` is the answer by which the same message was refused for its
   * content a moment ago; then it is to be as plain and short as can be.
   */
  request(notification: Notification, refused: Reply | null): PlatformRequest;
}

/** How long the plain form of a refused message may be, in the unit of the channel. */
export const SHORT_FORM = 1_000;

/** Bad request, too large, not processable: the same message may pass in a simpler form. */
const CONTENT_REFUSED: ReadonlySet<number> = new Set([400, 413, 422]);

/** A channel that delivers with one request, or with a second, plain one where the first was refused. */
export function platformNotifier(
  { name, type }: { readonly name?: string | undefined; readonly type: string },
  { http }: NotifierPorts,
  platform: Platform,
): Notifier {
  return {
    name: name ?? type,
    type,
    async send(notification, { now, signal }) {
      const place = { origin: platform.origin, now };
      const ask = async (refused: Reply | null) => {
        const request = platform.request(notification, refused);
        return http({ method: 'POST', ...request, timeoutMs: ATTEMPT_MS, signal });
      };
      const answer = await ask(null);
      const delivery = platformDelivery(answer, platform, place);
      const isRefused = !delivery.ok && delivery.fault === 'permanent';
      if (!isRefused || !answer.ok || !CONTENT_REFUSED.has(answer.status)) return delivery;
      return platformDelivery(await ask(replyOf(answer)), platform, place);
    },
  };
}

/** The address of a resource below a base URL, whose own path is kept. */
export function below({ url }: HttpAddress, ...segments: readonly string[]): string {
  const base = new URL(url.reveal());
  // A colon may stand in a path, and not every server decodes the ones of bot tokens and room ids.
  const path = segments
    .map((segment) => encodeURIComponent(segment).replaceAll('%3A', ':'))
    .join('/');
  base.pathname = `${base.pathname.replace(/\/+$/, '')}/${path}`;
  return base.href;
}

/** Looks up a secret that goes into a header; throws a MonitorError (78) for what a header cannot hold. */
export function headerSecret(
  source: SecretSource,
  where: string,
  ports: NotifierPorts,
  prefix = '',
): Secret {
  const text = ports.secret(source, where).reveal();
  if (/^[\t\x20-\x7e]+$/.test(text)) return new Secret(`${prefix}${text}`);
  throw configFault(where, fault('badHeader'));
}

/** The header of every JSON body. */
export const JSON_TYPE = { 'content-type': 'application/json' } as const;
