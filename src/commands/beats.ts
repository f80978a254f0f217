// Decides what a dead-man's switch hears of a run: that it begins, and how it ends.
import type { Report } from '../core/report.ts';
import type { AlertOutcome } from '../state/index.ts';
import type { Alerts } from './alert.ts';
import type { RunLog } from './remarks.ts';

type Watched = Pick<Alerts, 'heartbeat'> & { readonly log: Pick<RunLog, 'warn'> };

/**
 * Does the work of a run between the two beats of its heart. What is thrown is told to the switch before
 * it goes on: a monitor that breaks is what the switch is for.
 */
export async function betweenBeats<T>(alerts: Watched, work: () => Promise<T>): Promise<T> {
  alerts.heartbeat?.start();
  try {
    return await work();
  } catch (error) {
    await endHeartbeat(alerts, 'the monitor itself failed', new AbortController().signal);
    throw error;
  }
}

/** What is wrong with the monitor itself: it could not look, or something is given up, unsaved or lost. */
export function troubleOf(
  { fault }: Pick<Alerts, 'fault'>,
  { stateError, stateNotice, owed }: AlertOutcome,
  { report, isWritten }: { readonly report: Report; readonly isWritten: boolean },
): string | null {
  if (fault !== null || stateError !== null) return 'the state cannot be kept';
  if (stateNotice !== null) return 'the state was lost and is begun anew';
  const given = owed.filter(({ state }) => state === 'dead').map(({ channel }) => channel);
  if (given.length > 0) return `messages are given up: ${[...new Set(given)].join(', ')}`;
  if (!isWritten) return 'the metrics cannot be written';
  const blind = report.findings.filter(
    ({ code, severity }) => code === 'store_unreadable' && severity === 'fail',
  );
  return blind.length > 0 ? `credential stores cannot be read: ${blind.length}` : null;
}

/** Tells the switch the end of a run; that it did not hear is a warning. */
export async function endHeartbeat(
  { heartbeat, log }: Watched,
  trouble: string | null,
  signal: AbortSignal,
): Promise<void> {
  const unheard = await heartbeat?.end(trouble, signal);
  if (unheard) log.warn(unheard);
}
