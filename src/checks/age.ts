// Judges tokens that state no end by their age: as declared, or since they were first met.
import { DAY_MS } from '../core/duration.ts';
import type { Policy } from '../core/policy.ts';
import {
  NONE,
  ofEach,
  type AgentCase,
  type Check,
  type Draft,
  type JudgedProfile,
} from './check.ts';

/** An Anthropic setup token lives a year. */
export const USUAL_LIFETIME_MS = 365 * DAY_MS;
/** From then on it is worth a word. */
const REMIND_MS = 30 * DAY_MS;

export const age: Check = {
  name: 'age',
  judge: ({ profiles, policy, now }: AgentCase) =>
    ofEach(profiles, (profile) => {
      const { profileId } = profile.profile;
      const settings = Object.hasOwn(policy.profiles, profileId)
        ? policy.profiles[profileId]
        : undefined;
      // Keys have no usual lifetime, but their owner may mean to change them in time.
      const { issuedAt, lifetimeMs } = settings ?? {};
      const isOpen =
        lifetimeMs === undefined
          ? statesNoEnd(profile)
          : profile.expiry.at === null && profile.health !== 'missing';
      return issuedAt === undefined || !isOpen
        ? NONE
        : ageDraft(profile, issuedAt, policy, now, lifetimeMs);
    }),
};

/** True for a token about whose end neither the store nor the user says anything. */
export function statesNoEnd({ profile, expiry, health }: JudgedProfile): boolean {
  return profile.type === 'token' && expiry.at === null && health !== 'missing';
}

/** The end of a token that was issued, or first met, at `bornAt`; an estimate. */
export function estimatedEnd(bornAt: number): number {
  return bornAt + USUAL_LIFETIME_MS;
}

/** What the age of a token is worth saying at `now`. An estimate never fails anything. */
export function ageDraft(
  profile: JudgedProfile,
  bornAt: number,
  policy: Policy,
  now: number,
  lifetimeMs = USUAL_LIFETIME_MS,
): readonly Draft[] {
  const expiresAt = bornAt + lifetimeMs;
  const remainingMs = expiresAt - now;
  if (remainingMs > REMIND_MS) return NONE;
  const isNear = remainingMs <= policy.warnWithinMs;
  return [
    {
      code: 'credential_age',
      ...(isNear ? { variant: 'near', severity: 'warn' } : {}),
      profile,
      since: bornAt,
      facts: { ageMs: now - bornAt, expiresAt, estimated: true },
    },
  ];
}
