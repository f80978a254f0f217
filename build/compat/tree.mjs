// Writes a generated case as a home with a state directory, and copies such a tree for a program that writes.
// @ts-check
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Stands for the directory of the tree in every text of a case. */
const PLACE = '$TREE';

/**
 * @typedef {{ kind: 'state' | 'agent', agentId?: string, userVersion?: number, inLog?: boolean,
 *   rows: Readonly<Record<string, unknown>> }} Database rows by key; a text is written as it stands
 * @typedef {{ note: readonly string[], files: Record<string, unknown>, databases: Record<string, Database>,
 *   links: Record<string, string>, env: Record<string, string>, stateDir: string | null,
 *   agents: readonly (string | null)[] }} Case paths below the tree
 * @typedef {{ state: string, agent: string }} Bases empty databases of that OpenClaw
 */

/**
 * Builds `spec` in the empty directory `tree`.
 * @param {Case} spec
 * @param {string} tree
 * @param {Bases | null} bases
 */
export function writeTree(spec, tree, bases) {
  mkdirSync(join(tree, 'home'), { recursive: true, mode: 0o700 });
  for (const [path, content] of Object.entries(spec.files)) {
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
    write(join(tree, path), placed(text, tree));
  }
  for (const [path, database] of Object.entries(spec.databases)) {
    if (bases === null) throw new Error('databases need those of an OpenClaw to start from');
    writeDatabase(join(tree, path), database, bases);
  }
  for (const [path, target] of Object.entries(spec.links)) {
    rmSync(join(tree, path), { recursive: true, force: true });
    mkdirSync(dirname(join(tree, path)), { recursive: true, mode: 0o700 });
    symlinkSync(target, join(tree, path));
  }
}

/** The text with the place of the tree in it. @param {string} text @param {string} tree */
export function placed(text, tree) {
  return text.replaceAll(PLACE, tree);
}

/**
 * Copies a tree and lets its texts name the copy, so that nothing leads back.
 * @param {string} from
 * @param {string} to
 */
export function copyTree(from, to) {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.json5?$|\.env$/.test(entry.name)) continue;
    const text = readFileSync(path, 'utf8');
    if (text.includes(from)) writeFileSync(path, text.replaceAll(from, to));
  }
}

/** @param {string} path @param {string} text */
function write(path, text) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, text, { mode: 0o600 });
}

/** Where each kind of database keeps its rows. */
const TABLES = {
  agent: {
    store: ['auth_profile_store', 'store_key', 'store_json', 'updated_at', 'primary'],
    state: ['auth_profile_state', 'state_key', 'state_json', 'updated_at', 'primary'],
  },
  state: {
    owner: ['config_machine_state', 'state_key', 'value_json', 'updated_at_ms', 'auth.sharedStore'],
    store: [
      'config_machine_state',
      'state_key',
      'value_json',
      'updated_at_ms',
      'authProfiles.store',
    ],
    state: [
      'config_machine_state',
      'state_key',
      'value_json',
      'updated_at_ms',
      'authProfiles.state',
    ],
  },
};

/** @param {string} path @param {Database} database @param {Bases} bases */
function writeDatabase(path, database, bases) {
  // Not in the types of the oldest Node that is supported.
  const sqlite = process.getBuiltinModule(/** @type {any} */ ('node:sqlite'));
  if (!sqlite)
    throw new Error('Run this with Node 22.13 or newer: stores in SQLite have to be made.');
  const { DatabaseSync } = sqlite;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  cpSync(bases[database.kind], path);
  chmodSync(path, 0o600);
  const db = new DatabaseSync(path);
  if (database.inLog) db.exec('PRAGMA wal_autocheckpoint = 0');
  const tables = /** @type {Record<string, string[]>} */ (TABLES[database.kind]);
  for (const [name, [table, key, value, at, row]] of Object.entries(tables)) {
    db.prepare(`DELETE FROM ${table} WHERE ${key} = ?`).run(row ?? '');
    const content = database.rows[name];
    if (content === undefined) continue;
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    db.prepare(`INSERT INTO ${table} (${key}, ${value}, ${at}) VALUES (?, ?, 1)`).run(
      row ?? '',
      text,
    );
  }
  if (database.kind === 'agent') {
    db.prepare('UPDATE schema_meta SET agent_id = ?').run(database.agentId ?? 'main');
  }
  if (database.userVersion !== undefined) {
    db.prepare('UPDATE schema_meta SET schema_version = ?').run(database.userVersion);
    db.exec(`PRAGMA user_version = ${database.userVersion}`);
  }
  if (!database.inLog) {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
    return;
  }
  // Closing would empty the log into the main file.
  for (const end of ['', '-wal']) cpSync(`${path}${end}`, `${path}.kept${end}`);
  db.close();
  for (const end of ['', '-wal']) renameSync(`${path}.kept${end}`, `${path}${end}`);
}
