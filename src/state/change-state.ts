// Changes the alert state by hand: silences, and what is owed.
import { WriteError } from '../core/errors.ts';
import type { AlertState } from '../core/incident.ts';
import { acquireLease } from './lease.ts';
import { commitAlertState, loadAlertState } from './state-file.ts';

/**
 * Commits `change(state)` and returns it. Throws WriteError while a run holds the state or when it
 * cannot be written, ReadError when it cannot be read.
 */
export function changeAlertState(
  dir: string,
  now: number,
  change: (state: AlertState) => AlertState,
): AlertState {
  const lease = acquireLease(dir);
  if (!lease) throw new WriteError(`A run holds the state in ${dir}; try again when it has ended.`);
  try {
    const changed = change(loadAlertState(dir, now).state);
    commitAlertState(dir, changed);
    return changed;
  } finally {
    lease.release();
  }
}
