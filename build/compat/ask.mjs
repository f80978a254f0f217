// Asks both programs the same question about one tree: the real OpenClaw in a copy, ours in the tree itself.
// @ts-check
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyTree, placed } from './tree.mjs';

const LIMIT_MS = 60_000;

/**
 * @typedef {{ exitCode: number | null, health: Record<string, string>, missing: string[] | null,
 *   judged?: string | null, note: string }} Answer `missing` null: it refused before it judged
 * @typedef {{ home: string, stateDir: string | null, env: Record<string, string>, agent: string | null,
 *   now: number }} Question
 * @typedef {{ node: string, cli: string }} Program
 */

/**
 * What `models status --json --check` of the real OpenClaw answers. It writes, so it gets a copy.
 * @param {Program} openclaw
 * @param {string} tree holds home and state directory
 * @param {Question} question
 * @returns {Promise<Answer>}
 */
export async function askOpenClaw(openclaw, tree, question) {
  const scratch = mkdtempSync(join(tmpdir(), 'compat-copy-'));
  try {
    const copy = join(scratch, 'tree');
    copyTree(tree, copy);
    const moved = (/** @type {string} */ text) => placed(text, copy).replaceAll(tree, copy);
    const args = ['models', 'status', '--json', '--check'];
    if (question.agent !== null) args.push('--agent', question.agent);
    const clock = join(scratch, 'clock.cjs');
    writeFileSync(clock, stoppedClock(question.now));
    const { status, stdout, stderr } = await execute(openclaw, args, {
      ...environment(question, moved),
      NODE_OPTIONS: `--require ${clock}`,
      OPENCLAW_NO_RESPAWN: '1',
    });
    return openclawAnswer(status, stdout, stderr);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * What our mirror answers.
 * @param {Program} monitor
 * @param {string} tree
 * @param {Question} question
 * @param {string} policy
 * @param {string} [judged] the agent that OpenClaw took where none was named
 * @returns {Promise<Answer>}
 */
export async function askMonitor(monitor, tree, question, policy, judged = 'main') {
  const now = new Date(question.now).toISOString();
  const args = ['check', '--json', '--policy', policy, '--now', now];
  const agent = question.agent ?? (namesAgentDir(question.env) ? null : judged);
  if (agent !== null) args.push('--agent', agent);
  const env = environment(question, (text) => placed(text, tree));
  const { status, stdout, stderr } = await execute(monitor, args, env);
  /** @type {any} */
  let report;
  try {
    report = JSON.parse(stdout);
  } catch {
    return { exitCode: status, health: {}, missing: [], note: stderr.slice(0, 300) };
  }
  const rows = report.agents.flatMap((/** @type {any} */ agent) => agent.profiles);
  const told = report.findings.filter(
    (/** @type {any} */ f) => f.severity === 'fail' || f.severity === 'warn',
  );
  return {
    exitCode: status,
    health: Object.fromEntries(rows.map((/** @type {any} */ row) => [row.profileId, row.health])),
    missing: report.auth.missingProvidersInUse.toSorted(),
    note: told
      .map(
        (/** @type {any} */ f) =>
          `${f.code} ${f.profileId ?? f.provider ?? ''} ${JSON.stringify(f.facts)}`,
      )
      .join('; '),
  };
}

/** Without `--agent` OpenClaw judges main, unless the environment names a directory. @param {Record<string, string>} env */
function namesAgentDir(env) {
  return 'OPENCLAW_AGENT_DIR' in env || 'PI_CODING_AGENT_DIR' in env;
}

/** @param {Question} question @param {(text: string) => string} moved */
function environment({ home, stateDir, env }, moved) {
  const given = Object.entries(env).map(([name, value]) => [name, moved(value)]);
  return {
    PATH: '/usr/bin:/bin',
    LANG: 'C.UTF-8',
    TERM: 'dumb',
    HOME: moved(home),
    ...(stateDir === null ? {} : { OPENCLAW_STATE_DIR: moved(stateDir) }),
    ...Object.fromEntries(given),
  };
}

/** A module that holds every clock of a process still, so that boundaries can be asked about. @param {number} now */
function stoppedClock(now) {
  return `const Real = Date;
const now = ${now};
globalThis.Date = class extends Real {
  constructor(...parts) { parts.length === 0 ? super(now) : super(...parts); }
  static now() { return now; }
};`;
}

/**
 * @param {Program} program
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<{ status: number | null, stdout: string, stderr: string }>}
 */
function execute({ node, cli }, args, env) {
  return new Promise((resolve) => {
    const options = { env, cwd: env['HOME'], timeout: LIMIT_MS, maxBuffer: 1 << 28 };
    execFile(node, [cli, ...args], options, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
      resolve({ status, stdout, stderr });
    });
  });
}

/**
 * @param {number | null} exitCode
 * @param {string} stdout
 * @param {string} stderr
 * @returns {Answer}
 */
function openclawAnswer(exitCode, stdout, stderr) {
  // Notes of a start stand before the JSON (2026.2.9).
  const start = stdout.startsWith('{\n') ? 0 : stdout.indexOf('\n{\n') + 1;
  /** @type {any} */
  let json = null;
  try {
    json = JSON.parse(stdout.slice(start));
  } catch {}
  if (json?.auth === undefined) {
    const note = `${json?.error?.message ?? ''} ${stderr}`.trim().slice(0, 300);
    return { exitCode, health: {}, missing: null, note };
  }
  const { auth } = json;
  const routes = [...(auth.modelRouteIssues ?? []), ...(auth.runtimeAuthRoutes ?? [])];
  return {
    exitCode,
    health: Object.fromEntries(
      auth.oauth.profiles.map((/** @type {any} */ p) => [p.profileId, p.status]),
    ),
    missing: auth.missingProvidersInUse,
    judged: /\/agents\/([^/]+)\/agent$/.exec(json.agentDir)?.[1] ?? null,
    note: JSON.stringify(
      routes.map(
        (r) => `${r.kind ?? r.status} ${r.provider}/${r.model ?? r.runtime} ${r.evidence ?? ''}`,
      ),
    ),
  };
}
