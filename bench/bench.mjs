// Prints the product's numbers beside their goals, each as a ratio to bare Node in the same run.
// BENCH_NODES: further Node binaries, separated like PATH. BENCH_RUNS: runs of each (default 15).
// BENCH_OPENCLAW: a command line of openclaw to compare with, e.g. "node24 /x/openclaw.mjs".
// @ts-check
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dist, root } from '../build/paths.mjs';
import { startReceivers } from './channels.mjs';
import { compareUsage, compareWall } from './measure.mjs';
import { makeTree, storeText } from './trees.mjs';

const MIB = 1024 * 1024;
const CLI = join(dist, 'cli.cjs');
const RUNS = Number(process.env['BENCH_RUNS'] ?? 15);
const NODES = [
  process.execPath,
  ...(process.env['BENCH_NODES'] ?? '').split(delimiter).filter(Boolean),
];
/** The verdict is not what is measured here. */
const VERDICTS = [0, 1, 2];

const cwd = mkdtempSync(join(tmpdir(), 'auth-monitor-bench-'));
let missed = 0;
try {
  const ten = join(cwd, 'ten');
  const thousand = join(cwd, 'thousand');
  makeTree(ten, 10);
  const stores = makeTree(thousand, 1000);
  for (const node of NODES) await againstBareNode(node, ten);
  await againstOpenClaw(makeOne());
  await againstJq(thousand, stores);
  await tenThousand(thousand);
  await largeDatabase();
  await channels(ten);
  await watchIdle(ten);
  packageSize();
} finally {
  rmSync(cwd, { recursive: true, force: true });
}
console.log(missed === 0 ? '\nevery goal met' : `\n${missed} missed`);

/**
 * @param {string} what
 * @param {number} value
 * @param {number} goal largest value that is still good; NaN where there is none
 * @param {string} [unit]
 */
function row(what, value, goal, unit = '') {
  const ok = !(value > goal);
  if (!ok) missed++;
  const verdict = Number.isNaN(goal) ? '' : `${ok ? 'met   ' : 'MISSED'} (goal ${goal}${unit})`;
  console.log(`${what.padEnd(58)} ${`${value.toFixed(2)}${unit}`.padStart(11)}  ${verdict}`);
}

/** @param {string} stateDir @param {readonly string[]} more */
function check(stateDir, ...more) {
  return [CLI, 'check', '--state-dir', stateDir, ...more];
}

/** @param {string} node @param {string} stateDir */
async function againstBareNode(node, stateDir) {
  const name = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const bare = { command: node, args: ['-e', '0'], cwd };
  const own = { command: node, args: check(stateDir), cwd, statuses: VERDICTS };
  const usage = await compareUsage(own, bare, RUNS);
  row(`${name}: check 10 x 20, wall / bare node`, (await compareWall(own, bare, RUNS)).ratio, 1.25);
  row(`${name}: check 10 x 20, CPU / bare node`, usage.cpuRatio, Number.NaN);
  row(`${name}: check 10 x 20, peak memory above bare node`, usage.addedBytes / MIB, 8, ' MiB');
  const version = { command: node, args: [CLI, '--version'], cwd };
  row(
    `${name}: --version, wall / bare node`,
    (await compareWall(version, bare, RUNS)).ratio,
    Number.NaN,
  );
}

function makeOne() {
  const one = join(cwd, 'one');
  makeTree(one, 1);
  return one;
}

/** @param {string} stateDir */
async function againstOpenClaw(stateDir) {
  const [command, ...words] = (process.env['BENCH_OPENCLAW'] ?? '').split(' ').filter(Boolean);
  if (!command) {
    console.log('not measured: openclaw models status --check (BENCH_OPENCLAW names no command)');
    return;
  }
  const home = join(cwd, '.openclaw');
  spawnSync('cp', ['-r', stateDir, home]);
  const args = [...words, 'models', 'status', '--check', '--agent', 'main'];
  const openclaw = { command, args, cwd, statuses: VERDICTS };
  const own = {
    command: process.execPath,
    args: check(home, '--agent', 'main'),
    cwd,
    statuses: VERDICTS,
  };
  const runs = Math.min(RUNS, 5);
  row(
    'one agent: check / openclaw models status, wall',
    (await compareWall(own, openclaw, runs)).ratio,
    1 / 45,
  );
  row('one agent: same, peak memory', (await compareUsage(own, openclaw, runs)).peakRatio, 1 / 6);
}

/** @param {string} stateDir @param {readonly string[]} stores */
async function againstJq(stateDir, stores) {
  if (spawnSync('jq', ['--version']).error) {
    console.log('not measured: 1,000 agents against jq (jq is not installed)');
    return;
  }
  const jq = { command: 'jq', args: ['.version', ...stores], cwd };
  const own = { command: process.execPath, args: check(stateDir), cwd, statuses: VERDICTS };
  row(
    '1,000 agents: wall / jq .version over the same files',
    (await compareWall(own, jq, RUNS)).ratio,
    0.9,
  );
}

/** @param {string} thousand */
async function tenThousand(thousand) {
  const stateDir = join(cwd, 'ten-thousand');
  makeTree(stateDir, 10_000);
  const own = { command: process.execPath, args: check(stateDir), cwd, statuses: VERDICTS };
  const smaller = { ...own, args: check(thousand) };
  const runs = Math.min(RUNS, 5);
  const { peakBytes } = await compareUsage(own, smaller, runs);
  row('10,000 agents: peak memory', peakBytes / MIB, 110, ' MiB');
  row('10,000 agents: wall / 1,000 agents', (await compareWall(own, smaller, runs)).ratio, 11);
  rmSync(stateDir, { recursive: true });
}

async function largeDatabase() {
  const node = NODES.find((path) => spawnSync(path, ['-e', 'require("node:sqlite")']).status === 0);
  if (!node) {
    console.log(
      'not measured: 2 GB agent database (no Node here has node:sqlite; see BENCH_NODES)',
    );
    return;
  }
  /** @param {string} name @param {number} fillerMib */
  const checkOf = (name, fillerMib) => {
    const directory = join(cwd, name, 'agents', 'main', 'agent');
    mkdirSync(directory, { recursive: true });
    const file = join(directory, 'openclaw-agent.sqlite');
    const maker = join(import.meta.dirname, 'large-database.cjs');
    execFileSync(node, ['--no-warnings', maker, file, storeText(0), String(fillerMib)]);
    return { command: node, args: check(join(cwd, name)), cwd, statuses: VERDICTS };
  };
  const large = checkOf('large', 2048);
  const small = checkOf('small', 0);
  row('2 GB database: wall / a small one', (await compareWall(large, small, RUNS)).ratio, 1.5);
  const { addedBytes } = await compareUsage(large, small, RUNS);
  row('2 GB database: peak memory above a small one', addedBytes / MIB, 1, ' MiB');
  rmSync(join(cwd, 'large'), { recursive: true });
}

/** @param {string} stateDir */
async function channels(stateDir) {
  const receivers = await startReceivers();
  const monitorState = join(cwd, 'monitor-state');
  /** @param {string} name @param {readonly object[]} notifiers */
  const runWith = (name, notifiers) => {
    const config = join(cwd, `${name}.json5`);
    writeFileSync(
      config,
      JSON.stringify({ gateways: [{ stateDir }], warnWithin: '30d', notifiers }),
      { mode: 0o600 },
    );
    const args = [CLI, 'run', '--probe=off', '--config', config, '--monitor-state', monitorState];
    const before = () => rmSync(monitorState, { recursive: true, force: true });
    return { command: process.execPath, args, cwd, statuses: [...VERDICTS, 75], before };
  };
  const silent = runWith('silent', []);
  const email = await compareWall(runWith('email', [receivers.email]), silent, RUNS);
  const webhook = await compareWall(runWith('webhook', [receivers.webhook]), silent, RUNS);
  await receivers.close();
  for (const [channel, count] of Object.entries(receivers.received)) {
    if (count < RUNS) throw new Error(`only ${count} of the measured runs sent their ${channel}`);
  }
  row('email added to a run', email.addedMs, 250, ' ms');
  row('webhook added to a run', webhook.addedMs, 80, ' ms');
}

/** @param {string} stateDir */
async function watchIdle(stateDir) {
  if (process.platform !== 'linux') {
    console.log('not measured: idle memory of watch (only where /proc tells it)');
    return;
  }
  const args = [
    CLI,
    'watch',
    '--state-dir',
    stateDir,
    '--monitor-state',
    join(cwd, 'watch-state'),
    '--probe=off',
  ];
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: 'ignore',
    env: { PATH: process.env['PATH'], HOME: cwd },
  });
  await sleep(5_000);
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  child.kill('SIGTERM');
  row('watch, idle memory', Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024, 60, ' MiB');
}

function packageSize() {
  const listing = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = JSON.parse(listing);
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  row('package, unpacked', packed.unpackedSize / 1e6, 4, ' MB');
  row('package, runtime dependencies to install', Object.keys(dependencies).length, 0);
}
