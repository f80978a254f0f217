// Builds the demo's gateway of the SQLite era: a shared store, an own database, three agents.
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../core/duration.ts';
import { FAKE, writeJson } from './sample-home.ts';

const STATE_TABLES = `
  CREATE TABLE config_machine_state (state_key TEXT NOT NULL PRIMARY KEY, value_json TEXT NOT NULL, updated_at_ms INTEGER NOT NULL) STRICT;
  CREATE TABLE secret_store_entries (scope_kind TEXT NOT NULL, scope_id TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, kind TEXT NOT NULL, created_at_ms INTEGER NOT NULL, updated_at_ms INTEGER NOT NULL, updated_by TEXT, deleted_at_ms INTEGER, allowed_hosts TEXT, PRIMARY KEY (scope_kind, scope_id, name)) STRICT;`;
const AGENT_TABLES = `
  CREATE TABLE auth_profile_store (store_key TEXT NOT NULL PRIMARY KEY, store_json TEXT NOT NULL, updated_at INTEGER NOT NULL) STRICT;
  CREATE TABLE auth_profile_state (state_key TEXT NOT NULL PRIMARY KEY, state_json TEXT NOT NULL, updated_at INTEGER NOT NULL) STRICT;`;

/** Schemas of OpenClaw 2026.9.6. */
const STATE_SCHEMA = 18;
const AGENT_SCHEMA = 23;

/** Writes a state directory as OpenClaw 2026.9 leaves it, with times relative to `now` (epoch ms). */
export async function writeServerGateway(dir: string, now: number): Promise<string> {
  writeJson(join(dir, 'openclaw.json'), {
    agents: {
      ownership: 'explicit',
      defaults: {
        model: { primary: 'anthropic/claude-sonnet-4-5' },
        systemAgent: { agentId: 'main' },
      },
      entries: {
        main: {},
        ops: { model: { primary: 'anthropic/claude-sonnet-4-5', fallbacks: ['openai/gpt-5.1'] } },
        research: { model: 'google/gemini-3-pro' },
      },
    },
  });
  await writeDatabase(join(dir, 'state', 'openclaw.sqlite'), STATE_TABLES, STATE_SCHEMA, [
    ['config_machine_state', 'auth.sharedStore', { location: 'state-db' }],
    ['config_machine_state', 'authProfiles.store', { version: 1, profiles: sharedProfiles() }],
  ]);
  await writeDatabase(
    join(dir, 'agents', 'ops', 'agent', 'openclaw-agent.sqlite'),
    AGENT_TABLES,
    AGENT_SCHEMA,
    [
      ['auth_profile_store', 'primary', { version: 1, profiles: opsProfiles(now) }],
      ['auth_profile_state', 'primary', opsState(now)],
    ],
  );
  return dir;
}

function sharedProfiles(): object {
  return {
    'anthropic:key': { type: 'api_key', provider: 'anthropic', key: FAKE.anthropicKey },
    'google:team': { type: 'api_key', provider: 'google', key: FAKE.revokedGoogleKey },
  };
}

function opsProfiles(now: number): object {
  return {
    'anthropic:ops@example.org': {
      type: 'oauth',
      provider: 'anthropic',
      access: 'sk-ant-oat01-FAKE-demo-stalled-access',
      refresh: 'sk-ant-ort01-FAKE-demo-stalled-refresh',
      expires: now - 2 * DAY_MS,
    },
    'openai:team': { type: 'api_key', provider: 'openai', key: FAKE.unpaidOpenaiKey },
  };
}

function opsState(now: number): object {
  return {
    version: 1,
    usageStats: {
      'anthropic:ops@example.org': { lastUsed: now - 3 * DAY_MS, lastFailureAt: now - DAY_MS },
      'openai:team': {
        lastFailureAt: now - 40 * MINUTE_MS,
        disabledUntil: now + 4 * HOUR_MS + MINUTE_MS / 2,
        disabledReason: 'billing',
        errorCount: 1,
      },
    },
  };
}

type Row = readonly [table: string, key: string, value: unknown];

// The WebAssembly SQLite is there on every Node; it writes only into the demo's own directory.
async function writeDatabase(
  file: string,
  tables: string,
  userVersion: number,
  rows: readonly Row[],
): Promise<void> {
  const { Database } = (await import('node-sqlite3-wasm')).default;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new Database(file);
  try {
    database.exec(`PRAGMA user_version = ${userVersion}; ${tables}`);
    for (const [table, key, value] of rows) {
      database.run(`INSERT INTO ${table} VALUES (?, ?, 1)`, [key, JSON.stringify(value)]);
    }
  } finally {
    database.close();
  }
  chmodSync(file, 0o600);
}
