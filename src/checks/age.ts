// Judges tokens that state no end by their age, as far as the user has said when they were issued.
import { DAY_MS } from '../core/duration.ts';
import { NONE, type AgentCase, type Check, type Draft, type JudgedProfile } from './check.ts';

/** An Anthropic setup token lives a year. */
const USUAL_LIFETIME_MS = 365 * DAY_MS;
/** From then on it is worth a word. */
const REMIND_MS = 30 * DAY_MS;

export const age: Check = {
  name: 'age',
  judge: (agentCase) => agentCase.profiles.flatMap((profile) => judge(profile, agentCase)),
};

/** An estimate never fails anything. */
function judge(judged: JudgedProfile, { policy, now }: AgentCase): readonly Draft[] {
  const { profile, expiry, health } = judged;
  if (profile.type !== 'token' || expiry.at !== null || health === 'missing') return NONE;
  const settings = Object.hasOwn(policy.profiles, profile.profileId)
    ? policy.profiles[profile.profileId]
    : undefined;
  if (settings?.issuedAt === undefined) return NONE;
  const expiresAt = settings.issuedAt + USUAL_LIFETIME_MS;
  const remainingMs = expiresAt - now;
  if (remainingMs > REMIND_MS) return NONE;
  const isNear = remainingMs <= policy.warnWithinMs;
  return [
    {
      code: 'credential_age',
      ...(isNear ? { variant: 'near', severity: 'warn' } : {}),
      profile: judged,
      since: settings.issuedAt,
      facts: { ageMs: now - settings.issuedAt, expiresAt, estimated: true },
    },
  ];
}
