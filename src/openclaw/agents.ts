// Lists the agents of a gateway: configured ones, those only on disk, and the implicit main.
import { join, resolve } from 'node:path';
import type { Agent } from '../core/agent.ts';
import type { Files } from '../world.ts';
import { normalizeAgentId, type ConfigFacts, type ConfiguredAgent } from './config-facts.ts';
import {
  envValue,
  expandTilde,
  openclawHome,
  type GatewaySource,
  type SystemView,
} from './state-dir.ts';

export const MAIN_AGENT = 'main';

export interface AgentPlace {
  readonly id: string;
  readonly origin: Agent['origin'];
  readonly dir: string;
  readonly configured: ConfiguredAgent | null;
}

/**
 * Every agent with its directory. Two names of one directory are one agent: `~/.clawdbot` may link to
 * `~/.openclaw`, and an agent directory may be a link.
 */
export function listAgents(
  view: SystemView,
  source: GatewaySource,
  facts: ConfigFacts,
): AgentPlace[] {
  const places = new Map<string, AgentPlace>();
  for (const configured of facts.agents) {
    const dir = agentDir(view, source, configured.id, configured.dir);
    places.set(configured.id, { id: configured.id, origin: 'config', dir, configured });
  }
  for (const name of agentsOnDisk(view.files, source.stateDir)) {
    const id = normalizeAgentId(name);
    if (places.has(id)) continue;
    // Without a list OpenClaw has exactly one agent, main.
    const origin = facts.agents.length === 0 && id === MAIN_AGENT ? 'config' : 'disk';
    const dir =
      id === MAIN_AGENT
        ? agentDir(view, source, id, null)
        : join(source.stateDir, 'agents', name, 'agent');
    places.set(id, { id, origin, dir, configured: null });
  }
  if (!places.has(MAIN_AGENT)) {
    const origin = facts.agents.length === 0 ? 'config' : 'implicit';
    const dir = agentDir(view, source, MAIN_AGENT, null);
    places.set(MAIN_AGENT, { id: MAIN_AGENT, origin, dir, configured: null });
  }
  return [...places.values()];
}

/** The directory that `models status` without `--agent` reads, and from which others inherit. */
export function mainAgentDir(view: SystemView, source: GatewaySource): string {
  const named = source.isDefault
    ? envValue(view.env, 'OPENCLAW_AGENT_DIR', 'PI_CODING_AGENT_DIR')
    : null;
  if (named !== null) return resolve(view.cwd, expandTilde(named, openclawHome(view)));
  return join(source.stateDir, 'agents', MAIN_AGENT, 'agent');
}

function agentDir(view: SystemView, source: GatewaySource, id: string, dir: string | null): string {
  if (dir !== null) return resolve(view.cwd, expandTilde(dir, openclawHome(view)));
  return id === MAIN_AGENT
    ? mainAgentDir(view, source)
    : join(source.stateDir, 'agents', id, 'agent');
}

function agentsOnDisk(files: Files, stateDir: string): string[] {
  const root = join(stateDir, 'agents');
  const seen = new Set<string>();
  return files.list(root).filter((name) => {
    const dir = join(root, name, 'agent');
    if (!files.stat(dir)?.isDirectory) return false;
    const real = files.isSymlink(join(root, name)) ? files.realpath(dir) : dir;
    return !seen.has(real) && seen.add(real) !== undefined;
  });
}
