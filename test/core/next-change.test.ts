import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/core/duration.ts';
import { nextChangeAt } from '../../src/core/next-change.ts';
import { SAMPLE_NOW } from '../kit/findings.ts';
import { endingProfile, makeReport, reportAgent } from '../kit/report.ts';

const of = (...leftMs: readonly number[]) =>
  makeReport(
    [
      reportAgent(
        'main',
        leftMs.map((left, index) => endingProfile(`a:${index}`, left)),
      ),
    ],
    [],
  );

test.each([
  ['an end within the warn window', [HOUR_MS], HOUR_MS],
  ['the begin of the warn window of one that ends later', [30 * HOUR_MS, 7 * HOUR_MS], 6 * HOUR_MS],
  ['the end of the warn window itself', [DAY_MS], DAY_MS],
  ['nothing, where all has ended', [-1, 0], null],
  ['nothing, where nothing is known', [], null],
])('the next change is %s', (_, left, afterMs) => {
  expect(nextChangeAt(of(...left))).toBe(afterMs === null ? null : SAMPLE_NOW + afterMs);
});

test('what OpenClaw renews by itself changes nothing', () => {
  const profile = endingProfile('a:b', HOUR_MS, { refreshable: true });
  expect(nextChangeAt(makeReport([reportAgent('main', [profile])], []))).toBeNull();
});
