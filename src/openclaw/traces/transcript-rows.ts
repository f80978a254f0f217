// Reads the transcripts that OpenClaw 2026.9 keeps in the agent's database, compressed rows included.
import { fields } from '../../core/error-words.ts';
import { normalizeProvider } from '../../core/provider.ts';
import { readRecordedError } from '../../core/recorded-error.ts';
import type { SqliteQuery } from '../sqlite/connection.ts';
import { readSqlite } from '../sqlite/read-sqlite.ts';
import type { SqliteRow } from '../sqlite/reading.ts';
import { addTurn, type AgentRecords } from './agent-records.ts';
import type { TraceWindow } from './trace-window.ts';
import { turnOf, turnOfMessage, type Turn } from './transcript-entry.ts';
import type { Unpack } from './zstd.ts';

/** The newest sessions, and of each the last rows: a refusal further back was followed by other turns. */
const MOST_SESSIONS = 100;
const LAST_ROWS = 80;
/** OpenClaw's own limit for one event. */
const EVENT_LIMIT_BYTES = 4 * 1024 * 1024;
/** A session's row is touched a moment before or after its last event. */
const SLACK_MS = 60_000;

const FIELDS = [
  'role',
  'stopReason',
  'provider',
  'model',
  'timestamp',
  'errorMessage',
  'errorBody',
  'errorCode',
];

/** Adds to `records` what the database at `path` tells since it was last read. */
export async function readTranscriptRows(
  path: string,
  agent: string,
  window: TraceWindow,
  records: AgentRecords,
): Promise<void> {
  const since = Math.max(window.since, window.from(path)?.offset ?? 0);
  let reading = await readSqlite(path, queries(since, 't.event_zstd'));
  // Before 2026.9.6 no row was compressed.
  if (!reading.ok && reading.fault === 'schema')
    reading = await readSqlite(path, queries(since, 'NULL'));
  if (!reading.ok) {
    if (reading.fault !== 'missing') records.faults.push({ path, problem: reading.fault });
    return;
  }
  const { turns = [], sessions = [] } = reading.content.rows;
  const profiles = new Map(sessions.map((row) => [row['session'], textOf(row['profile'])]));
  const finished = new Set<unknown>();
  const isPacked = turns.some(({ packed }) => packed instanceof Uint8Array);
  const unpack = isPacked ? await decoder() : null;
  let unpacked = true;
  let newest = since;
  for (const row of turns) {
    if (typeof row['at'] === 'number') newest = Math.max(newest, row['at']);
    const turn = turnIn(row, unpack);
    if (turn === 'packed') unpacked = false;
    if (turn === 'packed' || turn === null) continue;
    finished.add(row['session']);
    const profileId = profiles.get(row['session']) ?? null;
    addTurn(records, turn, { agent, profileId, seenIn: path });
  }
  for (const row of sessions) {
    // The session's own note is shortened and generic; it counts where no turn tells more.
    if (!finished.has(row['session'])) addFailedRun(records, row, agent, path);
  }
  if (!unpacked) records.faults.push({ path, problem: 'compressed' });
  window.reached(path, { inode: 0, offset: newest });
}

// Of an event only the named fields leave SQLite; what was said does not.
function queries(
  since: number,
  packed: 't.event_zstd' | 'NULL',
): Readonly<Record<string, SqliteQuery>> {
  const pairs = FIELDS.map((name) => `'${name}', json_extract(t.event_json, '$.message.${name}')`);
  const recent = `SELECT session_id FROM session_windows WHERE updated_at >= ${since - SLACK_MS}
    ORDER BY updated_at DESC LIMIT ${MOST_SESSIONS}`;
  return {
    turns: {
      table: 'session_windows',
      sql: `SELECT t.session_id AS session, t.created_at AS at, ${packed} AS packed,
        CASE WHEN json_valid(t.event_json) THEN json_object(${pairs.join(', ')},
          'runId', json_extract(t.event_json, '$.message.__openclaw.runId')) END AS turn
        FROM (${recent}) AS w JOIN transcript_events AS t ON t.session_id = w.session_id
        AND t.seq > (SELECT max(seq) FROM transcript_events AS m WHERE m.session_id = w.session_id)
          - ${LAST_ROWS}
        WHERE t.created_at >= ${since}`,
    },
    sessions: {
      table: 'session_nodes',
      sql: `SELECT current_session_id AS session, status, updated_at AS at,
        CASE WHEN json_valid(entry_json)
          THEN json_extract(entry_json, '$.authProfileOverride') END AS profile,
        CASE WHEN json_valid(entry_json)
          THEN json_extract(entry_json, '$.modelProvider') END AS provider,
        CASE WHEN status = 'failed' AND json_valid(entry_json)
          THEN json_extract(entry_json, '$.lastRunError') END AS error
        FROM session_nodes WHERE updated_at >= ${since - SLACK_MS}
        ORDER BY updated_at DESC LIMIT ${MOST_SESSIONS}`,
    },
  };
}

async function decoder(): Promise<Unpack> {
  const { zstdDecoder } = await import('./zstd.ts');
  return zstdDecoder(EVENT_LIMIT_BYTES);
}

function turnIn({ turn, packed, at }: SqliteRow, unpack: Unpack | null): Turn | 'packed' | null {
  if (typeof turn === 'string') return turnOfMessage(fields(JSON.parse(turn)), at);
  if (!(packed instanceof Uint8Array) || unpack === null) return null;
  try {
    return turnOf(JSON.parse(unpack(packed)), at);
  } catch {
    return 'packed';
  }
}

// A run that failed before a request leaves no turn, only the session's status (2026.9.6).
function addFailedRun(records: AgentRecords, row: SqliteRow, agent: string, path: string): void {
  const { error: text, at, status } = row;
  if (status !== 'failed' || typeof text !== 'string' || typeof at !== 'number') return;
  const error = readRecordedError(text);
  if (error.refusal === null) return;
  const provider = error.provider ?? textOf(row['provider']);
  records.sightings.push({
    at,
    agent,
    provider: provider === null ? null : normalizeProvider(provider),
    profileId: textOf(row['profile']),
    refusal: error.refusal,
    status: error.status,
    requestId: error.requestId,
    source: 'transcript',
    seenIn: path,
    runId: null,
  });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
