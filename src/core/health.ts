// Decides OpenClaw's five health words from an expiry and the clock.
import type { Profile } from './profile.ts';

export type Health = 'ok' | 'expiring' | 'expired' | 'missing' | 'static';

/** Where the expiry that was judged comes from. `provider`: it told when asked. `estimated` never fails anything. */
export type ExpirySource = 'stored' | 'jwt' | 'declared' | 'provider' | 'estimated' | 'none';

export interface Expiry {
  /** Epoch ms; null when no expiry is known. */
  readonly at: number | null;
  readonly source: ExpirySource;
}

/** OpenClaw's warn window, `DEFAULT_OAUTH_WARN_MS` in every version. */
export const WARN_WITHIN_MS = 86_400_000;

/**
 * Judges an expiry by the literal clock: nothing left is `expired`, at most the warn window is
 * `expiring` (both bounds inclusive, measured with OpenClaw 2026.2.9 and 2026.9.6).
 */
export function judgeExpiry(
  expiresAt: number,
  now: number,
  warnWithinMs: number,
): 'ok' | 'expiring' | 'expired' {
  const remainingMs = expiresAt - now;
  if (remainingMs <= 0) return 'expired';
  return remainingMs <= warnWithinMs ? 'expiring' : 'ok';
}

/**
 * The expiry that counts: a declared one wins, else the earlier of the stored time and the JWT's own
 * `exp`, since the token dies at whichever comes first.
 */
export function effectiveExpiry(profile: Profile, declaredAt: number | null = null): Expiry {
  if (declaredAt !== null) return { at: declaredAt, source: 'declared' };
  const stored = profile.expiresFault === null ? profile.expiresAt : null;
  const jwt = profile.jwtExpiresAt;
  if (jwt !== null && (stored === null || jwt < stored)) return { at: jwt, source: 'jwt' };
  return stored === null ? { at: null, source: 'none' } : { at: stored, source: 'stored' };
}

/** True when OpenClaw can renew the login by itself: OAuth with a refresh token that is not fenced as failed. */
export function isRefreshable(profile: Profile): boolean {
  if (profile.type !== 'oauth' || profile.refreshFence === 'failed') return false;
  return profile.refresh !== null && profile.refresh.reveal().trim() !== '';
}
