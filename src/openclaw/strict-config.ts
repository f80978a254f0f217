// Names the faults for which OpenClaw's strict config schema refuses to run although the file parses.
import type { AgentPlace } from './agents.ts';
import type { CommandLine } from './command-line.ts';
import { isObject, type Json, type JsonObject } from './config-file.ts';
import { SHAPES_2026_2, SHAPES_2026_9, type Shape } from './config-shapes.ts';
import type { Era } from './parse-profile.ts';
import { shapeFaults } from './shape-faults.ts';

const MODES: Readonly<Record<Era, ReadonlySet<unknown>>> = {
  json: new Set(['api_key', 'oauth', 'token']),
  sqlite: new Set(['api_key', 'aws-sdk', 'oauth', 'token']),
};
const MODEL_MODES: ReadonlySet<unknown> = new Set([undefined, 'merge', 'replace']);

/** What `agents.entries` takes as a name (2026.9.6). */
const ENTRY_ID = /^[a-z0-9_][a-z0-9_-]{0,63}$/;
/** 2026.9 still takes what 2026.2 had in these blocks, and migrates it in memory. */
const MIGRATED = new Set(['', 'agents', 'agents.defaults', 'gateway']);

/** What it has dropped of them without a migration. */
const DROPPED =
  /(?<!\S)(?:audio|media|web|canvasHost|timeFormat|envelope(?:Timezone|Timestamp|Elapsed)|cliBackends|memorySearch)(?::\w+)? ?/g;

const SHAPES: Readonly<Record<Era, readonly Shape[]>> = {
  json: SHAPES_2026_2,
  sqlite: SHAPES_2026_9.map(([path, fields]) => {
    const before = MIGRATED.has(path) ? SHAPES_2026_2.find(([known]) => known === path) : undefined;
    return [path, before === undefined ? fields : `${before[1].replace(DROPPED, '')} ${fields}`];
  }),
};

/**
 * Why OpenClaw calls the config invalid, empty where nobody asks for its answer; only what bears on
 * credentials and the commonest slip is known.
 */
export function strictConfigFaults(
  config: JsonObject,
  places: readonly AgentPlace[],
  commandLine: CommandLine | null,
): string[] {
  if (commandLine === null) return [];
  const { era } = commandLine;
  const dirs = places.filter((place) => place.origin === 'config').map((place) => place.dir);
  return [
    ...shapeFaults(config, SHAPES[era]),
    ...(MODEL_MODES.has(child(config, 'models')['mode']) ? [] : ['models.mode is unknown']),
    ...envFaults(child(config, 'env')),
    ...agentFaults(child(config, 'agents')),
    ...ownerFaults(child(config, 'agents'), commandLine),
    ...authFaults(child(config, 'auth'), era),
    ...(new Set(dirs).size < dirs.length ? ['two agents share one agentDir'] : []),
  ];
}

// A number is no value of an environment.
function envFaults(env: JsonObject): string[] {
  const { vars, shellEnv: _shellEnv, ...inline } = env;
  const values = [...Object.values(inline), ...(isObject(vars) ? Object.values(vars) : [])];
  const odd = values.filter((value) => typeof value !== 'string').length;
  return odd === 0 ? [] : [`${odd} value(s) in env that are no text`];
}

// 2026.2 takes a plain text for one agent's model, but not for the default.
function agentFaults(agents: JsonObject): string[] {
  const defaults = child(agents, 'defaults');
  const list = agents['list'];
  const entries = Array.isArray(list) ? (list as readonly Json[]) : [];
  const models = ['model', 'imageModel'].filter((key) => {
    const value = defaults[key];
    return value !== undefined && !isObject(value) && typeof value !== 'string';
  });
  const unnamed = entries.filter((entry) => !isObject(entry) || typeof entry['id'] !== 'string');
  return [
    ...models.map((key) => `agents.defaults.${key} is no model`),
    ...(unnamed.length > 0 ? [`${unnamed.length} agent(s) without an id`] : []),
  ];
}

// 2026.9 asks of several agents that they are owned explicitly and, without `--agent`, whom to inspect;
// a list of before with one default is migrated in memory.
function ownerFaults(agents: JsonObject, { era, namesAgent }: CommandLine): string[] {
  if (era === 'json') return [];
  const list = Array.isArray(agents['list']) ? (agents['list'] as readonly Json[]) : [];
  const entries = Object.entries(child(agents, 'entries'));
  const isExplicit = agents['ownership'] === 'explicit';
  const marked = [...list, ...entries.map(([, entry]) => entry)].filter(
    (entry) => isObject(entry) && entry['default'] === true,
  );
  if (agents['ownership'] !== undefined && !isExplicit) return ['agents.ownership is unknown'];
  if (isExplicit && list.length === 0 && entries.length === 0) {
    return ['explicit ownership without any agent'];
  }
  if (list.length > 0 && (entries.length > 0 || isExplicit))
    return ['agents.list beside its heirs'];
  if (isExplicit && marked.length > 0) return ['explicit ownership and a default agent'];
  const misnamed = entries.filter(([id]) => !ENTRY_ID.test(id));
  if (misnamed.length > 0) return [`${misnamed.length} agent(s) with an odd id`];
  if (Math.max(entries.length, list.length) < 2) return [];
  if (entries.length === 0)
    return marked.length === 1 ? [] : ['several agents and not one default'];
  if (!isExplicit) return ['several agents without explicit ownership'];
  const system = child(child(agents, 'defaults'), 'systemAgent')['agentId'];
  return namesAgent || system !== undefined ? [] : ['several agents and no system agent'];
}

function authFaults(auth: JsonObject, era: Era): string[] {
  const profiles = Object.values(child(auth, 'profiles')).filter(
    (entry) => !isObject(entry) || !MODES[era].has(entry['mode']),
  );
  const orders = Object.values(child(auth, 'order')).filter(
    (ids) => !Array.isArray(ids) || !(ids as readonly Json[]).every((id) => typeof id === 'string'),
  );
  const cooldowns = Object.values(child(auth, 'cooldowns')).filter(
    (hours) => typeof hours === 'number' && hours <= 0,
  );
  const faults: [string, readonly unknown[]][] = [
    ['malformed entries in auth.profiles', profiles],
    ['orders in auth.order that are no list of texts', orders],
    ['times in auth.cooldowns that are not positive', cooldowns],
  ];
  return faults
    .filter(([, list]) => list.length > 0)
    .map(([text, list]) => `${list.length} ${text}`);
}

function child(value: JsonObject, key: string): JsonObject {
  const found = Object.hasOwn(value, key) ? value[key] : undefined;
  return isObject(found) ? found : {};
}
