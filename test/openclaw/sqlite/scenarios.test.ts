// The states a database can lie in when no writer is running; the live ones are in live-writer.test.ts.
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readSqlite } from '../../../src/openclaw/sqlite/read-sqlite.ts';
import { buildReader, readElsewhere } from './built-reader.ts';
import type { BuiltReader } from './built-reader.ts';
import {
  expectNewest,
  makePlace,
  makeReadOnly,
  NEWEST,
  putFixture,
  QUERIES,
  stateOf,
  WAYS,
} from './stores.ts';
import type { Place, Suffix } from './stores.ts';

type Scenario = readonly [string, 'in_use' | 'closed', readonly Suffix[], 'writable' | 'read-only'];

const SCENARIOS: readonly Scenario[] = [
  ['log and shared memory left by a crash', 'in_use', ['', '-wal', '-shm'], 'writable'],
  ['the same in a read-only directory', 'in_use', ['', '-wal', '-shm'], 'read-only'],
  ['a log without shared memory', 'in_use', ['', '-wal'], 'writable'],
  ['the same in a read-only directory', 'in_use', ['', '-wal'], 'read-only'],
  ['a cleanly closed database', 'closed', [''], 'writable'],
  ['the same in a read-only directory', 'closed', [''], 'read-only'],
];

function prepare([, state, suffixes, rights]: Scenario): Place {
  const place = makePlace();
  putFixture(place.file, state, suffixes);
  if (rights === 'read-only') makeReadOnly(place.directory);
  return place;
}

describe.each(['auto', 'wasm'] as const)('with the %s reader', (reader) => {
  test.each(SCENARIOS)('%s (%s) gives its newest rows and stays untouched', async (...scenario) => {
    const { directory, file, temporary } = prepare(scenario);
    const before = stateOf(directory);
    expect(await readSqlite(file, QUERIES, { reader })).toEqual(NEWEST);
    expect(stateOf(directory)).toEqual(before);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

test.each(SCENARIOS)('%s (%s) is read the same when too large to copy', async (...scenario) => {
  const { directory, file, temporary } = prepare(scenario);
  const before = stateOf(directory);
  expectNewest(await readSqlite(file, QUERIES, { copyLimitBytes: 0 }), { copyLimitBytes: 0 });
  expect(stateOf(directory)).toEqual(before);
  expect(readdirSync(temporary)).toEqual([]);
});

describe('the built reader as another user', () => {
  let built: BuiltReader;
  beforeAll(async () => {
    built = await buildReader();
    return built.remove;
  });

  test.each(SCENARIOS)('%s (%s) gives its newest rows in every way', async (...scenario) => {
    const place = prepare(scenario);
    const before = stateOf(place.directory);
    const { readings, stderr } = await readElsewhere(built, place, WAYS);
    for (const [index, way] of WAYS.entries()) expectNewest(readings[index], way);
    expect(stderr).toBe('');
    expect(stateOf(place.directory)).toEqual(before);
    expect(readdirSync(place.temporary)).toEqual([]);
  });
});
