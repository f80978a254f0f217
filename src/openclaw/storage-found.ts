// Says by the storage of a gateway which generation of OpenClaw wrote it.
import { loadGateway } from './gateway.ts';
import { FIRST_OWNING_AGENT_SCHEMA } from './sqlite-store.ts';
import type { GatewaySource, SystemView } from './state-dir.ts';

/**
 * `json`: up to 2026.6.4; `agent databases`: 2026.6.5 to 2026.7; `shared database`: from 2026.8.1.
 * The first agent with a database of its own decides; none has one, but the state has: the last.
 */
export type StorageGeneration = 'json' | 'agent databases' | 'shared database';

/** What lies at `source`; JSON where there is nothing, since nothing speaks against it. */
export async function storageFound(
  view: SystemView,
  source: GatewaySource,
  now: number,
): Promise<StorageGeneration> {
  const loaded = await loadGateway(view, source);
  if (loaded?.gateway.storage !== 'sqlite') return 'json';
  for await (const { store } of loaded.agents(now)) {
    if (store.schemaVersion === null || store.schemaVersion === 0) continue;
    return store.schemaVersion < FIRST_OWNING_AGENT_SCHEMA ? 'agent databases' : 'shared database';
  }
  return 'shared database';
}
