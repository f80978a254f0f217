// Returns what `models status --check` of OpenClaw 2026.5.12 to 2026.7 returns (algorithm G2).
import type { Agent, AgentProfile, Gateway } from '../core/agent.ts';
import type { Finding } from '../core/finding.ts';
import type { Health } from '../core/health.ts';
import { normalizeProvider } from '../core/provider.ts';
import { knownByConfig, mirrorFinding, type Mirror } from './mirror.ts';
import { healthOf } from './openclaw-2026-9.ts';
import { ProfileLine } from './profile-line-2026-9.ts';

/** Provider of the model that is used when none is configured; the same as later (2026.9.6). */
const DEFAULT_PROVIDER = 'openai';

/**
 * Rolls the profiles of each provider in use up to one word, unless a key outside the stores serves
 * it. Cooldowns, disabled profiles and unresolved references count for nothing there. Made from what
 * is known of the rule, not compared with that program itself.
 */
export const openclaw20266: Mirror = {
  era: 'as found',
  knows: knownByConfig,
  judge(gateway, agent, now) {
    const health = new Map(
      agent.profiles.map((entry) => [entry.profile.profileId, healthOf(entry, now)]),
    );
    const line = new ProfileLine(gateway, agent, now, normalizeProvider);
    const findings = usedProviders(agent)
      .filter((provider) => gateway.key(provider)?.presence !== 'present')
      .flatMap((provider) => {
        const effective = line.effective(provider);
        if (effective.length > 0) return rollUp(agent, provider, effective, health, now);
        const facts = { usedBy: [] };
        return [mirrorFinding(agent, 'provider_missing', 'fail', { provider, facts })];
      });
    return { health, findings: [...refusals(gateway, agent), ...findings] };
  },
};

function usedProviders(agent: Agent): string[] {
  const used = agent.routes.filter(({ use }) => use !== 'utility').map(({ provider }) => provider);
  return [...new Set(agent.usesPresetModel ? [DEFAULT_PROVIDER, ...used] : used)];
}

// The worst word of a provider decides, and keys have none that counts.
function rollUp(
  agent: Agent,
  provider: string,
  effective: readonly AgentProfile[],
  health: ReadonlyMap<string, Health>,
  now: number,
): Finding[] {
  return effective.flatMap(({ profile }) => {
    const { profileId, type, expiresAt } = profile;
    const word = health.get(profileId);
    const about = { provider, profileId };
    const facts = { type, ...(expiresAt === null ? {} : { expiresAt }) };
    if (word === 'expired')
      return [mirrorFinding(agent, 'profile_expired', 'fail', { ...about, facts })];
    if (word === 'missing') {
      const missing = { reason: 'no_material', type };
      return [
        mirrorFinding(agent, 'profile_credential_missing', 'fail', { ...about, facts: missing }),
      ];
    }
    if (word !== 'expiring' || expiresAt === null) return [];
    const left = { ...facts, remainingMs: expiresAt - now };
    return [mirrorFinding(agent, 'profile_expiring', 'warn', { ...about, facts: left })];
  });
}

/** A config or a store that it cannot read; retired JSON stops it not yet. */
function refusals(gateway: Gateway, agent: Agent): Finding[] {
  const { configFault } = gateway;
  const faults = [...gateway.faults, ...agent.faults].filter(
    ({ code, path }) => code === 'store_unreadable' && path !== `${gateway.stateDir}/agents`,
  );
  return [
    ...(configFault === null
      ? []
      : [mirrorFinding(agent, 'gateway_config_invalid', 'fail', { facts: { ...configFault } })]),
    ...faults.map(({ code, path, problem }) =>
      mirrorFinding(agent, code, 'fail', { facts: { path, problem } }),
    ),
  ];
}
