// Decides whether the value behind a SecretRef is there, without ever running or reading it.
import type { RefPresence, SecretRef } from '../core/profile.ts';
import type { ConfigFacts } from './config-facts.ts';
import type { Environment } from './environment.ts';

const SOURCES = ['env', 'file', 'exec', 'store'] as const;
const ENV_NAME = /^[A-Z][A-Z0-9_]{0,127}$/;

/**
 * Reads a SecretRef in its object form, its shorthands `${NAME}` and `$NAME`, or the retired
 * `secretref-env:NAME`; null when the value is no reference (OpenClaw 2026.9.6).
 */
export function parseSecretRef(value: unknown): SecretRef | null {
  if (typeof value === 'string') return parseShorthand(value);
  if (typeof value !== 'object' || value === null) return null;
  const { source, provider, id } = value as Record<string, unknown>;
  const known = SOURCES.find((name) => name === source);
  if (known === undefined || typeof id !== 'string') return null;
  return { source: known, provider: typeof provider === 'string' ? provider : '', id };
}

function parseShorthand(text: string): SecretRef | null {
  if (text === 'secretref-managed') return { source: 'managed', provider: '', id: '' };
  const name = /^(?:\$\{(\w+)\}|\$(\w+)|secretref-env:(\w+)|__env__:(\w+))$/.exec(text);
  const id = name?.slice(1).find((part) => part !== undefined);
  return id !== undefined && ENV_NAME.test(id) ? { source: 'env', provider: '', id } : null;
}

/** Names of live rows in OpenClaw's own secret store (team scope); null when it could not be read. */
export type SecretStoreNames = ReadonlySet<string> | null;

/**
 * What can be said about the value: env references are looked up, store references by existence;
 * file, exec and managed ones are never opened or run. An alias that the config does not know, or a
 * name off its allow-list, certainly does not resolve.
 */
export function refPresence(
  ref: SecretRef,
  facts: Pick<ConfigFacts, 'secretProviders' | 'secretDefaults'>,
  environment: Environment,
  storeNames: SecretStoreNames,
): RefPresence {
  if (ref.source === 'managed') return 'unknown';
  const alias = ref.provider || facts.secretDefaults.get(ref.source) || 'default';
  const provider = facts.secretProviders.get(alias);
  // Only `env` and `store` have a built-in `default`; everything else needs an entry.
  const builtIn = alias === 'default' && (ref.source === 'env' || ref.source === 'store');
  if (provider === undefined ? !builtIn : provider.source !== ref.source) return 'absent';
  if (ref.source === 'env') {
    if (provider?.allowlist && !provider.allowlist.includes(ref.id)) return 'absent';
    return environment.find(ref.id) === null ? 'unknown' : 'present';
  }
  if (ref.source === 'store' && storeNames !== null) {
    return storeNames.has(ref.id) ? 'present' : 'absent';
  }
  return 'unknown';
}
