// Looks at what the monitor keeps: its directory, lock, state, owed messages and last run. Changes nothing.
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { MonitorError } from '../core/errors.ts';
import type { AlertState } from '../core/alerts/incident.ts';
import { fromNow } from '../core/moment.ts';
import { leaseHolder } from '../state/lease.ts';
import { readAlertState } from '../state/index.ts';
import { attention, broken, ok, type Symptom } from './symptom.ts';

export interface Kept {
  /** Null when there is none that can be read. */
  readonly state: AlertState | null;
  readonly symptoms: readonly Symptom[];
}

/** `now` in epoch ms, by the real clock. */
export function lookAtState(dir: string, now: number): Kept {
  const place = placeSymptom(dir);
  if (place.state === 'broken' || !existsSync(dir)) return { state: null, symptoms: [place] };
  try {
    const { state, notice } = readAlertState(dir);
    return {
      state,
      symptoms: [
        notice === null ? place : broken('state', notice, '# The next run puts it aside.'),
        ...lockSymptoms(dir, now),
        ...outboxSymptoms(state),
      ],
    };
  } catch (error) {
    if (!(error instanceof MonitorError)) throw error;
    return { state: null, symptoms: [broken('state', error.message)] };
  }
}

function placeSymptom(dir: string): Symptom {
  let place = dir;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  try {
    accessSync(place, constants.W_OK | constants.X_OK);
  } catch {
    return broken('state', `${dir} cannot be written`, '# Name another place: --monitor-state DIR');
  }
  if (place !== dir) return ok('state', `${dir}, made by the first run`);
  const isOpen = process.platform !== 'win32' && (statSync(dir).mode & 0o077) !== 0;
  return isOpen
    ? attention('state', `${dir} is open to other users`, `chmod 700 '${dir}'`)
    : ok('state', dir);
}

function lockSymptoms(dir: string, now: number): readonly Symptom[] {
  const holder = leaseHolder(dir, now);
  if (holder === null) return [];
  const who = `process ${holder.pid} since ${fromNow(holder.startedAt, now)}`;
  return holder.isStale
    ? [attention('lock', `left behind by ${who}; the next run takes it over`)]
    : [ok('lock', `held by ${who}: a run is at work`)];
}

function outboxSymptoms({ outbox }: AlertState): readonly Symptom[] {
  const dead = outbox.filter(({ state }) => state === 'dead').length;
  const owed = outbox.length - dead;
  const fix = ['auth-monitor outbox', 'auth-monitor outbox retry'];
  if (dead > 0) return [broken('outbox', `${dead} given up, ${owed} owed`, ...fix)];
  return owed > 0
    ? [attention('outbox', `${owed} owed; the next run tries again`, ...fix)]
    : [ok('outbox', 'nothing is owed')];
}

/** `lateMs`: from which age on a run is late; `hasSchedule`: something is there that should run it. */
export function lastRunSymptom(
  lastRunAt: number | null,
  now: number,
  { lateMs, hasSchedule }: { readonly lateMs: number; readonly hasSchedule: boolean },
): Symptom {
  if (lastRunAt === null) {
    return attention('last run', 'no run has ended yet', 'auth-monitor run --dry-run');
  }
  const words = fromNow(lastRunAt, now);
  if (now - lastRunAt <= lateMs) return ok('last run', words);
  return hasSchedule
    ? broken('last run', `${words}, although there is a schedule`, 'auth-monitor run')
    : attention('last run', words, 'auth-monitor run');
}
