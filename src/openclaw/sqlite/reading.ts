// What a reading of a database can say, and what each refusal of SQLite or the system means.

/**
 * Why a database gave no rows. `busy`: it kept changing, is locked, or waits for a rollback.
 * `corrupt`: not a SQLite database, or a damaged one. `schema`: a table lacks what a query names, so
 * an unknown version wrote it. `too_large`: this Node can only read a private copy and the database is
 * too big for one. `no_space`: the temporary directory is absent, not writable or full.
 * `unreadable`: anything else, named in the detail.
 */
export type SqliteFault =
  | 'busy'
  | 'corrupt'
  | 'schema'
  | 'permission'
  | 'too_large'
  | 'no_space'
  | 'not_a_file'
  | 'unreadable';

export type SqliteRow = Readonly<Record<string, unknown>>;

export interface SqliteContent {
  readonly userVersion: number;
  /** Nothing was ever made in it. */
  readonly isEmpty: boolean;
  /** By query name; integers beyond 2^53 are bigint, blobs Uint8Array. No entry for an absent table. */
  readonly rows: Readonly<Record<string, readonly SqliteRow[]>>;
  /** Names of the queries whose table does not exist. */
  readonly absent: readonly string[];
}

export interface SqliteRefusal {
  readonly ok: false;
  readonly fault: SqliteFault | 'missing';
  /** One sentence for a person; never holds anything read from the database. */
  readonly detail: string;
}

export type SqliteReading = { readonly ok: true; readonly content: SqliteContent } | SqliteRefusal;

/** A refusal on its way to becoming a reading. */
export class Refused extends Error {
  readonly fault: SqliteRefusal['fault'];

  constructor(fault: SqliteRefusal['fault'], detail: string) {
    super(detail);
    this.fault = fault;
  }
}

/** Turns whatever was thrown into a refusal; SQLite's own words are dropped, they may quote the file. */
export function refusalOf(error: unknown): SqliteRefusal {
  if (error instanceof Refused) return { ok: false, fault: error.fault, detail: error.message };
  const { code, name, message } = error as NodeJS.ErrnoException;
  const meaning =
    (code !== undefined && MEANING_OF_ERRNO[code]) ||
    MEANING_OF_MESSAGE.find(([words]) => words.test(message))?.[1];
  if (meaning) return { ok: false, ...meaning };
  return { ok: false, fault: 'unreadable', detail: `It cannot be read (${code ?? name}).` };
}

type Meaning = Omit<SqliteRefusal, 'ok'>;

const NO_PERMISSION: Meaning = {
  fault: 'permission',
  detail: 'This user may not read it or a file beside it.',
};

const MEANING_OF_ERRNO: Readonly<Record<string, Meaning>> = {
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  ENOENT: { fault: 'missing', detail: 'It does not exist.' },
  ENOTDIR: { fault: 'missing', detail: 'It does not exist.' },
  ELOOP: { fault: 'not_a_file', detail: 'It is a symbolic link that leads back to itself.' },
};

// The WebAssembly build gives messages and no codes. These are SQLite's fixed ones (sqlite3ErrStr) and
// the beginnings of the parser's; both readers pass them through unchanged.
const MEANING_OF_MESSAGE: readonly (readonly [RegExp, Meaning])[] = [
  [/file is not a database/, { fault: 'corrupt', detail: 'It is not a SQLite database.' }],
  [/malformed/, { fault: 'corrupt', detail: 'The database is damaged.' }],
  [/is locked/, { fault: 'busy', detail: 'Another process holds a lock on it.' }],
  [/readonly database/, { fault: 'busy', detail: 'Its write-ahead log is being rebuilt.' }],
  [/unable to open database/i, NO_PERMISSION],
  [
    /^no such column|has no column|unsupported file format/,
    { fault: 'schema', detail: 'Its tables have columns this version does not know.' },
  ],
];
