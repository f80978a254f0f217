// What is said when the monitor cannot read or write, or has a bug, in English; every language says the same.
import { formatDuration } from '../duration.ts';

export const troublePhrases = {
  bug: 'a bug in the monitor, nothing is said about your credentials',
  cannotWrite: (path: string, why: string) => `Cannot write ${path}: ${why}`,
  cannotRead: (path: string, why: string) => `Cannot read ${path}: ${why}`,
  cannotPrint: (why: string) => `Cannot write the output: ${why}`,
  cannotWriteSample: (dir: string, why: string) =>
    `Cannot write the sample to the temporary directory ${dir}: ${why}.`,
  cannotServe: (address: string, why: string) => `Cannot serve the page at ${address}: ${why}.`,
  portTaken: 'another program has that port',
  // State.
  noPlace:
    'There is no place for the state: this user has no home directory. ' +
    'Name one with --monitor-state DIR or OPENCLAW_AUTH_MONITOR_STATE.',
  noUserName: (dir: string) => `There is no place for the state: ${dir} needs a user with a name.`,
  stateHeld: (dir: string) => `Another run holds the state in ${dir} and does the alerting.`,
  stateTaken: (dir: string) =>
    `Another run took the state in ${dir} over while this one was held up.`,
  laterState: (path: string) =>
    `${path} was written by a later version of openclaw-auth-monitor and is left as it is. ` +
    'Upgrade, or name another directory with --monitor-state.',
  noLastReport: (path: string) => `Cannot read ${path}: no run has left a report there.`,
  damagedReport: (path: string) =>
    `Cannot read ${path}: it is damaged; the next run writes it anew.`,
  unreadReport: (path: string, why: string) => `Cannot read ${path}: ${why}.`,
  // Reports made elsewhere.
  badReport: (place: string, why: string) => `Cannot read a report from ${place}: ${why}.`,
  standardInput: 'standard input',
  isTooLarge: 'it is larger than 256 MiB',
  isEmpty: 'it is empty',
  isNoJson: 'it is not JSON',
  isAhead: (ms: number) => `it was made ${formatDuration(ms)} ahead of this clock`,
  isOld: (ms: number) => `it is ${formatDuration(ms)} old, so nothing is known`,
  otherSchema: (version: number) =>
    `The report is of schemaVersion ${version}; this monitor reads version 1.`,
  unusableReport: 'The report cannot be used:',
  contradicts: 'The report cannot be used: its verdict is not that of its findings.',
  theReport: 'the report',
  gotInstead: (wanted: string, given: string) => `expected ${wanted}, got ${given}`,
  isoUtc: 'expected an ISO 8601 time in UTC',
  doesNotFit: (given: string) => `has a value that does not fit, got ${given}`,
  unknownKeys: (count: number) => `has ${count} unknown ${count === 1 ? 'key' : 'keys'}`,
  andMore: (count: number) => `and ${count} more`,
};

export type TroublePhrases = typeof troublePhrases;
