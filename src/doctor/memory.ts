// Looks at what the monitor keeps: its directory, lock, state, owed messages and last run. Changes nothing.
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { MonitorError } from '../core/errors.ts';
import type { AlertState } from '../core/alerts/incident.ts';
import { fromNow } from '../core/moment.ts';
import { leaseHolder } from '../state/lease.ts';
import { readAlertState } from '../state/index.ts';
import { attention, broken, ok, type Symptom, type Wording } from './symptom.ts';

export interface Kept {
  /** Null when there is none that can be read. */
  readonly state: AlertState | null;
  readonly symptoms: readonly Symptom[];
}

/** `now` in epoch ms, by the real clock. */
export function lookAtState(dir: string, now: number, wording: Wording): Kept {
  const { words } = wording;
  const place = placeSymptom(dir, wording);
  if (place.state === 'broken' || !existsSync(dir)) return { state: null, symptoms: [place] };
  try {
    const { state, notice } = readAlertState(dir);
    return {
      state,
      symptoms: [
        notice === null ? place : broken('state', notice(wording.remarks), `# ${words.putAside}`),
        ...lockSymptoms(dir, now, wording),
        ...outboxSymptoms(state, wording),
      ],
    };
  } catch (error) {
    if (!(error instanceof MonitorError)) throw error;
    return { state: null, symptoms: [broken('state', wording.wordsOf(error.fault))] };
  }
}

function placeSymptom(dir: string, { words }: Wording): Symptom {
  let place = dir;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  try {
    accessSync(place, constants.W_OK | constants.X_OK);
  } catch {
    return broken('state', words.unwritable(dir), `# ${words.nameAnother}`);
  }
  if (place !== dir) return ok('state', words.madeByFirst(dir));
  const isOpen = process.platform !== 'win32' && (statSync(dir).mode & 0o077) !== 0;
  return isOpen
    ? attention('state', words.openToOthers(dir), `chmod 700 '${dir}'`)
    : ok('state', dir);
}

function lockSymptoms(dir: string, now: number, { words, times }: Wording): readonly Symptom[] {
  const holder = leaseHolder(dir, now);
  if (holder === null) return [];
  const who = words.holder(holder.pid, fromNow(holder.startedAt, now, times));
  return holder.isStale
    ? [attention('lock', words.leftLock(who))]
    : [ok('lock', words.heldLock(who))];
}

function outboxSymptoms({ outbox }: AlertState, { words }: Wording): readonly Symptom[] {
  const dead = outbox.filter(({ state }) => state === 'dead').length;
  const owed = outbox.length - dead;
  const fix = ['auth-monitor outbox', 'auth-monitor outbox retry'];
  if (dead > 0) return [broken('outbox', words.givenUp(dead, owed), ...fix)];
  return owed > 0
    ? [attention('outbox', words.owed(owed), ...fix)]
    : [ok('outbox', words.nothingOwed)];
}

/** `lateMs`: from which age on a run is late; `hasSchedule`: something is there that should run it. */
export function lastRunSymptom(
  lastRunAt: number | null,
  now: number,
  { lateMs, hasSchedule }: { readonly lateMs: number; readonly hasSchedule: boolean },
  { words, times }: Wording,
): Symptom {
  if (lastRunAt === null) {
    return attention('last run', words.noRun, 'auth-monitor run');
  }
  const when = fromNow(lastRunAt, now, times);
  if (now - lastRunAt <= lateMs) return ok('last run', when);
  return hasSchedule
    ? broken('last run', words.lateRun(when), 'auth-monitor run')
    : attention('last run', when, 'auth-monitor run');
}
