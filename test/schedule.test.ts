import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startSchedule, type Schedule, type ScheduleOptions } from '../src/schedule.ts';

const START = Date.parse('2026-11-21T09:10:00Z');
const MINUTE_MS = 60_000;

let monotonicMs = 0;
let told: string[] = [];
let schedule: Schedule | null = null;
/** Ends of the runs that are going, oldest first. */
let ends: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  monotonicMs = 0;
  told = [];
  ends = [];
});
afterEach(async () => {
  for (const end of ends) end();
  await schedule?.drain();
  vi.useRealTimers();
});

/** A schedule whose jobs are ended by hand, and whose clocks move together. */
function start(overrides: Partial<ScheduleOptions> = {}) {
  schedule = startSchedule({
    pattern: '*/30 * * * *',
    zone: 'UTC',
    job: () => {
      told.push(`run ${new Date().toISOString().slice(11, 19)}`);
      return new Promise((resolve) => ends.push(resolve));
    },
    onSkip: () => told.push('skip'),
    onError: (error) => told.push(`error ${String(error)}`),
    onClockJump: (ms) => told.push(`jump ${ms / MINUTE_MS} min`),
    now: () => Date.now(),
    monotonicMs: () => monotonicMs,
    ...overrides,
  });
  return { schedule, end: async () => settled(() => ends.shift()?.()) };
}

async function settled(act: () => unknown): Promise<void> {
  act();
  await vi.advanceTimersByTimeAsync(0);
}

/** Lets both clocks go on by the same time. */
async function pass(minutes: number): Promise<void> {
  for (let second = 0; second < minutes * 60; second += 10) {
    monotonicMs += 10_000;
    await vi.advanceTimersByTimeAsync(10_000);
  }
  // What the last tick put off to the next turn.
  await vi.advanceTimersByTimeAsync(1);
}

/** The machine sleeps: the wall clock goes on, the monotonic one and the timers do not. */
function sleep(minutes: number): void {
  vi.setSystemTime(Date.now() + minutes * MINUTE_MS);
}

describe('the schedule', () => {
  test('runs when the pattern says so, in its zone', async () => {
    const { schedule: plan, end } = start();
    expect(plan.nextAt()).toBe(Date.parse('2026-11-21T09:30:00Z'));
    await pass(19);
    expect(told).toEqual([]);
    await pass(1);
    await end();
    expect(told).toEqual(['run 09:30:00']);
    await pass(30);
    expect(told).toEqual(['run 09:30:00', 'run 10:00:00']);
    await end();
  });

  test('never runs twice at once: what is due meanwhile is left out and told', async () => {
    const { end } = start();
    await pass(20);
    await pass(30);
    expect(told).toEqual(['run 09:30:00', 'skip']);
    await end();
    await pass(30);
    expect(told).toEqual(['run 09:30:00', 'skip', 'run 10:30:00']);
    await end();
  });

  test('a run by hand and a planned one never overlap either', async () => {
    const { schedule: plan, end } = start();
    void plan.trigger();
    void plan.trigger();
    await pass(20);
    expect(told).toEqual(['run 09:10:00', 'skip', 'skip']);
    await end();
    await pass(30);
    expect(told.at(-1)).toBe('run 10:00:00');
    await end();
  });

  test('goes on after a run that failed', async () => {
    const job = async (): Promise<void> => {
      throw new Error('no');
    };
    const { schedule: plan } = start({ job });
    await plan.trigger();
    await pass(20);
    expect(told).toEqual(['error Error: no', 'error Error: no']);
  });

  test('a job that throws at once is caught as well', async () => {
    const { schedule: plan } = start({
      job: () => {
        throw new Error('no');
      },
    });
    await plan.trigger();
    expect(told).toEqual(['error Error: no']);
    await plan.trigger();
    expect(told).toEqual(['error Error: no', 'error Error: no']);
  });

  test('catches up once after a sleep, however many runs were missed', async () => {
    const { end } = start();
    await pass(5);
    sleep(8 * 60);
    await pass(1);
    await end();
    expect(told.filter((line) => line.startsWith('run'))).toHaveLength(1);
    expect(told).toContain('jump 480 min');
    await end();
    await pass(15);
    expect(told.filter((line) => line.startsWith('run')).length).toBe(2);
    await end();
  });

  test.each([
    ['forwards', 90],
    ['backwards', -90],
  ])('judges again when the clock is set %s', async (_, minutes) => {
    const { end } = start();
    await pass(2);
    sleep(minutes);
    await pass(1);
    await end();
    expect(told[0]).toBe(`jump ${minutes} min`);
    expect(told[1]).toMatch(/^run /);
  });

  test('a clock that drifts by less than a minute is none that was set', async () => {
    start();
    await pass(2);
    vi.setSystemTime(Date.now() + 59_000);
    await pass(2);
    expect(told).toEqual([]);
  });

  test('draining waits for the run that is going and plans no other', async () => {
    const { schedule: plan, end } = start();
    void plan.trigger();
    let isDrained = false;
    const drained = plan.drain().then(() => (isDrained = true));
    await pass(60);
    expect([isDrained, told]).toEqual([false, ['run 09:10:00']]);
    await end();
    await drained;
    expect(isDrained).toBe(true);
    await pass(60);
    expect(told).toEqual(['run 09:10:00']);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('daylight saving leaves no run out and doubles none', async () => {
    // In Berlin the hour from 2 to 3 happens twice on 2026-10-25.
    vi.setSystemTime(Date.parse('2026-10-25T00:05:00Z'));
    const { end } = start({ pattern: '15 * * * *', zone: 'Europe/Berlin' });
    for (let hour = 0; hour < 4; hour += 1) {
      await pass(60);
      await end();
    }
    expect(told).toEqual(['run 00:15:00', 'run 01:15:00', 'run 02:15:00', 'run 03:15:00']);
  });
});
