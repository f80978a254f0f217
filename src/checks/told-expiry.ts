// Judges an end that the provider told when it was asked.
import { judgeExpiry } from '../core/health.ts';
import type { AgentCase, Draft, JudgedProfile } from './check.ts';
import { expiry } from './expiry.ts';

/** The profile with the end that the provider told, and what there is to say about it. */
export interface ToldExpiry {
  readonly judged: JudgedProfile;
  readonly drafts: readonly Draft[];
}

/**
 * Null where the told end (epoch ms) changes nothing: a later one than is known already, or that of an
 * access token which OpenClaw renews by itself.
 */
export function toldExpiry(
  judged: JudgedProfile,
  toldAt: number,
  agentCase: AgentCase,
): ToldExpiry | null {
  const known = judged.expiry.at;
  if (judged.refreshable || (known !== null && known <= toldAt)) return null;
  const { policy, now } = agentCase;
  const told: JudgedProfile = {
    ...judged,
    expiry: { at: toldAt, source: 'provider' },
    health: judgeExpiry(toldAt, now, policy.warnWithinMs),
  };
  const profiles = agentCase.profiles.map((profile) => (profile === judged ? told : profile));
  const drafts = expiry.judge({ ...agentCase, profiles }).filter(({ profile }) => profile === told);
  return { judged: told, drafts };
}
