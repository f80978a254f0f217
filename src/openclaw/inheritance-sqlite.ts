// Merges an agent's own store with the base as OpenClaw 2026.9 does, logins that the base has newer included.
import type { Profile } from '../core/profile.ts';
import { provider20269 } from '../core/provider-names.ts';
import { normalizeProvider } from '../core/provider.ts';
import { merge, ownOnly, type MergedAuth } from './inheritance.ts';
import { isFollowedBy, newerLogin } from './newer-login.ts';
import { EMPTY_STORE, type StoredAuth } from './parse-store.ts';

/**
 * The local entry wins per id and comes first; local usage counts only when the agent has a store row of
 * its own, and then also for inherited ids. A login that the base has newer under another id gives way to
 * that one, in orders too (2026.9.6, measured).
 */
export function inheritSqlite(
  own: StoredAuth | null,
  base: StoredAuth | null,
  now: number,
): MergedAuth {
  if (own === null) return merge(EMPTY_STORE, base ?? EMPTY_STORE);
  if (base === null) return ownOnly(own);
  const merged = merge(own, base);
  const profiles = new Map([...own.profiles, ...merged.profiles]);
  const order = orders(own, base, merged.order);
  return replaced({ ...merged, profiles, order }, own, base, now);
}

/**
 * A local `:default` login that has ended, where the base has the same id of the same account running: a
 * run of OpenClaw takes that one, while its status still shows the local one.
 */
export function withoutEnded(
  own: StoredAuth | null,
  base: StoredAuth | null,
  now: number,
): StoredAuth | null {
  if (own === null || base === null) return own;
  const kept = [...own.profiles].filter(
    ([id, profile]) => !isFollowedBy(profile, base.profiles.get(id), now),
  );
  return kept.length === own.profiles.size ? own : { ...own, profiles: new Map(kept) };
}

// Where only the base orders a provider, an agent's own profiles of it stand before those of the base.
function orders(
  own: StoredAuth,
  base: StoredAuth,
  merged: StoredAuth['order'],
): StoredAuth['order'] {
  if (base.order.size === 0) return merged;
  const order = new Map(merged);
  for (const [provider, ids] of base.order) {
    if (own.order.has(provider)) continue;
    const local = [...own.profiles.values()]
      .filter((profile) => normalizeProvider(profile.provider) === provider)
      .map(({ profileId }) => profileId);
    order.set(provider, [...new Set([...local, ...ids])]);
  }
  return order;
}

function replaced(merged: MergedAuth, own: StoredAuth, base: StoredAuth, now: number): MergedAuth {
  const successors = new Map<string, string>();
  for (const [id, profile] of own.profiles) {
    if (profile.type !== 'oauth' || id !== `${provider20269(profile.provider)}:default`) continue;
    const newer = newerLogin(profile, base.profiles, now);
    if (newer !== null) successors.set(id, newer);
  }
  if (successors.size === 0) return merged;
  const [profiles, stats] = [new Map(merged.profiles), new Map(merged.stats)];
  const inherited = new Set(merged.inherited);
  for (const id of successors.keys()) {
    put<Profile>(profiles, id, base.profiles.get(id));
    put(stats, id, base.stats.get(id));
    if (base.profiles.has(id)) inherited.add(id);
  }
  const order = new Map(
    [...merged.order].map(([provider, ids]) => [
      provider,
      [...new Set(ids.map((id) => successors.get(id) ?? id))],
    ]),
  );
  return { ...merged, profiles, stats, order, inherited };
}

function put<V>(map: Map<string, V>, key: string, value: V | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}
