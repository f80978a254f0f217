// Returns what `models status --check` of OpenClaw 2026.9.6 returns (algorithm G3, from 2026.8.1).
import type { Agent, AgentProfile, Gateway, Route } from '../core/agent.ts';
import type { Finding } from '../core/finding.ts';
import { judgeExpiry, WARN_WITHIN_MS, type Health } from '../core/health.ts';
import { mirrorFinding, refusedConfig, type Mirror } from './mirror.ts';
import { hasMaterial, isInvalid } from './material-2026-9.ts';
import { Selector } from './selection-2026-9.ts';

/** Provider of the model that OpenClaw 2026.9.6 uses when none is configured. */
const DEFAULT_PROVIDER = 'openai';
/** Utility models that providers bring themselves, as far as they have been seen. */
const PRESET_UTILITY: Readonly<Record<string, string>> = {
  anthropic: 'claude-haiku-4-5',
  openai: 'gpt-5.6-luna',
};
/** Command lines that serve the models of a provider, with logins of their own. Unknown runtimes change nothing. */
const CLI_RUNTIMES: ReadonlyMap<string, string> = new Map([
  ['claude-cli', 'anthropic'],
  ['google-gemini-cli', 'google'],
]);
/** 2026.9.6 refuses agent databases of any older schema until `openclaw doctor --fix` has run (measured: 19, 22). */
const OLDEST_AGENT_SCHEMA = 23;

/** Judges each model route by the one profile that OpenClaw would select for it. */
export const openclaw20269: Mirror = {
  era: 'sqlite',
  // Never a main that the config does not list beside others.
  knows: ({ origin }) => origin === 'config',
  judge(gateway, agent, now) {
    const health = new Map(
      agent.profiles.map((entry) => [entry.profile.profileId, healthOf(entry, now)]),
    );
    const refused = refusals(gateway, agent);
    if (refused.length > 0) return { health, findings: refused };
    const selector = new Selector(gateway, agent, now);
    const models = routesOf(agent);
    const routeCase = { gateway, agent, selector, health, models, now };
    return { health, findings: models.flatMap((route) => judgeRoute(routeCase, route)) };
  },
};

type UsedModel = Pick<Route, 'use' | 'provider' | 'model' | 'runtime'>;

interface RouteCase {
  readonly gateway: Gateway;
  readonly agent: Agent;
  readonly selector: Selector;
  readonly health: ReadonlyMap<string, Health>;
  /** Of the agent, the default model first. */
  readonly models: readonly UsedModel[];
  readonly now: number;
}

/** A refresh token does not relax the clock; an expiry that is no time is `missing` (invalid_expires). */
export function healthOf({ profile }: AgentProfile, now: number): Health {
  const { type, expiresAt, expiresFault } = profile;
  if (profile.inactive) return 'missing';
  if (profile.refreshFence !== null) return 'expired';
  if (!hasMaterial(profile)) return 'missing';
  if (type === 'api_key') return 'static';
  // Tokens that an older version kept elsewhere are not looked at there.
  if (profile.materialFault === 'elsewhere') return 'missing';
  if (expiresAt !== null) return judgeExpiry(expiresAt, now, WARN_WITHIN_MS);
  return type === 'token' && !isInvalid(expiresFault) ? 'static' : 'missing';
}

function routesOf(agent: Agent): readonly UsedModel[] {
  const main = agent.routes.find((route) => route.use === 'default');
  const chosen = agent.presetModel ?? { provider: DEFAULT_PROVIDER, model: '' };
  const preset = { use: 'default', ...chosen } as const;
  const routes = agent.usesPresetModel ? [preset, ...agent.routes] : agent.routes;
  const provider = main?.provider ?? chosen.provider;
  const utility = Object.hasOwn(PRESET_UTILITY, provider) ? PRESET_UTILITY[provider] : undefined;
  if (!agent.usesPresetUtility || utility === undefined) return routes;
  return [...routes, { use: 'utility', provider, model: utility }];
}

function judgeRoute(routeCase: RouteCase, route: UsedModel): Finding[] {
  const { agent, gateway, selector } = routeCase;
  const { provider, model, use } = route;
  // Runtimes are for the text models of an agent only.
  const runtime = use === 'default' || use === 'fallback' ? gateway.servedBy(route) : 'openclaw';
  const served = runtime === null || runtime === provider ? undefined : CLI_RUNTIMES.get(runtime);
  const isCli = runtime !== null && served === provider;
  // A command line serves no models of another provider; openai's own ways do not ask it.
  if (served !== undefined && !isCli && provider !== 'openai') {
    return [unserved(agent, provider, use, true)];
  }
  const payer = isCli ? runtime : provider;
  // Of an image model of openai only the provider is asked.
  const ways = provider === 'openai' && use !== 'image' ? gateway.openaiWays?.(model) : undefined;
  const selection = ways
    ? selector.selectOpenAi(ways, preferredLogin(routeCase, route), model)
    : isCli
      ? selector.select(runtime, null)
      : selector.select(provider, model);
  // The codex plugin, the default runtime of openai models, cannot be activated in a plain install.
  if (runtime === 'codex' || (runtime === null && ways?.takesCodex === true)) {
    const known = provider === 'openai' && selection.kind === 'none' && selection.known;
    return [unserved(agent, provider, use, known)];
  }
  if (selection.kind === 'key') return [];
  if (selection.kind === 'none') {
    // A command line is missing only where it is the runtime of another provider's model.
    const known = selection.known && !(provider === payer && CLI_RUNTIMES.has(provider));
    return [unserved(agent, payer, use, known)];
  }
  return profileFindings(routeCase, route, selection.entry, selection.isReady);
}

// OpenClaw's own runtime takes keys first; a model without one of its own follows the default model.
function preferredLogin({ gateway, models }: RouteCase, route: UsedModel): 'key' | 'subscription' {
  const [main] = models;
  const followed = main?.provider === route.provider ? gateway.servedBy(main) : null;
  return (gateway.servedBy(route) ?? followed) === 'openclaw' ? 'key' : 'subscription';
}

// Of image models only the availability is asked, not how long it lasts.
function profileFindings(
  { agent, health, now }: RouteCase,
  { provider, use }: UsedModel,
  { profile }: AgentProfile,
  isReady: boolean,
): Finding[] {
  const { profileId, type, expiresAt, secretRef } = profile;
  const about = { provider, profileId };
  const facts = { type, ...(expiresAt === null ? {} : { expiresAt }) };
  if (!isReady && secretRef !== null) {
    const source = { ...facts, source: secretRef.source };
    return [mirrorFinding(agent, 'secret_ref_unresolved', 'fail', { ...about, facts: source })];
  }
  const status = use === 'image' ? 'ok' : health.get(profileId);
  if (!isReady || status === 'expired' || status === 'missing') {
    return [mirrorFinding(agent, 'profile_expired', 'fail', { ...about, facts })];
  }
  if (status !== 'expiring') return [];
  const remainingMs = (expiresAt ?? now) - now;
  const left = { ...facts, remainingMs };
  return [mirrorFinding(agent, 'profile_expiring', 'warn', { ...about, facts: left })];
}

/** `known`: OpenClaw says "missing", otherwise "indeterminate"; both end with 1. */
function unserved(agent: Agent, provider: string, use: string, known: boolean): Finding {
  const facts = { usedBy: [use], ...(known ? {} : { indeterminate: true }) };
  return mirrorFinding(agent, 'provider_missing', 'fail', { provider, facts });
}

/** What makes 2026.9.6 refuse the agent before it judges any route. */
function refusals(gateway: Gateway, agent: Agent): Finding[] {
  const fault = refusedConfig(gateway);
  // An unreadable list of agents does not stop it, an unreadable database does, unless it
  // is only its usage that cannot be read.
  const faults = [...gateway.faults, ...agent.faults].filter(
    ({ code, path: at, detail }) =>
      code !== 'store_permissions' &&
      at !== `${gateway.stateDir}/agents` &&
      detail?.startsWith('usage: ') !== true,
  );
  const { schemaVersion, path: database } = agent.store;
  const isOld = schemaVersion !== null && schemaVersion < OLDEST_AGENT_SCHEMA;
  return [
    ...(fault === null
      ? []
      : [mirrorFinding(agent, 'gateway_config_invalid', 'fail', { facts: { ...fault } })]),
    ...faults.map((fault) =>
      mirrorFinding(agent, fault.code, 'fail', {
        facts: { path: fault.path, problem: fault.problem },
      }),
    ),
    ...(isOld
      ? [
          mirrorFinding(agent, 'store_unreadable', 'fail', {
            facts: {
              path: database ?? '',
              problem: 'older_schema',
              detail: `schema ${schemaVersion}`,
            },
          }),
        ]
      : []),
  ];
}
