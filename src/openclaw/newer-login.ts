// Decides which login of the base is a newer one of an agent's own, as OpenClaw 2026.9.6 decides it.
import { MINUTE_MS } from '../core/duration.ts';
import type { Profile } from '../core/profile.ts';
import { provider20269 } from '../core/provider-names.ts';

/** With this little left a login is not relied on there. */
const MARGIN_MS = 5 * MINUTE_MS;

/**
 * The id of the one login in `base` that follows `local`, under another id: of the same account where
 * that shows, else the only one that is not of another account. Null when there is none, or no telling.
 */
export function newerLogin(
  local: Profile,
  base: ReadonlyMap<string, Profile>,
  now: number,
): string | null {
  const newer = [...base.values()]
    .filter(
      (other) =>
        other.profileId !== local.profileId &&
        other.type === 'oauth' &&
        !other.inactive &&
        provider20269(other.provider) === provider20269(local.provider) &&
        isNewer(other, local, now),
    )
    .toSorted(
      (a, b) => (b.expiresAt ?? 0) - (a.expiresAt ?? 0) || a.profileId.localeCompare(b.profileId),
    );
  const isAnonymous = local.accountId === null && local.email === null;
  const matching = isAnonymous ? newer : newer.filter((other) => isSameAccount(local, other));
  const [first] = matching;
  if (first !== undefined) return isAnonymous && matching.length > 1 ? null : first.profileId;
  if (isUsable(local, now)) return null;
  const possible = newer.filter((other) => !isOtherAccount(local, other));
  return possible.length === 1 ? (possible[0]?.profileId ?? null) : null;
}

/** True when `local` is a default login that has ended and `shared`, of the same account, has not. */
export function isFollowedBy(local: Profile, shared: Profile | undefined, now: number): boolean {
  if (shared === undefined || local.type !== 'oauth' || shared.type !== 'oauth') return false;
  const provider = provider20269(local.provider);
  if (local.profileId !== `${provider}:default` || provider20269(shared.provider) !== provider) {
    return false;
  }
  return (
    isSameAccount(local, shared) && (local.expiresAt ?? 0) <= now && (shared.expiresAt ?? 0) > now
  );
}

function isNewer(other: Profile, local: Profile, now: number): boolean {
  if (!isUsable(other, now)) return false;
  return !isUsable(local, now) || (other.expiresAt ?? 0) > (local.expiresAt ?? 0);
}

/** True for a login that OpenClaw relies on without renewing it. */
export function isUsable({ secret, refreshFence, expiresAt }: Profile, now: number): boolean {
  if (secret === null || secret.reveal().trim() === '' || refreshFence !== null) return false;
  return expiresAt !== null && expiresAt - now > MARGIN_MS;
}

function isSameAccount(a: Profile, b: Profile): boolean {
  const [ids, mails] = [pair(a.accountId, b.accountId), pair(emailOf(a), emailOf(b))];
  return (ids ?? mails) === 'same';
}

function isOtherAccount(a: Profile, b: Profile): boolean {
  return [pair(a.accountId, b.accountId), pair(emailOf(a), emailOf(b))].includes('other');
}

/** Null where one of the two says nothing. */
function pair(a: string | null, b: string | null): 'same' | 'other' | null {
  if (a === null || b === null) return null;
  return a.trim() === b.trim() ? 'same' : 'other';
}

function emailOf({ email }: Profile): string | null {
  return email?.toLowerCase() ?? null;
}
