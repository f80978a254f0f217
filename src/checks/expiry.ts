// Judges expiry dates: past, inside the warn window, or on a step ahead of it.
import { DAY_MS } from '../core/duration.ts';
import { judgeExpiry } from '../core/health.ts';
import type { AgentCase, Check, Draft, JudgedProfile } from './check.ts';

/** Steps outside the warn window that are worth one word, nearest first. */
const AHEAD_STEPS_MS = [7 * DAY_MS, 30 * DAY_MS] as const;

export const expiry: Check = {
  name: 'expiry',
  judge: (agentCase) => agentCase.profiles.flatMap((profile) => judge(profile, agentCase)),
};

function judge(profile: JudgedProfile, { policy, now, profiles }: AgentCase): Draft[] {
  const { at, source } = profile.expiry;
  // What OpenClaw renews by itself is judged by the refresh check.
  if (at === null || (profile.refreshable && policy.trustRefresh)) return [];
  if (profile.health === 'missing') return [];
  const remainingMs = at - now;
  const { type } = profile.profile;
  const spare = profiles.some((other) => other !== profile && serves(other, profile));
  const facts = { expiresAt: at, expirySource: source, type, ...(spare ? { spare } : {}) };
  const variant = spare ? { variant: 'spare' } : {};
  switch (judgeExpiry(at, now, policy.warnWithinMs)) {
    case 'expired':
      return [{ code: 'profile_expired', ...variant, profile, since: at, facts }];
    case 'expiring':
      return [{ code: 'profile_expiring', ...variant, profile, facts: { ...facts, remainingMs } }];
    case 'ok': {
      const stepMs = AHEAD_STEPS_MS.find((step) => remainingMs <= step);
      return stepMs === undefined
        ? []
        : [{ code: 'profile_expiry_ahead', profile, facts: { ...facts, remainingMs, stepMs } }];
    }
  }
}

function serves(other: JudgedProfile, profile: JudgedProfile): boolean {
  return other.provider === profile.provider && other.usable && other.health !== 'expiring';
}
