// The door of this room: how alerts run, and what commands may do with the state. `state-dir.ts` and
// `salt.ts` are imported by themselves where nothing else may be loaded.
export type { AlertOutcome, OwedMessage } from './alert-outcome.ts';
export { changeAlertState } from './change-state.ts';
export { base32Hash } from './hash.ts';
export { retryAlerts } from './retry-alerts.ts';
export { planAlerts, runAlerts, type AlertPlan } from './run-alerts.ts';
export { writeLastReport } from './last-report.ts';
export { readPassiveMemory, savePassiveMemory } from './passive-memory.ts';
export { readOrCreateSalt, readSalt } from './salt.ts';
export { readAlertState } from './state-file.ts';
export {
  readBreakdown,
  readLastRun,
  writeBreakdown,
  writeLastRun,
  type Breakdown,
  type LastRun,
} from './last-run.ts';
