// Opens the state for one run, and goes on without it when the disk does not play along.
import { MonitorError, WriteError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import { emptyAlertState, type AlertState } from '../core/alerts/incident.ts';
import type { Remark } from '../core/phrases/remark-phrases.ts';
import { acquireLease, type Lease } from './lease.ts';
import { commitAlertState, loadAlertState } from './state-file.ts';

/** How long to wait for another run that is alerting right now, ms. */
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 200;

export interface StateDesk {
  readonly state: AlertState;
  readonly notice: Remark | null;
  /** The first thing that went wrong with the state; null as long as nothing did. */
  readonly error: MonitorError | null;
  /** Another run holds the state and does the alerting. */
  readonly isTaken: boolean;
  /** Commits what is not committed yet, or takes down why it cannot. */
  save(state: AlertState): void;
  close(): void;
}

/** Takes the lease, waiting for another run to end, and loads. Rejects only for a bug. */
export async function openDesk(
  dir: string | null,
  now: number,
  signal: AbortSignal,
): Promise<StateDesk> {
  if (dir === null) return memoryDesk(null);
  const lease = await attempt(() => waitForLease(dir, signal));
  if (lease.value === null && lease.error === null) {
    const error = new WriteError(fault('stateHeld', dir));
    return { ...memoryDesk(error), isTaken: true };
  }
  const loaded = await attempt(() => loadAlertState(dir, now));
  if (loaded.value === null) {
    lease.value?.release();
    return memoryDesk(lease.error ?? loaded.error);
  }
  const { state, notice } = loaded.value;
  let error = lease.error;
  let committed: AlertState | null = null;
  return {
    state,
    notice,
    get error() {
      return error;
    },
    isTaken: false,
    save(next) {
      try {
        // Without the lease nothing is known about who else writes.
        if (lease.value === null || next === committed) return;
        if (!lease.value.isHeld()) throw lostTo(dir);
        commitAlertState(dir, next);
        committed = next;
      } catch (thrown) {
        error ??= expected(thrown);
      }
    },
    close: () => lease.value?.release(),
  };
}

// Its state is older than what the other run has written since.
function lostTo(dir: string): WriteError {
  return new WriteError(fault('stateTaken', dir));
}

/** Remembers nothing. */
function memoryDesk(error: MonitorError | null): StateDesk {
  return {
    state: emptyAlertState(),
    notice: null,
    error,
    isTaken: false,
    save: () => undefined,
    close: () => undefined,
  };
}

async function waitForLease(dir: string, signal: AbortSignal): Promise<Lease | null> {
  for (let waitedMs = 0; ; waitedMs += LOOK_EVERY_MS) {
    const lease = acquireLease(dir);
    if (lease || waitedMs >= PATIENCE_MS || signal.aborted) return lease;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

async function attempt<T>(
  act: () => T | Promise<T>,
): Promise<{ readonly value: T | null; readonly error: MonitorError | null }> {
  try {
    return { value: await act(), error: null };
  } catch (thrown) {
    return { value: null, error: expected(thrown) };
  }
}

/** An expected fault; a bug goes on as such. */
function expected(thrown: unknown): MonitorError {
  if (thrown instanceof MonitorError) return thrown;
  throw thrown;
}
