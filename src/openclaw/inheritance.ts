// Merges an agent's own store with the one it inherits from, by the rules of each era.
import type { UsageStats } from '../core/profile.ts';
import { EMPTY_STORE, type StoredAuth } from './parse-store.ts';

/** A store with the origin of what it took over. */
export interface MergedAuth extends StoredAuth {
  /** Ids of inherited profiles. */
  readonly inherited: ReadonlySet<string>;
}

/** A store that inherits nothing. */
export function ownOnly(store: StoredAuth): MergedAuth {
  return { ...store, inherited: new Set() };
}

/**
 * JSON era (2026.2.9): an agent without profiles of its own takes over the base's; otherwise per key of
 * profiles, order and usage the own entry wins.
 */
export function inheritJson(own: StoredAuth | null, base: StoredAuth | null): MergedAuth {
  return merge(own ?? EMPTY_STORE, base ?? EMPTY_STORE, 'per key');
}

/**
 * SQLite era (2026.9.6): the local entry wins per id; local usage counts only when the agent has a
 * store row of its own, and then also for inherited ids (measured).
 */
export function inheritSqlite(own: StoredAuth | null, base: StoredAuth | null): MergedAuth {
  return merge(own ?? EMPTY_STORE, base ?? EMPTY_STORE, own === null ? 'base only' : 'per key');
}

function merge(own: StoredAuth, base: StoredAuth, usage: 'per key' | 'base only'): MergedAuth {
  const inherited = [...base.profiles.keys()].filter((id) => !own.profiles.has(id));
  return {
    profiles: overlay(base.profiles, own.profiles),
    malformed: own.malformed,
    order: usage === 'per key' ? overlay(base.order, own.order) : base.order,
    stats: usage === 'per key' ? overlay<UsageStats>(base.stats, own.stats) : base.stats,
    inherited: new Set(inherited),
  };
}

function overlay<V>(
  base: ReadonlyMap<string, V>,
  own: ReadonlyMap<string, V>,
): ReadonlyMap<string, V> {
  if (base.size === 0) return own;
  return own.size === 0 ? base : new Map([...base, ...own]);
}
