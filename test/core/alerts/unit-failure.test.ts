import { describe, expect, test } from 'vitest';
import { failureWords, unitFailure, type UnitEnd } from '../../../src/core/alerts/unit-failure.ts';

const end = (change: Partial<UnitEnd> = {}): UnitEnd => ({
  unit: 'monitor@alice.service',
  invocationId: 'now',
  result: 'exit-code',
  status: '1',
  ...change,
});
const run = (change: object = {}) => ({
  invocationId: 'now',
  exitCode: 1,
  isOwed: false,
  ...change,
});

describe('a unit that failed', () => {
  test.each([
    ['a verdict that was told', end(), run(), 'told'],
    ['a verdict that is still owed', end(), run({ isOwed: true }), 'owed'],
    [
      'all fine but a message owed',
      end({ status: '75' }),
      run({ exitCode: 75, isOwed: true }),
      'owed',
    ],
    ['a Node that could not even start', end(), run({ invocationId: 'before' }), 'broken'],
    ['the very first run', end(), null, 'broken'],
    ['a bug after people were told', end({ status: '70' }), run(), 'broken'],
    ['a state that cannot be written', end({ status: '73' }), run({ exitCode: 73 }), 'broken'],
    ['a time limit', end({ result: 'timeout', status: '15' }), null, 'broken'],
    ['a time limit while it ended', end({ result: 'timeout' }), run(), 'broken'],
    ['a systemd that tells nothing', end({ invocationId: null, result: null }), run(), 'broken'],
  ])('by %s is %s', (_, unit, last, failure) => {
    expect(unitFailure(unit, last)).toBe(failure);
  });

  test.each([
    [{ status: '78' }, 'its config cannot be used (exit code 78)'],
    [{ status: '1' }, 'Node could not run it (exit code 1)'],
    [{ status: '99' }, 'exit-code (exit code 99)'],
    [{ result: 'timeout', status: 'TERM' }, 'it did not end in time (TERM)'],
    [{ result: 'oom-kill', status: null }, 'it ran out of memory'],
    [{ result: null, status: null }, 'for a reason that this systemd does not tell'],
  ])('%j is told in words', (change, words) => {
    expect(failureWords(end(change))).toBe(`monitor@alice.service failed: ${words}`);
  });
});
