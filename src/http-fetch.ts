// Asks by `fetch`: through a proxy, and for a library that wants one.
import type { HttpFailure } from './core/http.ts';
import { guarded, readCapped, userAgentOf, type HttpOptions, type Wire } from './http-exchange.ts';
import { proxyAgent, proxySettings } from './http-proxy.ts';
import type { Env } from './world.ts';

const DEFAULT_TIMEOUT_MS = 10_000;

/** The part of `fetch` that can be handed to a library. */
export type GuardedFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Makes what asks by `fetch`, by way of the proxy that `env` names. */
export function fetchWire(
  env: Env,
  userAgent: string,
): (input: string | URL | Request, init: RequestInit) => Wire<Headers> {
  const proxy = proxySettings(env);
  let dispatcher: Promise<unknown> | undefined;
  return (input, init) => async (signal, at) => {
    const headers = new Headers(init.headers);
    headers.set('user-agent', userAgent);
    headers.delete('cookie');
    headers.delete('origin');
    const url = input instanceof Request ? input : new URL(input);
    // fetch refuses userinfo with a message that repeats it.
    if (url instanceof URL && url.username + url.password !== '') throw new TypeError('userinfo');
    if (proxy) dispatcher ??= proxyAgent(proxy);
    const guards = { ...init, headers, redirect: 'manual', signal } as const;
    const via = dispatcher ? { dispatcher: await dispatcher } : {};
    at('asking');
    const response = await fetch(url, { ...guards, ...via } as RequestInit);
    at('reading');
    const body = response.body ?? nothing();
    return {
      ok: true,
      status: response.status,
      headers: response.headers,
      ...(await readCapped(body)),
    };
  };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/**
 * Makes a `fetch` with the same guards, for a library that wants one. The body has arrived whole when
 * it resolves. Without an answer it throws an Error whose `cause` is the HttpFailure; a body over the
 * cap counts as none (`body_too_large`), because a cut body could pass for a whole one.
 */
export function createFetch(
  env: Env,
  { version, timeoutMs = DEFAULT_TIMEOUT_MS }: HttpOptions & { readonly timeoutMs?: number },
): GuardedFetch {
  const wire = fetchWire(env, userAgentOf(version));
  return async (input, init = {}) => {
    const answer = await guarded(wire(input, init), { timeoutMs, signal: init.signal ?? null });
    if (!answer.ok) throw noAnswer(answer);
    if (answer.overflow) {
      throw noAnswer({ ok: false, fault: 'network', sent: true, code: 'body_too_large' });
    }
    const headers = new Headers(answer.headers);
    // The body below is decoded already.
    headers.delete('content-encoding');
    headers.delete('content-length');
    const body = answer.bytes.length > 0 ? new Uint8Array(answer.bytes) : null;
    return new Response(body, { status: answer.status, headers });
  };
}

function noAnswer(failure: HttpFailure): Error {
  return new TypeError('no answer', { cause: failure });
}
