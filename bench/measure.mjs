// Measures child processes against one another: interleaved runs, medians of paired ratios.
// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PRELOAD = fileURLToPath(new URL('resource-usage.cjs', import.meta.url));

/**
 * A command line, the statuses it may end with, and what to do before each run.
 * @typedef {{ command: string, args: readonly string[], cwd: string, statuses?: readonly number[], before?: () => void }} Task
 */

/** @param {Task} task @param {Readonly<Record<string, string>>} [env] */
async function run({ command, args, cwd, statuses = [0], before }, env = {}) {
  before?.();
  const child = spawn(command, args, {
    cwd,
    env: { PATH: process.env['PATH'], HOME: cwd, ...env },
    stdio: 'ignore',
  });
  const [status, signal] = await once(child, 'exit');
  if (!statuses.includes(status)) {
    throw new Error(`${command} ${args.slice(0, 6).join(' ')} ended with ${status ?? signal}`);
  }
}

/** Wall time in ms, with nothing loaded but the task's own. @param {Task} task */
async function wallOf(task) {
  const started = performance.now();
  await run(task);
  return performance.now() - started;
}

/**
 * Peak memory and CPU time of a task that is a Node.
 * @param {Task} task
 * @returns {Promise<{ peakBytes: number, cpuMs: number }>}
 */
async function usageOf(task) {
  const file = join(task.cwd, 'usage.json');
  rmSync(file, { force: true });
  // In the environment, so that a Node started by the task is measured, too.
  const env = { NODE_OPTIONS: `--require="${PRELOAD}"`, BENCH_USAGE_FILE: file };
  await run(task, env);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * Runs two tasks in turn and returns medians, ratios and differences pair by pair, so that a busy
 * moment of the machine meets both.
 * @template T
 * @param {(task: Task) => Promise<T>} measure
 * @param {Task} task
 * @param {Task} against
 * @param {number} runs
 */
async function pairs(measure, task, against, runs) {
  await measure(task);
  await measure(against);
  /** @type {{ own: T, other: T }[]} */
  const found = [];
  for (let count = 0; count < runs; count++) {
    found.push({ own: await measure(task), other: await measure(against) });
  }
  return found;
}

/**
 * Wall times of a task beside another's.
 * @param {Task} task @param {Task} against @param {number} runs
 */
export async function compareWall(task, against, runs) {
  const found = await pairs(wallOf, task, against, runs);
  return {
    ratio: median(found.map(({ own, other }) => own / other)),
    addedMs: median(found.map(({ own, other }) => own - other)),
  };
}

/**
 * Peak memory and CPU time of a task beside another's; both must be Nodes.
 * @param {Task} task @param {Task} against @param {number} runs
 */
export async function compareUsage(task, against, runs) {
  const found = await pairs(usageOf, task, against, runs);
  return {
    cpuRatio: median(found.map(({ own, other }) => own.cpuMs / other.cpuMs)),
    peakBytes: median(found.map(({ own }) => own.peakBytes)),
    peakRatio: median(found.map(({ own, other }) => own.peakBytes / other.peakBytes)),
    addedBytes: median(found.map(({ own, other }) => own.peakBytes - other.peakBytes)),
  };
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
