// Judges expiry dates: past, inside the warn window, or on a step ahead of it.
import { DAY_MS } from '../core/duration.ts';
import { judgeExpiry } from '../core/health.ts';
import {
  NONE,
  ofEach,
  type AgentCase,
  type Check,
  type Draft,
  type JudgedProfile,
} from './check.ts';

/** Steps outside the warn window that are worth one word, nearest first. */
const AHEAD_STEPS_MS = [7 * DAY_MS, 30 * DAY_MS] as const;

export const expiry: Check = {
  name: 'expiry',
  judge(agentCase) {
    let served: ReadonlySet<string> | undefined;
    const isServed = (provider: string): boolean => {
      served ??= new Set(agentCase.profiles.filter(serves).map((profile) => profile.provider));
      return served.has(provider);
    };
    return ofEach(agentCase.profiles, (profile) => judge(profile, agentCase, isServed));
  },
};

function judge(
  profile: JudgedProfile,
  { policy, now }: AgentCase,
  isServed: (provider: string) => boolean,
): readonly Draft[] {
  const { at, source } = profile.expiry;
  // What OpenClaw renews by itself is judged by the refresh check.
  if (at === null || (profile.refreshable && policy.trustRefresh)) return NONE;
  if (profile.health === 'missing') return NONE;
  const remainingMs = at - now;
  const status = judgeExpiry(at, now, policy.warnWithinMs);
  const stepMs = status === 'ok' ? AHEAD_STEPS_MS.find((step) => remainingMs <= step) : 0;
  if (stepMs === undefined) return NONE;
  const ends = { expiresAt: at, expirySource: source, type: profile.profile.type };
  if (status === 'ok') {
    return [{ code: 'profile_expiry_ahead', profile, facts: { ...ends, remainingMs, stepMs } }];
  }
  // What has ended or is about to does not serve itself, so it is a spare to whatever does.
  const spare = isServed(profile.provider);
  const facts = { ...ends, ...(spare ? { spare } : {}) };
  const variant = spare ? { variant: 'spare' } : {};
  switch (status) {
    case 'expired':
      return [{ code: 'profile_expired', ...variant, profile, since: at, facts }];
    case 'expiring':
      return [{ code: 'profile_expiring', ...variant, profile, facts: { ...facts, remainingMs } }];
  }
}

function serves({ usable, health }: JudgedProfile): boolean {
  return usable && health !== 'expiring';
}
