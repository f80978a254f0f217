// Decides whether the value behind a SecretRef is there, without ever running or reading it.
import type { RefPresence, SecretRef } from '../core/profile.ts';
import type { ConfigFacts } from './config-facts.ts';
import type { Environment } from './environment.ts';

const ENV_NAME = /^[A-Z][A-Z0-9_]{0,127}$/;
const ALIAS = /^[a-z][a-z0-9_-]{0,63}$/;

/** What an id looks like by source; no other resolves (OpenClaw 2026.9.6). */
const IDS: Readonly<Record<Exclude<SecretRef['source'], 'managed'>, RegExp>> = {
  env: ENV_NAME,
  store: ENV_NAME,
  file: /^(?:value|(?:\/(?:[^~/]|~[01])*)+)$/,
  exec: /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9][A-Za-z0-9._:/#-]{0,255}$/,
};

/**
 * Reads a SecretRef in its object form, its shorthands `${NAME}` and `$NAME`, or the retired
 * `secretref-env:NAME`; null when the value is no reference (OpenClaw 2026.9.6).
 */
export function parseSecretRef(value: unknown): SecretRef | null {
  if (typeof value === 'string') return parseShorthand(value);
  if (typeof value !== 'object' || value === null) return null;
  const { source, provider = '', id } = value as Record<string, unknown>;
  if (typeof source !== 'string' || !Object.hasOwn(IDS, source)) return null;
  if (typeof id !== 'string' || id.trim() === '' || typeof provider !== 'string') return null;
  // Anything more beside a named provider makes it none.
  const fields = Object.keys(value).length;
  if ('provider' in value && (provider.trim() === '' || fields !== 3)) return null;
  return { source: source as keyof typeof IDS, provider, id };
}

function parseShorthand(written: string): SecretRef | null {
  if (!/^\s*(?:\$|secretref|__env__)/.test(written)) return null;
  const text = written.trim();
  if (text === 'secretref-managed') return { source: 'managed', provider: '', id: '' };
  const name = /^(?:\$\{(\w+)\}|\$(\w+)|secretref-env:(\w+)|__env__:(\w+))$/.exec(text);
  const id = name?.slice(1).find((part) => part !== undefined);
  if (id === undefined || !ENV_NAME.test(id)) return null;
  const ref = { source: 'env', provider: '', id } as const;
  return text.startsWith('$') ? ref : { ...ref, isRetired: true };
}

/** Names of live rows in OpenClaw's own secret store (team scope); null when it could not be read. */
export type SecretStoreNames = ReadonlySet<string> | null;

/**
 * What can be said about the value: env references are looked up, store references by existence;
 * file, exec and managed ones are never opened or run. An alias that the config does not know, or a
 * name off its allow-list, certainly does not resolve.
 */
export function refPresence(
  { source, provider, id }: SecretRef,
  facts: Pick<ConfigFacts, 'secretProviders' | 'secretDefaults'>,
  environment: Environment,
  storeNames: SecretStoreNames,
): RefPresence {
  if (source === 'managed') return 'unknown';
  if (!IDS[source].test(id) || (provider !== '' && !ALIAS.test(provider))) return 'absent';
  const preset = facts.secretDefaults.get(source) ?? 'default';
  const alias = provider || preset;
  const known = facts.secretProviders.get(alias);
  // Only `env` and `store` have a built-in alias, even where an entry of another kind has its name.
  const builtIn = alias === preset && (source === 'env' || source === 'store');
  if (known?.source !== source && !builtIn) return 'absent';
  if (source === 'env') {
    if (known?.source === source && known.allowlist?.includes(id) === false) return 'not_allowed';
    return environment.find(id) === null ? 'unknown' : 'present';
  }
  if (source === 'store' && storeNames !== null) return storeNames.has(id) ? 'present' : 'absent';
  // A file of one value has no pointers into it, and one of many needs one.
  if (source === 'file' && known?.singleValue !== (id === 'value')) return 'absent';
  return 'unknown';
}
