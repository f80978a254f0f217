// Compares our mirrors with a real OpenClaw, agent by agent, on a given state directory or on generated ones.
// usage: npm run compat -- --openclaw PATH [--node NODE] [--state-dir DIR [--home DIR] [--agent ID]...]
//                          [--cases 20] [--seed 1]... [--edits REGEX] [--policy NAME] [--keep DIR]
// @ts-check
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { askMonitor, askOpenClaw } from './compat/ask.mjs';
import { makeBases } from './compat/bases.mjs';
import { createCase } from './compat/cases.mjs';
import { createChance } from './compat/chance.mjs';
import { differences } from './compat/compare.mjs';
import { copyTree, writeTree } from './compat/tree.mjs';
import { dist } from './paths.mjs';

const { values } = parseArgs({
  options: {
    openclaw: { type: 'string' },
    node: { type: 'string', default: process.execPath },
    'state-dir': { type: 'string' },
    home: { type: 'string' },
    agent: { type: 'string', multiple: true },
    cases: { type: 'string', default: '20' },
    seed: { type: 'string', multiple: true, default: ['1'] },
    edits: { type: 'string', default: '' },
    policy: { type: 'string' },
    keep: { type: 'string' },
  },
});
if (values.openclaw === undefined) {
  console.error(
    'usage: npm run compat -- --openclaw PATH [--node NODE] [--state-dir DIR | --cases N --seed N]',
  );
  process.exit(64);
}

const cli = commandOf(resolve(values.openclaw));
const openclaw = { node: values.node, cli };
const monitor = { node: process.execPath, cli: join(dist, 'cli.cjs') };
const version = String(
  JSON.parse(readFileSync(join(dirname(cli), 'package.json'), 'utf8')).version,
);
const era = policyOf(version);
const policy = values.policy ?? era;
const scratch = mkdtempSync(join(tmpdir(), 'compat-'));
let asked = 0;
let different = 0;
try {
  console.log(`openclaw ${version}, ${policy}`);
  await (values['state-dir'] === undefined
    ? compareGenerated()
    : compareGiven(values['state-dir']));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${asked} asked, ${different} different`);
process.exitCode = different > 0 ? 1 : 0;

/** @param {string} path a package directory, or its command */
function commandOf(path) {
  const inside = [join(path, 'openclaw.mjs'), join(path, 'node_modules/openclaw/openclaw.mjs')];
  return inside.find((file) => existsSync(file)) ?? path;
}

/** @param {string} name */
function policyOf(name) {
  const [year = 0, month = 0, day = 0] = name.split('.').map(Number);
  const at = year * 10_000 + month * 100 + day;
  if (at <= 20_260_502) return 'openclaw-2026.2';
  return at < 20_260_801 ? 'openclaw-2026.6' : 'openclaw-2026.9';
}

/** @param {string} stateDir */
async function compareGiven(stateDir) {
  const tree = join(scratch, 'given');
  mkdirSync(tree, { mode: 0o700 });
  const home = values.home ?? process.env['HOME'] ?? '/';
  cpSync(stateDir, join(tree, 'state'), { recursive: true, verbatimSymlinks: true });
  // Of the home only what OpenClaw looks at: the logins of other programs, and its own environment.
  for (const name of [
    '.qwen',
    '.minimax',
    '.codex',
    '.claude/.credentials.json',
    '.config/openclaw',
  ]) {
    const from = join(home, name);
    if (existsSync(from)) cpSync(from, join(tree, 'home', name), { recursive: true });
  }
  mkdirSync(join(tree, 'home'), { recursive: true });
  copyTree(tree, join(scratch, 'renamed'));
  const agents = values.agent ?? [null];
  await compare({ tree, agents, env: {}, stateDir: 'state', now: Date.now(), title: stateDir });
}

async function compareGenerated() {
  const bases = era === 'openclaw-2026.2' ? null : makeBases(openclaw, join(scratch, 'bases'));
  const wanted = new RegExp(values.edits);
  const count = Number(values.cases);
  const seeds = values.seed.flatMap((first) =>
    Array.from({ length: count }, (_, index) => Number(first) + index),
  );
  for (const seed of seeds) {
    const now = Date.now();
    const spec = createCase(bases === null ? 'json' : 'sqlite', createChance(seed), now, wanted);
    const tree = join(scratch, `case-${seed}`);
    writeTree(spec, tree, bases);
    const { agents, env, stateDir } = spec;
    await compare({
      tree,
      agents,
      env,
      stateDir,
      now,
      title: `seed ${seed}: ${spec.note.join(' | ')}`,
    });
    rmSync(tree, { recursive: true, force: true });
  }
}

/**
 * @param {{ tree: string, agents: readonly (string | null)[], env: Record<string, string>,
 *   stateDir: string | null, now: number, title: string }} given
 */
async function compare({ tree, agents, env, stateDir, now, title }) {
  for (const agent of agents) {
    const state = stateDir === null ? null : join(tree, stateDir);
    const question = { home: join(tree, 'home'), stateDir: state, env, agent, now };
    const theirs = await askOpenClaw(openclaw, tree, question);
    const ours = await askMonitor(monitor, tree, question, policy, theirs.judged ?? 'main');
    asked += 1;
    const found = differences(theirs, ours);
    if (found.length === 0) continue;
    different += 1;
    console.log(`${title} [agent ${agent ?? '-'}]`);
    for (const line of found) console.log(`  ${line}`);
    console.log(`  openclaw: ${theirs.note}\n  ours: ${ours.note}`);
    if (values.keep !== undefined) {
      mkdirSync(values.keep, { recursive: true });
      cpSync(tree, join(values.keep, `${different}`), { recursive: true });
      writeFileSync(join(values.keep, `${different}.txt`), `${title}\n${found.join('\n')}\n`);
    }
  }
}
