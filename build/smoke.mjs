// Installs the packed package into an empty directory and runs it on each given Node.
// usage: node build/smoke.mjs [NODE...]     (paths of node binaries; default: this one)
// @ts-check
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './fresh.mjs';
import { manifest, root } from './paths.mjs';

const HOUR_MS = 3_600_000;
const nodes = process.argv.length > 2 ? process.argv.slice(2) : [process.execPath];
const scratch = mkdtempSync(join(tmpdir(), 'auth-monitor-smoke-'));
let failures = 0;
try {
  await ensureBuilt();
  const cli = installPacked();
  for (const node of nodes) {
    const name = `node ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}`;
    for (const { title, args, status, output } of trials()) {
      const run = spawnSync(node, [cli, ...args], {
        encoding: 'utf8',
        timeout: 60_000,
        // As a phone has it, for the target termux.
        env: {
          PATH: process.env['PATH'],
          HOME: scratch,
          PREFIX: '/data/data/com.termux/files/usr',
        },
      });
      const ok = run.status === status && output.test(run.stdout);
      if (!ok) failures++;
      console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${title}`);
      if (!ok) console.log(`     exit ${run.status ?? run.signal}\n${run.stdout}${run.stderr}`);
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = failures > 0 ? 1 : 0;

/** Packs the repository and installs the archive without network: nothing else may be needed. */
function installPacked() {
  const npm = (/** @type {string[]} */ args, /** @type {string} */ cwd) =>
    execFileSync('npm', [...args, '--loglevel=error'], { cwd, encoding: 'utf8' });
  const packed = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', scratch], root),
  );
  const home = join(scratch, 'empty');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
  npm(['install', '--offline', '--no-audit', '--no-fund', join(scratch, packed[0].filename)], home);
  return join(home, 'node_modules', manifest.name, 'dist', 'cli.cjs');
}

function trials() {
  const any = /\S/;
  return [
    { title: '--version', args: ['--version'], status: 0, output: new RegExp(manifest.version) },
    { title: '--help', args: ['--help'], status: 0, output: any },
    { title: 'demo', args: ['demo'], status: 0, output: any },
    {
      title: 'a sound credential exits 0',
      args: checkArgs(30 * 24 * HOUR_MS),
      status: 0,
      output: any,
    },
    { title: 'an expired credential exits 1', args: checkArgs(-HOUR_MS), status: 1, output: any },
    { title: 'an expiring credential exits 2', args: checkArgs(HOUR_MS), status: 2, output: any },
    { title: 'a wrong option exits 64', args: ['check', '--nonsense'], status: 64, output: /^/ },
    {
      title: 'a missing gateway exits 1',
      args: ['check', '--state-dir', join(scratch, 'absent')],
      status: 1,
      output: any,
    },
    ...['systemd --user', 'cron', 'launchd', 'termux'].map((target) => ({
      title: `install ${target}`,
      args: ['install', ...target.split(' '), '--dry-run'],
      status: 0,
      output: /^would /m,
    })),
  ];
}

/**
 * Arguments that check a new state directory with one token.
 * @param {number} remainingMs time until the token expires
 */
function checkArgs(remainingMs) {
  const stateDir = mkdtempSync(join(scratch, 'state-'));
  const agent = join(stateDir, 'agents', 'main', 'agent');
  mkdirSync(agent, { recursive: true });
  const token = `sk-ant-oat01-${'smoke'.repeat(18)}`;
  const profile = {
    type: 'token',
    provider: 'anthropic',
    token,
    expires: Date.now() + remainingMs,
  };
  const store = { version: 1, profiles: { 'anthropic:smoke': profile } };
  writeFileSync(join(agent, 'auth-profiles.json'), JSON.stringify(store), { mode: 0o600 });
  return ['check', '--state-dir', stateDir];
}
