// Reads private copies with SQLite as WebAssembly, where Node brings no usable one.
import type { SqliteReader } from './connection.ts';
import { Refused } from './reading.ts';

/** Loads the package on first use; opened in place it would leave files, so it only takes copies. */
export async function wasmReader(): Promise<SqliteReader> {
  const { Database } = await load();
  return {
    readsInPlace: false,
    open(file) {
      const database = new Database(file, { readOnly: true });
      // Must be the first statement: without shared memory only a sole owner can read a WAL.
      database.exec('PRAGMA locking_mode = EXCLUSIVE');
      return { all: (sql) => database.all(sql), close: () => database.close() };
    },
  };
}

async function load() {
  try {
    return (await import('node-sqlite3-wasm')).default;
  } catch (cause) {
    // Must not pass for a missing database when its .wasm file is what is missing.
    throw new Refused('unreadable', `The built-in SQLite did not load (${(cause as Error).name}).`);
  }
}
