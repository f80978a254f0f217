// Judges one profile of one agent: health, usability, and whether OpenClaw would ever pick it.
import type { Agent, AgentProfile, Gateway } from '../core/agent.ts';
import {
  effectiveExpiry,
  isRefreshable,
  judgeExpiry,
  type Expiry,
  type Health,
} from '../core/health.ts';
import type { Policy } from '../core/policy.ts';
import { normalizeProvider } from '../core/provider.ts';
import { unusableAt } from '../core/usability.ts';
import type { Exclusion, JudgedProfile } from './check.ts';

/** Everything that is known about a profile before the checks apply their rules. */
export function judgeProfile(
  gateway: Gateway,
  agent: Agent,
  agentProfile: AgentProfile,
  policy: Policy,
  now: number,
): JudgedProfile {
  const { profile, stats } = agentProfile;
  const provider = normalizeProvider(profile.provider);
  const settings = Object.hasOwn(policy.profiles, profile.profileId)
    ? policy.profiles[profile.profileId]
    : undefined;
  const expiry: Expiry =
    profile.refreshFence === null
      ? effectiveExpiry(profile, settings?.expiresAt ?? null)
      : { at: null, source: 'none' };
  const health = judgeHealth(agentProfile, expiry, policy.warnWithinMs, now);
  const refreshable = isRefreshable(profile);
  const unusable = unusableAt(stats, provider, now);
  const excluded = exclusion(gateway, agent, profile.profileId, provider, profile.type);
  const dead =
    health === 'missing' || (health === 'expired' && !(refreshable && policy.trustRefresh));
  const alive = !dead && excluded === null;
  return {
    ...agentProfile,
    provider,
    expiry,
    health,
    refreshable,
    unusable,
    inUse: settings?.watch === true || !gateway.hasModels || gateway.usedProviders.has(provider),
    excluded,
    ignored: settings?.ignore === true,
    usable: alive && (unusable === null || unusable.model !== null),
    alive,
  };
}

/**
 * OpenClaw's five words by the literal clock. Without any material it is `missing`; OAuth without a
 * usable expiry too, since OpenClaw cannot tell whether the access token still works (2026.2.9).
 */
function judgeHealth(
  { profile, refPresence }: AgentProfile,
  expiry: Expiry,
  warnWithinMs: number,
  now: number,
): Health {
  if (profile.inactive || refPresence === 'absent') return 'missing';
  if (profile.refreshFence !== null) return 'expired';
  const bare = profile.secret === null && profile.secretRef === null;
  if (bare && (profile.type !== 'oauth' || profile.refresh === null)) return 'missing';
  if (expiry.at !== null) return judgeExpiry(expiry.at, now, warnWithinMs);
  return profile.type === 'oauth' ? 'missing' : 'static';
}

// Stored order outranks the config's, which outranks the list in `auth.profiles`; a mode must fit the
// type, but a profile declared as oauth may be a token (2026.2.9 and 2026.9.6).
function exclusion(
  gateway: Gateway,
  agent: Agent,
  profileId: string,
  provider: string,
  type: string,
): Exclusion | null {
  const order = agent.order.get(provider) ?? gateway.order.get(provider);
  if (order !== undefined && !order.includes(profileId)) return 'ordered_out';
  const declared = gateway.declared.get(profileId);
  if (declared !== undefined) {
    const fits = declared.mode === type || (declared.mode === 'oauth' && type === 'token');
    return fits ? null : 'mode_mismatch';
  }
  if (order !== undefined) return null;
  const listed = [...gateway.declared].some(
    ([id, entry]) =>
      entry.provider === provider && agent.profiles.some(({ profile }) => profile.profileId === id),
  );
  return listed ? 'unlisted' : null;
}
