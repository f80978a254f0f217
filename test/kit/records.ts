// Makes what OpenClaw leaves behind: transcripts of both eras and the gateway's log, in their recorded shapes.
import { createHash } from 'node:crypto';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import type { PassiveRequest } from '../../src/passive-records.ts';
import { type GatewayHome, NOW } from './gateway.ts';

export const SENTENCE =
  'This credential is only authorized for use with Claude Code and cannot be used for other API requests.';

/** Every source, no memory: as `check` looks. */
export const PASSIVE: PassiveRequest = {
  sources: { stats: true, transcripts: true, log: true },
  memory: null,
};

/** Anthropic's envelope, as text. */
export function anthropicBody(
  message: string,
  type = 'invalid_request_error',
  more: object = {},
): string {
  const error = { type, message, ...more };
  return JSON.stringify({ type: 'error', error, request_id: 'req_011CFAKEFAKEFAKEFAKE' });
}

export interface TurnOptions {
  /** Epoch ms; a minute before the moment of the kit. */
  readonly at?: number;
  readonly provider?: string;
  readonly model?: string;
  readonly runId?: string;
}

/** A failed turn of a transcript; `errorMessage` is `400 {…}` (2026.2) or `400: {…}` (2026.9). */
export function failedTurn(
  errorMessage: string,
  options: TurnOptions = {},
  more: object = {},
): object {
  return turn('error', options, { content: [], errorMessage, ...more });
}

/** A turn that was answered; `text` is what the assistant said. */
export function answeredTurn(options: TurnOptions = {}, text = 'fine'): object {
  return turn('stop', options, { content: [{ type: 'text', text }] });
}

export function userTurn(text: string, at = NOW - 60_000): object {
  const message = { role: 'user', content: [{ type: 'text', text }], timestamp: at };
  return { type: 'message', id: 'u1', timestamp: new Date(at).toISOString(), message };
}

function turn(stopReason: string, options: TurnOptions, more: object): object {
  const { at = NOW - 60_000, provider = 'anthropic', model = 'claude-sonnet-4-5', runId } = options;
  return {
    type: 'message',
    id: '0939a88a',
    timestamp: new Date(at).toISOString(),
    message: {
      role: 'assistant',
      api: 'anthropic-messages',
      provider,
      model,
      stopReason,
      timestamp: at,
      ...more,
      ...(runId === undefined ? {} : { __openclaw: { runId } }),
    },
  };
}

/** Lines of JSON, each with its end. */
export function lines(...entries: readonly (object | string)[]): string {
  return entries
    .map((entry) => `${typeof entry === 'string' ? entry : JSON.stringify(entry)}\n`)
    .join('');
}

/** Writes the JSONL session of an agent; returns its path. */
export function session(
  home: GatewayHome,
  entries: readonly (object | string)[],
  { agent = 'main', id = '83daeee1', profileId = null as string | null } = {},
): string {
  const dir = `agents/${agent}/sessions`;
  const entry = {
    sessionId: id,
    updatedAt: NOW,
    ...(profileId && { authProfileOverride: profileId }),
  };
  home.file(`${dir}/sessions.json`, { [`agent:${agent}:main`]: entry });
  home.file(`${dir}/${id}.jsonl`, lines(...entries));
  return stamp(join(home.stateDir, dir, `${id}.jsonl`));
}

export interface SessionRows {
  readonly agent?: string;
  readonly session?: string;
  readonly profileId?: string;
  readonly status?: string;
  readonly lastRunError?: string;
  readonly updatedAt?: number;
  /** Packs an event; null leaves it as text. */
  readonly pack?: ((text: string) => Uint8Array) | null;
  /** Without the columns of 2026.9.6. */
  readonly older?: boolean;
}

/** Adds a session to the database of an agent, in the tables of agent schema 23. */
export function sessionRows(
  home: GatewayHome,
  events: readonly object[],
  options: SessionRows = {},
): string {
  const { agent = 'main', session: id = '83daeee1', updatedAt = NOW, pack = null, older } = options;
  const path = join(home.stateDir, 'agents', agent, 'agent', 'openclaw-agent.sqlite');
  const packed = older ? '' : ', event_zstd BLOB, event_utf8_bytes INTEGER, navigation_json TEXT';
  const database = new sqlite.Database(path);
  try {
    database.exec(`
      CREATE TABLE IF NOT EXISTS session_nodes (session_key TEXT PRIMARY KEY, current_session_id TEXT,
        entry_json TEXT, updated_at INTEGER, status TEXT);
      CREATE TABLE IF NOT EXISTS session_windows (session_id TEXT PRIMARY KEY, session_key TEXT,
        updated_at INTEGER);
      CREATE TABLE IF NOT EXISTS transcript_events (session_id TEXT NOT NULL, seq INTEGER NOT NULL,
        event_json TEXT, created_at INTEGER NOT NULL${packed}, PRIMARY KEY (session_id, seq));`);
    const entry = {
      sessionId: id,
      ...(options.profileId === undefined ? {} : { authProfileOverride: options.profileId }),
      ...(options.lastRunError === undefined ? {} : { lastRunError: options.lastRunError }),
    };
    const key = `agent:${agent}:${id}`;
    database.run('INSERT OR REPLACE INTO session_nodes VALUES (?, ?, ?, ?, ?)', [
      key,
      id,
      JSON.stringify(entry),
      updatedAt,
      options.status ?? null,
    ]);
    database.run('INSERT OR REPLACE INTO session_windows VALUES (?, ?, ?)', [id, key, updatedAt]);
    const [row] = database.all('SELECT count(*) AS n FROM transcript_events') as [{ n: number }];
    for (const [index, event] of events.entries()) {
      const text = JSON.stringify(event);
      const { message, timestamp = '' } = event as {
        message?: { timestamp?: unknown };
        timestamp?: string;
      };
      const own = message?.timestamp;
      const at = typeof own === 'number' ? own : Date.parse(timestamp) || updatedAt;
      const seq = row.n + index + 1;
      const values = pack === null ? [id, seq, text, at] : [id, seq, null, at];
      const bytes = pack === null ? [null, null] : [pack(text), text.length];
      database.run(
        older
          ? 'INSERT INTO transcript_events VALUES (?, ?, ?, ?)'
          : 'INSERT INTO transcript_events VALUES (?, ?, ?, ?, ?, ?, NULL)',
        older ? values : [...values, ...bytes],
      );
    }
  } finally {
    database.close();
  }
  return path;
}

/** A text as one frame of Zstandard, in blocks that are not made smaller: any Node can write that. */
export function zstdFrame(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  const head = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0b10100000, 0, 0, 0, 0]);
  head.writeUInt32LE(bytes.length, 5);
  const MOST = 128 * 1024;
  const count = Math.max(1, Math.ceil(bytes.length / MOST));
  const blocks = Array.from({ length: count }, (_, index) => {
    const part = bytes.subarray(index * MOST, (index + 1) * MOST);
    const block = Buffer.alloc(3);
    block.writeUIntLE((part.length << 3) | (index === count - 1 ? 1 : 0), 0, 3);
    return Buffer.concat([block, part]);
  });
  return Buffer.concat([head, ...blocks]);
}

/** What 2026.9 writes in a log in the place of a profile id. */
export function profileHash(profileId: string): string {
  return `sha256:${createHash('sha256').update(profileId).digest('hex').slice(0, 12)}`;
}

export interface LogOptions {
  readonly at?: number;
  readonly level?: string;
  readonly subsystem?: string;
}

/** A record of a subsystem: text, or an object with its event. */
export function logRecord(
  content: string | object,
  { at = NOW - 60_000, level = 'WARN', subsystem = 'agent/embedded' }: LogOptions = {},
): object {
  const name = JSON.stringify({ subsystem });
  return {
    '0': name,
    '1': content,
    _meta: {
      date: new Date(at).toISOString(),
      logLevelName: level,
      name,
      parentNames: ['openclaw'],
    },
    time: new Date(at).toISOString(),
  };
}

/** A line of the console that the log has captured. */
export function consoleLine(
  text: string,
  { at = NOW - 60_000, level = 'ERROR' }: LogOptions = {},
): object {
  return {
    '0': text,
    _meta: { date: new Date(at).toISOString(), logLevelName: level, name: 'openclaw' },
    time: new Date(at).toISOString(),
  };
}

/** The record of a failed attempt (2026.9). */
export function failover(
  profileId: string | null,
  { status = '400', message = SENTENCE, type = 'invalid_request_error', runId = 'run-1' } = {},
  options: LogOptions = {},
): object {
  return logRecord(
    {
      event: profileId === null ? 'embedded_run_agent_end' : 'embedded_run_failover_decision',
      runId,
      isError: true,
      error: 'LLM request failed: provider rejected the request schema or tool payload.',
      provider: 'anthropic',
      model: 'claude-sonnet-4-5',
      ...(profileId === null ? {} : { profileId: profileHash(profileId) }),
      rawErrorPreview: `${status}: ${anthropicBody(message, type)}`,
      httpCode: status,
      providerErrorType: type,
      providerErrorMessagePreview: message,
    },
    options,
  );
}

/** Lets the config of a gateway name its log, and writes that; returns its path. */
export function gatewayLog(
  home: GatewayHome,
  entries: readonly (object | string)[],
  { name = 'openclaw-2026-11-21.log', config = {} } = {},
): string {
  const path = join(home.home, 'logs', name);
  home.config({ ...config, logging: { file: path } });
  home.homeFile(`logs/${name}`, lines(...entries));
  return stamp(path);
}

/** Lets a file have been written at a moment of the kit, whatever the real date is; returns its path. */
export function stamp(path: string, at = NOW): string {
  utimesSync(path, at / 1000, at / 1000);
  return path;
}

/** Appends to a file, as a running gateway does. */
export function append(path: string, ...entries: readonly (object | string)[]): void {
  writeFileSync(path, lines(...entries), { flag: 'a' });
  stamp(path);
}
