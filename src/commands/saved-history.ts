// Reads what runs have left behind for people to look back at.
import { MonitorError } from '../core/errors.ts';
import type { History } from '../core/history.ts';
import { readAlertState } from '../state/index.ts';
import { stateDir, type Context } from './context.ts';

/** Undefined where there is no state, or none that can be read: a judgement can do without. */
export function savedHistory(context: Context): History | undefined {
  try {
    return readAlertState(stateDir(context)).state.history;
  } catch (error) {
    if (error instanceof MonitorError) return undefined;
    throw error;
  }
}
