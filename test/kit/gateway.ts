// Builds OpenClaw homes of both storage eras in a temporary directory and judges them in this process.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import type { Finding } from '../../src/core/finding.ts';
import type { LoginSettings } from '../../src/core/login.ts';
import { OWN_POLICIES, type Policy, type PolicyName } from '../../src/core/policy.ts';
import type { Report, ReportFinding } from '../../src/core/report.ts';
import { defaultSource, namedSource, type GatewaySource } from '../../src/openclaw/state-dir.ts';
import { run, type RunRequest } from '../../src/run.ts';
import { realWorld, type World } from '../../src/world.ts';
import { tempDir } from './temp-dir.ts';

/** The moment at which everything here is judged, unless a test says otherwise. */
export const NOW = Date.parse('2026-11-21T12:00:00.000Z');

type Json = unknown;
type Profiles = Readonly<Record<string, Json>>;

/** Rows of one database; what is left out has no row. */
export interface Rows {
  readonly profiles?: Profiles;
  /** `{ order?, usageStats? }`. */
  readonly state?: Json;
  /** Text of the store row, which need not be JSON. */
  readonly rawStore?: string;
  readonly rawState?: string;
  readonly userVersion?: number;
  /** Whose database its `schema_meta` says it is; left out, it does not say. */
  readonly owner?: { readonly role?: string; readonly agentId: string };
}

export interface SharedRows extends Rows {
  /** Value of `auth.sharedStore`; null leaves the row out. */
  readonly sharedStore?: Json;
  /** Names of live team secrets. */
  readonly secrets?: readonly string[];
}

export interface CheckOptions {
  readonly policy?: PolicyName;
  readonly now?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly agents?: readonly string[];
  readonly providers?: readonly string[];
  readonly profiles?: readonly string[];
  readonly sources?: readonly GatewaySource[];
  readonly envFiles?: readonly string[];
  readonly change?: Partial<Policy>;
  readonly logins?: LoginSettings;
  /** What is looked at of the records of OpenClaw; nothing, unless it is given. */
  readonly passive?: RunRequest['passive'];
}

export const key = (provider: string, more: object = {}): object => ({
  type: 'api_key',
  provider,
  key: 'sk-fake-0000',
  ...more,
});

/** `expires` is left out when it is undefined. */
export const token = (provider: string, expires?: unknown, more: object = {}): object => ({
  type: 'token',
  provider,
  token: 'fake-token-0000',
  ...(expires === undefined ? {} : { expires }),
  ...more,
});

export const oauth = (provider: string, expires?: unknown, more: object = {}): object => ({
  type: 'oauth',
  provider,
  access: 'fake-access-0000',
  refresh: 'fake-refresh-0000',
  ...(expires === undefined ? {} : { expires }),
  ...more,
});

/** A config whose agents use these models, the first as the default. */
export const models = (primary: string, ...fallbacks: string[]): object => ({
  agents: { defaults: { model: { primary, fallbacks } } },
});

/** One home with one state directory, `~/.openclaw` unless another is named. */
export class GatewayHome {
  readonly home: string;
  readonly stateDir: string;

  constructor(stateName = '.openclaw') {
    this.home = join(tempDir(), 'home');
    this.stateDir = join(this.home, stateName);
    mkdirSync(this.stateDir, { recursive: true, mode: 0o700 });
  }

  /** Writes a file below the state directory; anything but text and bytes as JSON. */
  file(path: string, content: Json): this {
    return this.homeFile(join(this.stateDir, path), content);
  }

  /** Writes a file below the home, or at an absolute path. */
  homeFile(path: string, content: Json): this {
    const target = path.startsWith('/') ? path : join(this.home, path);
    const isRaw = typeof content === 'string' || content instanceof Uint8Array;
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    writeFileSync(target, isRaw ? content : JSON.stringify(content), { mode: 0o600 });
    return this;
  }

  config(content: Json): this {
    return this.file('openclaw.json', content);
  }

  /** The JSON store of an agent. */
  store(agent: string, profiles: Profiles, more: object = {}): this {
    return this.file(`agents/${agent}/agent/auth-profiles.json`, { version: 1, profiles, ...more });
  }

  /** The database of an agent, schema 23. */
  database(agent: string, rows: Rows): this {
    return this.databaseAt(join(this.stateDir, 'agents', agent, 'agent'), rows);
  }

  databaseAt(dir: string, rows: Rows): this {
    const path = join(dir, 'openclaw-agent.sqlite');
    const values = { store: storeText(rows), state: stateText(rows) };
    writeDatabase(path, rows.userVersion ?? 23, [
      'CREATE TABLE auth_profile_store (store_key TEXT PRIMARY KEY, store_json TEXT, updated_at INTEGER)',
      'CREATE TABLE auth_profile_state (state_key TEXT PRIMARY KEY, state_json TEXT, updated_at INTEGER)',
      ...insert('auth_profile_store', 'primary', values.store),
      ...insert('auth_profile_state', 'primary', values.state),
      ...(rows.owner === undefined ? [] : ownerTable(rows.owner)),
    ]);
    return this;
  }

  /** The shared database, schema 18; it holds the base store unless `sharedStore` says otherwise. */
  shared({ sharedStore = { location: 'state-db' }, secrets = [], ...rows }: SharedRows): this {
    const owner = sharedStore === null ? undefined : JSON.stringify(sharedStore);
    writeDatabase(join(this.stateDir, 'state', 'openclaw.sqlite'), rows.userVersion ?? 18, [
      'CREATE TABLE config_machine_state (state_key TEXT PRIMARY KEY, value_json TEXT, updated_at_ms INTEGER)',
      'CREATE TABLE secret_store_entries (scope_kind TEXT, scope_id TEXT, name TEXT, value TEXT, deleted_at_ms INTEGER)',
      ...insert('config_machine_state', 'auth.sharedStore', owner),
      ...insert('config_machine_state', 'authProfiles.store', storeText(rows)),
      ...insert('config_machine_state', 'authProfiles.state', stateText(rows)),
      ...secrets.map(
        (name) => `INSERT INTO secret_store_entries VALUES ('team', '', '${name}', 'x', NULL)`,
      ),
    ]);
    return this;
  }

  /** Lets a database of this gateway claim another schema version. */
  version(path: string, userVersion: number): this {
    writeDatabase(join(this.stateDir, path), userVersion, []);
    return this;
  }

  /** The ports of a process of this home's user; nothing of the real environment is in it. */
  world({ env = {}, cwd = this.home, now = NOW }: CheckOptions = {}): World {
    const silent = { isTTY: false, columns: undefined, write: () => undefined };
    return {
      ...realWorld(),
      env: { HOME: this.home, ...env },
      cwd,
      home: this.home,
      hostname: 'test',
      now: () => now,
      stdout: silent,
      stderr: silent,
    };
  }

  /** This gateway under a name of its own, so that nothing of the environment steers it. */
  named(label: string): GatewaySource {
    return namedSource(this.world(), { label, dir: this.stateDir }, []);
  }

  /** Judges this home as `check --json` would. */
  async check(options: CheckOptions = {}): Promise<Report> {
    const { agents = [], providers = [], profiles = [], change = {}, now = NOW } = options;
    const world = this.world(options);
    const name = options.policy ?? 'default';
    const own = name === 'strict' ? OWN_POLICIES.strict : OWN_POLICIES.default;
    return run(world, {
      sources: options.sources ?? [defaultSource(world, options.envFiles ?? [])],
      filter: { agents, providers, profiles },
      policy: { ...own, name, ...change },
      now,
      ...(options.logins === undefined ? {} : { logins: options.logins }),
      detail: 'profiles',
      salt: Buffer.alloc(32, 7),
      ...(options.passive === undefined ? {} : { passive: options.passive }),
      probe: { level: 'off', baseUrls: {}, timeoutMs: null },
    });
  }
}

function ownerTable({ role = 'agent', agentId }: NonNullable<Rows['owner']>): string[] {
  return [
    'CREATE TABLE schema_meta (meta_key TEXT PRIMARY KEY, role TEXT, agent_id TEXT)',
    `INSERT INTO schema_meta VALUES ('primary', '${role}', '${agentId}')`,
  ];
}

/** What counts in a report: `fail profile_expired anthropic:a`, worst first; info is left out. */
export function counted({ findings }: Report): string[] {
  return findings.filter(({ severity }) => severity !== 'info').map(named);
}

/** Every finding of a report, info included. */
export function told({ findings }: Report): string[] {
  return findings.map(named);
}

function named({ severity, code, profileId, provider }: ReportFinding): string {
  return [severity, code, profileId ?? provider ?? ''].join(' ').trimEnd();
}

/** Facts of the first finding of a code; fails the test when there is none. */
export function factsOf(report: Report, code: Finding['code']): ReportFinding['facts'] {
  const found = report.findings.find((finding) => finding.code === code);
  if (found === undefined) throw new Error(`no ${code} in ${told(report).join(', ')}`);
  return found.facts;
}

/** OpenClaw's word for a profile; undefined when the report lists none of that id. */
export function healthOf({ agents }: Report, profileId: string): string | undefined {
  return agents.flatMap((agent) => agent.profiles).find((row) => row.profileId === profileId)
    ?.health;
}

function storeText({ profiles, rawStore }: Rows): string | undefined {
  return rawStore ?? (profiles && JSON.stringify({ version: 1, profiles }));
}

function stateText({ state, rawState }: Rows): string | undefined {
  return rawState ?? (state === undefined ? undefined : JSON.stringify(state));
}

function insert(table: string, rowKey: string, value: string | undefined): string[] {
  if (value === undefined) return [];
  return [`INSERT INTO ${table} VALUES ('${rowKey}', '${value.replaceAll("'", "''")}', 1)`];
}

function writeDatabase(path: string, userVersion: number, statements: readonly string[]): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Opens what is there; a new file must be private from the start.
  writeFileSync(path, '', { mode: 0o600, flag: 'a' });
  const database = new sqlite.Database(path);
  try {
    for (const statement of statements) database.run(statement);
    database.exec(`PRAGMA user_version = ${userVersion}`);
  } finally {
    database.close();
  }
}
