import { closeSync, openSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  CLI,
  DAY_MS,
  gateway,
  HOUR_MS,
  house,
  needsDevice,
  token,
  type House,
} from '../kit/built-cli.ts';
import { spawnSync } from 'node:child_process';

/** Enough for any pipe to be full before all of it is written. */
function largeGateway(home: House, leftMs: number): string {
  const profiles = Array.from({ length: 2_000 }, (_, index) => [
    `anthropic:${index}`,
    token(leftMs),
  ]);
  return gateway(home, Object.fromEntries(profiles));
}

const VERDICTS = [
  [9 * DAY_MS, 0],
  [HOUR_MS, 2],
  [-HOUR_MS, 1],
] as const;

describe('a reader that has gone keeps the verdict', () => {
  test.each(VERDICTS)('closed stdout, %i ms left: %i', async (leftMs, code) => {
    const home = house();
    const dir = largeGateway(home, leftMs);
    for (const format of ['json', 'plain', 'text', 'junit']) {
      const { child, ended } = home.start(['--state-dir', dir, '--format', format]);
      child.stdout?.destroy();
      expect(await ended).toMatchObject({ code, signal: null, stderr: '' });
    }
  });

  test.each(VERDICTS)('closed stdout and stderr, %i ms left: %i', async (leftMs, code) => {
    const home = house();
    const { child, ended } = home.start(['--state-dir', largeGateway(home, leftMs), '--json']);
    child.stdout?.destroy();
    child.stderr?.destroy();
    expect(await ended).toMatchObject({ code, signal: null });
  });

  test('| head -0 and >&-', () => {
    const home = house();
    const dir = largeGateway(home, -HOUR_MS);
    const script = `"$0" "$1" --state-dir "$2" --json | head -0; echo "\${PIPESTATUS[0]}"
      "$0" "$1" --state-dir "$2" >&-; echo "$?"; "$0" "$1" --state-dir "$2" --json >&- 2>&-; echo "$?"`;
    const args = ['-c', script, process.execPath, CLI, dir];
    const run = spawnSync('bash', args, { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
    expect(run.stdout).toBe('1\n1\n1\n');
  });

  test('a slow reader gets all of it', async () => {
    const home = house();
    const { child, ended } = home.start(['--state-dir', largeGateway(home, DAY_MS * 9), '--json']);
    child.stdout?.pause();
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.stdout?.resume();
    const { stdout, code } = await ended;
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(500_000);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'ok' });
  });
});

describe('a full disk', () => {
  test('under stdout is 73, whatever the verdict', async (context) => {
    needsDevice(context, '/dev/full');
    const home = house();
    for (const [leftMs] of VERDICTS) {
      const dir = gateway(home, { 'anthropic:a': token(leftMs) });
      const full = openSync('/dev/full', 'w');
      const ended = await home.run(['--state-dir', dir], { stdio: ['ignore', full, 'pipe'] });
      closeSync(full);
      expect(ended.code).toBe(73);
      expect(ended.stderr).toContain('Cannot write the output: ENOSPC');
    }
  });

  test('under stderr changes nothing', async (context) => {
    needsDevice(context, '/dev/full');
    const home = house();
    const config = home.write('config.json5', { notifiers: [], state: { dir: '/dev/null/x' } });
    const dir = gateway(home, { 'anthropic:a': token(-HOUR_MS) });
    const full = openSync('/dev/full', 'w');
    for (const [args, code] of [
      [['run', '--config', config, '--state-dir', dir, '--probe=off'], 1],
      [['check', '--nonsense'], 64],
      [['check', '--config', 'missing'], 78],
    ] as const) {
      expect(await home.run(args, { stdio: ['ignore', 'pipe', full] })).toMatchObject({ code });
    }
    closeSync(full);
  });

  test('under stdout is UNKNOWN to Nagios', async (context) => {
    needsDevice(context, '/dev/full');
    const home = house();
    const dir = gateway(home, { 'anthropic:a': token(DAY_MS * 9) });
    const full = openSync('/dev/full', 'w');
    const args = ['--state-dir', dir, '--format', 'nagios'];
    const ended = await home.run(args, { stdio: ['ignore', full, 'pipe'] });
    closeSync(full);
    expect(ended.code).toBe(3);
  });
});
