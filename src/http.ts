// The one way out to the network: no redirects, no retries, one deadline, a capped body.
import type { Http, HttpFailure } from './core/http.ts';
import { failureOf } from './http-fault.ts';
import { proxyAgent, ProxyFault, proxySettings } from './http-proxy.ts';
import type { Env } from './world.ts';

/** More than any answer the monitor has a use for; also the limit against decompression bombs. */
const BODY_CAP_BYTES = 256 * 1024;
const DEFAULT_TIMEOUT_MS = 10_000;

export interface HttpOptions {
  /** The monitor's own version, told to every server in the user agent. */
  readonly version: string;
}

/** The part of `fetch` that can be handed to a library. */
export type GuardedFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

interface Exchange {
  readonly ok: true;
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly overflow: boolean;
}

interface Limits {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | null;
}

type Send = (
  input: string | URL | Request,
  init: RequestInit,
  limits: Limits,
) => Promise<Exchange | HttpFailure>;

/** Makes the request port. Proxy variables are taken from `env`; loopback is never sent to a proxy. */
export function createHttp(env: Env, options: HttpOptions): Http {
  const send = sender(env, options);
  return async ({ url, method, headers, body, ...limits }) => {
    const answer = await send(url, { method, headers, body: body ?? null }, limits);
    if (!answer.ok) return answer;
    return {
      ok: true,
      status: answer.status,
      header: (name) => answer.headers.get(name),
      body: new TextDecoder().decode(answer.bytes),
      overflow: answer.overflow,
    };
  };
}

/**
 * Makes a `fetch` with the same guards, for a library that wants one. The body has arrived whole when
 * it resolves. Without an answer it throws an Error whose `cause` is the HttpFailure; a body over the
 * cap counts as none (`body_too_large`), because a cut body could pass for a whole one.
 */
export function createFetch(
  env: Env,
  options: HttpOptions & { readonly timeoutMs?: number },
): GuardedFetch {
  const send = sender(env, options);
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  return async (input, init = {}) => {
    const answer = await send(input, init, { timeoutMs, signal: init.signal ?? null });
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

function sender(env: Env, { version }: HttpOptions): Send {
  const userAgent = `openclaw-auth-monitor/${version}`;
  const proxy = proxySettings(env);
  let dispatcher: Promise<unknown> | undefined;
  return async (input, init, { timeoutMs, signal }) => {
    const cut = new AbortController();
    const onAbort = () => cut.abort(isTimeout(signal?.reason) ? 'timeout' : 'aborted');
    if (signal?.aborted) onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
    const timer = setTimeout(() => cut.abort('timeout'), timeoutMs);
    let stage: 'preparing' | 'asking' | 'reading' = 'preparing';
    try {
      cut.signal.throwIfAborted();
      const headers = new Headers(init.headers);
      headers.set('user-agent', userAgent);
      headers.delete('cookie');
      headers.delete('origin');
      const url = input instanceof Request ? input : new URL(input);
      // fetch refuses userinfo with a message that repeats it.
      if (url instanceof URL && url.username + url.password !== '') throw new TypeError('userinfo');
      if (proxy) dispatcher ??= proxyAgent(proxy);
      const guarded = { ...init, headers, redirect: 'manual', signal: cut.signal } as const;
      const via = dispatcher ? { dispatcher: await dispatcher } : {};
      stage = 'asking';
      const response = await fetch(url, { ...guarded, ...via } as RequestInit);
      stage = 'reading';
      const { status } = response;
      const read = await readCapped(response);
      // Only a proxy may answer 407, so the server never saw the request.
      if (status === 407) return { ok: false, fault: 'proxy', sent: false, code: '407' };
      return { ok: true, status, headers: response.headers, ...read };
    } catch (error) {
      if (cut.signal.aborted) {
        const fault = cut.signal.reason as 'timeout' | 'aborted';
        return { ok: false, fault, sent: stage !== 'preparing', code: fault };
      }
      if (stage === 'preparing') return unsendable(error);
      const failure = failureOf(error);
      return stage === 'reading' ? { ...failure, sent: true } : failure;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    }
  };
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError';
}

/** A URL, header or proxy address that cannot be used; what is wrong with it may be a secret. */
function unsendable(error: unknown): HttpFailure {
  const proxy = error instanceof ProxyFault;
  const code = proxy ? 'proxy_address' : 'invalid_request';
  return { ok: false, fault: proxy ? 'proxy' : 'network', sent: false, code };
}

async function readCapped(response: Response): Promise<Pick<Exchange, 'bytes' | 'overflow'>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    size += chunk.length;
    // Leaving the loop cancels the stream, which closes the connection.
    if (size > BODY_CAP_BYTES) break;
  }
  const bytes = Buffer.concat(chunks).subarray(0, BODY_CAP_BYTES);
  return { bytes, overflow: size > BODY_CAP_BYTES };
}
