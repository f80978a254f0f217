// Lists the agents of a gateway: configured ones, those only on disk, and the implicit main.
import { basename, dirname, resolve } from 'node:path';
import type { Agent, StoreFault } from '../core/agent.ts';
import type { Files } from '../world.ts';
import { below } from './below.ts';
import type { CommandLine } from './command-line.ts';
import { normalizeAgentId, type ConfigFacts, type ConfiguredAgent } from './config-facts.ts';
import { unreadable } from './json-file.ts';
import { kindAt } from './look.ts';
import { AGENT_DATABASE, type SharedState } from './sqlite-files.ts';
import {
  envValue,
  expandTilde,
  gatewayHome,
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
 * `~/.openclaw`, and an agent directory may be a link. `commandLine` null: as the gateway has them. The
 * fault says why agents on disk may have been missed.
 */
export function listAgents(
  view: SystemView,
  source: GatewaySource,
  facts: ConfigFacts,
  commandLine: CommandLine | null,
  noted: SharedState['agents'] = [],
): { readonly places: readonly AgentPlace[]; readonly fault: StoreFault | null } {
  const places = new Map<string, AgentPlace>();
  const mainDir = commandLine?.namesMain ? ownMainDir(source) : mainAgentDir(view, source);
  // Without `--agent`, 2026.2.9 reads main's store and the default models.
  const hasOwnModels = (id: string): boolean =>
    commandLine?.era !== 'json' || commandLine.namesMain || id !== MAIN_AGENT;
  const home = commandLine === null ? gatewayHome(view, source) : openclawHome(view);
  const dirOf = (id: string, dir: string | null): string => {
    if (dir !== null) return resolve(view.cwd, expandTilde(dir, home));
    return id === MAIN_AGENT ? mainDir : below(source.stateDir, 'agents', id, 'agent');
  };
  for (const configured of facts.agents) {
    const { id, dir } = configured;
    const models = hasOwnModels(id) ? configured : null;
    places.set(id, { id, origin: 'config', dir: dirOf(id, dir), configured: models });
  }
  const configuredDirs = [...places.values()].map(({ dir }) => dir);
  const { names, fault } = agentsOnDisk(view.files, source.stateDir, configuredDirs);
  // Without a list OpenClaw has exactly one agent, main.
  const isOnlyMain = facts.agents.length === 0;
  for (const name of names) {
    const id = normalizeAgentId(name);
    if (places.has(id)) continue;
    const origin = isOnlyMain && id === MAIN_AGENT ? 'config' : 'disk';
    const dir = id === MAIN_AGENT ? mainDir : below(source.stateDir, 'agents', name, 'agent');
    places.set(id, { id, origin, dir, configured: null });
  }
  for (const place of elsewhere(view.files, source.stateDir, noted, places)) {
    places.set(place.id, place);
  }
  if (!places.has(MAIN_AGENT)) {
    const origin = isOnlyMain ? 'config' : 'implicit';
    places.set(MAIN_AGENT, { id: MAIN_AGENT, origin, dir: mainDir, configured: null });
  }
  return { places: [...places.values()], fault };
}

// A note outlives its agent, so the database has to be there; and an agent that moved is known by its id.
function elsewhere(
  files: Files,
  stateDir: string,
  noted: SharedState['agents'],
  places: ReadonlyMap<string, AgentPlace>,
): readonly AgentPlace[] {
  const unknown = noted.filter(({ id }) => !places.has(normalizeAgentId(id)));
  if (unknown.length === 0) return [];
  const taken = new Set([...places.values()].map(({ dir }) => realPath(files, dir)));
  return unknown.flatMap(({ id, path }) => {
    const file = resolve(stateDir, path);
    const dir = dirname(file);
    const isThere = basename(file) === AGENT_DATABASE && kindAt(files, file) === 'file';
    if (!isThere || taken.has(realPath(files, dir))) return [];
    taken.add(realPath(files, dir));
    return [{ id: normalizeAgentId(id), origin: 'disk', dir, configured: null } as const];
  });
}

/** The directory that `models status` without `--agent` reads, and from which others inherit. */
export function mainAgentDir(view: SystemView, source: GatewaySource): string {
  const named = source.isDefault
    ? envValue(view.env, 'OPENCLAW_AGENT_DIR', 'PI_CODING_AGENT_DIR')
    : null;
  if (named !== null) return resolve(view.cwd, expandTilde(named, openclawHome(view)));
  return ownMainDir(source);
}

function ownMainDir(source: GatewaySource): string {
  return below(source.stateDir, 'agents', MAIN_AGENT, 'agent');
}

/** Names below `agents/` whose directory no other name or configured agent has. */
function agentsOnDisk(
  files: Files,
  stateDir: string,
  configuredDirs: readonly string[],
): { names: readonly string[]; fault: StoreFault | null } {
  const root = below(stateDir, 'agents');
  let listed: readonly string[];
  let linked: readonly string[];
  try {
    listed = files.list(root);
    linked = listed.length === 0 ? [] : files.links(root);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? null;
    const problem = code === 'ENOTDIR' ? 'not_a_directory' : 'permission';
    return { names: [], fault: unreadable(root, problem, code) };
  }
  // What cannot be looked into is listed too: its store will say why it cannot be read.
  const names = listed.filter((name) => {
    const kind = kindAt(files, below(root, name, 'agent'));
    return kind === 'directory' || kind === 'unreachable';
  });
  if (linked.length === 0) return { names, fault: null };
  const links = new Set(linked);
  const own = names.filter((name) => !links.has(name));
  const taken = new Set(
    [...own.map((name) => below(root, name, 'agent')), ...configuredDirs].map((dir) =>
      realPath(files, dir),
    ),
  );
  const others = names.filter((name) => {
    if (!links.has(name)) return false;
    const real = realPath(files, below(root, name, 'agent'));
    if (taken.has(real)) return false;
    taken.add(real);
    return true;
  });
  return { names: [...own, ...others], fault: null };
}

function realPath(files: Files, path: string): string {
  try {
    return files.realpath(path);
  } catch {
    return path;
  }
}
