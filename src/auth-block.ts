// Builds the `auth` block of the report, in the words of `openclaw models status --json`.
import type { JudgedProfile } from './checks/check.ts';
import type { Agent } from './core/agent.ts';
import type { Health } from './core/health.ts';
import type { ReportAuth } from './core/report.ts';
import { unusableAt } from './core/usability.ts';

/** Gathers the block agent by agent. */
export class AuthBlock {
  readonly #unusable: ReportAuth['unusableProfiles'][number][] = [];
  readonly #missing = new Set<string>();
  readonly #profiles: ReportAuth['oauth']['profiles'][number][] = [];
  readonly #providers: ReportAuth['oauth']['providers'][number][] = [];

  add(
    agent: Agent,
    profiles: readonly JudgedProfile[],
    missing: readonly string[],
    now: number,
  ): void {
    for (const provider of missing) this.#missing.add(provider);
    for (const { profile, provider, health, expiry, unusable } of profiles) {
      const { profileId, type } = profile;
      const times =
        expiry.at === null ? {} : { expiresAt: expiry.at, remainingMs: expiry.at - now };
      this.#profiles.push({ agent: agent.id, profileId, provider, type, status: health, ...times });
      if (unusable) this.#setAside(agent.id, profileId, provider, unusable, now);
    }
    for (const [profileId, stats] of agent.orphanStats) {
      const unusable = unusableAt(stats, null, now);
      if (unusable) this.#setAside(agent.id, profileId, null, unusable, now);
    }
    const byProvider = new Map<string, JudgedProfile[]>();
    for (const profile of profiles) {
      const own = byProvider.get(profile.provider);
      if (own === undefined) byProvider.set(profile.provider, [profile]);
      else own.push(profile);
    }
    for (const [provider, own] of byProvider) {
      const ids = own.map(({ profile }) => profile.profileId);
      this.#providers.push({ agent: agent.id, provider, status: worstHealth(own), profiles: ids });
    }
  }

  block(warnAfterMs: number): ReportAuth {
    return {
      unusableProfiles: this.#unusable.toSorted((a, b) => a.remainingMs - b.remainingMs),
      missingProvidersInUse: [...this.#missing].sort(),
      oauth: { warnAfterMs, profiles: this.#profiles, providers: this.#providers },
    };
  }

  #setAside(
    agent: string,
    profileId: string,
    provider: string | null,
    { kind, reason, until }: NonNullable<JudgedProfile['unusable']>,
    now: number,
  ): void {
    this.#unusable.push({
      agent,
      profileId,
      ...(provider === null ? {} : { provider }),
      kind,
      ...(reason === null ? {} : { reason }),
      until,
      remainingMs: until - now,
    });
  }
}

// OpenClaw's roll-up: only keys is static, else the worst of the logins and tokens.
function worstHealth(profiles: readonly JudgedProfile[]): Health {
  const words = profiles.filter(({ profile }) => profile.type !== 'api_key').map((p) => p.health);
  if (words.length === 0) return 'static';
  if (words.includes('expired') || words.includes('missing')) return 'expired';
  return words.includes('expiring') ? 'expiring' : 'ok';
}
