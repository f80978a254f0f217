// What a database that cannot be read is called, and that the words hold nothing of it.
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { nodeReader } from '../../../src/openclaw/sqlite/node-reader.ts';
import { readSqlite } from '../../../src/openclaw/sqlite/read-sqlite.ts';
import { buildReader, readElsewhere } from './built-reader.ts';
import type { BuiltReader } from './built-reader.ts';
import { fixtureBytes, makePlace, NEWEST, putFixture, QUERIES, stateOf } from './stores.ts';

const ABSENT = ['store', 'state', 'machine'];

describe.each(['auto', 'wasm'] as const)('with the %s reader', (reader) => {
  const closed = fixtureBytes('closed', '');
  const DAMAGED: readonly (readonly [string, Buffer])[] = [
    ['bytes that are no database', Buffer.from('sk-fake-secret '.repeat(200))],
    ['a short text', Buffer.from('sk-fake-secret')],
    ['a header cut short', closed.subarray(0, 60)],
    ['a database cut after its first page', closed.subarray(0, 512)],
    ['a schema that is no schema', withSchemaText(closed, 'sk-fake-secret')],
  ];

  test.each(DAMAGED)('%s is corrupt, and its bytes are not repeated', async (_, bytes) => {
    const { directory, file, temporary } = makePlace();
    writeFileSync(file, bytes);
    const before = stateOf(directory);
    const reading = await readSqlite(file, QUERIES, { reader });
    expect(reading).toMatchObject({ ok: false, fault: 'corrupt' });
    expect(JSON.stringify(reading)).not.toContain('secret');
    expect(stateOf(directory)).toEqual(before);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('a zero-byte database is an empty store, whatever lies beside it', async () => {
    const { file } = makePlace();
    writeFileSync(file, '');
    const empty = {
      ok: true,
      content: { userVersion: 0, isEmpty: true, rows: {}, absent: ABSENT },
    };
    expect(await readSqlite(file, QUERIES, { reader })).toEqual(empty);
    writeFileSync(`${file}-wal`, fixtureBytes('in_use', '-wal'));
    expect(await readSqlite(file, QUERIES, { reader })).toEqual(empty);
  });

  test('an empty log counts as none', async () => {
    const { directory, file } = makePlace();
    putFixture(file, 'closed', ['']);
    writeFileSync(`${file}-wal`, '');
    const before = stateOf(directory);
    expect(await readSqlite(file, QUERIES, { reader })).toEqual(NEWEST);
    expect(stateOf(directory)).toEqual(before);
  });

  test('a last commit that was cut in half is ignored', async () => {
    const { file } = makePlace();
    putFixture(file, 'in_use', ['', '-wal']);
    writeFileSync(`${file}-wal`, fixtureBytes('in_use', '-wal').subarray(0, -1));
    const reading = await readSqlite(file, QUERIES, { reader });
    expect(reading).toMatchObject({
      content: { rows: { store: [{ store_key: 'primary', store_json: 'older' }] } },
    });
  });

  test('a column nobody knows is a schema fault', async () => {
    const { file } = makePlace();
    putFixture(file, 'closed', ['']);
    const queries = {
      store: { table: 'auth_profile_store', sql: 'SELECT nope FROM auth_profile_store' },
    };
    expect(await readSqlite(file, queries, { reader })).toMatchObject({ fault: 'schema' });
  });

  test('a rollback journal that stays makes the store busy', async () => {
    const { directory, file } = makePlace();
    putFixture(file, 'closed', ['']);
    writeFileSync(`${file}-journal`, 'half a transaction');
    const before = stateOf(directory);
    expect(await readSqlite(file, QUERIES, { reader })).toMatchObject({ ok: false, fault: 'busy' });
    expect(stateOf(directory)).toEqual(before);
  });

  test('a rollback journal that goes away is waited for', async () => {
    const { file } = makePlace();
    putFixture(file, 'closed', ['']);
    writeFileSync(`${file}-journal`, 'half a transaction');
    setTimeout(() => rmSync(`${file}-journal`), 1);
    expect(await readSqlite(file, QUERIES, { reader })).toEqual(NEWEST);
  });

  test('a symbolic link is followed to the database and the log beside that', async () => {
    const { directory, file } = makePlace();
    mkdirSync(join(directory, 'elsewhere'));
    const target = join(directory, 'elsewhere', 'real.sqlite');
    putFixture(target, 'in_use', ['', '-wal', '-shm']);
    symlinkSync(target, file);
    expect(await readSqlite(file, QUERIES, { reader })).toEqual(NEWEST);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  test('names with signs that mean something in a URI are taken literally', async () => {
    const { directory } = makePlace();
    const file = join(directory, 'a?immutable=0&b#c%41 ü.sqlite');
    putFixture(file, 'closed', ['']);
    expect(await readSqlite(file, QUERIES, { reader })).toEqual(NEWEST);
    expect(readdirSync(directory)).toHaveLength(1);
  });

  test('a temporary directory that is not there is no_space, never missing', async (context) => {
    const { file } = makePlace();
    putFixture(file, 'in_use', ['', '-wal']);
    vi.stubEnv('TMPDIR', join(file, 'nowhere'));
    if (process.platform === 'win32') context.skip('TMPDIR is not read on Windows');
    expect(await readSqlite(file, QUERIES, { reader })).toMatchObject({ fault: 'no_space' });
  });
});

test('what does not exist is missing', async () => {
  const { directory, file } = makePlace();
  expect(await readSqlite(file, QUERIES)).toMatchObject({ ok: false, fault: 'missing' });
  writeFileSync(join(directory, 'plain'), 'x');
  const inside = join(directory, 'plain', 'store.sqlite');
  expect(await readSqlite(inside, QUERIES)).toMatchObject({ fault: 'missing' });
  symlinkSync(join(directory, 'gone'), file);
  expect(await readSqlite(file, QUERIES)).toMatchObject({ fault: 'missing' });
});

test('a directory, a link to itself and a pipe are not files', async (context) => {
  const { directory, file } = makePlace();
  expect(await readSqlite(directory, QUERIES)).toMatchObject({ fault: 'not_a_file' });
  symlinkSync(file, file);
  expect(await readSqlite(file, QUERIES)).toMatchObject({ fault: 'not_a_file' });
  if (process.platform === 'win32') context.skip('no named pipes in directories on Windows');
  const pipe = join(directory, 'pipe');
  execFileSync('mkfifo', [pipe]);
  expect(await readSqlite(pipe, QUERIES)).toMatchObject({ fault: 'not_a_file' });
  putFixture(join(directory, 'db'), 'closed', ['']);
  execFileSync('mkfifo', [join(directory, 'db-wal')]);
  expect(await readSqlite(join(directory, 'db'), QUERIES)).toMatchObject({ fault: 'not_a_file' });
});

test('a path no system takes is unreadable', async () => {
  expect(await readSqlite('a\0b', QUERIES)).toMatchObject({ ok: false, fault: 'unreadable' });
});

describe('as a user without rights', () => {
  let built: BuiltReader;
  beforeAll(async () => {
    built = await buildReader();
    return built.remove;
  });

  const READERS = [{ reader: 'auto' }, { reader: 'wasm' }] as const;

  test.each([
    ['the database itself', '', READERS],
    ['the log beside it', '-wal', READERS],
    ['the shared memory of a large database', '-shm', [{ copyLimitBytes: 0 }]],
  ] as const)('%s unreadable is a permission fault', async (_, suffix, ways) => {
    const place = makePlace();
    putFixture(place.file, 'in_use', ['', '-wal', '-shm']);
    chmodSync(place.file + suffix, 0);
    const { readings } = await readElsewhere(built, place, ways);
    // Without a SQLite inside Node.js the shared memory is never looked at.
    const fault = suffix === '-shm' && !nodeReader() ? 'too_large' : 'permission';
    for (const reading of readings) expect(reading).toMatchObject({ ok: false, fault });
    expect(readdirSync(place.temporary)).toEqual([]);
  });
});

test.each([
  ['closed', [''], 3072],
  ['in_use', ['', '-wal'], 3072 + 1104],
] as const)('the copy limit counts main and log: %s', async (state, suffixes, size) => {
  const { file, temporary } = makePlace();
  putFixture(file, state, suffixes);
  const exact = { reader: 'wasm', copyLimitBytes: size } as const;
  expect(await readSqlite(file, QUERIES, exact)).toEqual(NEWEST);
  const over = await readSqlite(file, QUERIES, { ...exact, copyLimitBytes: size - 1 });
  if (canClone(temporary)) expect(over).toEqual(NEWEST);
  else expect(over).toMatchObject({ ok: false, fault: 'too_large' });
  expect(readdirSync(temporary).filter((name) => !name.startsWith('probe'))).toEqual([]);
});

/** Overwrites the SQL text of the first table with words of the same length. */
function withSchemaText(database: Buffer, words: string): Buffer {
  const changed = Buffer.from(database);
  changed.write(words, changed.indexOf('CREATE TABLE auth_profile_store'), 'latin1');
  return changed;
}

function canClone(directory: string): boolean {
  const [from, to] = [join(directory, 'probe-a'), join(directory, 'probe-b')];
  writeFileSync(from, 'x');
  try {
    copyFileSync(from, to, constants.COPYFILE_FICLONE_FORCE);
    return true;
  } catch {
    return false;
  }
}
