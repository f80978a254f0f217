// Loads the agents of a gateway of the SQLite era: shared base, own database, retired JSON beside them.
import type { Agent, StoreFault } from '../core/agent.ts';
import { agentOf, type GatewayContext } from './agent-context.ts';
import { mainAgentDir, MAIN_AGENT, type AgentPlace } from './agents.ts';
import { below } from './below.ts';
import type { CommandLine } from './command-line.ts';
import { readCliLogins, withLogins } from './cli-logins.ts';
import { ownOnly } from './inheritance.ts';
import { inheritSqlite, withoutEnded } from './inheritance-sqlite.ts';
import { credentialsDir } from './json-agents.ts';
import { STORE_FILE } from './json-store.ts';
import { isAnything } from './look.ts';
import { EMPTY_STORE } from './parse-store.ts';
import type { SqliteStore } from './sqlite-files.ts';
import { FIRST_OWNING_AGENT_SCHEMA, readAgentDatabase } from './sqlite-store.ts';
import { gatewayHome } from './state-dir.ts';
import { withSynced } from './synced-logins.ts';

/** Those of 2026.9.6, of which it was measured; versions before it refuse an agent for less. */
const STATE_SCHEMA = 18;
const OWN_SCHEMA = 23;

/**
 * Reads one database after the other; the shared base is the state database or the main agent's
 * (2026.9.6). `asCommandLine`: as `models status` of 2026.9 sees it, which refuses retired JSON
 * wherever it lies and takes logins of other programs only in the place of stored copies.
 */
export async function* sqliteAgents(
  context: GatewayContext,
  places: readonly AgentPlace[],
  now: number,
  commandLine: CommandLine | null,
): AsyncGenerator<Agent, void, undefined> {
  const { view, source, shared } = context;
  const baseDir = mainAgentDir(view, source);
  const ownMain = below(source.stateDir, 'agents', MAIN_AGENT, 'agent');
  // A directory that the environment names is taken as it is.
  const owner = ({ id, dir }: Pick<AgentPlace, 'id' | 'dir'>): string | null =>
    dir === baseDir && dir !== ownMain ? null : id;
  const legacy =
    shared.location === 'legacy-main'
      ? await readAgentDatabase(view.files, baseDir, owner({ id: MAIN_AGENT, dir: baseDir }))
      : null;
  const logins = readCliLogins(view.files, gatewayHome(view, source), 'sqlite');
  const take = commandLine?.isKnown ? withSynced : withLogins;
  const base = take(legacy === null ? shared.store : legacy.store, logins, now);
  const origin = legacy === null ? 'shared' : MAIN_AGENT;
  // Main's own database is opened even where the environment names another directory for it (2026.9.6).
  const mainFault =
    commandLine?.isKnown === true && legacy === null && baseDir !== ownMain
      ? hiding((await readAgentDatabase(view.files, ownMain, null)).fault)
      : null;
  for (const place of places) {
    const isBase = legacy !== null && place.dir === baseDir;
    const own = isBase ? legacy : await readAgentDatabase(view.files, place.dir, owner(place));
    const local = commandLine?.isKnown
      ? withSynced(own.store, logins, now)
      : withoutEnded(own.store, base, now);
    const merged = isBase ? ownOnly(base ?? EMPTY_STORE) : inheritSqlite(local, base, now);
    const retires =
      commandLine?.isKnown === true ||
      shared.retiresJson ||
      own.userVersion >= FIRST_OWNING_AGENT_SCHEMA;
    const faults = [own.fault, isBase ? null : hiding(legacy?.fault ?? null), mainFault];
    const isEmpty = {
      own: !holdsAll(own, OWN_SCHEMA),
      base:
        !isBase &&
        !(legacy === null ? holdsAll(shared, STATE_SCHEMA) : holdsAll(legacy, OWN_SCHEMA)),
    };
    const path = own.exists ? own.path : shared.exists ? shared.path : null;
    const kind = path === null ? 'none' : 'sqlite';
    const schemaVersion = own.exists && own.isEmpty !== true ? own.userVersion : null;
    const transcripts = own.hasTranscripts === true ? own.path : null;
    yield agentOf(context, place, merged, origin, { kind, path, schemaVersion, transcripts }, [
      ...faults.filter((fault) => fault !== null),
      ...(retires ? retiredJson(context, place.dir, baseDir, isEmpty) : []),
    ]);
  }
}

/** True where retired JSON beside the database is certainly nothing but left over. */
function holdsAll({ store, userVersion }: SqliteStore, since: number): boolean {
  return store !== null && store.profiles.size > 0 && userVersion >= since;
}

// Where nothing can be seen of the base, nothing can be said about what is inherited.
function hiding(fault: StoreFault | null): StoreFault | null {
  return fault?.code === 'store_permissions' ? null : fault;
}

// OpenClaw refuses an agent while retired JSON lies beside a store without profiles: its own beside its own
// database, main's beside the shared store. Beside profiles such a file is left over and nothing reads it;
// `auth-state.json` and archives never matter (2026.9.6, measured). A database of an older one counts as empty.
function retiredJson(
  context: GatewayContext,
  dir: string,
  mainDir: string,
  isEmpty: { readonly own: boolean; readonly base: boolean },
): StoreFault[] {
  const names = [STORE_FILE, 'auth.json'];
  const ofMain = [
    ...names.map((name) => below(mainDir, name)),
    below(credentialsDir(context), 'oauth.json'),
  ];
  const ofAgent = dir === mainDir ? ofMain : names.map((name) => below(dir, name));
  const candidates = [...(isEmpty.own ? ofAgent : []), ...(isEmpty.base ? ofMain : [])];
  return [...new Set(candidates)]
    .filter((path) => isAnything(context.view.files, path))
    .map((path) => ({
      code: 'store_migration_required',
      path,
      problem: 'retired_json',
      detail: null,
    }));
}
