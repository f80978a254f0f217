// Returns what `models status --check` of OpenClaw 2026.9.6 returns (algorithm G3, from 2026.8.1).
import type { Agent, AgentProfile, Gateway, Route } from '../core/agent.ts';
import { MINUTE_MS } from '../core/duration.ts';
import type { Finding } from '../core/finding.ts';
import { judgeExpiry, WARN_WITHIN_MS, type Health } from '../core/health.ts';
import { normalizeProvider } from '../core/provider.ts';
import { unusableAt } from '../core/usability.ts';
import { knownByConfig, mirrorFinding, type Mirror } from './mirror.ts';

/** Provider of the model that OpenClaw 2026.9.6 uses when none is configured. */
const DEFAULT_PROVIDER = 'openai';
/** With less left, the availability of an OAuth login is unknown there. */
const OAUTH_MARGIN_MS = 5 * MINUTE_MS;
/** These renew an OAuth login by themselves, so the margin does not apply. */
const RENEWS_ITSELF = new Set(['openai', 'minimax']);
/** Agent databases of before 2026.8.1 are refused until `openclaw doctor --fix` has run. */
const OLDEST_AGENT_SCHEMA = 19;

/** Judges each model route by the one profile that OpenClaw would select for it. */
export const openclaw20269: Mirror = {
  knows: knownByConfig,
  judge(gateway, agent, now) {
    const health = new Map(
      agent.profiles.map((entry) => [entry.profile.profileId, healthOf(entry, now)]),
    );
    const refused = refusals(gateway, agent);
    const findings =
      refused.length > 0
        ? refused
        : routesOf(agent).flatMap((route) => judgeRoute({ gateway, agent, health, now }, route));
    return { health, findings };
  },
};

interface RouteCase {
  readonly gateway: Gateway;
  readonly agent: Agent;
  readonly health: ReadonlyMap<string, Health>;
  readonly now: number;
}

// A refresh token does not relax the clock; an expiry that is no time is `missing` (invalid_expires).
function healthOf({ profile, refPresence }: AgentProfile, now: number): Health {
  // Its own secret store is not looked into there, so a reference to it always stands.
  const unresolved = refPresence === 'absent' && profile.secretRef?.source !== 'store';
  if (profile.inactive || unresolved) return 'missing';
  if (profile.refreshFence !== null) return 'expired';
  const bare = profile.secret === null && profile.secretRef === null;
  if (profile.type !== 'oauth' && bare) return 'missing';
  if (profile.type === 'api_key') return profile.materialFault === 'blank' ? 'missing' : 'static';
  if (profile.expiresAt !== null) return judgeExpiry(profile.expiresAt, now, WARN_WITHIN_MS);
  return profile.type === 'token' && profile.expiresFault === null ? 'static' : 'missing';
}

function routesOf(agent: Agent): readonly Pick<Route, 'use' | 'provider' | 'model'>[] {
  const configured = agent.routes.some((route) => route.use === 'default');
  const preset = { use: 'default', provider: DEFAULT_PROVIDER, model: '' } as const;
  return configured ? agent.routes : [preset, ...agent.routes];
}

function judgeRoute(
  routeCase: RouteCase,
  route: Pick<Route, 'use' | 'provider' | 'model'>,
): Finding[] {
  const { agent, gateway, health, now } = routeCase;
  const { provider, use } = route;
  if (gateway.servedBy(route) !== null && gateway.servedBy(route) !== 'openclaw') {
    return [uncertain(agent, provider, use)];
  }
  // The default runtime of openai models is the codex plugin, which a plain install cannot activate.
  if (provider === 'openai' && gateway.servedBy(route) === null)
    return [lacking(agent, provider, use)];
  const selected = select(routeCase, route);
  if (selected === null) return withoutProfile(routeCase, provider, use);
  const { profile, refPresence } = selected;
  const about = { provider, profileId: profile.profileId };
  const facts = {
    type: profile.type,
    ...(profile.expiresAt ? { expiresAt: profile.expiresAt } : {}),
  };
  const remainingMs = (profile.expiresAt ?? Number.POSITIVE_INFINITY) - now;
  const nearlyOut =
    profile.type === 'oauth' && remainingMs < OAUTH_MARGIN_MS && !RENEWS_ITSELF.has(provider);
  if (health.get(profile.profileId) === 'expired' || nearlyOut) {
    return [mirrorFinding(agent, 'profile_expired', 'fail', { ...about, facts })];
  }
  if (refPresence === 'unknown' || (refPresence !== null && profile.secretRef?.source !== 'env')) {
    const source = profile.secretRef?.source ?? '';
    return [mirrorFinding(agent, 'secret_ref_unresolved', 'fail', { ...about, facts: { source } })];
  }
  return health.get(profile.profileId) === 'expiring'
    ? [
        mirrorFinding(agent, 'profile_expiring', 'warn', {
          ...about,
          facts: { ...facts, remainingMs },
        }),
      ]
    : [];
}

/** The profile that OpenClaw takes: by order where there is one, else oauth, token, key, oldest use first. */
function select(
  { agent, gateway, health, now }: RouteCase,
  { provider, model }: Pick<Route, 'provider' | 'model'>,
): AgentProfile | null {
  const stored = agent.profiles.filter((e) => normalizeProvider(e.profile.provider) === provider);
  const order = agent.order.get(provider) ?? gateway.order.get(provider) ?? null;
  const named = stored.filter(({ profile }) => gateway.declared.has(profile.profileId));
  const pool =
    order !== null
      ? order.flatMap((id) => stored.filter(({ profile }) => profile.profileId === id))
      : named.length > 0
        ? named
        : stored;
  const eligible = pool.filter((entry) => {
    const { profile, stats } = entry;
    const status = health.get(profile.profileId);
    if (status === 'missing' || (status === 'expired' && !renewable(entry))) return false;
    const mode = gateway.declared.get(profile.profileId)?.mode;
    if (mode && mode !== profile.type && !(mode === 'oauth' && profile.type === 'token'))
      return false;
    const unusable = unusableAt(stats, provider, now);
    return unusable === null || (unusable.model !== null && unusable.model !== model);
  });
  if (order !== null) return eligible[0] ?? null;
  return (
    eligible.toSorted(
      (a, b) => rank(a, health) - rank(b, health) || lastUsed(a) - lastUsed(b),
    )[0] ?? null
  );
}

function renewable({ profile }: AgentProfile): boolean {
  return profile.type === 'oauth' && profile.refresh !== null && profile.refreshFence === null;
}

function rank({ profile }: AgentProfile, health: ReadonlyMap<string, Health>): number {
  if (profile.type !== 'oauth') return profile.type === 'token' ? 2 : 3;
  return health.get(profile.profileId) === 'expired' ? 1 : 0;
}

function lastUsed({ stats }: AgentProfile): number {
  return stats?.lastUsedAt ?? 0;
}

/** A key outside the stores serves; else stored profiles that cannot are "missing", none at all is "indeterminate". */
function withoutProfile({ agent, gateway }: RouteCase, provider: string, use: string): Finding[] {
  const key = gateway.key(provider);
  if (key?.presence === 'present') return [];
  const isMissing = hasStored(agent, provider) && key === null;
  return [isMissing ? lacking(agent, provider, use) : uncertain(agent, provider, use)];
}

function hasStored(agent: Agent, provider: string): boolean {
  return agent.profiles.some(({ profile }) => normalizeProvider(profile.provider) === provider);
}

function lacking(agent: Agent, provider: string, use: string): Finding {
  return mirrorFinding(agent, 'provider_missing', 'fail', { provider, facts: { usedBy: [use] } });
}

function uncertain(agent: Agent, provider: string, use: string): Finding {
  const facts = { usedBy: [use], indeterminate: true };
  return mirrorFinding(agent, 'provider_missing', 'fail', { provider, facts });
}

/** What makes 2026.9.6 refuse the agent before it judges any route. */
function refusals(gateway: Gateway, agent: Agent): Finding[] {
  const problem = gateway.configFault?.problem ?? gateway.strictConfigFaults[0];
  const path = gateway.configPath ?? '';
  const faults = [...gateway.faults, ...agent.faults].filter((f) => f.code !== 'store_permissions');
  const version = agent.store.schemaVersion;
  const retired = agent.store.kind === 'json';
  const old = version !== null && version > 0 && version < OLDEST_AGENT_SCHEMA;
  return [
    ...(problem === undefined
      ? []
      : [mirrorFinding(agent, 'gateway_config_invalid', 'fail', { facts: { path, problem } })]),
    ...faults.map((fault) =>
      mirrorFinding(agent, fault.code, 'fail', {
        facts: { path: fault.path, problem: fault.problem },
      }),
    ),
    ...(retired
      ? [
          mirrorFinding(agent, 'store_migration_required', 'fail', {
            facts: { path: agent.store.path ?? '' },
          }),
        ]
      : []),
    ...(old
      ? [
          mirrorFinding(agent, 'store_unreadable', 'fail', {
            facts: {
              path: agent.store.path ?? '',
              problem: 'older_schema',
              detail: `schema ${version}`,
            },
          }),
        ]
      : []),
  ];
}
