// Loads the agents of a gateway of the JSON era, with what each inherits from the main agent.
import { join } from 'node:path';
import type { Agent } from '../core/agent.ts';
import { agentOf, type GatewayContext } from './agent-context.ts';
import { mainAgentDir, MAIN_AGENT, type AgentPlace } from './agents.ts';
import { readCliLogins, takesLogin } from './cli-logins.ts';
import { inheritJson, ownOnly } from './inheritance.ts';
import { readJsonStore, readLegacyStores } from './json-store.ts';
import { EMPTY_STORE, type StoredAuth } from './parse-store.ts';
import { envValue, openclawHome } from './state-dir.ts';

/**
 * Reads one store after the other. A store that cannot be read is a fault of its agent, which is then
 * judged by what OpenClaw 2026.2 would put in its place: the inherited or the legacy store.
 */
export async function* jsonAgents(
  context: GatewayContext,
  places: readonly AgentPlace[],
  now: number,
): AsyncGenerator<Agent, void, undefined> {
  const { view, source } = context;
  const baseDir = mainAgentDir(view, source);
  const oauthDir =
    (source.isDefault ? envValue(view.env, 'OPENCLAW_OAUTH_DIR') : null) ??
    join(source.stateDir, 'credentials');
  const logins = readCliLogins(view.files, openclawHome(view));
  const withLogins = (store: StoredAuth | null): StoredAuth | null => {
    const taken = logins.filter((login) =>
      takesLogin(store?.profiles.get(login.profileId), login, now),
    );
    if (taken.length === 0) return store;
    const base = store ?? {
      profiles: new Map(),
      malformed: [],
      order: new Map(),
      stats: new Map(),
    };
    const added = taken.map((login) => [login.profileId, login] as const);
    return { ...base, profiles: new Map([...base.profiles, ...added]) };
  };
  const base = readJsonStore(view.files, baseDir);
  const baseStore = withLogins(base.store ?? readLegacyStores(view.files, baseDir, oauthDir));
  for (const place of places) {
    const own = place.dir === baseDir ? base : readJsonStore(view.files, place.dir);
    const inherits = own.store === null && (baseStore?.profiles.size ?? 0) > 0;
    const store =
      place.dir === baseDir
        ? baseStore
        : withLogins(
            own.store ?? (inherits ? null : readLegacyStores(view.files, place.dir, oauthDir)),
          );
    const merged =
      place.dir === baseDir || baseStore === null
        ? ownOnly(store ?? EMPTY_STORE)
        : inheritJson(store, baseStore);
    const kind = own.exists || store !== null ? 'json' : 'none';
    yield agentOf(
      context,
      place,
      merged,
      MAIN_AGENT,
      { kind, path: own.path, schemaVersion: null },
      own.fault === null ? [] : [own.fault],
    );
  }
}
