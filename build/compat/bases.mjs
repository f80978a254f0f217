// Makes the two empty databases of a real OpenClaw, since it refuses any with fewer tables than its own.
// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lets `openclaw` store one fake key for all agents and one for a single agent, and names the databases.
 * @param {import('./ask.mjs').Program} openclaw
 * @param {string} dir
 * @returns {import('./tree.mjs').Bases}
 */
export function makeBases(openclaw, dir) {
  const bases = {
    state: join(madeBy(openclaw, join(dir, 'all'), []), 'state', 'openclaw.sqlite'),
    // In a directory of its own: a profile that all agents have is changed for all of them.
    agent: join(
      madeBy(openclaw, join(dir, 'one'), ['--agent', 'work']),
      'agents',
      'work',
      'agent',
      'openclaw-agent.sqlite',
    ),
  };
  const absent = Object.values(bases).filter((path) => !existsSync(path));
  if (absent.length > 0) throw new Error(`this OpenClaw did not make ${absent.join(' and ')}`);
  return bases;
}

/**
 * The state directory below `home` in which it stored a key.
 * @param {import('./ask.mjs').Program} openclaw
 * @param {string} home
 * @param {string[]} whose
 */
function madeBy({ node, cli }, home, whose) {
  const state = join(home, 'state');
  mkdirSync(state, { recursive: true, mode: 0o700 });
  if (whose.length > 0) {
    const agents = {
      ownership: 'explicit',
      entries: { main: {}, work: {} },
      defaults: { systemAgent: { agentId: 'main' } },
    };
    writeFileSync(join(state, 'openclaw.json'), JSON.stringify({ agents }));
  }
  spawnSync(node, [cli, 'models', 'auth', 'paste-api-key', '--provider', 'anthropic', ...whose], {
    env: { PATH: '/usr/bin:/bin', HOME: home, OPENCLAW_STATE_DIR: state },
    cwd: home,
    input: 'sk-fake-0000000000000000\n',
    timeout: 120_000,
  });
  return state;
}
