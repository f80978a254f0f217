// Reads which models an agent uses, and through which providers.
import type { ModelUse, Route } from '../core/agent.ts';
import type { normalizeProvider } from '../core/provider.ts';
import { isObject, texts, type Json, type JsonObject } from './config-file.ts';

/** What an entry of `agents.list` or `agents.entries` says about models. */
export interface AgentModels {
  readonly model: Json | undefined;
  readonly utilityModel: Json | undefined;
  /** What it says about single models. */
  readonly models?: JsonObject;
}

/** `agents.defaults.models` by alias, lower case. */
export function modelAliases(models: JsonObject): Map<string, string> {
  const aliases = new Map<string, string>();
  for (const [ref, entry] of Object.entries(models)) {
    const alias = isObject(entry) ? entry['alias'] : undefined;
    if (typeof alias === 'string' && alias.trim() !== '')
      aliases.set(alias.trim().toLowerCase(), ref);
  }
  return aliases;
}

/** The models of an agent, null for the defaults alone; aliases are resolved. */
export function agentRoutes(
  defaults: JsonObject,
  agent: AgentModels | null,
  aliases: ReadonlyMap<string, string>,
  preset: string,
  nameOf: typeof normalizeProvider,
): Route[] {
  const model = modelChoice(agent?.model);
  const fallback = modelChoice(defaults['model']);
  const image = modelChoice(defaults['imageModel']);
  const utility = utilityOf(defaults, agent);
  const refs: [ModelUse, string][] = [
    ...one('default', model.primary ?? fallback.primary),
    // A list of fallbacks replaces the default list, an empty one included (2026.2.9).
    ...(model.fallbacks ?? fallback.fallbacks ?? []).map(use('fallback')),
    ...one('image', image.primary),
    ...(image.fallbacks ?? []).map(use('image')),
    ...(typeof utility === 'string' ? one('utility', utility) : []),
  ];
  // A name without a provider or a model is none; OpenClaw passes it over, too. Of whom a variable
  // that is not set would be, nobody knows.
  return refs
    .filter(([, ref]) => !/^[^/]*\$\{/.test(ref))
    .map(([kind, ref]) => route(kind, ref, aliases, preset, nameOf))
    .filter(({ provider, model }) => provider !== '' && model !== '');
}

/** The utility model as configured: a name, the empty text for none, undefined when nothing says. */
export function utilityOf(defaults: JsonObject, agent: AgentModels | null): Json | undefined {
  return agent?.utilityModel ?? defaults['utilityModel'];
}

function use(kind: ModelUse): (ref: string) => [ModelUse, string] {
  return (ref) => [kind, ref];
}

function one(kind: ModelUse, ref: string | undefined): [ModelUse, string][] {
  return ref === undefined || ref.trim() === '' ? [] : [[kind, ref]];
}

/** True when neither the agent nor the defaults name a model; OpenClaw then takes one of its own. */
export function isUnnamed(defaults: JsonObject, agent: AgentModels | null): boolean {
  const named = modelChoice(agent?.model).primary ?? modelChoice(defaults['model']).primary;
  return named === undefined;
}

// A blank name is none, so that the defaults' counts.
function modelChoice(value: Json | undefined): { primary?: string; fallbacks?: string[] } {
  if (typeof value === 'string') return value.trim() === '' ? {} : { primary: value };
  if (!isObject(value)) return {};
  const { primary } = value;
  return {
    ...(typeof primary === 'string' && primary.trim() !== '' ? { primary } : {}),
    ...(Array.isArray(value['fallbacks']) ? { fallbacks: texts(value['fallbacks']) } : {}),
  };
}

// A name without a slash is an alias, else a model of the provider that OpenClaw takes by itself.
function route(
  kind: ModelUse,
  ref: string,
  aliases: ReadonlyMap<string, string>,
  preset: string,
  nameOf: typeof normalizeProvider,
): Route {
  const named = ref.trim();
  const full = named.includes('/') ? named : (aliases.get(named.toLowerCase()) ?? named);
  const slash = full.indexOf('/');
  return slash < 0
    ? { use: kind, provider: preset, model: full, ref: named }
    : {
        use: kind,
        provider: nameOf(full.slice(0, slash)),
        model: full.slice(slash + 1),
        ref: named,
      };
}
