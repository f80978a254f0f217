// Judges what OpenClaw keeps recording about a credential: refusals that its short cooldowns hide.
import {
  NONE,
  ofEach,
  type AgentCase,
  type Check,
  type Draft,
  type JudgedProfile,
} from './check.ts';

/** One refusal may be a blip of the provider; OpenClaw sets the count back at the next success. */
const FEWEST_FAILURES = 2;

export const authFailures: Check = {
  name: 'auth-failures',
  judge: (agentCase) => ofEach(agentCase.profiles, (profile) => judge(profile, agentCase)),
};

// A dead key shows only as cooldowns of 1 to 60 minutes, which a timer can miss; the counts stay (2026.2.9).
function judge(judged: JudgedProfile, { policy }: AgentCase): readonly Draft[] {
  const { stats, health, refreshable, profile } = judged;
  if (!policy.trustStats || stats === null || stats.lastFailureAt === null) return NONE;
  const { lastFailureAt, lastUsedAt, failureCounts } = stats;
  const failures = (failureCounts['auth'] ?? 0) + (failureCounts['auth_permanent'] ?? 0);
  if (failures < FEWEST_FAILURES || lastFailureAt <= (lastUsedAt ?? 0)) return NONE;
  // What has ended or is not renewed is said in those words.
  const isTold =
    health === 'expired' && !(refreshable && policy.trustRefresh && profile.ownedByCli);
  if (isTold || health === 'missing') return NONE;
  const facts = { failures, lastFailureAt };
  return [{ code: 'profile_auth_failing', profile: judged, since: lastFailureAt, facts }];
}
