// Decides whether a channel's URL may be used, and keeps all of it secret but scheme, host and port.
import { fault } from '../core/fault.ts';
import { originOf } from '../core/redact.ts';
import { Secret } from '../core/secret.ts';
import type { SecretSource } from '../core/secret-source.ts';
import { configFault, isLoopback, type NotifierPorts } from './notifier.ts';

/** Where a channel posts to. */
export interface HttpAddress {
  /** Without login: fetch refuses a URL that holds one. */
  readonly url: Secret;
  /** Scheme, host and port: what may be shown. */
  readonly origin: string;
  /** `Basic …` from a login in the URL, null without one. */
  readonly authorization: Secret | null;
}

/** Looks the URL of a channel up; throws a MonitorError (78) for what is no URL, or plain http to another host. */
export function httpAddress(
  source: SecretSource,
  where: string,
  { allowInsecure }: { readonly allowInsecure: boolean },
  ports: NotifierPorts,
): HttpAddress {
  const text = ports.secret(source, where).reveal().trim();
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw configFault(where, fault('expectedNot', fault('httpUrl'), fault('textOf', text.length)));
  }
  const origin = originOf(text);
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    if (!allowInsecure) {
      throw configFault(where, fault('notEncrypted', origin));
    }
    ports.warn(({ openAddress }) => openAddress(where, origin));
  }
  const login = [url.username, url.password].map((part) => decodeURIComponent(part)).join(':');
  url.username = '';
  url.password = '';
  return {
    url: new Secret(url.href),
    origin,
    authorization: login === ':' ? null : basicLogin(login),
  };
}

/** The header of HTTP Basic authentication for `user:password`. */
export function basicLogin(login: string): Secret {
  return new Secret(`Basic ${Buffer.from(login, 'utf8').toString('base64')}`);
}
