// Reads openclaw.json the way OpenClaw does: JSON5, $include, the env block and ${VAR}.
import { dirname, resolve } from 'node:path';
import type { ConfigFault } from '../core/agent.ts';
import type { Files } from '../world.ts';
import type { Environment } from './environment.ts';
import { lookAt } from './look.ts';

const MAX_INCLUDE_DEPTH = 10;
/** Files that include each other twice over would otherwise be read for hours. */
const MAX_INCLUDED_FILES = 1_000;
/** Levels of lists and objects; no config has a tenth of it, and more would exhaust the stack. */
const MAX_NESTING = 1_000;
const MAX_CONFIG_BYTES = 8 * 1024 * 1024;

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export interface ConfigReading {
  /** Empty when nothing could be read; whole but for its variables when only these are unset. */
  readonly config: JsonObject;
  /** Why every OpenClaw refuses it; null when it is fine. */
  readonly fault: ConfigFault | null;
  /** Which variable is unset: 2026.2 refuses such a config, 2026.9 warns and leaves the text as it is. */
  readonly unset: ConfigFault | null;
  /** Places whose whole text was `${NAME}`; 2026.9 takes these for references. */
  readonly named: ReadonlySet<string>;
}

const NOWHERE: ReadonlySet<string> = new Set();

/** A config that cannot be used. */
class ConfigProblem extends Error {
  readonly fault: ConfigFault;

  constructor(problem: ConfigFault['problem'], detail?: string) {
    super();
    this.fault = { problem, ...(detail && { detail }) };
  }
}

/**
 * Reads, includes and substitutes. The config's own `env` block joins `environment` as its last layer
 * before `${VAR}` is replaced, never over a set variable.
 */
export async function readConfigFile(
  files: Files,
  path: string,
  environment: Environment,
): Promise<ConfigReading> {
  try {
    const raw = await readIncluding(
      { files, left: MAX_INCLUDED_FILES },
      { path, chain: [], depth: 0 },
    );
    if (!isObject(raw)) throw new ConfigProblem('not_object');
    environment.append({ name: `config env`, env: configEnv(raw), own: false });
    const unset: string[] = [];
    const named = new Set<string>();
    const config = substitute(raw, { environment, unset, named }, '') as JsonObject;
    const [detail] = unset;
    return {
      config,
      fault: null,
      unset: detail === undefined ? null : { problem: 'unset_variable', detail },
      named,
    };
  } catch (error) {
    if (error instanceof ConfigProblem) {
      return { config: {}, fault: error.fault, unset: null, named: NOWHERE };
    }
    throw error;
  }
}

interface Including {
  readonly files: Files;
  /** How many more files may be read. */
  left: number;
}

/** Where in which file a value stands. */
interface Position {
  readonly path: string;
  /** The files that lead here, from the config on. */
  readonly chain: readonly string[];
  readonly depth: number;
}

async function readIncluding(including: Including, at: Position): Promise<Json> {
  const { path, chain } = at;
  if (chain.includes(path)) {
    throw new ConfigProblem('circular_include', [...chain, path].join(' -> '));
  }
  if (chain.length > MAX_INCLUDE_DEPTH) {
    throw new ConfigProblem('include_too_deep');
  }
  if (including.left === 0) throw new ConfigProblem('too_many_files');
  including.left -= 1;
  const value = await parseFile(including.files, path, chain.length > 0);
  return includeWithin(including, value, { ...at, chain: [...chain, path] });
}

async function parseFile(files: Files, path: string, included: boolean): Promise<Json> {
  let text: string;
  try {
    const { kind, size } = lookAt(files, path);
    // Reading a pipe or a device would never end.
    if (kind === 'other') throw new ConfigProblem('not_a_file', path);
    if (size > MAX_CONFIG_BYTES) throw new ConfigProblem('too_large', path);
    text = files
      .read(path)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof ConfigProblem) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'unreadable';
    throw new ConfigProblem('unreadable', included ? `${code}, ${path}` : code);
  }
  return parseJson5(text, included ? path : null);
}

/** JSON first: JSON5 is 25 to 45 times slower and its result on plain JSON is the same (measured). */
async function parseJson5(text: string, included: string | null): Promise<Json> {
  try {
    return JSON.parse(text) as Json;
  } catch {
    const { default: json5 } = await import('json5');
    try {
      return json5.parse<Json>(text);
    } catch (error) {
      const place = /at (\d+:\d+)/.exec((error as Error).message)?.[1];
      throw new ConfigProblem('not_json5', [place, included].filter(Boolean).join(', '));
    }
  }
}

async function includeWithin(including: Including, value: Json, at: Position): Promise<Json> {
  if (at.depth > MAX_NESTING) throw new ConfigProblem('nested_too_deeply');
  const below = { ...at, depth: at.depth + 1 };
  if (Array.isArray(value)) {
    const items: Json[] = [];
    for (const item of value as readonly Json[]) {
      items.push(await includeWithin(including, item, below));
    }
    return items;
  }
  if (!isObject(value)) return value;
  const own: Record<string, Json> = Object.create(null) as Record<string, Json>;
  for (const [key, child] of Object.entries(value)) {
    if (key !== '$include') own[key] = await includeWithin(including, child as Json, below);
  }
  if (!Object.hasOwn(value, '$include')) return own;
  let merged: Json = {};
  for (const target of includeTargets(value['$include'])) {
    const path = resolve(dirname(at.path), target);
    merged = merge(merged, await readIncluding(including, { ...at, path }));
  }
  if (Object.keys(own).length === 0) return merged;
  if (!isObject(merged)) throw new ConfigProblem('include_not_object');
  return merge(merged, own);
}

function includeTargets(value: Json | undefined): readonly string[] {
  const targets = Array.isArray(value) ? (value as readonly Json[]) : [value];
  if (!targets.every((target): target is string => typeof target === 'string')) {
    throw new ConfigProblem('include_not_text');
  }
  return targets;
}

// Objects merge by key, lists are concatenated, of scalars the later wins (2026.2.9).
function merge(base: Json, over: Json): Json {
  if (Array.isArray(base) && Array.isArray(over)) return [...(base as Json[]), ...(over as Json[])];
  if (!isObject(base) || !isObject(over)) return over;
  const result: Record<string, Json> = Object.assign(Object.create(null) as object, base) as never;
  for (const [key, value] of Object.entries(over)) {
    const present = result[key];
    result[key] = present === undefined ? (value as Json) : merge(present, value as Json);
  }
  return result;
}

function configEnv(config: JsonObject): Record<string, string> {
  const block = config['env'];
  if (!isObject(block)) return {};
  const entries = Object.entries(block).filter(([name]) => name !== 'vars' && name !== 'shellEnv');
  const vars = isObject(block['vars']) ? Object.entries(block['vars']) : [];
  return Object.fromEntries(
    [...entries, ...vars].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

interface Substitution {
  readonly environment: Environment;
  /** What could not be replaced, and where it stands. */
  readonly unset: string[];
  readonly named: Set<string>;
}

function substitute(value: Json, context: Substitution, place: string): Json {
  if (typeof value === 'string') return substituteText(value, context, place);
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item, index) =>
      substitute(item, context, `${place}[${index}]`),
    );
  }
  if (!isObject(value)) return value;
  const result: Record<string, Json> = Object.create(null) as Record<string, Json>;
  for (const [key, child] of Object.entries(value)) {
    result[key] = substitute(child as Json, context, place === '' ? key : `${place}.${key}`);
  }
  return result;
}

// `$${NAME}` is a literal `${NAME}`; names of other forms are left alone (2026.2.9).
function substituteText(text: string, context: Substitution, place: string): string {
  if (!text.includes('${')) return text;
  return text.replace(/(\$?)\$\{([A-Z_][A-Z0-9_]*)\}/g, (match, escape: string, name: string) => {
    if (escape !== '') return match.slice(1);
    const value = context.environment.findText(name);
    if (value === null) context.unset.push(`${name}, ${place}`);
    if (match === text) context.named.add(place);
    return value ?? match;
  });
}

/** True for a plain object, null and lists excluded. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The texts of a list, trimmed, blank ones left out; empty for anything else. */
export function texts(value: Json | undefined): string[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[])
    .filter((item): item is string => typeof item === 'string')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
