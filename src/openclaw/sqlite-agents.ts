// Loads the agents of a gateway of the SQLite era: shared base, own database, retired JSON beside them.
import { join } from 'node:path';
import type { Agent, StoreFault } from '../core/agent.ts';
import { agentOf, type GatewayContext } from './agent-context.ts';
import { mainAgentDir, MAIN_AGENT, type AgentPlace } from './agents.ts';
import { inheritSqlite, ownOnly } from './inheritance.ts';
import { STORE_FILE } from './json-store.ts';
import { EMPTY_STORE } from './parse-store.ts';
import { readAgentDatabase } from './sqlite-store.ts';

/** Reads one database after the other; the shared base is the state database or the main agent's (2026.9.6). */
export async function* sqliteAgents(
  context: GatewayContext,
  places: readonly AgentPlace[],
): AsyncGenerator<Agent, void, undefined> {
  const { view, source, shared } = context;
  const baseDir = mainAgentDir(view, source);
  const legacy =
    shared.location === 'legacy-main' ? await readAgentDatabase(view.files, baseDir) : null;
  const base = legacy === null ? shared.store : legacy.store;
  for (const place of places) {
    const own =
      legacy !== null && place.dir === baseDir
        ? legacy
        : await readAgentDatabase(view.files, place.dir);
    const merged =
      own === legacy ? ownOnly(own.store ?? EMPTY_STORE) : inheritSqlite(own.store, base);
    const faults = [...(own.fault === null ? [] : [own.fault]), ...retiredJson(context, place)];
    const path = own.exists ? own.path : shared.exists ? shared.path : null;
    const origin = legacy === null ? 'shared' : MAIN_AGENT;
    const kind = path === null ? 'none' : 'sqlite';
    const schemaVersion = own.exists ? own.userVersion : null;
    yield agentOf(context, place, merged, origin, { kind, path, schemaVersion }, faults);
  }
}

// OpenClaw refuses an agent whose retired JSON was never imported (`AUTH_PROFILE_MIGRATION_REQUIRED`).
function retiredJson(context: GatewayContext, place: AgentPlace): StoreFault[] {
  const { view, source, shared } = context;
  if (!shared.retiresJson) return [];
  const candidates = [join(place.dir, STORE_FILE), join(place.dir, 'auth.json')];
  if (place.id === MAIN_AGENT) candidates.push(join(source.stateDir, 'credentials', 'oauth.json'));
  return candidates
    .filter((path) => view.files.stat(path) !== null)
    .map((path) => ({
      code: 'store_migration_required',
      path,
      problem: 'retired_json',
      detail: null,
    }));
}
