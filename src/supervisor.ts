// Tells systemd that a long-lived process is ready, what it does, and that it still lives (sd_notify).
import { execFile } from 'node:child_process';
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
 * The supervisor by `$NOTIFY_SOCKET` and `$WATCHDOG_USEC` (sd_notify, sd_watchdog_enabled). Node has no
 * datagram sockets of this kind, so `systemd-notify` speaks for us. `busySinceMs` is when the run in
 * progress began on the clock of `monotonicMs`, null between runs: a run that hangs gives no sign of life.
 */
export function openSupervisor(
  env: Env,
  monotonicMs: () => number,
  busySinceMs: () => number | null,
): Supervisor {
  if (!env['NOTIFY_SOCKET']) {
    return { ready: () => undefined, status: () => undefined, stopping: () => undefined };
  }
  const tell = (...words: readonly string[]): void => {
    // A message that is lost shows in the service manager soon enough.
    execFile('systemd-notify', words, () => undefined);
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
    ready: (status) => tell('--ready', `--status=${status}`),
    status: (status) => tell(`--status=${status}`),
    // As a word of the protocol: the option for it came with systemd 253.
    stopping: () => tell('STOPPING=1'),
  };
}
