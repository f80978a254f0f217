// What becomes of a read during which somebody writes.
import { utimesSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nodeReader } from '../../../src/openclaw/sqlite/node-reader.ts';
import { readSqlite } from '../../../src/openclaw/sqlite/read-sqlite.ts';
import { makePlace, NEWEST, putFixture, QUERIES } from './stores.ts';

describe('a database that changes while it is read', () => {
  /** Queries whose text is asked for in the middle of a read, which lets a test write just then. */
  function interrupting(write: (asked: number) => void) {
    let asked = 0;
    const { table, sql } = QUERIES.store;
    const store = {
      table,
      get sql() {
        write(++asked);
        return sql;
      },
    };
    return { queries: { store }, asked: () => asked };
  }

  test('is read again until it rests', async (context) => {
    if (!nodeReader()) context.skip('this Node.js has no SQLite that reads in place');
    const { file } = makePlace();
    putFixture(file, 'closed', ['']);
    const { queries, asked } = interrupting((count) => {
      if (count < 3) utimesSync(file, count, count);
    });
    expect(await readSqlite(file, queries)).toMatchObject({ ok: true });
    expect(asked()).toBe(3);
  });

  test('is read again from the log that appeared', async (context) => {
    if (!nodeReader()) context.skip('this Node.js has no SQLite that reads in place');
    const { file } = makePlace();
    putFixture(file, 'in_use', ['']);
    const { queries } = interrupting(() => putFixture(file, 'in_use', ['-wal', '-shm']));
    const { store } = NEWEST.content.rows;
    expect(await readSqlite(file, queries)).toMatchObject({
      ok: true,
      content: { rows: { store } },
    });
  });

  test('is busy when it never rests', async (context) => {
    if (!nodeReader()) context.skip('this Node.js has no SQLite that reads in place');
    const { file } = makePlace();
    putFixture(file, 'closed', ['']);
    const { queries, asked } = interrupting((count) => utimesSync(file, count, count));
    expect(await readSqlite(file, queries)).toMatchObject({ ok: false, fault: 'busy' });
    expect(asked()).toBe(10);
  });
});
