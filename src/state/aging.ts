// Finds out whether any token was first met so long ago that a plain check has to say so.
import { DAY_MS } from '../core/duration.ts';
import { RunMemory } from '../core/run-memory.ts';
import { readSalt } from './salt.ts';
import { readAlertState } from './state-file.ts';

/** A year, less the month in which its end is worth a word. */
const AGED_MS = 335 * DAY_MS;

export interface Aging {
  readonly memory: RunMemory;
  readonly salt: Buffer;
}

/** Null when no token is that old. What providers said is left out: a check asks anew. Throws ReadError. */
export function readAging(dir: string, now: number): Aging | null {
  const { firstSeen } = readAlertState(dir).state;
  const isAged = Object.values(firstSeen).some(({ firstSeenAt }) => now - firstSeenAt >= AGED_MS);
  const salt = isAged ? readSalt(dir) : null;
  return salt && { salt, memory: new RunMemory({ probes: {}, firstSeen }) };
}
