import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, type TestContext } from 'vitest';
import { alertHouse, type AlertHouse } from '../kit/alert-house.ts';
import { DAY_MS, HOUR_MS, needsRoot } from '../kit/built-cli.ts';

/** A file system of 64 KiB where the state is kept; returns how to fill it to the last byte. */
function tinyDisk(context: TestContext, home: AlertHouse): () => void {
  needsRoot(context);
  mkdirSync(home.state);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k,mode=700', 'tmpfs', home.state], {
      stdio: 'pipe',
    });
  } catch {
    context.skip('may not mount a tmpfs');
  }
  onTestFinished(() => {
    execFileSync('umount', [home.state]);
  });
  return () => {
    try {
      writeFileSync(join(home.state, 'ballast'), Buffer.alloc(128 * 1024));
    } catch {
      // Full is what it should be.
    }
  };
}

test('a full disk under the state stops no alert; 73 only when all is well', async (context) => {
  const home = await alertHouse();
  const fill = tinyDisk(context, home);
  fill();
  home.store({ 'anthropic:a': -HOUR_MS });
  const ill = await home.at(0);
  expect(ill.code).toBe(1);
  expect(ill.stderr).toMatch(/^warning: Cannot write .*ENOSPC$/m);
  expect(home.told().map(({ type }) => type)).toEqual(['auth.firing']);
  expect(home.mail.messages.length).toBe(1);
  home.store({ 'anthropic:a': 90 * DAY_MS });
  expect(await home.at(HOUR_MS)).toMatchObject({ code: 73 });
  expect(readdirSync(home.state).filter((name) => name !== 'ballast')).toEqual([]);
});

test('one that fills up later keeps the state of before, and goes on when there is room', async (context) => {
  const home = await alertHouse();
  const fill = tinyDisk(context, home);
  home.store({ 'anthropic:a': 3 * HOUR_MS });
  await home.at(0);
  const file = join(home.state, 'state.json');
  const before = readFileSync(file, 'utf8');
  fill();
  expect((await home.at(3 * HOUR_MS)).code).toBe(1);
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(home.told().map(({ type }) => type)).toEqual(['auth.firing', 'auth.escalated']);
  rmSync(join(home.state, 'ballast'));
  expect(await home.at(4 * HOUR_MS)).toMatchObject({ code: 1 });
  expect(await home.at(5 * HOUR_MS)).toMatchObject({ code: 1, stderr: '' });
  expect(readdirSync(home.state).sort()).toEqual(['last-report.json', 'salt', 'state.json']);
});
