import { expect, test } from 'vitest';
import { urgencyOf } from '../../../src/core/alerts/urgency.ts';

test.each([
  ['firing', 'fail', 'urgent'],
  ['escalated', 'fail', 'urgent'],
  ['reminder', 'fail', 'high'],
  ['deadletter', 'fail', 'high'],
  ['recovered', 'fail', 'normal'],
  ['firing', 'warn', 'high'],
  ['reminder', 'warn', 'normal'],
  ['firing', 'notice', 'normal'],
  ['firing', 'info', 'low'],
  ['test', 'info', 'normal'],
] as const)('a %s of severity %s is %s', (kind, severity, urgency) => {
  expect(urgencyOf({ kind, severity })).toBe(urgency);
});
