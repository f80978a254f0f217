// Keeps the time in watch mode: a croner schedule, never two runs at once, an honest clock.
import { Cron } from 'croner';

/** Every half hour. */
export const DEFAULT_SCHEDULE = '*/30 * * * *';

/** A clock that has moved by more than this against the monotonic one was set, or the machine slept. */
const CLOCK_JUMP_MS = 60_000;
const CLOCK_LOOK_MS = 30_000;

export interface ScheduleOptions {
  readonly pattern: string;
  /** IANA zone; null for the system's. */
  readonly zone: string | null;
  /** One run; it must not reject for anything expected. */
  readonly job: () => Promise<void>;
  /** A run was due while another was still going. */
  readonly onSkip: () => void;
  readonly onError: (error: unknown) => void;
  /** The clock jumped by `ms`; a run follows at once. */
  readonly onClockJump: (ms: number) => void;
  readonly now: () => number;
  readonly monotonicMs: () => number;
}

export interface Schedule {
  /** Epoch ms of the next run; null when there is none. */
  nextAt(): number | null;
  /** Starts a run now, unless one is going. */
  trigger(): Promise<void>;
  /** Plans no further run and waits for the one that is going. */
  drain(): Promise<void>;
}

/** Starts the schedule. Five fields only: a sixth by mistake would run every second. */
export function startSchedule(options: ScheduleOptions): Schedule {
  let current: Promise<void> | null = null;
  const attempt = async (): Promise<void> => {
    try {
      await options.job();
    } catch (error) {
      options.onError(error);
    }
  };
  const once = async (): Promise<void> => {
    if (current !== null) return options.onSkip();
    current = attempt();
    await current;
    current = null;
  };
  // Not croner's own `protect`: that makes up for a run left out, up to half a minute later.
  const cron = new Cron(
    options.pattern,
    {
      mode: '5-part',
      ...(options.zone === null ? {} : { timezone: options.zone }),
    },
    once,
  );
  const guard = watchClock(options, once);
  return {
    nextAt: () => cron.nextRun()?.getTime() ?? null,
    trigger: once,
    async drain() {
      cron.stop();
      clearInterval(guard);
      await current;
    },
  };
}

// Expiry is a matter of the wall clock: after a jump the last judgement is not worth much.
function watchClock(options: ScheduleOptions, once: () => Promise<void>): NodeJS.Timeout {
  let wall = options.now();
  let monotonic = options.monotonicMs();
  return setInterval(() => {
    const jump = options.now() - wall - (options.monotonicMs() - monotonic);
    wall = options.now();
    monotonic = options.monotonicMs();
    if (Math.abs(jump) <= CLOCK_JUMP_MS) return;
    options.onClockJump(Math.round(jump));
    void once();
  }, CLOCK_LOOK_MS);
}
