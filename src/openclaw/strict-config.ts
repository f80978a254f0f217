// Names the faults for which OpenClaw's strict config schema refuses to run although the file parses.
import type { AgentPlace } from './agents.ts';
import type { CommandLine } from './command-line.ts';
import { isObject, type Json, type JsonObject } from './config-file.ts';
import type { Era } from './parse-profile.ts';

// Top-level keys of OpenClaw 2026.2.9 and 2026.9.6 together.
const TOP_LEVEL = new Set(
  (
    '$schema access accessGroups acp agents approvals audio auth bindings broadcast browser canvasHost channels ' +
    'cli commands commitments cron crestodian diagnostics discovery env fleet gateway hooks logging mcp media ' +
    'memory messages meta models nodeHost plugins proxy secrets security session skills surfaces talk telemetry ' +
    'tools transcripts tts ui update web wizard'
  ).split(' '),
);
/** Blocks that decide about credentials; each has to be an object. */
const BLOCKS = ['agents', 'auth', 'env', 'models', 'secrets'];

const AUTH_KEYS = new Set(['profiles', 'order', 'cooldowns']);
const AUTH_PROFILE_KEYS = new Set(['provider', 'mode', 'email']);
const MODES: Readonly<Record<Era, ReadonlySet<unknown>>> = {
  json: new Set(['api_key', 'oauth', 'token']),
  sqlite: new Set(['api_key', 'aws-sdk', 'oauth', 'token']),
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
  const unknown = Object.keys(config).filter((key) => !TOP_LEVEL.has(key));
  const dirs = places.filter((place) => place.origin === 'config').map((place) => place.dir);
  return [
    ...(unknown.length > 0 ? [`${unknown.length} unknown top-level key(s)`] : []),
    ...BLOCKS.filter((key) => config[key] !== undefined && !isObject(config[key])).map(
      (key) => `${key} is no object`,
    ),
    ...agentFaults(child(config, 'agents'), era),
    ...ownerFaults(child(config, 'agents'), commandLine),
    ...authFaults(child(config, 'auth'), era),
    ...(new Set(dirs).size < dirs.length ? ['two agents share one agentDir'] : []),
  ];
}

// 2026.2 takes a plain text for one agent's model, but not for the default.
function agentFaults(agents: JsonObject, era: Era): string[] {
  const defaults = child(agents, 'defaults');
  const list = agents['list'];
  const entries = Array.isArray(list) ? (list as readonly Json[]) : [];
  const models = ['model', 'imageModel'].filter((key) => {
    const value = defaults[key];
    return value !== undefined && !isObject(value) && (era === 'json' || typeof value !== 'string');
  });
  const unnamed = entries.filter((entry) => !isObject(entry) || typeof entry['id'] !== 'string');
  return [
    ...models.map((key) => `agents.defaults.${key} is no object`),
    ...(list !== undefined && !Array.isArray(list) ? ['agents.list is no list'] : []),
    ...(unnamed.length > 0 ? [`${unnamed.length} agent(s) without an id`] : []),
  ];
}

// 2026.9 asks of several agents that they are owned explicitly and, without `--agent`, whom to inspect;
// a list of before with one default is migrated in memory.
function ownerFaults(agents: JsonObject, { era, namesAgent }: CommandLine): string[] {
  if (era === 'json') return [];
  const list = Array.isArray(agents['list']) ? (agents['list'] as readonly Json[]) : [];
  const defaults = list.filter((entry) => isObject(entry) && entry['default'] === true);
  const entries = Object.keys(child(agents, 'entries')).length;
  if (Math.max(entries, list.length) < 2) return [];
  if (entries === 0) return defaults.length === 1 ? [] : ['several agents and not one default'];
  if (agents['ownership'] !== 'explicit') return ['several agents without explicit ownership'];
  const system = child(child(agents, 'defaults'), 'systemAgent')['agentId'];
  return namesAgent || system !== undefined ? [] : ['several agents and no system agent'];
}

// Which further keys 2026.9 allows is not known, so only 2026.2 is held to them.
function authFaults(auth: JsonObject, era: Era): string[] {
  const unknownIn = (value: JsonObject, known: ReadonlySet<string>): string[] =>
    era === 'json' ? Object.keys(value).filter((key) => !known.has(key)) : [];
  const profiles = Object.values(child(auth, 'profiles')).filter(
    (entry) =>
      !isObject(entry) ||
      typeof entry['provider'] !== 'string' ||
      !MODES[era].has(entry['mode']) ||
      unknownIn(entry, AUTH_PROFILE_KEYS).length > 0,
  );
  const orders = Object.values(child(auth, 'order')).filter(
    (ids) => !Array.isArray(ids) || !(ids as readonly Json[]).every((id) => typeof id === 'string'),
  );
  const cooldowns = Object.values(child(auth, 'cooldowns')).filter(
    (hours) => typeof hours === 'number' && hours <= 0,
  );
  const faults: [string, readonly unknown[]][] = [
    ['unknown key(s) in auth', unknownIn(auth, AUTH_KEYS)],
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
