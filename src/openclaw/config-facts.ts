// Takes from openclaw.json what decides about credentials: agents, models, order, modes, providers.
import type { ModelUse, Route } from '../core/agent.ts';
import { normalizeProvider } from '../core/provider.ts';
import { isObject, type Json, type JsonObject } from './config-file.ts';

export interface ConfiguredAgent {
  readonly id: string;
  readonly dir: string | null;
  readonly model: Json | undefined;
}

export interface ConfigFacts {
  readonly agents: readonly ConfiguredAgent[];
  /** True when any model is configured anywhere. */
  readonly hasModels: boolean;
  readonly order: ReadonlyMap<string, readonly string[]>;
  readonly declared: ReadonlyMap<string, { readonly provider: string; readonly mode: string }>;
  readonly providers: ReadonlyMap<string, ProviderConfig>;
  /** `agentRuntime.id` by `provider/model`. */
  readonly runtimes: ReadonlyMap<string, string>;
  /** Aliases of `secrets.providers`, with their source; undefined allowlist means any name. */
  readonly secretProviders: ReadonlyMap<
    string,
    { source: string; allowlist: readonly string[] | null }
  >;
  readonly secretDefaults: ReadonlyMap<string, string>;
  readonly shellEnv: boolean;
  /** The models an agent uses; pass null for the defaults alone. */
  routes(agent: ConfiguredAgent | null): readonly Route[];
}

export interface ProviderConfig {
  readonly apiKey: 'text' | 'reference' | 'none';
  readonly apiKeyRef: Json | undefined;
  readonly hasBaseUrl: boolean;
}

/** Reads the facts out of a config of either era; whatever has another shape counts as absent. */
export function configFacts(config: JsonObject): ConfigFacts {
  const agents = child(config, 'agents');
  const defaults = child(agents, 'defaults');
  const configured = configuredAgents(agents);
  const aliases = modelAliases(child(defaults, 'models'));
  const secrets = child(config, 'secrets');
  return {
    agents: configured,
    hasModels:
      defaults['model'] !== undefined || configured.some((agent) => agent.model !== undefined),
    order: new Map(
      Object.entries(child(child(config, 'auth'), 'order'))
        .filter(([, ids]) => Array.isArray(ids))
        .map(([provider, ids]) => [normalizeProvider(provider), texts(ids)]),
    ),
    declared: declaredProfiles(child(child(config, 'auth'), 'profiles')),
    providers: providerConfigs(child(child(config, 'models'), 'providers')),
    runtimes: modelRuntimes(child(defaults, 'models')),
    secretProviders: secretProviders(child(secrets, 'providers')),
    secretDefaults: new Map(
      Object.entries(child(secrets, 'defaults')).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    ),
    shellEnv: child(child(config, 'env'), 'shellEnv')['enabled'] === true,
    routes: (agent) => agentRoutes(defaults, agent?.model, aliases),
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

function child(value: JsonObject, key: string): JsonObject {
  const found = Object.hasOwn(value, key) ? value[key] : undefined;
  return isObject(found) ? found : {};
}

function texts(value: Json | undefined): string[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[])
    .filter((item): item is string => typeof item === 'string')
    .map((item) => item.trim())
    .filter((item) => item !== '');
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
    const dir = entry['agentDir'];
    found.set(agentId, {
      id: agentId,
      dir: typeof dir === 'string' && dir.trim() !== '' ? dir.trim() : null,
      model: entry['model'],
    });
  }
  return [...found.values()];
}

function modelAliases(models: JsonObject): Map<string, string> {
  const aliases = new Map<string, string>();
  for (const [ref, entry] of Object.entries(models)) {
    const alias = isObject(entry) ? entry['alias'] : undefined;
    if (typeof alias === 'string' && alias.trim() !== '')
      aliases.set(alias.trim().toLowerCase(), ref);
  }
  return aliases;
}

function agentRoutes(
  defaults: JsonObject,
  own: Json | undefined,
  aliases: ReadonlyMap<string, string>,
): Route[] {
  const model = modelChoice(own);
  const fallback = modelChoice(defaults['model']);
  const image = modelChoice(defaults['imageModel']);
  const utility = defaults['utilityModel'];
  const refs: [ModelUse, string][] = [
    ...one('default', model.primary ?? fallback.primary),
    // A list of fallbacks replaces the default list, an empty one included (2026.2.9).
    ...(model.fallbacks ?? fallback.fallbacks ?? []).map(use('fallback')),
    ...one('image', image.primary),
    ...(image.fallbacks ?? []).map(use('image')),
    ...(typeof utility === 'string' ? one('utility', utility) : []),
  ];
  return refs.map(([kind, ref]) => route(kind, ref, aliases));
}

function use(kind: ModelUse): (ref: string) => [ModelUse, string] {
  return (ref) => [kind, ref];
}

function one(kind: ModelUse, ref: string | undefined): [ModelUse, string][] {
  return ref === undefined || ref.trim() === '' ? [] : [[kind, ref]];
}

function modelChoice(value: Json | undefined): { primary?: string; fallbacks?: string[] } {
  if (typeof value === 'string') return { primary: value };
  if (!isObject(value)) return {};
  return {
    ...(typeof value['primary'] === 'string' ? { primary: value['primary'] } : {}),
    ...(Array.isArray(value['fallbacks']) ? { fallbacks: texts(value['fallbacks']) } : {}),
  };
}

// A name without a slash is an alias, else a model of anthropic (2026.2.9).
function route(kind: ModelUse, ref: string, aliases: ReadonlyMap<string, string>): Route {
  const named = ref.trim();
  const full = named.includes('/') ? named : (aliases.get(named.toLowerCase()) ?? named);
  const slash = full.indexOf('/');
  return slash < 0
    ? { use: kind, provider: 'anthropic', model: full, ref: named }
    : {
        use: kind,
        provider: normalizeProvider(full.slice(0, slash)),
        model: full.slice(slash + 1),
        ref: named,
      };
}

function declaredProfiles(
  profiles: JsonObject,
): Map<string, { readonly provider: string; readonly mode: string }> {
  const declared = new Map<string, { readonly provider: string; readonly mode: string }>();
  for (const [id, entry] of Object.entries(profiles)) {
    if (!isObject(entry)) continue;
    const { provider, mode } = entry;
    if (typeof provider !== 'string' || typeof mode !== 'string') continue;
    declared.set(id, { provider: normalizeProvider(provider), mode });
  }
  return declared;
}

function providerConfigs(providers: JsonObject): Map<string, ProviderConfig> {
  return new Map(
    Object.entries(providers).map(([id, entry]) => {
      const apiKey = isObject(entry) ? entry['apiKey'] : undefined;
      return [
        normalizeProvider(id),
        {
          apiKey:
            typeof apiKey === 'string' && apiKey.trim() !== ''
              ? 'text'
              : isObject(apiKey)
                ? 'reference'
                : 'none',
          apiKeyRef: apiKey,
          hasBaseUrl: isObject(entry) && typeof entry['baseUrl'] === 'string',
        } satisfies ProviderConfig,
      ];
    }),
  );
}

function modelRuntimes(models: JsonObject): Map<string, string> {
  const runtimes = new Map<string, string>();
  for (const [ref, entry] of Object.entries(models)) {
    const runtime = isObject(entry) ? child(entry, 'agentRuntime')['id'] : undefined;
    if (typeof runtime === 'string' && runtime.trim() !== '') runtimes.set(ref, runtime.trim());
  }
  return runtimes;
}

function secretProviders(
  providers: JsonObject,
): Map<string, { source: string; allowlist: readonly string[] | null }> {
  return new Map(
    Object.entries(providers)
      .filter((entry): entry is [string, JsonObject] => isObject(entry[1]))
      .map(([alias, entry]) => [
        alias,
        {
          source: typeof entry['source'] === 'string' ? entry['source'] : '',
          allowlist: Array.isArray(entry['allowlist']) ? texts(entry['allowlist']) : null,
        },
      ]),
  );
}
