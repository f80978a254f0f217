import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/core/duration.ts';
import { emptyHistory, withRun, withTold, type History } from '../../src/core/history.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const ok = { verdict: 'ok', problems: 0, warnings: 0 } as const;
const bad = { verdict: 'failing', problems: 1, warnings: 0 } as const;
const told = (at: number) =>
  ({ at, channel: 'email', kind: 'firing', severity: 'fail', title: 'x', incidents: 1 }) as const;

describe('the history', () => {
  test('runs in a row that found the same are one span', () => {
    let history: History = emptyHistory;
    for (const hours of [0, 1, 2]) history = withRun(history, ok, NOW + hours * HOUR_MS);
    history = withRun(history, bad, NOW + 3 * HOUR_MS);
    expect(history.verdicts).toEqual([
      { ...ok, firstAt: NOW, lastAt: NOW + 2 * HOUR_MS },
      { ...bad, firstAt: NOW + 3 * HOUR_MS, lastAt: NOW + 3 * HOUR_MS },
    ]);
  });

  test('a different number of problems begins a new span', () => {
    const history = withRun(withRun(emptyHistory, bad, NOW), { ...bad, problems: 2 }, NOW + 1);
    expect(history.verdicts.map(({ problems }) => problems)).toEqual([1, 2]);
  });

  test('stays small, however often the verdict changes', () => {
    let history: History = emptyHistory;
    for (let run = 0; run < 1000; run += 1) {
      history = withTold(
        withRun(history, run % 2 ? ok : bad, NOW + run),
        [told(NOW + run)],
        NOW + run,
      );
    }
    expect(history.verdicts).toHaveLength(200);
    expect(history.told).toHaveLength(100);
    expect(history.told.at(-1)?.at).toBe(NOW + 999);
  });

  test.each([
    [90 * DAY_MS, 2],
    [90 * DAY_MS + 1, 1],
    [-1, 1],
  ])(
    'after %i ms it holds %i spans and messages: neither the old nor the future',
    (afterMs, count) => {
      const before = withTold(withRun(emptyHistory, ok, NOW), [told(NOW)], NOW);
      const now = NOW + afterMs;
      const after = withTold(withRun(before, bad, now), [told(now)], now);
      expect([after.verdicts.length, after.told.length]).toEqual([count, count]);
    },
  );

  test('without a fresh message the messages are left as they are', () => {
    expect(withTold(emptyHistory, [], NOW)).toBe(emptyHistory);
  });
});
