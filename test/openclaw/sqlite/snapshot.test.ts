// When two looks at a database belong to one state, and that a copy never outlives its reading.
import {
  appendFileSync,
  readdirSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import {
  belongsTogether,
  hasRested,
  hasRoomFor,
  lookAt,
  readCopy,
} from '../../../src/openclaw/sqlite/snapshot.ts';
import { fixtureBytes, makePlace, putFixture } from './stores.ts';

const NEW_LOG = Buffer.from(fixtureBytes('in_use', '-wal'));
NEW_LOG.writeUInt32BE(NEW_LOG.readUInt32BE(16) + 1, 16); // the salt SQLite raises when it starts over

type Change = readonly [string, (file: string) => void, { rested: boolean; together: boolean }];

const CHANGES: readonly Change[] = [
  ['nothing', () => undefined, { rested: true, together: true }],
  [
    'only the shared memory',
    (file) => appendFileSync(`${file}-shm`, 'x'),
    { rested: true, together: true },
  ],
  ['the log grew', (file) => appendFileSync(`${file}-wal`, 'x'), { rested: false, together: true }],
  ['a checkpoint of this log', (file) => utimesSync(file, 1, 1), { rested: false, together: true }],
  [
    'the log started over',
    (file) => writeFileSync(`${file}-wal`, NEW_LOG),
    { rested: false, together: false },
  ],
  [
    'the log was emptied',
    (file) => writeFileSync(`${file}-wal`, ''),
    { rested: false, together: false },
  ],
  [
    'the log was removed',
    (file) => renameSync(`${file}-wal`, `${file}-gone`),
    { rested: false, together: false },
  ],
  ['main was replaced', replaceMain, { rested: false, together: false }],
  [
    'a journal appeared',
    (file) => writeFileSync(`${file}-journal`, 'x'),
    { rested: false, together: false },
  ],
];

test.each(CHANGES)('between two looks: %s', (_, change, { rested, together }) => {
  const { file } = makePlace();
  putFixture(file, 'in_use', ['', '-wal', '-shm']);
  const before = lookAt(file);
  change(file);
  const after = lookAt(file);
  expect([hasRested(before, after), belongsTogether(before, after)]).toEqual([rested, together]);
});

test('without a log every change of main spoils a copy', () => {
  const { file } = makePlace();
  putFixture(file, 'closed', ['']);
  const before = lookAt(file);
  utimesSync(file, 1, 1);
  expect(belongsTogether(before, lookAt(file))).toBe(false);
});

test('a copy that is not whole is not read, and is removed', () => {
  const { file, temporary } = makePlace();
  putFixture(file, 'in_use', ['', '-wal', '-shm']);
  const before = lookAt(file);
  writeFileSync(`${file}-wal`, NEW_LOG);
  expect(readCopy(file, before, 'preferred', () => 'read')).toBeNull();
  expect(readdirSync(temporary)).toEqual([]);
});

test('a copy is private, leaves out the shared memory, and is removed when reading throws', () => {
  const { file, temporary } = makePlace();
  putFixture(file, 'in_use', ['', '-wal', '-shm']);
  const read = (copy: string) => {
    const directory = dirname(copy);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    expect(readdirSync(directory)).toEqual(['copy.sqlite', 'copy.sqlite-wal']);
    throw new Error('the reader failed');
  };
  expect(() => readCopy(file, lookAt(file), 'preferred', read)).toThrow('the reader failed');
  expect(readdirSync(temporary)).toEqual([]);
});

test('a copy larger than the free space has no room', () => {
  makePlace();
  expect(hasRoomFor(0)).toBe(true);
  expect(hasRoomFor(Number.MAX_SAFE_INTEGER)).toBe(false);
});

function replaceMain(file: string): void {
  writeFileSync(`${file}-new`, fixtureBytes('in_use', ''));
  renameSync(`${file}-new`, file);
}
