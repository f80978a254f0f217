// Reads the stores of the SQLite era (2026.6.5 and later): the shared database and one per agent.
import type { StoreFault } from '../core/agent.ts';
import type { Files } from '../world.ts';
import { below } from './below.ts';
import { normalizeAgentId } from './config-facts.ts';
import { overlay } from './inheritance.ts';
import { unreadable } from './json-file.ts';
import { permissionFault } from './json-store.ts';
import { lookAt } from './look.ts';
import { parseModernStore, parseModernUsage } from './modern-store.ts';
import type { StoredAuth } from './parse-store.ts';
import { AGENT_DATABASE, noState, type SharedState, type SqliteStore } from './sqlite-files.ts';

/** Newest schemas known, those of OpenClaw 2026.9.6; newer ones are not guessed at. */
const NEWEST_STATE_SCHEMA = 18;
const NEWEST_AGENT_SCHEMA = 23;
/** State databases from here on belong to an OpenClaw (2026.8.1) that keeps no credentials in JSON. */
const FIRST_SQLITE_ONLY_SCHEMA = 15;
/** Agent databases from here on do too. */
export const FIRST_OWNING_AGENT_SCHEMA = 19;

const AGENT_QUERIES = {
  store: {
    table: 'auth_profile_store',
    sql: "SELECT store_json AS json FROM auth_profile_store WHERE store_key = 'primary'",
  },
  state: {
    table: 'auth_profile_state',
    sql: "SELECT state_json AS json FROM auth_profile_state WHERE state_key = 'primary'",
  },
  // OpenClaw notes there whose database it is.
  owner: {
    table: 'schema_meta',
    sql: "SELECT role, agent_id FROM schema_meta WHERE meta_key = 'primary'",
  },
  // Whether there are any; what they tell is read elsewhere, and only where it is wanted.
  transcripts: {
    table: 'transcript_events',
    sql: 'SELECT 1 AS present FROM transcript_events LIMIT 1',
  },
} as const;

// Personal accounts (`model-account…`) are other rows of the same table and are never asked for.
const STATE_QUERIES = {
  machine: {
    table: 'config_machine_state',
    sql: "SELECT state_key AS key, value_json AS json FROM config_machine_state WHERE state_key IN ('auth.sharedStore', 'authProfiles.store', 'authProfiles.state')",
  },
  // OpenClaw notes here every agent whose database it opened (2026.9).
  agents: { table: 'agent_databases', sql: 'SELECT * FROM agent_databases' },
  secrets: {
    table: 'secret_store_entries',
    sql: "SELECT name FROM secret_store_entries WHERE scope_kind = 'team' AND deleted_at_ms IS NULL",
  },
} as const;

/**
 * Reads an agent's database; an absent one has neither store nor fault. `agentId`: whose it has to be,
 * as OpenClaw itself asks; null where it does not.
 */
export async function readAgentDatabase(
  files: Files,
  agentDir: string,
  agentId: string | null,
): Promise<SqliteStore> {
  const path = below(agentDir, AGENT_DATABASE);
  const opened = await open(files, path, AGENT_QUERIES, NEWEST_AGENT_SCHEMA);
  if (opened.rows === null) return { path, store: null, ...opened };
  const other = agentId === null ? null : otherOwner(opened.rows['owner']?.[0], agentId);
  if (other !== null && opened.userVersion === NEWEST_AGENT_SCHEMA) {
    return { path, store: null, ...opened, fault: unreadable(path, 'other_agent', other) };
  }
  const store = jsonOf(opened.rows['store']?.[0]);
  const state = jsonOf(opened.rows['state']?.[0]);
  const hasTranscripts = (opened.rows['transcripts']?.length ?? 0) > 0;
  return { path, ...opened, ...storeOf(path, store, state, opened.fault), hasTranscripts };
}

// A copied database, or one behind a link: 2026.9.6 refuses it, and then the agent has no credentials.
function otherOwner(row: SqliteRow | undefined, agentId: string): string | null {
  if (row === undefined) return null;
  const { role, agent_id: owner } = row;
  if (role !== 'agent') return 'it is no database of an agent';
  const id = typeof owner === 'string' ? owner : '';
  return id.trim() !== '' && normalizeAgentId(id) === agentId
    ? null
    : `its owner is ${id || 'nobody'}`;
}

/** Reads the shared database; an absent one means the era before 2026.8.1. */
export async function readStateDatabase(files: Files, path: string): Promise<SharedState> {
  const opened = await open(files, path, STATE_QUERIES, NEWEST_STATE_SCHEMA);
  const { exists, userVersion, fault } = opened;
  if (opened.rows === null) return { ...noState(path), exists, userVersion, fault };
  const rows = new Map(opened.rows['machine']?.map((row) => [row['key'], row]));
  const location = locationOf(rows.get('auth.sharedStore'));
  const store = jsonOf(rows.get('authProfiles.store'));
  const state = jsonOf(rows.get('authProfiles.state'));
  const names = (opened.rows['secrets'] ?? []).map((row) => row['name']);
  return {
    path,
    exists,
    userVersion,
    ...(location === null
      ? { store: null, fault: unreadable(path, 'corrupt', 'it names no known place of the store') }
      : storeOf(path, store, state, fault)),
    location: location ?? 'state-db',
    secretNames: new Set(names.filter((name): name is string => typeof name === 'string')),
    agents: (opened.rows['agents'] ?? []).flatMap(({ agent_id: id, path: at }) =>
      typeof id === 'string' && typeof at === 'string' ? [{ id, path: at }] : [],
    ),
    retiresJson: location === 'state-db' || userVersion >= FIRST_SQLITE_ONLY_SCHEMA,
  };
}

/** Who holds the shared base: without a row the main agent, as before 2026.8.1; null when it is nonsense. */
function locationOf(row: SqliteRow | undefined): SharedState['location'] | null {
  if (row === undefined) return 'legacy-main';
  const owner = jsonOf(row).value;
  const location =
    typeof owner === 'object' && owner !== null ? (owner as { location?: unknown }).location : null;
  return location === 'state-db' || location === 'legacy-main' ? location : null;
}

type SqliteRow = Readonly<Record<string, unknown>>;

type Rows = Readonly<Record<string, readonly SqliteRow[]>>;

async function open(
  files: Files,
  path: string,
  queries: Readonly<Record<string, { readonly table: string; readonly sql: string }>>,
  newestSchema: number,
): Promise<{
  rows: Rows | null;
  exists: boolean;
  fault: StoreFault | null;
  userVersion: number;
  isEmpty?: boolean;
}> {
  const none = { rows: null, userVersion: 0 };
  const { kind, mode } = lookAt(files, path);
  if (kind === 'absent') return { ...none, exists: false, fault: null };
  if (kind === 'unreachable') {
    return { ...none, exists: true, fault: unreadable(path, 'permission', null) };
  }
  const { readSqlite } = await import('./sqlite/read-sqlite.ts');
  const reading = await readSqlite(path, queries);
  if (!reading.ok) {
    if (reading.fault === 'missing') return { ...none, exists: false, fault: null };
    return { ...none, exists: true, fault: unreadable(path, reading.fault, reading.detail) };
  }
  const { userVersion, isEmpty, rows } = reading.content;
  if (userVersion > newestSchema) {
    const detail = `schema ${userVersion}, newest known ${newestSchema}`;
    return {
      rows: null,
      userVersion,
      exists: true,
      fault: unreadable(path, 'newer_schema', detail),
    };
  }
  return { rows, userVersion, isEmpty, exists: true, fault: permissionFault(path, mode) };
}

/** Personal accounts have a place of their own; OpenClaw passes over one that strayed here (2026.9.6). */
const UUID = '[a-f0-9]{8}-(?:[a-f0-9]{4}-){3}[a-f0-9]{12}';
const PERSONAL = new RegExp(`^personal:(?:gateway-owner|${UUID}):${UUID}$`);

function storeOf(
  path: string,
  store: RowJson,
  state: RowJson,
  fault: StoreFault | null,
): { store: StoredAuth | null; fault: StoreFault | null } {
  if (store.bad !== null) return { store: null, fault: unreadable(path, 'corrupt', store.bad) };
  if (store.value === undefined) return { store: null, fault };
  // What the store's own row says of order and usage counts where the other row says nothing (2026.9.6).
  const parsed = parseModernStore(store.value);
  if (parsed === null)
    return { store: null, fault: unreadable(path, 'corrupt', 'profiles is no object') };
  const { order, stats } = parseModernUsage(state.value);
  // Without its usage a profile is still judged by its clock.
  const lost = state.bad === null ? null : unreadable(path, 'corrupt', `usage: ${state.bad}`);
  const whole = {
    ...parsed,
    profiles: new Map([...parsed.profiles].filter(([id]) => !PERSONAL.test(id))),
    order: overlay(parsed.order, order),
    stats: overlay(parsed.stats, stats),
  };
  return { store: whole, fault: lost ?? fault };
}

interface RowJson {
  readonly value: unknown;
  readonly bad: string | null;
}

function jsonOf(row: SqliteRow | undefined): RowJson {
  if (row === undefined) return { value: undefined, bad: null };
  try {
    return { value: JSON.parse(String(row['json'])) as unknown, bad: null };
  } catch {
    return { value: undefined, bad: 'a row is not JSON' };
  }
}
