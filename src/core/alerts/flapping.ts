// Decides which answers of providers change too often to be told each time.
import { HOUR_MS } from '../duration.ts';
import type { Followed } from './follow-incidents.ts';
import type { AlertState, Incident } from './incident.ts';

/** For so long after a recovery a bad answer has to come twice. */
const WATCHED_MS = 6 * HOUR_MS;

/**
 * True for what a provider said in this run for the first time, shortly after it had taken the same back.
 * What is read from files cannot flap: an expiry only comes nearer.
 */
export function isFlapping(
  { fingerprint, openedAt, recoveredAt, level }: Incident,
  recovered: AlertState['recovered'],
  now: number,
): boolean {
  if (!isProbed(level) || recoveredAt !== null || openedAt !== now) return false;
  return Object.hasOwn(recovered, fingerprint);
}

/** When which of them ended, as far as it still matters. */
export function rememberRecovered(
  recovered: AlertState['recovered'],
  followed: readonly Followed[],
  now: number,
): AlertState['recovered'] {
  const times = new Map(Object.entries(recovered));
  for (const { incident } of followed) {
    if (isProbed(incident.level) && incident.recoveredAt === now)
      times.set(incident.fingerprint, now);
  }
  return Object.fromEntries([...times].filter(([, at]) => Math.abs(now - at) < WATCHED_MS));
}

function isProbed(level: Incident['level']): boolean {
  return level === 'metadata' || level === 'inference';
}
