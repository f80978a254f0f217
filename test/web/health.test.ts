import { expect, test } from 'vitest';
import { MINUTE_MS } from '../../src/core/duration.ts';
import { healthOf, type Pulse } from '../../src/web/health.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const rested: Pulse = {
  busySinceAt: null,
  lastRunAt: NOW - MINUTE_MS,
  lastExitCode: 0,
  nextRunAt: NOW + MINUTE_MS,
};
const LATE = 10 * MINUTE_MS;

test.each([
  ['a run that found all fine', {}, 'ok'],
  ['a dying credential', { lastExitCode: 1 }, 'ok'],
  ['a message that is owed', { lastExitCode: 75 }, 'ok'],
  ['a config that is wrong', { lastExitCode: 78 }, 'failing'],
  ['a full disk', { lastExitCode: 73 }, 'failing'],
  ['no run so far', { lastExitCode: null, lastRunAt: null, nextRunAt: null }, 'starting'],
  ['a run that is late, but not by much', { nextRunAt: NOW - LATE }, 'ok'],
  ['a run that should have been', { nextRunAt: NOW - LATE - 1 }, 'overdue'],
  ['a run that takes its time', { busySinceAt: NOW - LATE, nextRunAt: NOW - LATE - 1 }, 'ok'],
  ['a run that hangs', { busySinceAt: NOW - LATE - 1 }, 'stuck'],
] as const)('%s is %s', (_, changed, status) => {
  expect(healthOf({ ...rested, ...changed }, NOW).status).toBe(status);
});
