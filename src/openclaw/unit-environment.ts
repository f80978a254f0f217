// Reads the environment that systemd gives a gateway: its unit file, drop-ins and environment files.
import { basename, join } from 'node:path';
import { readEnvFile, type EnvLayer } from './environment.ts';
import { kindAt } from './look.ts';
import { openclawHome, resolvePath, type GatewaySource, type SystemView } from './state-dir.ts';

interface UnitEnvironment {
  readonly layers: readonly EnvLayer[];
  /** An environment file that the unit names and this user may not read. */
  readonly unread: string | null;
}

const NONE: UnitEnvironment = { layers: [], unread: null };

/**
 * The variables of the gateway's service, `openclaw-gateway[-PROFILE].service` of the user or the
 * system; none when there is no such unit or it names another state directory. Only names are ever shown.
 */
export function readUnits(view: SystemView, source: GatewaySource): UnitEnvironment {
  const unit = unitName(source.stateDir);
  if (unit === null) return NONE;
  const home = openclawHome(view);
  const places = [join(home, '.config/systemd/user'), '/etc/systemd/user', '/etc/systemd/system'];
  const path = places.map((dir) => join(dir, unit)).find((at) => kindAt(view.files, at) === 'file');
  if (path === undefined) return NONE;
  const settings = [path, ...dropIns(view, path)].flatMap((file) => readSettings(view, file));
  const layers: EnvLayer[] = [];
  let unread: string | null = null;
  // What comes later wins; files win over `Environment=` (systemd.exec).
  for (const text of valuesOf(settings, 'EnvironmentFile')) {
    const file = text.replace(/^-/, '').replaceAll('%h', home);
    const { env, fault } = readEnvFile(view.files, file);
    if (fault !== null) unread = file;
    layers.unshift({ name: file, env, own: false });
  }
  const assigned = valuesOf(settings, 'Environment').flatMap(assignments);
  layers.push({ name: path, env: Object.fromEntries(assigned), own: false });
  const named = layers.map(({ env }) => env['OPENCLAW_STATE_DIR']).find(Boolean);
  const isOther = named !== undefined && resolvePath(view, named) !== source.stateDir;
  return isOther ? NONE : { layers, unread };
}

/** `.openclaw` runs as `openclaw-gateway`, `.openclaw-NAME` as `openclaw-gateway-NAME`. */
function unitName(stateDir: string): string | null {
  const match = /^\.openclaw(-[\w-]+)?$/.exec(basename(stateDir));
  return match === null ? null : `openclaw-gateway${match[1] ?? ''}.service`;
}

function dropIns(view: SystemView, unit: string): string[] {
  const dir = `${unit}.d`;
  if (kindAt(view.files, dir) !== 'directory') return [];
  try {
    const names = view.files.list(dir).filter((name) => name.endsWith('.conf'));
    return names.map((name) => join(dir, name));
  } catch {
    return [];
  }
}

type Setting = readonly [name: string, value: string];

function readSettings(view: SystemView, path: string): Setting[] {
  if (kindAt(view.files, path) !== 'file') return [];
  let text: string;
  try {
    text = view.files
      .read(path)
      .toString('utf8')
      .replace(/\\\r?\n/g, ' ');
  } catch {
    return [];
  }
  return [...text.matchAll(/^[ \t]*(Environment(?:File)?)[ \t]*=[ \t]*(.*?)[ \t]*$/gm)].map(
    ([, name, value]) => [name ?? '', value ?? ''],
  );
}

/** An empty assignment forgets what came before (systemd.syntax). */
function valuesOf(settings: readonly Setting[], wanted: string): string[] {
  let values: string[] = [];
  for (const [name, value] of settings) {
    if (name === wanted) values = value === '' ? [] : [...values, value];
  }
  return values;
}

/** `A=1 "B=two words"` as pairs; quotes as in a shell, the rest of its syntax is not systemd's. */
function assignments(line: string): [string, string][] {
  const words = line.match(/"(?:\\.|[^"\\])*"|'[^']*'|\S+/g) ?? [];
  return words.flatMap((word) => {
    const plain = word.replace(/^(["'])(.*)\1$/s, '$2');
    const equals = plain.indexOf('=');
    return equals > 0
      ? [[plain.slice(0, equals), plain.slice(equals + 1)] as [string, string]]
      : [];
  });
}
