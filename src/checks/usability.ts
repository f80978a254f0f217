// Judges cooldowns and disabled profiles, and whether any usable one is left for a provider.
import type { Facts } from '../core/finding.ts';
import { SHORT_WINDOW_MS, unusableAt, windowMs } from '../core/usability.ts';
import { NONE, type AgentCase, type Check, type Draft, type JudgedProfile } from './check.ts';

/** Usage of a key that stands in the config is kept under such an id (2026.9). */
const CONFIG_KEY = 'inline-api-key:';

export const usability: Check = {
  name: 'usability',
  judge(agentCase) {
    const deleted = deletedProfiles(agentCase);
    // Most agents have nothing set aside, and then there is nothing to group.
    if (!agentCase.profiles.some((profile) => profile.unusable !== null)) return deleted;
    const exhausted = exhaustedProviders(agentCase);
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
function exhaustedProviders(agentCase: AgentCase): (Draft & { provider: string })[] {
  const { gateway, profiles, now } = agentCase;
  const byProvider = new Map<string, JudgedProfile[]>();
  for (const profile of profiles) {
    if (!profile.inUse || !profile.alive || profile.ignored) continue;
    const living = byProvider.get(profile.provider);
    if (living === undefined) byProvider.set(profile.provider, [profile]);
    else living.push(profile);
  }
  return [...byProvider].flatMap(([provider, living]) =>
    living.some((p) => p.usable) || gateway.key(provider)?.presence === 'present'
      ? []
      : [exhausted(provider, living, now)],
  );
}

function exhausted(
  provider: string,
  living: readonly JudgedProfile[],
  now: number,
): Draft & { provider: string } {
  const first = living.toSorted((a, b) => (a.unusable?.until ?? 0) - (b.unusable?.until ?? 0))[0];
  const short = living.every(
    (p) =>
      p.unusable?.kind === 'cooldown' && windowMs(p.stats, p.unusable.until, now) < SHORT_WINDOW_MS,
  );
  const reasons = new Set(
    living.map((p) => p.unusable?.reason).filter((reason) => reason !== null),
  );
  const failedAt = living.flatMap((p) => p.stats?.lastFailureAt ?? []);
  return {
    code: 'provider_exhausted',
    ...(short ? ({ variant: 'short', severity: 'info' } as const) : {}),
    provider,
    ...(failedAt.length > 0 ? { since: failedAt.reduce((a, b) => Math.min(a, b)) } : {}),
    facts: {
      profiles: living.map((p) => p.profile.profileId),
      until: first?.unusable?.until ?? now,
      ...(reasons.size > 0 ? { reason: [...reasons].join(', ') } : {}),
    },
  };
}
