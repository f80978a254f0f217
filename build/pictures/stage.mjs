// Plays three days of the demo's sample for the pictures, and says where everything then stands.
// @ts-check
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import PostalMime from 'postal-mime';
import { rolldown } from 'rolldown';
import { constants, dist, root } from '../paths.mjs';

const HOUR_MS = 3_600_000;
const CLI = join(dist, 'cli.cjs');

/** Hours before the pictures at which the sample is run; the sample is about the last of them. */
const RUNS = [22, 16, 9, 4, 1.5, 0];

/**
 * Sets the sample up so that it tells of a time three days ahead, since no run may be before the build,
 * and runs it until then.
 * @param {string} scratch
 */
export async function play(scratch) {
  const { setStage } = await loadDemo(scratch);
  const at = Date.now() + 3 * 24 * HOUR_MS;
  /** @type {import('../../src/demo/stage.ts').Stage} */
  const stage = await setStage(at);
  const env = { PATH: process.env['PATH'] ?? '', HOME: stage.dir, LANG: 'C.UTF-8' };
  const iso = (/** @type {number} */ hours) => new Date(at - hours * HOUR_MS).toISOString();
  for (const hours of RUNS) {
    // The servers of the sample live in this process, so it must not block.
    await ended(['run', '--config', stage.configPath, '--now', iso(hours)], env);
  }
  const mails = await Promise.all(
    stage.mail.messages.map(async ({ raw }) => (await PostalMime.parse(raw)).html ?? ''),
  );
  const args = ['--config', stage.configPath, '--now', iso(0)];
  return { stage, env, args, mails };
}

/**
 * The report as a page.
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 */
export function page(args, env) {
  const { stdout } = spawnSync(process.execPath, [CLI, 'report', '--format', 'html', ...args], {
    env,
    encoding: 'utf8',
  });
  return stdout;
}

/**
 * What a terminal of so many columns shows, colours as escape sequences.
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 * @param {number} columns
 */
export function terminal(args, env, columns) {
  const words = [process.execPath, CLI, 'check', ...args].map((word) => `'${word}'`).join(' ');
  return execFileSync(
    'script',
    ['-qec', `stty cols ${columns} rows 60; ${words} || true`, '/dev/null'],
    {
      env: { ...env, TERM: 'xterm-256color' },
      encoding: 'utf8',
    },
  );
}

/**
 * The page of a running monitor, after its first run.
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 */
export async function servePage(args, env) {
  const child = spawn(process.execPath, [CLI, 'watch', '--web=0', ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  for await (const text of child.stderr.setEncoding('utf8')) {
    log += text;
    if (log.includes('"verdict ')) break;
  }
  const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(log)?.[0] ?? '';
  const close = async () => {
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill();
    await ended;
  };
  return { url, close };
}

/** @param {string} scratch */
async function loadDemo(scratch) {
  const build = await rolldown({
    cwd: root,
    input: join(root, 'src/demo/stage.ts'),
    platform: 'node',
    // Looks for its WebAssembly beside itself.
    external: ['node-sqlite3-wasm'],
    transform: { define: constants },
  });
  await build.write({ dir: scratch, format: 'esm', entryFileNames: 'stage.mjs' });
  return import(pathToFileURL(join(scratch, 'stage.mjs')).href);
}

/**
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 */
async function ended(args, env) {
  const child = spawn(process.execPath, [CLI, ...args], { env, stdio: 'ignore' });
  await new Promise((resolve) => child.once('close', resolve));
}
