// Merges an agent's own store with the one it inherits from, by the rules of each era.
import type { Profile } from '../core/profile.ts';
import { normalizeProvider } from '../core/provider.ts';
import { EMPTY_STORE, type MalformedEntry, type StoredAuth } from './parse-store.ts';

/** A store with the origin of what it took over. */
export interface MergedAuth extends StoredAuth {
  /** Ids of inherited profiles. */
  readonly inherited: ReadonlySet<string>;
  readonly inheritedMalformed: readonly MalformedEntry[];
}

/** A store that inherits nothing. */
export function ownOnly(store: StoredAuth): MergedAuth {
  return { ...store, inherited: new Set(), inheritedMalformed: [] };
}

/**
 * JSON era (2026.2.9): an agent without profiles of its own takes over the base's; otherwise per key of
 * profiles, order and usage the own entry wins.
 */
export function inheritJson(own: StoredAuth | null, base: StoredAuth | null): MergedAuth {
  return merge(own ?? EMPTY_STORE, base ?? EMPTY_STORE, 'per key');
}

/**
 * SQLite era (2026.9.6): the local entry wins per id and comes first; local usage counts only when the
 * agent has a store row of its own, and then also for inherited ids (measured). A local `:default`
 * login that has ended gives way to a running one of the same account in the base.
 */
export function inheritSqlite(
  own: StoredAuth | null,
  base: StoredAuth | null,
  now: number,
): MergedAuth {
  if (own === null || base === null) {
    return merge(own ?? EMPTY_STORE, base ?? EMPTY_STORE, own === null ? 'base only' : 'per key');
  }
  const kept = [...own.profiles].filter(
    ([id, profile]) => !givesWay(profile, base.profiles.get(id), now),
  );
  const merged = merge({ ...own, profiles: new Map(kept) }, base, 'per key');
  return { ...merged, profiles: new Map([...kept, ...merged.profiles]) };
}

function givesWay(local: Profile, shared: Profile | undefined, now: number): boolean {
  if (shared === undefined || local.type !== 'oauth' || shared.type !== 'oauth') return false;
  const provider = normalizeProvider(local.provider);
  if (local.profileId !== `${provider}:default`) return false;
  if (normalizeProvider(shared.provider) !== provider || !isSameAccount(local, shared))
    return false;
  return (local.expiresAt ?? 0) <= now && (shared.expiresAt ?? 0) > now;
}

function isSameAccount(a: Profile, b: Profile): boolean {
  return a.accountId === null || b.accountId === null
    ? a.email !== null && a.email === b.email
    : a.accountId === b.accountId;
}

function merge(own: StoredAuth, base: StoredAuth, usage: 'per key' | 'base only'): MergedAuth {
  const inherited = [...base.profiles.keys()].filter((id) => !own.profiles.has(id));
  return {
    profiles: overlay(base.profiles, own.profiles),
    malformed: own.malformed,
    order: usage === 'per key' ? overlay(base.order, own.order) : base.order,
    stats: usage === 'per key' ? overlay(base.stats, own.stats) : base.stats,
    inherited: new Set(inherited),
    inheritedMalformed: base.malformed.filter(({ profileId }) => !own.profiles.has(profileId)),
  };
}

function overlay<V>(
  base: ReadonlyMap<string, V>,
  own: ReadonlyMap<string, V>,
): ReadonlyMap<string, V> {
  if (base.size === 0) return own;
  if (own.size === 0) return base;
  const merged = new Map(base);
  for (const [key, value] of own) merged.set(key, value);
  return merged;
}
