// Removes the private copies that a killed run could not remove itself.
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a copy and what SQLite puts beside it are called. */
export const COPY_NAME = 'copy.sqlite';
/** The pid says whose directory it is. */
const DIRECTORY = /^openclaw-auth-monitor-(\d+)-[A-Za-z0-9]{6}$/;

/** A process of this pid may be in another container that shares the directory: it is done by then. */
const ENDED_AFTER_MS = 60_000;
/** The pid may have gone to another process since. */
const DONE_AFTER_MS = 24 * 60 * 60_000;
const SWEEP_EVERY_MS = 60 * 60_000;

/** When each directory was swept, in ms of the monotonic clock: a run copies many stores. */
const sweptAt = new Map<string, number>();

/** The beginning of the name that a new copy's directory gets. */
export function directoryPrefix(temporary: string): string {
  return join(temporary, `openclaw-auth-monitor-${process.pid}-`);
}

/**
 * Looks through `temporary` at most once an hour for what killed runs have left there, and removes it.
 * Only directories of this user, closed to others, with nothing but a copy in them; never throws.
 */
export function sweepLeftovers(temporary: string): void {
  const last = sweptAt.get(temporary);
  const at = performance.now();
  if (last !== undefined && at - last < SWEEP_EVERY_MS) return;
  sweptAt.set(temporary, at);
  try {
    for (const name of readdirSync(temporary)) {
      const pid = DIRECTORY.exec(name)?.[1];
      if (pid !== undefined) removeIfDead(join(temporary, name), Number(pid));
    }
  } catch {
    // What cannot be listed is not ours to tidy; making the copy will say what is wrong.
  }
}

function removeIfDead(directory: string, pid: number): void {
  try {
    const found = lstatSync(directory);
    const isOurs = found.uid === process.geteuid?.() && (found.mode & 0o777) === 0o700;
    if (!isOurs || !found.isDirectory()) return;
    const ageMs = Date.now() - found.mtimeMs;
    if (ageMs < ENDED_AFTER_MS || (ageMs < DONE_AFTER_MS && isRunning(pid))) return;
    const isCopy = readdirSync(directory).every((name) => name.startsWith(COPY_NAME));
    if (isCopy) rmSync(directory, { recursive: true, force: true });
  } catch {
    // Another run was quicker, or it is not to be had.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
