// Judges cooldowns and disabled profiles, and whether any usable one is left for a provider.
import type { Facts } from '../core/finding.ts';
import { SHORT_WINDOW_MS, unusableAt, windowMs } from '../core/usability.ts';
import { servesAnotherModel } from './judged-profile.ts';
import { NONE, type AgentCase, type Check, type Draft, type JudgedProfile } from './check.ts';

/** Usage of a key that stands in the config is kept under such an id (2026.9). */
const CONFIG_KEY = 'inline-api-key:';

export const usability: Check = {
  name: 'usability',
  judge(agentCase) {
    const deleted = deletedProfiles(agentCase);
    const keys = configKeys(agentCase);
    // Most agents have nothing set aside, and then there is nothing to group.
    if (keys.size === 0 && !agentCase.profiles.some((profile) => profile.unusable !== null)) {
      return deleted;
    }
    const exhausted = exhaustedProviders(agentCase, keys);
    const gone = new Set(exhausted.map(({ provider }) => provider));
    return [
      ...exhausted,
      ...agentCase.profiles
        .filter((profile) => !(gone.has(profile.provider) && profile.alive))
        .flatMap((profile) => setAside(profile, agentCase.now)),
      ...deleted,
    ];
  },
};

// OpenClaw goes on listing what it noted of a profile that is gone; a finding only for who asks for it.
function deletedProfiles({ agent, now }: AgentCase): readonly Draft[] {
  if (agent.orphanStats.size === 0) return NONE;
  return [...agent.orphanStats].flatMap(([profileId, stats]) => {
    const unusable = profileId.startsWith(CONFIG_KEY) ? null : unusableAt(stats, null, now);
    if (unusable === null) return NONE;
    const { kind, until, reason } = unusable;
    const facts = { until, ...(reason === null ? {} : { reason }), deleted: true };
    const variant = { variant: 'deleted', severity: 'off' } as const;
    return [{ code: `profile_${kind}`, ...variant, profileId, facts }] as const;
  });
}

/** What OpenClaw has set aside and would otherwise take. */
interface Aside extends Pick<JudgedProfile, 'unusable' | 'stats'> {
  readonly id: string;
  readonly usable: boolean;
}

/** Keys of the config that are set aside, by provider. A variable goes before such a key and is not touched by it. */
function configKeys({ agent, gateway, now }: AgentCase): ReadonlyMap<string, Aside> {
  const aside = new Map<string, Aside>();
  for (const [id, stats] of agent.orphanStats) {
    if (!id.startsWith(CONFIG_KEY)) continue;
    const provider = id.slice(CONFIG_KEY.length);
    const key = gateway.key(provider);
    if (key?.presence !== 'present' || key.variable !== null) continue;
    const unusable = unusableAt(stats, provider, now);
    if (unusable === null || servesAnotherModel(agent, provider, unusable)) continue;
    aside.set(provider, { id, stats, unusable, usable: false });
  }
  return aside;
}

function setAside(profile: JudgedProfile, now: number): Draft[] {
  const { unusable, stats } = profile;
  if (unusable === null) return [];
  const { until, reason, model } = unusable;
  const length = windowMs(stats, until, now);
  const facts: Facts = {
    until,
    ...(reason === null ? {} : { reason }),
    ...(model === null ? {} : { model }),
    windowMs: length,
  };
  const since = stats?.lastFailureAt ? { since: stats.lastFailureAt } : {};
  if (unusable.kind === 'disabled') return [{ code: 'profile_disabled', profile, ...since, facts }];
  const short = length < SHORT_WINDOW_MS;
  const variant = short ? ({ variant: 'short', severity: 'info' } as const) : {};
  return [{ code: 'profile_cooldown', ...variant, profile, ...since, facts }];
}

/** Providers all of whose living profiles are set aside, while no key outside the stores can step in. */
function exhaustedProviders(
  { agent, gateway, profiles, now }: AgentCase,
  keys: ReadonlyMap<string, Aside>,
): (Draft & { provider: string })[] {
  const byProvider = new Map<string, Aside[]>();
  for (const { profile, provider, inUse, alive, ignored, ...rest } of profiles) {
    if (!inUse || !alive || ignored) continue;
    const one = { id: profile.profileId, ...rest };
    const living = byProvider.get(provider);
    if (living === undefined) byProvider.set(provider, [one]);
    else living.push(one);
  }
  for (const [provider, key] of keys) {
    if (!agent.routes.some((route) => route.provider === provider)) continue;
    byProvider.set(provider, [...(byProvider.get(provider) ?? []), key]);
  }
  return [...byProvider].flatMap(([provider, living]) => {
    const isServed = !keys.has(provider) && gateway.key(provider)?.presence === 'present';
    return isServed || living.some((one) => one.usable) ? [] : [exhausted(provider, living, now)];
  });
}

function exhausted(
  provider: string,
  living: readonly Aside[],
  now: number,
): Draft & { provider: string } {
  const first = living.toSorted((a, b) => (a.unusable?.until ?? 0) - (b.unusable?.until ?? 0))[0];
  const short = living.every(
    (one) =>
      one.unusable?.kind === 'cooldown' &&
      windowMs(one.stats, one.unusable.until, now) < SHORT_WINDOW_MS,
  );
  const reasons = new Set(
    living.map((one) => one.unusable?.reason).filter((reason) => reason !== null),
  );
  const failedAt = living.flatMap((one) => one.stats?.lastFailureAt ?? []);
  return {
    code: 'provider_exhausted',
    ...(short ? ({ variant: 'short', severity: 'info' } as const) : {}),
    provider,
    ...(failedAt.length > 0 ? { since: failedAt.reduce((a, b) => Math.min(a, b)) } : {}),
    facts: {
      profiles: living.map(({ id }) => id),
      until: first?.unusable?.until ?? now,
      ...(reasons.size > 0 ? { reason: [...reasons].join(', ') } : {}),
    },
  };
}
