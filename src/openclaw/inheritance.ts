// Merges an agent's own store with the one it inherits from, entry by entry.
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
  return merge(own ?? EMPTY_STORE, base ?? EMPTY_STORE);
}

/** Per key of profiles, order and usage the own entry wins. */
export function merge(own: StoredAuth, base: StoredAuth): MergedAuth {
  const inherited = [...base.profiles.keys()].filter((id) => !own.profiles.has(id));
  return {
    profiles: overlay(base.profiles, own.profiles),
    malformed: own.malformed,
    order: overlay(base.order, own.order),
    stats: overlay(base.stats, own.stats),
    inherited: new Set(inherited),
    inheritedMalformed: base.malformed.filter(({ profileId }) => !own.profiles.has(profileId)),
  };
}

/** Both maps in one; `own` wins per key. */
export function overlay<V>(
  base: ReadonlyMap<string, V>,
  own: ReadonlyMap<string, V>,
): ReadonlyMap<string, V> {
  if (base.size === 0) return own;
  if (own.size === 0) return base;
  const merged = new Map(base);
  for (const [key, value] of own) merged.set(key, value);
  return merged;
}
