import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scheduleSymptoms } from '../../src/doctor/schedules.ts';
import { realWorld, type World } from '../../src/world.ts';
import { tempDir } from '../kit/temp-dir.ts';

/** A Mac whose user has these agents of launchd. */
function mac(...agents: readonly string[]): World {
  const home = tempDir();
  const dir = join(home, 'Library/LaunchAgents');
  mkdirSync(dir, { recursive: true });
  for (const name of agents) writeFileSync(join(dir, name), '<plist/>');
  return { ...realWorld(), platform: 'darwin', home, env: { PATH: '/nowhere' } };
}

const schedules = (world: World): readonly string[] =>
  scheduleSymptoms(world, null)
    .filter(({ text }) => !text.startsWith('cron'))
    .map(({ state, text }) => `${state} ${text}`);

test('finds the agent of launchd, and no one else’s', () => {
  const world = mac('openclaw-auth-monitor.plist', 'com.example.backup.plist');
  expect(schedules(world)).toEqual([
    `ok launchd ${world.home}/Library/LaunchAgents/openclaw-auth-monitor.plist`,
  ]);
});

test('a Mac without an agent has no schedule', () => {
  expect(schedules(mac('com.example.backup.plist'))).toEqual([
    'attention none was found: nothing runs the monitor by itself',
  ]);
});
