// Loads a gateway: its facts at once, its agents one by one, so that ten thousand cost no memory.
import type { Agent, Gateway, StoreFault } from '../core/agent.ts';
import type { LoginSettings } from '../core/login.ts';
import type { GatewayContext } from './agent-context.ts';
import { listAgents, mainAgentDir, type AgentPlace } from './agents.ts';
import { below } from './below.ts';
import type { CommandLine } from './command-line.ts';
import { configFacts } from './config-facts.ts';
import { readConfigFile, type ConfigReading, type JsonObject } from './config-file.ts';
import { commandLineEnvironment, gatewayEnvironment } from './gateway-environment.ts';
import { gatewayKeys } from './gateway-keys.ts';
import { jsonAgents } from './json-agents.ts';
import { STORE_FILE } from './json-store.ts';
import { isAnything, kindAt } from './look.ts';
import type { Login } from './login-files.ts';
import type { Era } from './parse-profile.ts';
import { needsNoKey, VARIABLES, type ProviderVariables } from './provider-keys.ts';
import { AGENT_DATABASE, noState, stateDatabase, type SharedState } from './sqlite-files.ts';
import type { GatewaySource, SystemView } from './state-dir.ts';

export interface LoadedGateway {
  readonly gateway: Gateway;
  /** The state directory exists; only a command line does without. */
  readonly isThere: boolean;
  /** `logging.file` of its config. */
  readonly logFile: string | null;
  /** The logins of other programs that were asked for. */
  logins(wanted: LoginSettings): Promise<readonly Login[]>;
  /** Reads each agent's store when it is asked for. */
  agents(now: number): AsyncGenerator<Agent, void, undefined>;
}

/**
 * Loads the gateway at `source`; null when its state directory is not there, which does not stop
 * OpenClaw's own command line. Nothing is written.
 */
export async function loadGateway(
  view: SystemView,
  source: GatewaySource,
  commandLine: CommandLine | null = null,
): Promise<LoadedGateway | null> {
  const isThere = kindAt(view.files, source.stateDir) === 'directory';
  if (!isThere && (commandLine === null || !source.isDefault)) return null;
  const faults: StoreFault[] = [];
  const shared = await sharedState(view, source.stateDir);
  const era = commandLine?.era ?? eraOf(view, source, shared);
  const variables = await variablesOf(era, commandLine);
  const environment =
    commandLine === null
      ? gatewayEnvironment(view, source, era, variables, faults)
      : commandLineEnvironment(view, source, era, variables);
  const candidates = [...source.configCandidates, ...(era === 'json' ? source.homeConfigs : [])];
  const configPath = candidates.find((path) => isAnything(view.files, path)) ?? null;
  const reading: ConfigReading =
    configPath === null
      ? { config: {}, fault: null, unset: null, named: new Set() }
      : await readConfigFile(view.files, configPath, environment);
  // The command line of 2026.9.
  const isLater = era === 'sqlite' && commandLine?.isKnown === true;
  const configFault = reading.fault ?? (isLater ? null : reading.unset);
  const facts = configFacts(reading.config, era, await namesOf(era, commandLine));
  if (shared.fault !== null) faults.push(shared.fault);
  const { places, fault } = listAgents(view, source, facts, commandLine, shared.agents);
  if (fault !== null) faults.push(fault);
  const storage = commandLine?.era ?? storageOf(view, places, shared);
  const known = places.filter((place) => place.origin !== 'implicit');
  const routes = known.flatMap((place) => facts.routes(place.configured));
  const { key, anyKey } = gatewayKeys(view, facts, environment, shared.secretNames, variables);
  // What only OpenClaw's own command line reads into the config and the stores.
  const around = {
    view,
    source,
    facts,
    environment,
    storeNames: shared.secretNames,
    named: reading.named,
  };
  const literal = isLater
    ? (await import('./literal-keys.ts')).literalKeys(around, variables)
    : null;
  const gateway: Gateway = {
    label: source.label,
    stateDir: source.stateDir,
    isDefault: source.isDefault,
    configPath,
    storage,
    faults,
    configFault: configFault && { path: configPath ?? '', ...configFault },
    strictConfigFaults: [
      ...(await strictFaults(reading.config, places, commandLine)),
      ...(literal?.unresolved ?? []),
    ],
    configuredKeys: literal?.configured ?? new Map(),
    openaiWays: literal?.openaiWays ?? null,
    usedProviders: new Set(routes.map((route) => route.provider)),
    order: facts.order,
    declared: facts.declared,
    key,
    anyKey,
    endpoint: (provider) => facts.providers.get(provider)?.baseUrl?.trim() || null,
    needsNoKey: (provider) => needsNoKey(provider, facts, variables),
    servedBy: ({ provider, model, runtime }) => runtime ?? facts.runtimeOf(provider, model),
    agentIds: known.map((place) => place.id),
  };
  // The SQLite side is loaded only where there is a database.
  const sqlite = storage === 'sqlite' ? await import('./sqlite-agents.ts') : null;
  const context: GatewayContext = {
    view,
    source,
    facts,
    environment,
    shared,
    gateway,
    followsRefs: commandLine === null,
    standIn: literal?.standIn ?? null,
    secretFile: source.readsSecretFiles
      ? (await import('./secret-file.ts')).secretFiles(view, source, facts)
      : null,
  };
  return {
    gateway,
    isThere,
    logFile: facts.logFile,
    // Loaded only where a config asks for them.
    logins: async (wanted) =>
      (await import('./login-files.ts')).readLogins(view, source, environment, wanted),
    agents: (now) =>
      sqlite === null
        ? jsonAgents(context, places, now)
        : sqlite.sqliteAgents(context, places, now, commandLine),
  };
}

/** What the environment is searched for; a gateway with later plugins may read more than its own list. */
async function variablesOf(era: Era, commandLine: CommandLine | null): Promise<ProviderVariables> {
  if (era === 'json') return VARIABLES;
  const { VARIABLES_2026_9, withPlugins } = await import('./provider-variables-2026-9.ts');
  return commandLine?.isKnown === true ? VARIABLES_2026_9 : withPlugins(VARIABLES);
}

/** Only a mirror has to fold the names of providers as one version does, and no others. */
async function namesOf(
  era: Era,
  commandLine: CommandLine | null,
): Promise<((name: string) => string) | undefined> {
  if (commandLine?.isKnown !== true) return undefined;
  const { provider20262, provider20269 } = await import('../core/provider-names.ts');
  return era === 'json' ? provider20262 : provider20269;
}

async function sharedState(view: SystemView, stateDir: string): Promise<SharedState> {
  const path = stateDatabase(stateDir);
  if (kindAt(view.files, path) === 'absent') return noState(path);
  return (await import('./sqlite-store.ts')).readStateDatabase(view.files, path);
}

/** Only OpenClaw's own command line refuses a config for these; a mirror has to know. */
async function strictFaults(
  config: JsonObject,
  places: readonly AgentPlace[],
  commandLine: CommandLine | null,
): Promise<readonly string[]> {
  if (commandLine?.isKnown !== true) return [];
  return (await import('./strict-config.ts')).strictConfigFaults(config, places, commandLine);
}

/** The era before the agents are known; a database of the main agent or the shared one tells. */
function eraOf(view: SystemView, source: GatewaySource, shared: SharedState): Era {
  const main = below(mainAgentDir(view, source), AGENT_DATABASE);
  return shared.exists || isAnything(view.files, main) ? 'sqlite' : 'json';
}

// One database anywhere means the SQLite era: JSON beside it is no longer read by OpenClaw.
function storageOf(
  view: SystemView,
  places: readonly AgentPlace[],
  shared: SharedState,
): Gateway['storage'] {
  const has = (name: string): boolean =>
    places.some(({ dir }) => {
      const kind = kindAt(view.files, below(dir, name));
      return kind !== 'absent' && kind !== 'unreachable';
    });
  if (shared.retiresJson || (shared.exists && shared.fault !== null) || has(AGENT_DATABASE)) {
    return 'sqlite';
  }
  if (has(STORE_FILE) || has('auth.json')) return 'json';
  return shared.exists ? 'sqlite' : 'none';
}
