// Who is asked in this run, and who first, by what is remembered.
import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../src/core/duration.ts';
import type { ProbeNote } from '../../src/core/probe-note.ts';
import { lastAskedAt, levelDue, noted } from '../../src/probes/memory.ts';
import type { ProbeVerdict } from '../../src/probes/probe.ts';
import { NOW } from '../kit/probe-run.ts';

const verdict = (
  outcome: ProbeVerdict['outcome'],
  reason: string,
  more: Partial<ProbeVerdict> = {},
): ProbeVerdict => ({ outcome, reason, confidence: 'certain', level: 'metadata', ...more });

/** The note after these answers, a minute apart, the last one now. */
function after(...answers: readonly ProbeVerdict[]): ProbeNote {
  const start = NOW - (answers.length - 1) * MINUTE_MS;
  const [first, ...others] = answers;
  return others.reduce<ProbeNote>(
    (note, each, index) => noted(note, each, start + (index + 1) * MINUTE_MS),
    noted(undefined, first, start),
  );
}

const limited = verdict('inconclusive', 'rate_limited');
const silent = verdict('inconclusive', 'network');

describe('a credential', () => {
  test.each<[string, ProbeNote | undefined, boolean, boolean]>([
    ['that was never asked about', undefined, true, true],
    ['that works', after(verdict('accepted', 'valid')), false, true],
    ['that is refused', after(verdict('rejected', 'invalid')), false, false],
    [
      'that is refused for the first time',
      after(verdict('accepted', 'valid'), verdict('rejected', 'invalid')),
      true,
      true,
    ],
    [
      'that is refused until a moment',
      after(verdict('rejected', 'billing', { facts: { regainAt: NOW + 5 * MINUTE_MS } })),
      false,
      true,
    ],
    ['without yes or no', after(limited), false, true],
    ['of a server that is away', after(silent), true, true],
    ['of a server that was away', after(silent, limited), false, true],
    ['for which there was no model', after(verdict('inconclusive', 'no_model')), true, true],
    [
      'of a server that wants its rest',
      after({ ...limited, restMs: 60 * MINUTE_MS }),
      false,
      false,
    ],
  ])('%s', (_, note, inAMinute, inAQuarter) => {
    expect(levelDue(note, 'metadata', NOW + MINUTE_MS) !== null).toBe(inAMinute);
    expect(levelDue(note, 'metadata', NOW + 15 * MINUTE_MS) !== null).toBe(inAQuarter);
  });

  test('waits since it was asked about, a refusal to be confirmed longest', () => {
    expect(lastAskedAt(undefined)).toBe(0);
    expect(lastAskedAt(after(limited))).toBe(NOW);
    expect(lastAskedAt(after(verdict('accepted', 'valid'), verdict('rejected', 'invalid')))).toBe(
      0,
    );
  });
});
