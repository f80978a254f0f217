// Decides why a systemd unit of ours failed: a verdict that was told, one still owed, or the monitor itself.

/** What systemd tells the unit that it starts after a failure (systemd.exec, from 251 on). */
export interface UnitEnd {
  readonly unit: string;
  readonly invocationId: string | null;
  /** `exit-code`, `timeout`, `watchdog`, `signal`, …; null where systemd is too old to tell. */
  readonly result: string | null;
  /** An exit code, or the name of a signal. */
  readonly status: string | null;
}

/** How the last run ended that came to its end. */
export interface RunEnd {
  readonly invocationId: string;
  readonly exitCode: number;
  readonly isOwed: boolean;
}

/** `told`: nothing to do. `owed`: a message waits for the next run. `broken`: nobody judges. */
export type UnitFailure = 'told' | 'owed' | 'broken';

/** A run that came to its end left a note under its own invocation; any other end is a breakdown. */
export function unitFailure(end: UnitEnd, lastRun: RunEnd | null): UnitFailure {
  if (lastRun === null || lastRun.invocationId !== end.invocationId) return 'broken';
  const isVerdict = lastRun.exitCode === 1 || lastRun.exitCode === 2;
  if (end.result !== 'exit-code' || end.status !== String(lastRun.exitCode)) return 'broken';
  if (lastRun.isOwed) return 'owed';
  return isVerdict ? 'told' : 'broken';
}

const RESULTS: Readonly<Record<string, string>> = {
  timeout: 'it did not end in time',
  watchdog: 'it gave no sign of life',
  'oom-kill': 'it ran out of memory',
  'start-limit-hit': 'it failed too often in a row',
  resources: 'the system could not start it',
};

const STATUSES: Readonly<Record<string, string>> = {
  1: 'Node could not run it',
  64: 'wrong usage',
  70: 'a bug in the monitor',
  73: 'it cannot write its own files',
  74: 'it cannot read its own files',
  78: 'its config cannot be used',
  203: 'its program was not found',
  226: 'its sandbox could not be set up',
  243: 'its credentials could not be loaded',
};

/** The end of a unit in words for people. */
export function failureWords({ unit, result, status }: UnitEnd): string {
  const ended = status === null ? '' : ` (${result === 'exit-code' ? 'exit code ' : ''}${status})`;
  const why =
    (result === 'exit-code' ? STATUSES[status ?? ''] : RESULTS[result ?? '']) ??
    result ??
    'for a reason that this systemd does not tell';
  return `${unit} failed: ${why}${ended}`;
}
