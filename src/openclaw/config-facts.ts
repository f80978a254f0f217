// Takes from openclaw.json what decides about credentials: agents, models, order, modes, providers.
import type { Route } from '../core/agent.ts';
import { normalizeProvider } from '../core/provider.ts';
import { isObject, texts, type Json, type JsonObject } from './config-file.ts';
import {
  agentRoutes,
  isUnnamed,
  modelAliases,
  utilityOf,
  type AgentModels,
} from './model-routes.ts';
import { modelRuntimes, withRuntimes } from './model-runtimes.ts';
import type { Era } from './parse-profile.ts';

export interface ConfiguredAgent extends AgentModels {
  readonly id: string;
  readonly dir: string | null;
}

export interface ConfigFacts {
  readonly agents: readonly ConfiguredAgent[];
  readonly order: ReadonlyMap<string, readonly string[]>;
  readonly declared: ReadonlyMap<string, { readonly provider: string; readonly mode: string }>;
  readonly providers: ReadonlyMap<string, ProviderConfig>;
  /** `agentRuntime.id` for a model, by its own entry, its provider's wildcard, or its provider; null for none. */
  runtimeOf(provider: string, model: string): string | null;
  /** `secrets.providers` by alias. */
  readonly secretProviders: ReadonlyMap<string, SecretProvider>;
  readonly secretDefaults: ReadonlyMap<string, string>;
  readonly shellEnv: boolean;
  /** `logging.file`, as written. */
  readonly logFile: string | null;
  /** The models an agent uses; pass null for the defaults alone. */
  routes(agent: ConfiguredAgent | null): readonly Route[];
  /** No model is configured, so that OpenClaw takes one of its own choice. */
  usesPresetModel(agent: ConfiguredAgent | null): boolean;
  /** What OpenClaw then takes from the providers that the config describes; null where it describes none. */
  readonly presetModel: Pick<Route, 'provider' | 'model'> | null;
  /** Neither a utility model nor its absence is configured; 2026.9 then takes the provider's own. */
  usesPresetUtility(agent: ConfiguredAgent | null): boolean;
}

export interface SecretProvider {
  readonly source: string;
  /** Null means any name. */
  readonly allowlist: readonly string[] | null;
  /** A file that holds nothing but the one secret. */
  readonly singleValue: boolean;
  /** Of a file; null when none is given. */
  readonly path: string | null;
  readonly maxBytes: number | null;
}

export interface ProviderConfig {
  readonly apiKey: 'text' | 'reference' | 'none';
  readonly apiKeyRef: Json | undefined;
  /** As written, null when absent. */
  readonly baseUrl: string | null;
  readonly api: string | null;
  readonly auth: string | null;
  /** All of it, as written. */
  readonly entry: Json | undefined;
}

/** Whose model a name without a provider is (2026.2.9, 2026.9.6). */
const PRESET_PROVIDER: Readonly<Record<Era, string>> = { json: 'anthropic', sqlite: 'openai' };

/**
 * Reads the facts out of a config of either era; whatever has another shape counts as absent. `nameOf`:
 * under which name providers are compared.
 */
export function configFacts(
  config: JsonObject,
  era: Era = 'json',
  nameOf = normalizeProvider,
): ConfigFacts {
  const agents = child(config, 'agents');
  const defaults = child(agents, 'defaults');
  const configured = configuredAgents(agents);
  const aliases = modelAliases(child(defaults, 'models'));
  const secrets = child(config, 'secrets');
  const models = child(config, 'models');
  const runtimes = modelRuntimes(child(defaults, 'models'));
  const providerRuntimes = modelRuntimes(child(models, 'providers'));
  return {
    agents: configured,
    order: new Map(
      Object.entries(child(child(config, 'auth'), 'order'))
        .filter(([, ids]) => Array.isArray(ids))
        .map(([provider, ids]) => [nameOf(provider), texts(ids)]),
    ),
    declared: declaredProfiles(child(child(config, 'auth'), 'profiles'), nameOf),
    providers: providerConfigs(child(models, 'providers'), nameOf),
    runtimeOf: (provider, model) =>
      runtimes.get(`${provider}/${model}`) ??
      runtimes.get(`${provider}/*`) ??
      providerRuntimes.get(provider) ??
      null,
    secretProviders: secretProviders(child(secrets, 'providers')),
    secretDefaults: new Map(
      Object.entries(child(secrets, 'defaults')).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    ),
    shellEnv: child(child(config, 'env'), 'shellEnv')['enabled'] === true,
    logFile: filled(child(config, 'logging')['file']),
    routes: (agent) =>
      withRuntimes(
        agentRoutes(defaults, agent, aliases, PRESET_PROVIDER[era], nameOf),
        agent?.models,
      ),
    presetModel: presetModel(child(models, 'providers'), nameOf),
    usesPresetModel: (agent) => isUnnamed(defaults, agent),
    usesPresetUtility: (agent) => utilityOf(defaults, agent) === undefined,
  };
}

/** OpenClaw's normalised agent id (2026.2.9): lower case, other characters to `-`, empty to `main`. */
export function normalizeAgentId(id: string): string {
  const trimmed = id.trim().toLowerCase();
  if (/^[a-z0-9][a-z0-9_-]{0,63}$/.test(trimmed)) return trimmed;
  const slug = trimmed
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64);
  return slug === '' ? 'main' : slug;
}

function filled(value: Json | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function child(value: JsonObject, key: string): JsonObject {
  const found = Object.hasOwn(value, key) ? value[key] : undefined;
  return isObject(found) ? found : {};
}

// `agents.entries` (2026.8 and later) and `agents.list` (before) may both stand in a migrated file.
function configuredAgents(agents: JsonObject): ConfiguredAgent[] {
  const list = Array.isArray(agents['list']) ? (agents['list'] as readonly Json[]) : [];
  const entries = [
    ...list.filter(isObject).map((entry) => ({ id: entry['id'], entry })),
    ...Object.entries(child(agents, 'entries')).map(([id, entry]) => ({
      id,
      entry: isObject(entry) ? entry : {},
    })),
  ];
  const found = new Map<string, ConfiguredAgent>();
  for (const { id, entry } of entries) {
    if (typeof id !== 'string') continue;
    const agentId = normalizeAgentId(id);
    if (found.has(agentId)) continue;
    found.set(agentId, {
      id: agentId,
      dir: filled(entry['agentDir']),
      model: entry['model'],
      utilityModel: entry['utilityModel'],
      models: child(entry, 'models'),
    });
  }
  return [...found.values()];
}

function declaredProfiles(
  profiles: JsonObject,
  nameOf: typeof normalizeProvider,
): Map<string, { readonly provider: string; readonly mode: string }> {
  const declared = new Map<string, { readonly provider: string; readonly mode: string }>();
  for (const [id, entry] of Object.entries(profiles)) {
    if (!isObject(entry)) continue;
    const { provider, mode } = entry;
    if (typeof provider !== 'string' || typeof mode !== 'string') continue;
    declared.set(id, { provider: nameOf(provider), mode });
  }
  return declared;
}

function providerConfigs(
  providers: JsonObject,
  nameOf: typeof normalizeProvider,
): Map<string, ProviderConfig> {
  const configs = new Map<string, ProviderConfig>();
  for (const [id, entry] of Object.entries(providers)) {
    const name = nameOf(id);
    // Of several entries the one of the very name counts, else the first (both versions).
    if (configs.has(name) && id !== name) continue;
    const apiKey = isObject(entry) ? entry['apiKey'] : undefined;
    const text = (field: string): string | null => {
      const value = isObject(entry) ? entry[field] : undefined;
      return typeof value === 'string' ? value : null;
    };
    configs.set(name, {
      apiKey:
        typeof apiKey === 'string' && apiKey.trim() !== ''
          ? 'text'
          : isObject(apiKey)
            ? 'reference'
            : 'none',
      apiKeyRef: apiKey,
      baseUrl: text('baseUrl'),
      api: text('api'),
      auth: text('auth'),
      entry,
    });
  }
  return configs;
}

// The first provider that is described with a model (2026.9.6).
function presetModel(
  providers: JsonObject,
  nameOf: typeof normalizeProvider,
): ConfigFacts['presetModel'] {
  for (const [name, entry] of Object.entries(providers)) {
    const models = isObject(entry) ? entry['models'] : undefined;
    if (!Array.isArray(models) || models.length === 0) continue;
    const [first] = models as readonly Json[];
    const model = isObject(first) && typeof first['id'] === 'string' ? first['id'] : '';
    return { provider: nameOf(name), model };
  }
  return null;
}

function secretProviders(providers: JsonObject): Map<string, SecretProvider> {
  return new Map(
    Object.entries(providers)
      .filter((entry): entry is [string, JsonObject] => isObject(entry[1]))
      .map(([alias, entry]) => [
        alias,
        {
          source: typeof entry['source'] === 'string' ? entry['source'] : '',
          allowlist: Array.isArray(entry['allowlist']) ? texts(entry['allowlist']) : null,
          singleValue: entry['mode'] === 'singleValue',
          path: typeof entry['path'] === 'string' ? entry['path'] : null,
          maxBytes: typeof entry['maxBytes'] === 'number' ? entry['maxBytes'] : null,
        },
      ]),
  );
}
