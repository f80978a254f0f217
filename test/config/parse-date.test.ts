import { expect, test } from 'vitest';
import { parseDate } from '../../src/config/parse-date.ts';

test.each([
  ['2026-05-01', '2026-05-01T00:00:00.000Z'],
  ['2028-02-29', '2028-02-29T00:00:00.000Z'],
  ['2026-05-01T10:30Z', '2026-05-01T10:30:00.000Z'],
  ['2026-05-01T10:30:15Z', '2026-05-01T10:30:15.000Z'],
  ['2026-05-01T10:30:15.5Z', '2026-05-01T10:30:15.500Z'],
  ['2026-05-01T10:30:15.123+02:00', '2026-05-01T08:30:15.123Z'],
  ['2026-05-01T00:00:00-09:30', '2026-05-01T09:30:00.000Z'],
])('%s is %s', (text, iso) => {
  expect(new Date(parseDate(text) ?? Number.NaN).toISOString()).toBe(iso);
});

test.each([
  ['', 'nothing'],
  ['2026-02-30', '30 February'],
  ['2027-02-29', 'no leap year'],
  ['2026-13-01', 'month 13'],
  ['2026-05-01T10:30:15', 'no zone'],
  ['2026-05-01T24:00:00Z', 'hour 24'],
  ['2026-05-01T23:60:00Z', 'minute 60'],
  ['2026-05-01T10:30:15+15:00', 'an offset that no place has'],
  ['2026-05-01 10:30:15Z', 'a space for the T'],
  ['01.05.2026', 'another order'],
  ['1777593600000', 'a number'],
  ['2026-05-01\n', 'a newline behind it'],
])('%j is refused: %s', (text) => {
  expect(parseDate(text)).toBeNull();
});
