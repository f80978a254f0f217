// Reads the wanted tables over any reader's connection, as one snapshot.
import type { SqliteContent, SqliteRow } from './reading.ts';

/** A table and the statement that reads it. */
export interface SqliteQuery {
  readonly table: string;
  readonly sql: string;
}

export interface Connection {
  /** Runs one statement; throws SQLite's error. */
  all(sql: string): readonly SqliteRow[];
  close(): void;
}

/**
 * How a file is opened. `private`: a copy nobody else has. `immutable`: in place, looking at no other
 * file and taking no lock. `shared`: in place beside a writer, under SQLite's own read locks.
 */
export type Access = 'private' | 'immutable' | 'shared';

export interface SqliteReader {
  /** Whether it can leave a directory it reads in untouched. */
  readonly readsInPlace: boolean;
  open(file: string, access: Access): Connection;
}

/** Runs every query whose table exists; throws SQLite's error, and closes the connection either way. */
export function readContent(
  connection: Connection,
  queries: Readonly<Record<string, SqliteQuery>>,
): SqliteContent {
  try {
    // One transaction, so that the rows belong together even while a writer goes on.
    connection.all('BEGIN');
    const userVersion = Number(connection.all('PRAGMA user_version')[0]?.['user_version']);
    const tables = new Set(
      connection
        .all("SELECT name FROM sqlite_master WHERE type = 'table'")
        .map((row) => row['name']),
    );
    const names = Object.keys(queries);
    const present = Object.entries(queries).filter(([, { table }]) => tables.has(table));
    const rows = Object.fromEntries(present.map(([name, { sql }]) => [name, connection.all(sql)]));
    const absent = names.filter((name) => !Object.hasOwn(rows, name));
    return { userVersion, isEmpty: tables.size === 0, rows, absent };
  } finally {
    connection.close();
  }
}
