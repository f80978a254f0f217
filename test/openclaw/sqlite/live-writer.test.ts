// A database is read beside a process that writes to it, which only python3 can play on Node 20.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { nodeReader } from '../../../src/openclaw/sqlite/node-reader.ts';
import { readSqlite } from '../../../src/openclaw/sqlite/read-sqlite.ts';
import type { SqliteRow } from '../../../src/openclaw/sqlite/reading.ts';
import { buildReader, readElsewhere } from './built-reader.ts';
import type { BuiltReader } from './built-reader.ts';
import { expectNewest, makePlace, makeReadOnly, QUERIES, stateOf, WAYS } from './stores.ts';
import type { Place } from './stores.ts';

const SCRIPT = fileURLToPath(new URL('live-writer.py', import.meta.url));
const STRICT_TABLES = 'import sqlite3; assert sqlite3.sqlite_version_info >= (3, 37)';

let built: BuiltReader;
beforeAll(async () => {
  built = await buildReader();
});
afterAll(() => built.remove());

beforeEach((context) => {
  const { status } = spawnSync('python3', ['-c', STRICT_TABLES], { stdio: 'ignore' });
  if (status !== 0) context.skip('no python3 with SQLite 3.37 or newer to play the writer');
});

/** Starts the writer and waits for its first commits; it ends with the test. */
async function startWriter(mode: 'hold' | 'churn', { file }: Place): Promise<void> {
  const writer = spawn('python3', [SCRIPT, mode, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(writer, 'exit');
  onTestFinished(async () => {
    writer.stdin.end();
    await ended;
  });
  await once(writer.stdout, 'data');
}

test.each(['writable', 'read-only'])('the log of an open writer is read, %s', async (rights) => {
  const place = makePlace();
  await startWriter('hold', place);
  if (rights === 'read-only') makeReadOnly(place.directory);
  const before = stateOf(place.directory);
  const { readings, stderr } = await readElsewhere(built, place, WAYS);
  for (const [index, way] of WAYS.entries()) {
    expectNewest(readings[index], way);
    expectNewest(await readSqlite(place.file, QUERIES, way), way);
  }
  expect(stderr).toBe('');
  expect(stateOf(place.directory)).toEqual(before);
  expect(readdirSync(place.temporary)).toEqual([]);
});

describe.each([
  { reader: 'auto' },
  { reader: 'wasm' },
  { reader: 'auto', copyLimitBytes: 0 },
] as const)('a writer that never rests: %o', (options) => {
  test('every reading is one whole commit and none goes back in time', async (context) => {
    if ('copyLimitBytes' in options && !nodeReader()) context.skip('no SQLite in this Node.js');
    const place = makePlace();
    await startWriter('churn', place);
    let newest = 0;
    let whole = 0;
    for (let round = 0; round < 12; round++) {
      const reading = await readSqlite(place.file, { store: QUERIES.store }, options);
      if (!reading.ok) {
        // The one fault a busy database may have; it is unknown then, and never wrong.
        expect(reading.fault).toBe('busy');
        continue;
      }
      const counts = new Set(reading.content.rows['store']?.map(countOf));
      expect(reading.content.rows['store']).toHaveLength(200);
      expect(counts.size).toBe(1);
      const [count = -1] = counts;
      expect(count).toBeGreaterThanOrEqual(newest);
      newest = count;
      whole++;
    }
    expect(whole).toBeGreaterThan(0);
    expect(readdirSync(place.temporary)).toEqual([]);
  });
});

function countOf(row: SqliteRow): number {
  return Number(row['updated_at']);
}
