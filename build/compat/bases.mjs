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
export function makeBases({ node, cli }, dir) {
  const state = join(dir, 'state');
  mkdirSync(state, { recursive: true, mode: 0o700 });
  const agents = {
    ownership: 'explicit',
    entries: { main: {}, work: {} },
    defaults: { systemAgent: { agentId: 'main' } },
  };
  const env = { PATH: '/usr/bin:/bin', HOME: dir, OPENCLAW_STATE_DIR: state };
  const paste = ['models', 'auth', 'paste-api-key', '--provider', 'anthropic'];
  for (const args of [paste, [...paste, '--agent', 'work']]) {
    spawnSync(node, [cli, ...args], {
      env,
      cwd: dir,
      input: 'sk-fake-0000000000000000\n',
      timeout: 120_000,
    });
    writeFileSync(join(state, 'openclaw.json'), JSON.stringify({ agents }));
  }
  const bases = {
    state: join(state, 'state', 'openclaw.sqlite'),
    agent: join(state, 'agents', 'work', 'agent', 'openclaw-agent.sqlite'),
  };
  const absent = Object.values(bases).filter((path) => !existsSync(path));
  if (absent.length > 0) throw new Error(`this OpenClaw did not make ${absent.join(' and ')}`);
  return bases;
}
