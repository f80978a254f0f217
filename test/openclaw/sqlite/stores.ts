// Databases on disk for these tests, and what must stay as it was around them.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, vi } from 'vitest';
import { nodeReader } from '../../../src/openclaw/sqlite/node-reader.ts';
import type { SqliteOptions } from '../../../src/openclaw/sqlite/read-sqlite.ts';
import type { SqliteReading } from '../../../src/openclaw/sqlite/reading.ts';
import stores from './fixtures/stores.json' with { type: 'json' };

export const QUERIES = {
  store: {
    table: 'auth_profile_store',
    sql: 'SELECT store_key, store_json, updated_at FROM auth_profile_store ORDER BY store_key',
  },
  state: { table: 'auth_profile_state', sql: 'SELECT state_key FROM auth_profile_state' },
  machine: { table: 'config_machine_state', sql: 'SELECT state_key FROM config_machine_state' },
};

/** The rows both fixtures and the live writer committed last. */
export const NEWEST = {
  ok: true,
  content: {
    userVersion: 23,
    isEmpty: false,
    rows: {
      store: [
        { store_key: 'primary', store_json: 'newest', updated_at: 2 },
        { store_key: 'second', store_json: 'newest', updated_at: 9007199254740993n },
      ],
      state: [],
    },
    absent: ['machine'],
  },
};

/** Every way to read, with and without the right to copy. */
export const WAYS: readonly SqliteOptions[] = [
  { reader: 'auto' },
  { reader: 'wasm' },
  { reader: 'auto', copyLimitBytes: 0 },
  { reader: 'wasm', copyLimitBytes: 0 },
];

/** The newest rows, unless the way is a reader that only takes copies and may make none. */
export function expectNewest(reading: SqliteReading | undefined, way: SqliteOptions): void {
  const readsInPlace = way.reader !== 'wasm' && nodeReader() !== null;
  // Where the file system can clone, even a large database has a copy.
  if (way.copyLimitBytes === undefined || readsInPlace || reading?.ok) {
    expect(reading).toEqual(NEWEST);
  } else expect(reading).toMatchObject({ ok: false, fault: 'too_large' });
}

/** A directory with two rooms: the database's, and the only place where temporary files may appear. */
export interface Place {
  readonly root: string;
  readonly directory: string;
  readonly file: string;
  readonly temporary: string;
}

/** Any user may enter it; it is removed after the test, and the private copies of the test go into it. */
export function makePlace(): Place {
  const root = mkdtempSync(join(tmpdir(), 'read-sqlite-'));
  const [directory, temporary] = [join(root, 'store'), join(root, 'temporary')];
  for (const path of [directory, temporary]) mkdirSync(path);
  chmodSync(root, 0o755);
  chmodSync(directory, 0o777);
  chmodSync(temporary, 0o777);
  vi.stubEnv('TMPDIR', temporary);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    chmodSync(directory, 0o755);
    rmSync(root, { recursive: true, force: true });
  });
  return { root, directory, file: join(directory, 'store.sqlite'), temporary };
}

export type Suffix = '' | '-wal' | '-shm';

/** The bytes of one file of a fixture; throws when the fixture has no such file. */
export function fixtureBytes(state: 'in_use' | 'closed', suffix: Suffix): Buffer {
  const packed = (stores[state] as Readonly<Partial<Record<Suffix, string>>>)[suffix];
  if (packed === undefined) throw new Error(`the ${state} fixture has no "${suffix}" file`);
  return gunzipSync(Buffer.from(packed, 'base64'));
}

/** Puts the named files of a fixture where `file` is. */
export function putFixture(
  file: string,
  state: 'in_use' | 'closed',
  suffixes: readonly Suffix[],
): void {
  for (const suffix of suffixes) {
    writeFileSync(file + suffix, fixtureBytes(state, suffix));
    chmodSync(file + suffix, 0o666);
  }
}

/** Takes the right to write from the directory and everything in it. */
export function makeReadOnly(directory: string): void {
  for (const name of readdirSync(directory)) chmodSync(join(directory, name), 0o444);
  chmodSync(directory, 0o555);
}

/** Names, digests, owners, modes, inodes and times of change of a directory and all files in it. */
export function stateOf(directory: string): unknown {
  const facts = (path: string) => {
    const { mtimeNs, mode, uid, gid, ino } = statSync(path, { bigint: true });
    return { mtimeNs, mode, uid, gid, ino };
  };
  const files = readdirSync(directory).map((name) => {
    const path = join(directory, name);
    const isFile = statSync(path).isFile();
    const digest = isFile && createHash('sha256').update(readFileSync(path)).digest('hex');
    return { name, ...facts(path), digest };
  });
  return { ...facts(directory), files };
}
