// Names the databases of the SQLite era and what is known of one before it is opened.
import { join } from 'node:path';
import type { StoreFault } from '../core/agent.ts';
import type { StoredAuth } from './parse-store.ts';

export const AGENT_DATABASE = 'openclaw-agent.sqlite';

export interface SqliteStore {
  readonly path: string;
  readonly exists: boolean;
  /** Null when the database has no store row, or cannot be read. */
  readonly store: StoredAuth | null;
  readonly fault: StoreFault | null;
  readonly userVersion: number;
  /** Nothing was ever made in it. */
  readonly isEmpty?: boolean;
  /** Sessions are kept in it. */
  readonly hasTranscripts?: boolean;
}

export interface SharedState extends SqliteStore {
  /** `state-db`: the shared base stands here; otherwise in the main agent's database. */
  readonly location: 'state-db' | 'legacy-main';
  /** Names of live team secrets; null when they could not be read. */
  readonly secretNames: ReadonlySet<string> | null;
  /** Agents whose databases OpenClaw has noted; paths are as noted, within the state directory or absolute. */
  readonly agents: readonly { readonly id: string; readonly path: string }[];
  /** True when OpenClaw of this database no longer reads JSON stores. */
  readonly retiresJson: boolean;
}

/** Path of the shared database of a state directory. */
export function stateDatabase(stateDir: string): string {
  return join(stateDir, 'state', 'openclaw.sqlite');
}

/** What an absent database says: the era before 2026.8.1, or one without any database. */
export function noState(path: string): SharedState {
  return {
    path,
    exists: false,
    store: null,
    fault: null,
    userVersion: 0,
    location: 'legacy-main',
    secretNames: null,
    agents: [],
    retiresJson: false,
  };
}
