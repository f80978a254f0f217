// Compares the built program with recorded answers of the real OpenClaw, where the recordings are at hand.
// usage: npm run oracle [-- --version 2026.9.6] [--policy NAME] [--filter REGEX]
// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dist, root } from './paths.mjs';

const runner = join(root, '../shared/oracle/run.mjs');
const monitor = `"${process.execPath}" "${join(dist, 'cli.cjs')}"`;

/** Without arguments: every recorded version with its own mirror. */
const RUNS = [
  ['--version', '2026.2.9', '--policy', 'openclaw-2026.2'],
  ['--version', '2026.9.6', '--policy', 'openclaw-2026.9'],
];

if (existsSync(runner)) {
  const given = process.argv.slice(2);
  const statuses = (given.length > 0 ? [given] : RUNS).map((args) => {
    console.log(`oracle ${args.join(' ')}`);
    return spawnSync(process.execPath, [runner, '--monitor', monitor, ...args], {
      stdio: 'inherit',
    });
  });
  process.exitCode = statuses.every((run) => run.status === 0) ? 0 : 1;
} else {
  console.log(`skipped: the recorded answers of OpenClaw (${runner}) are not here`);
}
