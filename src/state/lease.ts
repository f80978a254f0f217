// Lets one process at a time work with the state: a lock file that has to be renewed.
import {
  existsSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { cannotWrite, makePrivateDir, stage, writeAtomically } from './atomic-write.ts';
import { isAlive, thisPlace, type Place } from './process-place.ts';

/**
 * A holder that stops renewing is given up after this time, ms: sooner than the next run loses patience,
 * so that a killed run costs it no alert where boot and process cannot be read (Android, macOS).
 */
export const LEASE_MS = 20_000;

export interface Lease {
  /** False once another process took over, as after a long sleep of this one. */
  isHeld(): boolean;
  /** Ends the lease and its renewal; twice does no harm. */
  release(): void;
}

/** What stands in the lock file. */
interface Lock {
  readonly token: string;
  readonly pid: number;
  readonly bootId: string | null;
  readonly pidSpace: string | null;
  readonly startedAt: number;
  readonly expiresAt: number;
}

export interface LeaseOptions {
  /** The real wall clock, epoch ms: `--now` moves judgements, not locks. */
  readonly clock?: () => number;
  readonly place?: Place;
  readonly renewEveryMs?: number;
}

/** Tokens of this process, so that a pid used again after a restart is not taken for the holder. */
const mine = new Set<string>();

/**
 * Takes the lease of a state directory, which is made when missing; null while another process holds
 * it. Throws WriteError when no lock file can be written there.
 */
export function acquireLease(dir: string, options: LeaseOptions = {}): Lease | null {
  const { clock = Date.now, place = thisPlace(), renewEveryMs = LEASE_MS / 4 } = options;
  const path = join(dir, 'lock');
  const token = randomUUID();
  const lockAt = (now: number): string =>
    JSON.stringify({ ...place, token, startedAt, expiresAt: now + LEASE_MS });
  const startedAt = clock();
  try {
    makePrivateDir(dir);
    if (!create(path, lockAt(startedAt)) && !takeOver(path, lockAt(startedAt), place, clock())) {
      return null;
    }
  } catch (error) {
    throw cannotWrite(path, error);
  }
  mine.add(token);
  const renewal = setInterval(() => {
    if (read(path)?.token !== token) return clearInterval(renewal);
    try {
      writeAtomically(path, lockAt(clock()));
    } catch {
      // A full disk for a moment; the lease has more turns before it ends.
    }
  }, renewEveryMs);
  renewal.unref();
  return {
    isHeld: () => read(path)?.token === token,
    release() {
      clearInterval(renewal);
      mine.delete(token);
      if (read(path)?.token === token) rmSync(path, { force: true });
    },
  };
}

/** Who holds, or held, the lease of a directory, for people; null when nobody does. Changes nothing. */
export function leaseHolder(
  dir: string,
  now: number,
): { readonly pid: number; readonly startedAt: number; readonly isStale: boolean } | null {
  const lock = read(join(dir, 'lock'));
  if (lock === null) return null;
  const { pid, startedAt } = lock;
  return { pid, startedAt, isStale: isStale(lock, thisPlace(), now) };
}

/**
 * Exclusive: false when a lock is there. It comes into being whole, by a link, since one that is still
 * empty says nothing about who died over it.
 */
function create(path: string, text: string): boolean {
  if (existsSync(path)) return false;
  const staged = stage(path, text);
  try {
    linkSync(staged, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // ENOENT: another run took the half for a dead one's and swept it away.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    return createWithoutLink(path, text);
  } finally {
    rmSync(staged, { force: true });
  }
}

/** Where a file system has no links (Android's shared storage, FAT). */
function createWithoutLink(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    rmSync(path, { force: true });
    throw error;
  }
}

/** Removes a stale lock by renaming it, so that of two who try only one wins, and creates an own one. */
function takeOver(path: string, text: string, place: Place, now: number): boolean {
  const found = read(path);
  if (found ? !isStale(found, place, now) : !isAbandoned(path, now)) return false;
  const aside = `${path}.${place.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch (error) {
    // Somebody else removed it first; whether the place is free now shows when creating.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return create(path, text);
  }
  const taken = read(aside);
  rmSync(aside, { force: true });
  if (taken?.token !== found?.token && taken !== null) {
    // Between the look and the move it became somebody's live lock: give it back.
    create(path, JSON.stringify(taken));
    return false;
  }
  return create(path, text);
}

/**
 * Expired, or lasting longer than any lease (the clock went back), or of another boot, or of a process
 * that is gone. A pid tells something only within the same boot and pid namespace.
 */
function isStale(lock: Lock, place: Place, now: number): boolean {
  const leftMs = lock.expiresAt - now;
  if (leftMs <= 0 || leftMs > 2 * LEASE_MS) return true;
  if (lock.bootId === null || place.bootId === null) return false;
  if (lock.bootId !== place.bootId) return true;
  if (lock.pidSpace !== place.pidSpace) return false;
  return lock.pid === place.pid ? !mine.has(lock.token) : !isAlive(lock.pid);
}

/** A lock without sense is one being written, or one whose writer died over it. */
function isAbandoned(path: string, now: number): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined || Math.abs(now - stat.mtimeMs) > LEASE_MS;
}

function read(path: string): Lock | null {
  try {
    const lock = JSON.parse(readFileSync(path, 'utf8')) as Partial<Lock> | null;
    return typeof lock?.token === 'string' && typeof lock.expiresAt === 'number'
      ? (lock as Lock)
      : null;
  } catch {
    return null;
  }
}
