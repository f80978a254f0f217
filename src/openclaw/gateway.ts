// Loads a gateway: its facts at once, its agents one by one, so that ten thousand cost no memory.
import { join } from 'node:path';
import type { Agent, Gateway, KeySource, StoreFault } from '../core/agent.ts';
import type { GatewayContext } from './agent-context.ts';
import { listAgents, type AgentPlace } from './agents.ts';
import { configFacts, type ConfigFacts } from './config-facts.ts';
import { readConfigFile, type ConfigReading } from './config-file.ts';
import { Environment, envFileLayers, stateEnvFile } from './environment.ts';
import { jsonAgents } from './json-agents.ts';
import { STORE_FILE, unreadable } from './json-store.ts';
import { findKey, KEYED_PROVIDERS, needsNoKey } from './provider-keys.ts';
import { sqliteAgents } from './sqlite-agents.ts';
import { AGENT_DATABASE, readStateDatabase, type SharedState } from './sqlite-store.ts';
import type { GatewaySource, SystemView } from './state-dir.ts';
import { strictConfigFaults } from './strict-config.ts';

export interface LoadedGateway {
  readonly gateway: Gateway;
  /** Reads each agent's store when it is asked for. */
  agents(now: number): AsyncGenerator<Agent, void, undefined>;
}

/** Loads the gateway at `source`; null when its state directory is not there. Nothing is written. */
export async function loadGateway(
  view: SystemView,
  source: GatewaySource,
): Promise<LoadedGateway | null> {
  if (!view.files.stat(source.stateDir)?.isDirectory) return null;
  const faults: StoreFault[] = [];
  const environment = gatewayEnvironment(view, source, faults);
  const configPath = source.configCandidates.find((path) => view.files.stat(path) !== null) ?? null;
  const reading: ConfigReading =
    configPath === null
      ? { config: {}, problem: null }
      : await readConfigFile(view.files, configPath, environment);
  const facts = configFacts(reading.config);
  const shared = await readStateDatabase(view.files, source.stateDir);
  if (shared.fault !== null) faults.push(shared.fault);
  const places = placesOf(view, source, facts, faults);
  const storage = storageOf(view, places, shared);
  const known = places.filter((place) => place.origin !== 'implicit');
  const routesOf = (place: AgentPlace) => facts.routes(place.configured);
  const keys = new Map<string, KeySource | null>();
  const key = (provider: string): KeySource | null => {
    const cached = keys.get(provider);
    if (cached !== undefined) return cached;
    const found = findKey(provider, facts, environment, shared.secretNames);
    keys.set(provider, found);
    return found;
  };
  const gateway: Gateway = {
    label: source.label,
    stateDir: source.stateDir,
    configPath,
    storage,
    faults,
    configFault:
      reading.problem === null ? null : { path: configPath ?? '', problem: reading.problem },
    strictConfigFaults: strictConfigFaults(reading.config, places),
    hasModels: facts.hasModels,
    usedProviders: new Set(known.flatMap(routesOf).map((route) => route.provider)),
    order: facts.order,
    declared: facts.declared,
    key,
    anyKey: () =>
      [...KEYED_PROVIDERS, ...facts.providers.keys()].map(key).find((found) => found !== null) ??
      null,
    needsNoKey: (provider) => needsNoKey(provider, facts),
    servedBy: ({ provider, model }) => facts.runtimes.get(`${provider}/${model}`) ?? null,
    agentIds: known.map((place) => place.id),
  };
  const context: GatewayContext = { view, source, facts, environment, shared, gateway };
  return {
    gateway,
    agents: (now) =>
      storage === 'sqlite' ? sqliteAgents(context, places) : jsonAgents(context, places, now),
  };
}

function gatewayEnvironment(
  view: SystemView,
  source: GatewaySource,
  faults: StoreFault[],
): Environment {
  const gatewayFiles = [stateEnvFile(source.stateDir), ...source.envFiles];
  const { layers, faults: unread } = envFileLayers(view.files, gatewayFiles);
  // OpenClaw 2026.2 also reads the .env of its working directory; ours may be another one.
  const cwd = source.isDefault ? envFileLayers(view.files, [join(view.cwd, '.env')]).layers : [];
  faults.push(...unread.map(({ path, code }) => unreadable(path, 'permission', code)));
  return new Environment([
    ...layers,
    { name: '', env: view.env, own: true },
    ...cwd.map((layer) => ({ ...layer, own: true })),
  ]);
}

function placesOf(
  view: SystemView,
  source: GatewaySource,
  facts: ConfigFacts,
  faults: StoreFault[],
): readonly AgentPlace[] {
  try {
    return listAgents(view, source, facts);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? null;
    if (code === null) throw error;
    faults.push(unreadable(join(source.stateDir, 'agents'), 'permission', code));
    return [];
  }
}

// One database anywhere means the SQLite era: JSON beside it is no longer read by OpenClaw.
function storageOf(
  view: SystemView,
  places: readonly AgentPlace[],
  shared: SharedState,
): Gateway['storage'] {
  const has = (name: string) =>
    places.some((place) => view.files.stat(join(place.dir, name)) !== null);
  if (shared.retiresJson || (shared.exists && shared.fault !== null) || has(AGENT_DATABASE)) {
    return 'sqlite';
  }
  if (has(STORE_FILE) || has('auth.json')) return 'json';
  return shared.exists ? 'sqlite' : 'none';
}
