// Tells systemd that a long-lived process is ready, what it does, and that it still lives (sd_notify).
import { execFile } from 'node:child_process';
import { writeSync } from 'node:fs';
import type { Env } from './world.ts';

/** Who started this process and wants to hear from it; without systemd nobody listens. */
export interface Supervisor {
  /** The first run is planned; `status` shows in `systemctl status`. */
  ready(status: string): void;
  status(status: string): void;
  stopping(): void;
}

/** A run has deadlines of its own, far below this; one that takes longer hangs. */
const LONGEST_RUN_MS = 10 * 60_000;

/**
 * The supervisor by `$NOTIFY_SOCKET` and `$WATCHDOG_USEC` (sd_notify, sd_watchdog_enabled). Node opens no
 * datagram sockets of this kind: who started us has left one in `$NOTIFY_FD`, or `systemd-notify` speaks for
 * us, which the unit has to allow. `busySinceMs` is when the run in progress began on the clock of `monotonicMs`, null between runs: a run that hangs gives no sign of life.
 */
export function openSupervisor(
  env: Env,
  monotonicMs: () => number,
  busySinceMs: () => number | null,
): Supervisor {
  if (!env['NOTIFY_SOCKET']) {
    return { ready: () => undefined, status: () => undefined, stopping: () => undefined };
  }
  const { NOTIFY_FD: fd = '' } = env;
  const tell = (...words: readonly string[]): void => {
    // A message that is lost shows in the service manager soon enough.
    if (fd === '') execFile('systemd-notify', words, () => undefined);
    else ignoreFailure(() => writeSync(Number(fd), words.join('\n')));
  };
  const timeoutMs = Number(env['WATCHDOG_USEC'] ?? 0) / 1_000;
  if (timeoutMs > 0) {
    const isStuck = (): boolean => {
      const since = busySinceMs();
      return since !== null && monotonicMs() - since > LONGEST_RUN_MS;
    };
    // Half of the time is what sd_watchdog_enabled(3) recommends.
    setInterval(() => {
      if (!isStuck()) tell('WATCHDOG=1');
    }, timeoutMs / 2).unref();
  }
  return {
    ready: (status) => tell('READY=1', `STATUS=${status}`),
    status: (status) => tell(`STATUS=${status}`),
    stopping: () => tell('STOPPING=1'),
  };
}

function ignoreFailure(act: () => void): void {
  try {
    act();
  } catch {
    // The socket is gone or full.
  }
}
