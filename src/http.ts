// The one way out to the network: no redirects, no retries, one deadline, a capped body.
import type { Http } from './core/http.ts';
import { guarded, userAgentOf, type HttpOptions } from './http-exchange.ts';
import { proxySettings } from './http-proxy.ts';
import type { Env } from './world.ts';

/**
 * Makes the request port. Proxy variables are taken from `env`; loopback is never sent to a proxy.
 *
 * Where there is no proxy Node's own client asks: the first `fetch` of a process takes 100 ms, and
 * `node:http` a fifth of it (measured on Node 20).
 */
export function createHttp(env: Env, { version }: HttpOptions): Http {
  const userAgent = userAgentOf(version);
  const load = async () =>
    proxySettings(env) === null
      ? (await import('./http-direct.ts')).directWire(userAgent)
      : (await import('./http-fetch.ts')).fetchWire(env, userAgent);
  let wires: ReturnType<typeof load> | undefined;
  return async ({ url, method, headers, body = null, ...limits }) => {
    const wire = await (wires ??= load());
    const answer = await guarded(wire(url, { method, headers, body }), limits);
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
