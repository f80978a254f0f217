// Says which stored login OpenClaw 2026.9 replaces by that of another program when it reads a store.
import type { Profile } from '../core/profile.ts';
import { isUsable } from './newer-login.ts';
import type { StoredAuth } from './parse-store.ts';

/** Under these names a stored login may be that of the MiniMax program. */
const PROVIDERS: ReadonlySet<string> = new Set(['minimax-portal', 'minimax', 'minimax-cli']);

/**
 * `store` with a login in place of its stored copy, where that one can no longer be relied on and names no
 * account. Unlike 2026.2 it adds none that is not stored (2026.9.6, measured).
 */
export function withSynced(
  store: StoredAuth | null,
  logins: readonly Profile[],
  now: number,
): StoredAuth | null {
  const synced = logins.flatMap((login): [string, Profile][] => {
    const stored = store?.profiles.get(login.profileId);
    if (stored === undefined || !gives(stored, now) || !isUsable(login, now)) return [];
    return [[login.profileId, { ...login, provider: stored.provider }]];
  });
  if (store === null || synced.length === 0) return store;
  return { ...store, profiles: new Map([...store.profiles, ...synced]) };
}

function gives(stored: Profile, now: number): boolean {
  const { type, provider, accountId, email, refreshFence } = stored;
  if (type !== 'oauth' || refreshFence !== null || accountId !== null || email !== null)
    return false;
  return PROVIDERS.has(provider.trim().toLowerCase()) && !isUsable(stored, now);
}
