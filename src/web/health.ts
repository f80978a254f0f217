// Decides whether the monitor itself is well: it runs when it should, and runs come to their end.
import { MINUTE_MS } from '../core/duration.ts';
import { ExitCode } from '../core/exit-code.ts';
import { toIso } from '../core/iso.ts';

/** What the loop knows of itself; epoch ms. */
export interface Pulse {
  /** Null between runs. */
  readonly busySinceAt: number | null;
  readonly lastRunAt: number | null;
  readonly lastExitCode: number | null;
  readonly nextRunAt: number | null;
}

export interface Health {
  readonly status: 'ok' | 'starting' | 'failing' | 'stuck' | 'overdue';
  readonly lastRunAt: string | null;
  readonly exitCode: number | null;
  readonly nextRunAt: string | null;
}

/** A run has deadlines of its own, far below this. */
const LATE_MS = 10 * MINUTE_MS;

/** Ends of runs that came to a verdict; a dying credential is no illness of the monitor. */
const VERDICTS: readonly number[] = [
  ExitCode.ok,
  ExitCode.failing,
  ExitCode.expiring,
  ExitCode.undelivered,
];

export function healthOf(pulse: Pulse, now: number): Health {
  const { lastRunAt, lastExitCode, nextRunAt } = pulse;
  return {
    status: statusOf(pulse, now),
    lastRunAt: lastRunAt === null ? null : toIso(lastRunAt),
    exitCode: lastExitCode,
    nextRunAt: nextRunAt === null ? null : toIso(nextRunAt),
  };
}

function statusOf(pulse: Pulse, now: number): Health['status'] {
  const { busySinceAt, lastExitCode, nextRunAt } = pulse;
  if (busySinceAt !== null && now - busySinceAt > LATE_MS) return 'stuck';
  if (busySinceAt === null && nextRunAt !== null && now - nextRunAt > LATE_MS) return 'overdue';
  if (lastExitCode === null) return 'starting';
  return VERDICTS.includes(lastExitCode) ? 'ok' : 'failing';
}
