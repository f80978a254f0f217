// Reads with the SQLite inside Node, on the versions that can open a database without a trace.
import { pathToFileURL } from 'node:url';
import type { Access, SqliteReader } from './connection.ts';
import type { SqliteRow } from './reading.ts';

/** The part of `node:sqlite` used here; the types of Node 20 do not know the module. */
interface NodeSqlite {
  readonly DatabaseSync: new (
    file: URL,
    options: { readonly readOnly: true; readonly timeout: number },
  ) => {
    prepare(sql: string): {
      setReadBigInts(enabled: boolean): void;
      all(): Record<string, unknown>[];
    };
    close(): void;
  };
}

const BUSY_TIMEOUT_MS = 2_000;

// `readonly_shm` opens an existing -shm without the right to write, so that even SQLite's read marks
// stay as they are (os_unix.c; seen on SQLite 3.51.3 and 3.53.4, beside a writer and after a crash).
// Only as root does SQLite set the owner of -wal and -shm to that of main again.
const PARAMETERS: Readonly<Record<Access, string>> = {
  private: '',
  immutable: 'immutable=1',
  shared: 'readonly_shm=1',
};

/** The reader of this Node, or null before 22.15 and 23.10, which take no `file:` URL. */
export function nodeReader(): SqliteReader | null {
  const sqlite = takesFileUrls(process.versions.node) ? loadQuietly() : undefined;
  if (!sqlite) return null;
  return {
    readsInPlace: true,
    open(file, access) {
      const url = pathToFileURL(file);
      url.search = PARAMETERS[access];
      const database = new sqlite.DatabaseSync(url, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
      return {
        all(sql) {
          const statement = database.prepare(sql);
          // Without this an integer beyond 2^53 throws and would hide every other row.
          statement.setReadBigInts(true);
          return statement.all().map(withNumbers);
        },
        close: () => database.close(),
      };
    },
  };
}

function takesFileUrls(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 23 && minor >= 10) || (major === 22 && minor >= 15);
}

/** Node 22 announces an experimental feature here; loading is synchronous, so no other warning is lost. */
function loadQuietly(): NodeSqlite | undefined {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return process.getBuiltinModule('node:sqlite') as NodeSqlite | undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}

function withNumbers(row: SqliteRow): SqliteRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'bigint' &&
      BigInt(Number(value)) === value &&
      Number.isSafeInteger(Number(value))
        ? Number(value)
        : value,
    ]),
  );
}
