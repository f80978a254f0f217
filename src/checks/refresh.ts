// Judges OAuth logins that OpenClaw renews by itself: due, stalled or fenced.
import { DAY_MS, MINUTE_MS } from '../core/duration.ts';
import type { UsageStats } from '../core/profile.ts';
import {
  NONE,
  ofEach,
  type AgentCase,
  type Check,
  type Draft,
  type JudgedProfile,
} from './check.ts';

/** An idle login is no trouble, but after this long its refresh token may be dead unnoticed. */
const IDLE_NOTICE_MS = 30 * DAY_MS;

/** A use so soon after the end was answered by the old token, or its renewal is not written down yet. */
const RENEWAL_MS = MINUTE_MS;

export const refresh: Check = {
  name: 'refresh',
  judge: (agentCase) =>
    ofEach(agentCase.profiles, (judged) =>
      judged.profile.type === 'oauth' ? judge(judged, agentCase) : NONE,
    ),
};

function judge(judged: JudgedProfile, { policy, now }: AgentCase): readonly Draft[] {
  const { profile, stats, health } = judged;
  if (profile.refreshFence === 'failed') {
    const facts = { reason: 'failed_fence', ...usedFacts(stats) };
    return [{ code: 'profile_refresh_stalled', profile: judged, facts }];
  }
  if (profile.refreshFence === 'pending') {
    return [{ code: 'profile_refresh_due', profile: judged, facts: { pending: true } }];
  }
  const at = judged.expiry.at;
  if (at === null || !judged.refreshable || !policy.trustRefresh) return NONE;
  if (health !== 'expired' && health !== 'expiring') return NONE;
  const reason = health === 'expired' && !profile.ownedByCli ? stalled(stats, at) : null;
  if (reason !== null) {
    const facts = { reason, expiresAt: at, ...usedFacts(stats) };
    return [{ code: 'profile_refresh_stalled', profile: judged, since: at, facts }];
  }
  const idleMs = now - Math.max(at, stats?.lastUsedAt ?? 0);
  const idle = idleMs >= IDLE_NOTICE_MS;
  return [
    {
      code: 'profile_refresh_due',
      ...(idle ? { variant: 'idle', severity: 'notice' } : {}),
      profile: judged,
      facts: { expiresAt: at, ...(idle ? { idleMs } : {}) },
    },
  ];
}

// OpenClaw renews on use; a use or failure after the expiry that left the expiry unchanged did not renew.
function stalled(stats: UsageStats | null, expiresAt: number): string | null {
  if (stats === null) return null;
  const { lastUsedAt, lastFailureAt, failureCounts } = stats;
  const authFailures = (failureCounts['auth'] ?? 0) + (failureCounts['auth_permanent'] ?? 0);
  if (authFailures > 0 && (lastFailureAt ?? 0) > (lastUsedAt ?? 0)) return 'auth_failures';
  if (lastFailureAt !== null && lastFailureAt > expiresAt) return 'failed_since';
  return lastUsedAt !== null && lastUsedAt > expiresAt + RENEWAL_MS ? 'used_since' : null;
}

function usedFacts(stats: UsageStats | null): { lastUsedAt?: number; lastFailureAt?: number } {
  return {
    ...(stats?.lastUsedAt ? { lastUsedAt: stats.lastUsedAt } : {}),
    ...(stats?.lastFailureAt ? { lastFailureAt: stats.lastFailureAt } : {}),
  };
}
