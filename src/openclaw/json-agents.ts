// Loads the agents of a gateway of the JSON era, with what each inherits from the main agent.
import { join } from 'node:path';
import type { Agent, StoreFault } from '../core/agent.ts';
import { agentOf, type GatewayContext } from './agent-context.ts';
import { mainAgentDir, MAIN_AGENT, type AgentPlace } from './agents.ts';
import { readCliLogins, withLogins } from './cli-logins.ts';
import { inheritJson, ownOnly } from './inheritance.ts';
import { readJsonStore, readLegacyStores } from './json-store.ts';
import { EMPTY_STORE } from './parse-store.ts';
import { envValue, gatewayHome, resolvePath } from './state-dir.ts';

const NO_LEGACY: ReturnType<typeof readLegacyStores> = { store: null, faults: [] };

/**
 * Reads one store after the other. A store that cannot be read is a fault of its agent and of all that
 * inherit from it; each is then judged by what OpenClaw 2026.2 would put in its place: the inherited
 * or the legacy store.
 */
export async function* jsonAgents(
  context: GatewayContext,
  places: readonly AgentPlace[],
  now: number,
): AsyncGenerator<Agent, void, undefined> {
  const { view, source } = context;
  const baseDir = mainAgentDir(view, source);
  const oauthDir = credentialsDir(context);
  const logins = readCliLogins(view.files, gatewayHome(view, source), 'json');
  const base = readJsonStore(view.files, baseDir);
  const legacyOf = (dir: string) => readLegacyStores(view.files, dir, oauthDir);
  const baseLegacy = base.store === null ? legacyOf(baseDir) : NO_LEGACY;
  const baseStore = withLogins(base.store ?? baseLegacy.store, logins, now);
  // Only a file that can be read is copied to others; what it would import is merged in at the end.
  const isCopied = (base.store?.profiles.size ?? 0) > 0;
  for (const place of places) {
    const isBase = place.dir === baseDir;
    const own = isBase ? base : readJsonStore(view.files, place.dir);
    const legacy = isBase
      ? baseLegacy
      : own.store === null && !isCopied
        ? legacyOf(place.dir)
        : NO_LEGACY;
    // A copy of the base takes the logins that the base took.
    const isCopy = own.store === null && isCopied;
    const taken = isCopy
      ? logins.filter((login) => baseStore?.profiles.get(login.profileId) === login)
      : logins;
    const store = isBase ? baseStore : withLogins(own.store ?? legacy.store, taken, now);
    const merged = isBase ? ownOnly(store ?? EMPTY_STORE) : inheritJson(store, baseStore);
    const kind = own.exists || store !== null ? 'json' : 'none';
    const inherited = isBase ? [] : [hiding(base.fault), ...baseLegacy.faults];
    const faults = [own.fault, ...legacy.faults, ...inherited];
    yield agentOf(
      context,
      place,
      merged,
      MAIN_AGENT,
      { kind, path: own.path, schemaVersion: null },
      distinct(faults.filter((fault) => fault !== null)),
    );
  }
}

/** The one shared file may be lost to the base and to the agent alike. */
function distinct(faults: readonly StoreFault[]): readonly StoreFault[] {
  return [...new Map(faults.map((fault) => [fault.path, fault])).values()];
}

// Where nothing can be seen of the base, nothing can be said about what is inherited.
function hiding(fault: StoreFault | null): StoreFault | null {
  return fault?.code === 'store_permissions' ? null : fault;
}

/** Where OpenClaw once kept logins that all agents share. */
export function credentialsDir({ view, source }: GatewayContext): string {
  const named = source.isDefault ? envValue(view.env, 'OPENCLAW_OAUTH_DIR') : null;
  return named === null ? join(source.stateDir, 'credentials') : resolvePath(view, named);
}
