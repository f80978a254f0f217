// What install does on hosts with an older systemd: it leaves out what is not known there, and says so.
import { chmodSync } from 'node:fs';
import { userInfo } from 'node:os';
import { expect, test } from 'vitest';
import { house } from '../../kit/built-cli.ts';

/** What `install systemd --dry-run` says on a host with this systemd. */
async function dryRun(version: number, ...flags: readonly string[]) {
  const home = house();
  const path = home.write('bin/systemctl', `#!/bin/sh\necho 'systemd ${version} (${version}.1)'\n`);
  chmodSync(path, 0o755);
  return home.run(['install', 'systemd', '--dry-run', ...flags], {
    env: { PATH: `${home.dir}/bin:${process.env['PATH'] ?? ''}` },
  });
}

const SYSTEM = ['--system', '--for', userInfo().username];

test.each([
  [252, [], ['LoadCredential=openclaw-auth-monitor:/etc/openclaw-auth-monitor/credentials']],
  [250, ['LoadCredential= of a directory: systemd 250 cannot, so each secret is named'], []],
  [246, ['ProtectProc=invisible: systemd 246 is older than 247', 'the config has to take'], []],
])('systemd %d, for the machine', async (version, leftOut, lines) => {
  const { code, stdout } = await dryRun(version, ...SYSTEM);
  expect(code).toBe(0);
  for (const line of leftOut) expect(stdout).toContain(line);
  for (const line of lines) expect(stdout).toContain(line);
  if (leftOut.length === 0) expect(stdout).not.toContain('left out');
  else expect(stdout).not.toMatch(/^ {4}LoadCredential=/m);
});

test("an older systemd leaves a user's secrets to be read from their directory", async () => {
  const { stdout } = await dryRun(249, '--user');
  expect(stdout).toContain(
    'Environment=CREDENTIALS_DIRECTORY=%h/.config/openclaw-auth-monitor/credentials',
  );
  expect(stdout).not.toContain('LoadCredential=openclaw');
});

test('a split pair whose half would never be started is refused', async () => {
  const ended = await dryRun(248, '--split', '--for', userInfo().username);
  expect(ended).toMatchObject({
    code: 73,
    stderr: expect.stringContaining('--split needs systemd 249'),
  });
});
