// Reads the environment that systemd gives a gateway: its unit file, drop-ins and environment files.
import { basename, dirname } from 'node:path';
import { below } from './below.ts';
import { readEnvFile, type EnvLayer } from './environment.ts';
import { kindAt } from './look.ts';
import { gatewayHome, resolvePath, type GatewaySource, type SystemView } from './state-dir.ts';
import { serviceSettings, valuesOf, words, type Setting } from './unit-file.ts';

interface UnitEnvironment {
  readonly layers: readonly EnvLayer[];
  /** A file of the unit that is there and that this user may not read. */
  readonly unread: string | null;
}

/** What no unit gives. */
export const NO_UNITS: UnitEnvironment = { layers: [], unread: null };

/** Where units lie, the first that has one wins (systemd.unit); `~` is the gateway's home. */
const DIRECTORIES = {
  user: [
    '~/.config/systemd/user',
    '/etc/systemd/user',
    '/run/systemd/user',
    '~/.local/share/systemd/user',
    '/usr/local/lib/systemd/user',
    '/usr/lib/systemd/user',
  ],
  system: [
    '/etc/systemd/system',
    '/run/systemd/system',
    '/usr/local/lib/systemd/system',
    '/usr/lib/systemd/system',
  ],
} as const;

/**
 * The variables of the gateway's service, `openclaw-gateway[-PROFILE].service` of the user or the
 * system; none when there is no such unit or it serves another state directory. Only names are ever shown.
 */
export function readUnits(view: SystemView, source: GatewaySource): UnitEnvironment {
  const unit = unitName(source.stateDir);
  if (unit === null) return NO_UNITS;
  const home = gatewayHome(view, source);
  for (const scope of ['user', 'system'] as const) {
    const dirs = DIRECTORIES[scope].map((dir) => dir.replace('~', home));
    const path = dirs
      .map((dir) => below(dir, unit))
      .find((at) => kindAt(view.files, at) === 'file');
    // In a unit of the system `%h` is the home of root, who runs systemd.
    if (path !== undefined) {
      return environmentOf(view, source, { path, dirs, home: scope === 'user' ? home : '/root' });
    }
  }
  return NO_UNITS;
}

interface Unit {
  readonly path: string;
  readonly dirs: readonly string[];
  /** What `%h` stands for. */
  readonly home: string;
}

function environmentOf(view: SystemView, source: GatewaySource, unit: Unit): UnitEnvironment {
  const parts = [unit.path, ...dropIns(view, unit)].map((path) => ({ path, ...read(view, path) }));
  const settings = parts.flatMap((part) => part.settings);
  let unread = parts.find((part) => part.isHidden)?.path ?? null;
  const layers: EnvLayer[] = [];
  // What comes later wins; files win over `Environment=` (systemd.exec).
  for (const text of valuesOf(settings, 'EnvironmentFile')) {
    const path = specified(text.replace(/^-/, ''), unit.home);
    const { env, fault } = readEnvFile(view.files, path, ofSystemd);
    if (fault !== null) unread = path;
    layers.unshift({ name: path, env, own: false });
  }
  const assigned = valuesOf(settings, 'Environment')
    .flatMap(words)
    .map((word) => assignment(specified(word, unit.home)))
    .filter((pair) => pair !== null);
  layers.push({ name: unit.path, env: Object.fromEntries(assigned), own: false });
  const unset = new Set(valuesOf(settings, 'UnsetEnvironment').flatMap(words));
  const left = layers.map((layer) => ({ ...layer, env: without(layer.env, unset) }));
  return serves(view, source, settings, left) ? { layers: left, unread } : NO_UNITS;
}

// To systemd `export` is a part of the name, and such a name is none.
function ofSystemd(text: string): string {
  return text.replace(/^([ \t]*export)[ \t]+/gm, '$1_');
}

// A unit of the system runs as one user, and serves the state directory in that user's home.
function serves(
  view: SystemView,
  source: GatewaySource,
  settings: readonly Setting[],
  layers: readonly EnvLayer[],
): boolean {
  const named = layers.map(({ env }) => env['OPENCLAW_STATE_DIR']).find(Boolean);
  if (named !== undefined) return resolvePath(view, named) === source.stateDir;
  const user = valuesOf(settings, 'User').at(-1);
  const home = user === undefined ? null : homeOf(view, user);
  return home === null || home === dirname(source.stateDir);
}

function homeOf({ files }: SystemView, user: string): string | null {
  try {
    const rows = files.read('/etc/passwd').toString('utf8').split('\n');
    const fields = rows.map((row) => row.split(':')).find(([name]) => name === user);
    return fields?.[5] ?? null;
  } catch {
    return null;
  }
}

/** `.openclaw` runs as `openclaw-gateway`, `.openclaw-NAME` as `openclaw-gateway-NAME`; older names likewise. */
function unitName(stateDir: string): string | null {
  const match = /^\.(openclaw|clawdbot|moltbot)(-[\w-]+)?$/.exec(basename(stateDir));
  return match === null ? null : `${match[1]}-gateway${match[2] ?? ''}.service`;
}

/** By name over all directories; of one name the file in the first directory counts (systemd.unit). */
function dropIns(view: SystemView, { path, dirs }: Unit): string[] {
  const unit = basename(path);
  const found = new Map<string, string>();
  for (const dir of [`${unit}.d`, 'service.d'].flatMap((name) =>
    dirs.map((at) => below(at, name)),
  )) {
    for (const name of listed(view, dir)) {
      if (name.endsWith('.conf') && !found.has(name)) found.set(name, below(dir, name));
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
}

function listed(view: SystemView, dir: string): readonly string[] {
  if (kindAt(view.files, dir) !== 'directory') return [];
  try {
    return view.files.list(dir);
  } catch {
    return [];
  }
}

function read(view: SystemView, path: string): { settings: readonly Setting[]; isHidden: boolean } {
  const kind = kindAt(view.files, path);
  if (kind !== 'file') return { settings: [], isHidden: kind === 'unreachable' };
  try {
    const text = view.files.read(path).toString('utf8');
    return { settings: serviceSettings(text), isHidden: false };
  } catch {
    return { settings: [], isHidden: true };
  }
}

/** Replaces the specifiers that are known from outside; others stay as they are. */
function specified(text: string, home: string): string {
  return text.replaceAll(/%([h%])/g, (_, letter: string) => (letter === 'h' ? home : '%'));
}

function assignment(word: string): [string, string] | null {
  const equals = word.indexOf('=');
  return equals > 0 ? [word.slice(0, equals), word.slice(equals + 1)] : null;
}

function without(env: EnvLayer['env'], unset: ReadonlySet<string>): EnvLayer['env'] {
  if (unset.size === 0) return env;
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name, value]) => !unset.has(name) && !unset.has(`${name}=${value}`),
    ),
  );
}
