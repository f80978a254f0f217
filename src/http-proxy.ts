// Decides whether requests go through a proxy, from the usual variables.
import type { Env } from './world.ts';

export interface ProxySettings {
  readonly httpProxy: string;
  readonly httpsProxy: string;
  readonly noProxy: string;
}

/** The proxy's address cannot be used. */
export class ProxyFault extends Error {}

/** What `env` says about proxies, null without one. The lower-case name wins, as in curl. */
export function proxySettings(env: Env): ProxySettings | null {
  const read = (name: string) => env[name.toLowerCase()] || env[name] || '';
  const httpProxy = address(read('HTTP_PROXY') || read('ALL_PROXY'));
  const httpsProxy = address(read('HTTPS_PROXY') || read('ALL_PROXY'));
  if (httpProxy === '' && httpsProxy === '') return null;
  const noProxy = read('NO_PROXY').trim();
  const loopback = ['localhost', '127.0.0.1', '[::1]'];
  return {
    httpProxy,
    httpsProxy,
    noProxy: noProxy === '*' ? '*' : [noProxy, ...loopback].join(','),
  };
}

/** `proxy.example:3128` without a scheme is common and means http, as in curl. */
function address(text: string): string {
  return text === '' || text.includes('://') ? text : `http://${text}`;
}

/**
 * Makes undici's dispatcher; throws a ProxyFault that names no address.
 *
 * Node's own fetch honours proxy variables on none of the supported versions alike, undici 7 on all of
 * them; its import is the dearest part of a request and waits until a proxy is asked for.
 */
export async function proxyAgent(settings: ProxySettings): Promise<unknown> {
  const EnvHttpProxyAgent = await loadAgent();
  try {
    return new EnvHttpProxyAgent(settings);
  } catch {
    // undici's message repeats the address, password included.
    throw new ProxyFault('proxy address');
  }
}

/**
 * The agent by its own file: undici's index brings its fetch, caches and sockets along, half of all its
 * code. The index also gives dispatchers their methods, of which a proxy needs CONNECT.
 */
async function loadAgent() {
  const [agent, dispatcher, connect] = await Promise.all([
    import('undici/lib/dispatcher/env-http-proxy-agent.js'),
    import('undici/lib/dispatcher/dispatcher.js'),
    import('undici/lib/api/api-connect.js'),
  ]);
  Object.assign(dispatcher.default.prototype, { connect: connect.default });
  return agent.default;
}
