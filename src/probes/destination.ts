// Decides whether a credential may be sent at all, and to which host.
import { probes } from './index.ts';
import type { Probe, ProbeTarget } from './probe.ts';

/** Where one credential goes, or the reason why it goes nowhere. */
export type Destination =
  | { readonly probe: Probe; readonly baseUrl: string; readonly origin: string }
  | { readonly refused: string };

/** Credentials that tell whose they are are sent to nobody else. */
const OWNER_BY_PREFIX: Readonly<Record<string, string>> = {
  'sk-ant-': 'anthropic',
  'sk-or-': 'openrouter',
  AIza: 'google',
  'xai-': 'xai',
  gsk_: 'groq',
  hf_: 'huggingface',
};

/**
 * The provider's own host, or the one that `baseUrls` names for it on purpose. An access token past its
 * expiry is not sent: the answer is known, and providers count failures.
 */
export function destinationOf(
  target: ProbeTarget,
  baseUrls: Readonly<Record<string, string>>,
  now: number,
): Destination {
  const { provider, secret, expiresAt } = target;
  const probe: Probe | undefined = Object.hasOwn(probes, provider)
    ? probes[provider as keyof typeof probes]
    : undefined;
  const own = probe?.origins(target) ?? [];
  if (probe === undefined || own.length === 0) return { refused: 'no_probe' };
  if (expiresAt !== null && expiresAt <= now) return { refused: 'expired' };
  const text = secret.reveal();
  // Such a text cannot stand in a header.
  if (!/^[\x21-\x7e]+$/.test(text)) return { refused: 'unsendable' };
  const owner = Object.entries(OWNER_BY_PREFIX).find(([prefix]) => text.startsWith(prefix))?.[1];
  if (owner !== undefined && owner !== provider) return { refused: 'foreign_secret' };
  const override = Object.hasOwn(baseUrls, provider) ? baseUrls[provider] : undefined;
  const named = override ?? ownHost(target, own, owner === provider);
  if (named === null) return { refused: 'custom_endpoint' };
  const url = allowedUrl(named);
  if (url === null) return { refused: 'base_url_refused' };
  return { probe, baseUrl: url.href.replace(/\/+$/, ''), origin: url.origin };
}

/**
 * The provider's host that OpenClaw uses too: a key of one region is refused by another, and a key for
 * somebody's own server is none of the provider's business. Null for such a server.
 */
function ownHost(
  { endpoint, type }: ProbeTarget,
  own: readonly string[],
  isOwned: boolean,
): string | null {
  const usual = own[0] ?? null;
  if (endpoint === undefined) return usual;
  const { origin } = URL.canParse(endpoint) ? new URL(endpoint) : { origin: '' };
  if (own.includes(origin)) return origin;
  // A login, or a key that names its owner, is the provider's wherever requests are sent.
  return type === 'oauth' || isOwned ? usual : null;
}

/** https, or http on loopback; no userinfo, query or fragment. */
function allowedUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username + url.password + url.search + url.hash !== '') return null;
  const isLoopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback) ? url : null;
}
