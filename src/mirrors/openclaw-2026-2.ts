// Returns what `models status --check` of OpenClaw 2026.2.9 returns (algorithm G1, up to 2026.5.2).
import type { Agent, AgentProfile, Gateway } from '../core/agent.ts';
import type { Finding } from '../core/finding.ts';
import { judgeExpiry, WARN_WITHIN_MS, type Health } from '../core/health.ts';
import { provider20262 } from '../core/provider-names.ts';
import { knownByConfig, mirrorFinding, refusedConfig, type Mirror } from './mirror.ts';

/** Provider of the model that OpenClaw 2026.2.9 uses when none is configured. */
const DEFAULT_PROVIDER = 'anthropic';
/** An id that sets the prototype of an object there instead of a key. */
const LOST_ID = '__proto__';

/**
 * Two inputs only: the health of every stored oauth and token profile, used or not, and the used
 * providers without any credential. Cooldowns, orders and empty keys count for nothing there.
 */
export const openclaw20262: Mirror = {
  era: 'json',
  knows: knownByConfig,
  judge(gateway, agent, now) {
    const listed = agent.profiles.filter(isListed);
    const health = new Map(listed.map((entry) => [entry.profile.profileId, healthOf(entry, now)]));
    return {
      health,
      findings: [
        ...refusals(gateway, agent),
        ...listed.flatMap((entry) =>
          profileFindings(agent, entry, health.get(entry.profile.profileId) ?? 'static', now),
        ),
        ...missingProviders(gateway, agent).map((provider) =>
          mirrorFinding(agent, 'provider_missing', 'fail', { provider, facts: { usedBy: [] } }),
        ),
      ],
    };
  },
};

// Blanks around a provider's name drop the profile out of the judgement, but it still covers its provider.
function isListed({ profile }: AgentProfile): boolean {
  return profile.provider.trim() === profile.provider && profile.profileId !== LOST_ID;
}

function healthOf({ profile }: AgentProfile, now: number): Health {
  if (profile.type === 'api_key') return 'static';
  // It knows no last day of the calendar.
  if (profile.expiresFault === 'out_of_range') return 'ok';
  if (profile.expiresAt === null) return profile.type === 'token' ? 'static' : 'missing';
  const status = judgeExpiry(profile.expiresAt, now, WARN_WITHIN_MS);
  // A refresh token of any length, blanks included, makes the login ok (PR #4593).
  return profile.type === 'oauth' && profile.refresh !== null ? 'ok' : status;
}

function profileFindings(
  agent: Agent,
  { profile }: AgentProfile,
  health: Health,
  now: number,
): Finding[] {
  const about = { provider: profile.provider, profileId: profile.profileId };
  const { type, expiresAt } = profile;
  const facts = { type, ...(expiresAt === null ? {} : { expiresAt }) };
  switch (health) {
    case 'expired':
      return [mirrorFinding(agent, 'profile_expired', 'fail', { ...about, facts })];
    case 'missing':
      return [
        mirrorFinding(agent, 'profile_malformed', 'fail', {
          ...about,
          facts: { problem: 'expires_missing', type },
        }),
      ];
    case 'expiring': {
      const remainingMs = (expiresAt ?? now) - now;
      return [
        mirrorFinding(agent, 'profile_expiring', 'warn', {
          ...about,
          facts: { ...facts, remainingMs },
        }),
      ];
    }
    case 'ok':
    case 'static':
      return [];
  }
}

// Amazon Bedrock, CLI back-ends and local servers without a key stay "missing" there for ever. What
// only a login shell or a secret provider could tell counts as missing here too.
function missingProviders(gateway: Gateway, agent: Agent): string[] {
  const used = agent.routes.filter((route) => route.use !== 'utility').map(providerOf);
  const providers = new Set(agent.usesPresetModel ? [...used, DEFAULT_PROVIDER] : used);
  const kept = agent.profiles.filter(({ profile }) => profile.profileId !== LOST_ID);
  const stored = new Set(kept.map(({ profile }) => provider20262(profile.provider)));
  return [...providers]
    .filter((p) => !stored.has(p) && gateway.key(p)?.presence !== 'present')
    .sort();
}

// Model aliases are not resolved: a name without a slash is a model of anthropic.
function providerOf({ ref }: { readonly ref: string }): string {
  const slash = ref.indexOf('/');
  return slash < 0 ? DEFAULT_PROVIDER : provider20262(ref.slice(0, slash));
}

/** What ends 2026.2.9 with exit 1 before it judges: an invalid config, or a field of a wrong type. */
function refusals(gateway: Gateway, agent: Agent): Finding[] {
  const fault = refusedConfig(gateway);
  const crashing = agent.profiles.filter(({ profile }) => crashes(profile));
  return [
    ...(fault === null
      ? []
      : [mirrorFinding(agent, 'gateway_config_invalid', 'fail', { facts: { ...fault } })]),
    ...unwritable(agent).map(({ code, path, problem }) =>
      mirrorFinding(agent, code, 'fail', { facts: { path, problem } }),
    ),
    ...crashing.map(({ profile }) =>
      mirrorFinding(agent, 'profile_malformed', 'fail', {
        provider: profile.provider,
        profileId: profile.profileId,
        facts: { problem: profile.materialFault ?? 'no_material', type: profile.type },
      }),
    ),
    ...agent.malformed
      .filter((entry) => entry.problem === 'provider_not_text')
      .map(({ profileId, problem }) =>
        mirrorFinding(agent, 'profile_malformed', 'fail', { profileId, facts: { problem } }),
      ),
  ];
}

// What it inherits or imports it also writes, and it ends on a file that is a directory or is closed to it.
function unwritable({ faults, profiles, store }: Agent): Agent['faults'] {
  return faults.filter(
    ({ path, problem }) =>
      (problem === 'not_a_file' || problem === 'permission') &&
      profiles.some(({ inheritedFrom }) => path === store.path || inheritedFrom !== null),
  );
}

// `TypeError: Cannot read properties of undefined (reading 'trim')` on a token profile without a text;
// of a login only the name is shown. It knows no references, so that one beside nothing is nothing.
function crashes({ type, secret, secretRef, materialFault }: AgentProfile['profile']): boolean {
  if (type === 'oauth') return false;
  const text =
    secretRef === null
      ? secret !== null || isBlankText(materialFault)
      : secretRef.beside === 'text';
  const isOther = materialFault === 'not_text' || secretRef?.beside === 'other';
  return isOther || (type === 'token' && !text);
}

function isBlankText(fault: AgentProfile['profile']['materialFault']): boolean {
  return fault !== null && fault !== 'not_text';
}
