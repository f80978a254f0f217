// Decides how a database is read so that nothing beside it appears, changes or stays.
import { existsSync, realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { readContent } from './connection.ts';
import type { Access, SqliteQuery, SqliteReader } from './connection.ts';
import { nodeReader } from './node-reader.ts';
import { refusalOf } from './reading.ts';
import type { SqliteReading, SqliteRefusal } from './reading.ts';
import { copySize, hasRested, hasRoomFor, lookAt, readCopy } from './snapshot.ts';
import type { StoreFiles } from './snapshot.ts';

export interface SqliteOptions {
  /** `auto` takes the SQLite of this Node.js where it can be used, else the WebAssembly one. */
  readonly reader?: 'auto' | 'wasm';
  /** Main and log together up to this many bytes are copied; default 64 MiB. */
  readonly copyLimitBytes?: number;
}

const COPY_LIMIT_BYTES = 64 * 1024 * 1024;
const WAITS_MS = [10, 20, 40, 80, 80, 80, 80, 80, 80];

/** One try: a reading, or why it has to be repeated. */
type Attempt = SqliteReading | 'changing' | 'rolling_back';

const STILL: Readonly<Record<Exclude<Attempt, SqliteReading>, SqliteRefusal>> = {
  changing: { ok: false, fault: 'busy', detail: 'It changed during every attempt to read it.' },
  rolling_back: {
    ok: false,
    fault: 'busy',
    detail: 'A rollback journal lies beside it: a write is unfinished or crashed.',
  },
};

/**
 * Reads the newest committed rows of a SQLite database, also beside a running writer, and never
 * throws. It creates, changes and leaves no file beside the database. Symbolic links are followed,
 * a zero-byte file is an empty database. A database that keeps changing is `busy` after ten attempts.
 */
export async function readSqlite(
  file: string,
  queries: Readonly<Record<string, SqliteQuery>>,
  options: SqliteOptions = {},
): Promise<SqliteReading> {
  try {
    // SQLite keeps the log beside the file a link leads to.
    const target = realpathSync(file);
    const reader = await chooseReader(options.reader ?? 'auto');
    const limit = options.copyLimitBytes ?? COPY_LIMIT_BYTES;
    const job: Job = { file: target, queries, reader, copyLimitBytes: limit };
    let latest = attempt(job);
    for (const wait of WAITS_MS) {
      if (typeof latest !== 'string') return latest;
      await sleep(wait);
      latest = attempt(job);
    }
    return typeof latest === 'string' ? STILL[latest] : latest;
  } catch (error) {
    return refusalOf(error);
  }
}

async function chooseReader(wanted: 'auto' | 'wasm'): Promise<SqliteReader> {
  const native = wanted === 'auto' ? nodeReader() : null;
  return native ?? (await import('./wasm-reader.ts')).wasmReader();
}

interface Job {
  readonly file: string;
  readonly queries: Readonly<Record<string, SqliteQuery>>;
  readonly reader: SqliteReader;
  readonly copyLimitBytes: number;
}

/** Picks the way by the files that lie beside the database at this moment. */
function attempt(job: Job): Attempt {
  const { file, reader } = job;
  try {
    const files = lookAt(file);
    if (files.main.size === 0) return emptyStore(job);
    if (files.journalIsHot) return 'rolling_back';
    if (reader.readsInPlace && !files.wal) return readAtRest(job, files);
    const isLarge = copySize(files) > job.copyLimitBytes;
    if (reader.readsInPlace && isLarge && files.hasSharedMemory) return readBesideWriter(job);
    if (reader.readsInPlace && isLarge && !hasRoomFor(copySize(files))) return NO_ROOM;
    const cloning = isLarge && !reader.readsInPlace ? 'required' : 'preferred';
    return readCopy(file, files, cloning, (copy) => query(job, copy, 'private')) ?? 'changing';
  } catch (error) {
    // A log may go away between the look and the copy.
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return isGone && existsSync(file) ? 'changing' : refusalOf(error);
  }
}

function emptyStore({ queries }: Job): SqliteReading {
  const absent = Object.keys(queries);
  return { ok: true, content: { userVersion: 0, isEmpty: true, rows: {}, absent } };
}

/** Opened without `immutable`, a database without a log would get a new -wal and -shm that stay. */
function readAtRest(job: Job, before: StoreFiles): Attempt {
  const reading = query(job, job.file, 'immutable');
  return hasRested(before, lookAt(job.file)) ? reading : 'changing';
}

/** SQLite's own locks keep the snapshot whole here, so a change of the files says nothing. */
function readBesideWriter(job: Job): Attempt {
  const reading = query(job, job.file, 'shared');
  if (reading.ok) return reading;
  // The last writer may just have closed and removed its log, which fails like a lack of rights.
  const { wal, hasSharedMemory } = lookAt(job.file);
  return wal && hasSharedMemory ? reading : 'changing';
}

function query({ reader, queries }: Job, path: string, access: Access): SqliteReading {
  try {
    return { ok: true, content: readContent(reader.open(path, access), queries) };
  } catch (error) {
    return refusalOf(error);
  }
}

const NO_ROOM: SqliteRefusal = {
  ok: false,
  fault: 'busy',
  detail: 'Only a copy shows its newest rows, and the temporary directory lacks the space for one.',
};
