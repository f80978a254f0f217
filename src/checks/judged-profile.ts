// Judges the profiles of one agent: health, usability, and whether OpenClaw would ever pick them.
import type { Agent, AgentProfile, Gateway } from '../core/agent.ts';
import {
  effectiveExpiry,
  isRefreshable,
  judgeExpiry,
  type Expiry,
  type Health,
} from '../core/health.ts';
import type { Policy } from '../core/policy.ts';
import type { Profile, Unusable } from '../core/profile.ts';
import { normalizeProvider } from '../core/provider.ts';
import { unusableAt } from '../core/usability.ts';
import type { Exclusion, JudgedProfile } from './check.ts';

/** Everything that is known about the profiles of an agent before the checks apply their rules. */
export function judgeProfiles(
  gateway: Gateway,
  agent: Agent,
  policy: Policy,
  now: number,
): readonly JudgedProfile[] {
  const exclusionOf = exclusions(gateway, agent);
  // Without a model OpenClaw takes one of its own choice, so any stored profile may be the one.
  const hasModel = agent.routes.some((route) => route.use === 'default');
  return agent.profiles.map((agentProfile) => {
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
    const unusable = unusableAt(stats, gateway.storage === 'json' ? null : provider, now);
    const excluded = exclusionOf(profile, provider);
    const dead =
      health === 'missing' || (health === 'expired' && !(refreshable && policy.trustRefresh));
    const alive = !dead && excluded === null;
    // Field by field: a spread of this many fields costs twelve times as much (measured).
    return {
      profile,
      inheritedFrom: agentProfile.inheritedFrom,
      stats,
      refPresence: agentProfile.refPresence,
      foundIn: agentProfile.foundIn,
      provider,
      expiry,
      health,
      refreshable,
      unusable,
      inUse: settings?.watch === true || !hasModel || gateway.usedProviders.has(provider),
      excluded,
      ignored: settings?.ignore === true,
      usable: alive && (unusable === null || servesAnotherModel(agent, provider, unusable)),
      alive,
    };
  });
}

/** False where the agent's only models of a provider are the one that cools: nothing of it is left (2026.9.6). */
export function servesAnotherModel(
  { routes }: Agent,
  provider: string,
  { model }: Unusable,
): boolean {
  if (model === null) return false;
  const wanted = routes.filter((route) => route.provider === provider);
  return wanted.length === 0 || wanted.some((route) => route.model !== model);
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
  const resolves = refPresence === null || refPresence === 'present' || refPresence === 'unknown';
  if (profile.inactive || !resolves) return 'missing';
  if (profile.refreshFence !== null) return 'expired';
  const bare = profile.secret === null && profile.secretRef === null;
  if (bare && (profile.type !== 'oauth' || profile.refresh === null)) return 'missing';
  if (expiry.at !== null) return judgeExpiry(expiry.at, now, warnWithinMs);
  return profile.type === 'oauth' ? 'missing' : 'static';
}

// Stored order outranks the config's, which outranks the list in `auth.profiles`; a mode must fit the
// type, but a profile declared as oauth may be a token (2026.2.9 and 2026.9.6).
function exclusions(
  gateway: Gateway,
  agent: Agent,
): (profile: Profile, provider: string) => Exclusion | null {
  // Most gateways leave order and list to OpenClaw.
  if (gateway.declared.size + gateway.order.size + agent.order.size === 0) return () => null;
  const stored = new Set(agent.profiles.map(({ profile }) => profile.profileId));
  const listed = new Set(
    [...gateway.declared].filter(([id]) => stored.has(id)).map(([, { provider }]) => provider),
  );
  const orders = new Map<string, ReadonlySet<string>>();
  for (const [provider, ids] of gateway.order) orders.set(provider, new Set(ids));
  for (const [provider, ids] of agent.order) {
    // 2026.9 forgets a stored order whose profiles are all gone; 2026.2 then uses none.
    const isOutdated = ids.length > 0 && !ids.some((id) => stored.has(id));
    if (isOutdated && gateway.storage === 'sqlite') orders.delete(provider);
    else orders.set(provider, new Set(ids));
  }
  return ({ profileId, type }, provider) => {
    const order = orders.get(provider);
    if (order !== undefined && !order.has(profileId)) return 'ordered_out';
    const declared = gateway.declared.get(profileId);
    if (declared !== undefined) {
      const fits = declared.mode === type || (declared.mode === 'oauth' && type === 'token');
      return fits ? null : 'mode_mismatch';
    }
    return order === undefined && listed.has(provider) ? 'unlisted' : null;
  };
}
