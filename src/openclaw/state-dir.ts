// Finds the state directories to judge and the config candidates of each, as OpenClaw finds them.
import { basename, dirname, join, resolve } from 'node:path';
import type { Env, Files } from '../world.ts';
import { below } from './below.ts';
import { kindAt } from './look.ts';

/** The gateway's own directories in the order in which OpenClaw tries them (2026.2.9 paths). */
export const STATE_NAMES = ['.openclaw', '.clawdbot', '.moltbot', '.moldbot'] as const;
/** The names of the config beside them. */
export const CONFIG_NAMES = [
  'openclaw.json',
  'clawdbot.json',
  'moltbot.json',
  'moldbot.json',
] as const;

export interface SystemView {
  readonly env: Env;
  readonly cwd: string;
  readonly home: string | null;
  readonly files: Files;
}

/** A gateway as named by flag, config or environment, before anything of it is read. */
export interface GatewaySource {
  readonly label: string;
  readonly stateDir: string;
  /** Config files in the order in which the first existing one counts. */
  readonly configCandidates: readonly string[];
  /** Configs in the home, which 2026.2.9 takes after those; later versions leave them alone. */
  readonly homeConfigs: readonly string[];
  /** Only the default gateway is steered by our own `OPENCLAW_*` variables. */
  readonly isDefault: boolean;
  readonly envFiles: readonly string[];
  /** Whether files behind SecretRefs may be read. */
  readonly readsSecretFiles: boolean;
  /** Whether the environment of the gateway's service unit counts. */
  readonly readsService: boolean;
  /** Every place that was looked at, for the message when nothing is there. */
  readonly searched: readonly string[];
}

/** A non-blank variable, trimmed; OpenClaw treats blank as unset. */
export function envValue(env: Env, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = env[name]?.trim();
    if (value) return value;
  }
  return null;
}

/** The home that OpenClaw uses: `OPENCLAW_HOME`, `HOME`, `USERPROFILE`, the system's, else the cwd. */
export function openclawHome(view: SystemView): string {
  const system = envValue(view.env, 'HOME', 'USERPROFILE') ?? view.home ?? view.cwd;
  const own = envValue(view.env, 'OPENCLAW_HOME');
  return own === null ? system : resolve(view.cwd, expandTilde(own, system));
}

/**
 * The home of the user whose gateway it is: a state directory `.openclaw` named by flag or config lies
 * in it, be it ours or another user's.
 */
export function gatewayHome(view: SystemView, source: GatewaySource): string {
  const name = basename(source.stateDir);
  const lies = STATE_NAMES.some((own) => name === own || name.startsWith(`${own}-`));
  return lies && !source.isDefault ? dirname(source.stateDir) : openclawHome(view);
}

/** Replaces a leading `~` by the home. */
export function expandTilde(path: string, home: string): string {
  return path === '~' || path.startsWith('~/') ? join(home, path.slice(1)) : path;
}

/** True when the environment names the state directory. No `MOLTBOT_*` variable is read (2026.2.9). */
export function namesStateDir(env: Env): boolean {
  return namedStateDir(env) !== null;
}

function namedStateDir(env: Env): string | null {
  return envValue(env, 'OPENCLAW_STATE_DIR', 'CLAWDBOT_STATE_DIR');
}

/** The gateway that OpenClaw itself would use here: `OPENCLAW_STATE_DIR`, else the first of its homes. */
export function defaultSource(view: SystemView, envFiles: readonly string[]): GatewaySource {
  const home = openclawHome(view);
  const named = namedStateDir(view.env);
  const candidates =
    named === null
      ? STATE_NAMES.map((name) => join(home, name))
      : [resolve(view.cwd, expandTilde(named, home))];
  const [first = home] = candidates;
  const stateDir = candidates.find((dir) => kindAt(view.files, dir) === 'directory') ?? first;
  const config = envValue(view.env, 'OPENCLAW_CONFIG_PATH', 'CLAWDBOT_CONFIG_PATH');
  return {
    label: 'default',
    stateDir,
    configCandidates:
      config === null ? configsIn(stateDir) : [resolve(view.cwd, expandTilde(config, home))],
    homeConfigs: config === null ? STATE_NAMES.flatMap((name) => configsIn(join(home, name))) : [],
    isDefault: true,
    envFiles,
    readsSecretFiles: false,
    readsService: true,
    searched: candidates,
  };
}

/** A gateway at a named directory; nothing of our own environment moves its config. */
export function namedSource(
  view: SystemView,
  named: {
    readonly label: string;
    readonly dir: string;
    readonly configPath?: string;
    readonly readsSecretFiles?: boolean;
    readonly readsService?: boolean;
  },
  envFiles: readonly string[],
): GatewaySource {
  const stateDir = resolvePath(view, named.dir);
  return {
    label: named.label,
    stateDir,
    configCandidates: named.configPath
      ? [resolvePath(view, named.configPath)]
      : configsIn(stateDir),
    homeConfigs: [],
    isDefault: false,
    envFiles,
    readsSecretFiles: named.readsSecretFiles ?? false,
    readsService: named.readsService ?? true,
    searched: [stateDir],
  };
}

/** The state directory of an OpenClaw profile (`openclaw --profile NAME`): `~/.openclaw-NAME`. */
export function profileStateDir(view: SystemView, profile: string): string | null {
  if (!/^[a-z0-9][a-z0-9_-]{0,63}$/i.test(profile)) return null;
  const suffix = profile.toLowerCase() === 'default' ? '' : `-${profile}`;
  return join(openclawHome(view), `.openclaw${suffix}`);
}

/** Expands `~` and resolves against the working directory. */
export function resolvePath(view: SystemView, path: string): string {
  return resolve(view.cwd, expandTilde(path, openclawHome(view)));
}

function configsIn(dir: string): string[] {
  return CONFIG_NAMES.map((name) => below(dir, name));
}
