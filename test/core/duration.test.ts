import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DAY_MS,
  formatDuration,
  HOUR_MS,
  MINUTE_MS,
  parseDuration,
} from '../../src/core/duration.ts';

test.each([
  ['90s', 90_000],
  ['15m', 15 * MINUTE_MS],
  ['24h', DAY_MS],
  ['7d', 7 * DAY_MS],
  ['2w', 14 * DAY_MS],
  ['0s', 0],
])('%s is %i ms', (text, expected) => {
  expect(parseDuration(text)).toBe(expected);
});

test.each(['', '5', 'h', '-1h', '1.5h', '1 h', '1H', '1h30m', '1y', '1e3s', '1234567890s', ' 1h'])(
  '%j is no duration',
  (text) => {
    expect(parseDuration(text)).toBeNull();
  },
);

test.each([
  [0, '0 s'],
  [59_999, '59 s'],
  [MINUTE_MS, '1 min'],
  [HOUR_MS - 1, '59 min'],
  [HOUR_MS, '1 h'],
  [HOUR_MS + MINUTE_MS, '1 h 1 min'],
  [DAY_MS - 1, '23 h 59 min'],
  [DAY_MS, '1 d'],
  [2 * DAY_MS + 3 * HOUR_MS, '2 d 3 h'],
  [-HOUR_MS, '1 h'],
])('%i ms read %s', (ms, expected) => {
  expect(formatDuration(ms)).toBe(expected);
});

test('whatever text is given, a duration is a whole number of ms or none', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const ms = parseDuration(text);
      expect(ms === null || (Number.isSafeInteger(ms) && ms >= 0)).toBe(true);
    }),
  );
});
