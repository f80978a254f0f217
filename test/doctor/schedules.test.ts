import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { remarkPhrases } from '../../src/core/phrases/remark-phrases.ts';
import { DAY_MS, HOUR_MS } from '../../src/core/duration.ts';
import { englishTimes } from '../../src/core/moment.ts';
import { doctorPhrases } from '../../src/core/phrases/doctor-phrases.ts';
import { runDistance } from '../../src/doctor/run-distance.ts';
import { lookAtSchedules } from '../../src/doctor/schedules.ts';
import { realWorld, type World } from '../../src/world.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { wordsOf } from '../../src/core/told-fault.ts';

/** A Mac whose user has these agents of launchd. */
function mac(...agents: readonly string[]): World {
  const home = tempDir();
  const dir = join(home, 'Library/LaunchAgents');
  mkdirSync(dir, { recursive: true });
  for (const name of agents) writeFileSync(join(dir, name), '<plist/>');
  return { ...realWorld(), platform: 'darwin', home, env: { PATH: '/nowhere' } };
}

const wording = { words: doctorPhrases, times: englishTimes, wordsOf, remarks: remarkPhrases };

const schedules = async (world: World): Promise<readonly string[]> =>
  (await lookAtSchedules(world, null, null, wording)).symptoms
    .filter(({ text }) => !text.startsWith('cron'))
    .map(({ state, text }) => `${state} ${text}`);

test("finds the agent of launchd, and nobody else's", async () => {
  const world = mac('openclaw-auth-monitor.plist', 'com.example.backup.plist');
  expect(await schedules(world)).toEqual([
    `ok launchd ${world.home}/Library/LaunchAgents/openclaw-auth-monitor.plist`,
  ]);
});

test('a Mac without an agent has no schedule', async () => {
  expect(await schedules(mac('com.example.backup.plist'))).toEqual([
    'attention none was found: nothing runs the monitor by itself',
  ]);
});

test.each([
  ['*/30 * * * *', HOUR_MS / 2],
  ['7 9 * * *', DAY_MS],
  ['0 9 * * 1-5', 3 * DAY_MS],
  ['0 8-18 * * 1-5', 62 * HOUR_MS],
  ['nonsense', null],
])('%s runs %d ms apart at most', async (cron, apartMs) => {
  const saturday = Date.parse('2026-11-21T12:00:00Z');
  expect(await runDistance(cron, saturday)).toBe(apartMs);
});
