// Finds out with which environment a gateway runs, or with which its command line would be run here.
import { join } from 'node:path';
import type { StoreFault } from '../core/agent.ts';
import type { Env, Files } from '../world.ts';
import { Environment, OWN_ENVIRONMENT, readEnvFile, type EnvLayer } from './environment.ts';
import { unreadable } from './json-file.ts';
import { kindAt } from './look.ts';
import type { Era } from './parse-profile.ts';
import type { ProviderVariables } from './provider-keys.ts';
import {
  gatewayHome,
  namesStateDir,
  openclawHome,
  type GatewaySource,
  type SystemView,
} from './state-dir.ts';
import { NO_UNITS, readUnits } from './unit-environment.ts';

/** The gateway's own files, then its service unit, then our process, which may be another one. */
export function gatewayEnvironment(
  view: SystemView,
  source: GatewaySource,
  era: Era,
  variables: ProviderVariables,
  faults: StoreFault[],
): Environment {
  const read = (path: string): EnvLayer => {
    const { env, fault } = readEnvFile(view.files, path);
    if (fault !== null) faults.push(fault);
    return { name: path, env, own: false };
  };
  const named = source.envFiles.map((path) => {
    // A file that was named for its keys and is not there would make them seem missing, or present.
    if (kindAt(view.files, path) === 'absent') faults.push(unreadable(path, 'missing', null));
    return read(path);
  });
  const files = [read(join(source.stateDir, '.env')), ...named];
  const { layers: units, unread } = source.readsService ? readUnits(view, source) : NO_UNITS;
  const preset = presetFile(view, source);
  const ours: EnvLayer[] = [
    { name: OWN_ENVIRONMENT, env: view.env, own: true },
    ...(source.isDefault
      ? [{ name: join(view.cwd, '.env'), env: workingDirEnv(view, era, variables), own: true }]
      : []),
  ];
  const fallback = preset === null ? [] : [read(preset)];
  return new Environment([...files, ...units, ...fallback, ...ours], unread);
}

/**
 * The environment of `openclaw models status` started here: a variable that is set, if only to
 * blanks, is never overridden by a file (2026.2.9).
 */
export function commandLineEnvironment(
  view: SystemView,
  source: GatewaySource,
  era: Era,
  variables: ProviderVariables,
): Environment {
  const read = (path: string | null): Env =>
    path === null ? {} : readEnvFile(view.files, path).env;
  const env = {
    ...(era === 'sqlite' ? read(presetFile(view, source)) : {}),
    ...read(join(dotenvDir(view, source), '.env')),
    ...workingDirEnv(view, era, variables),
    ...view.env,
  };
  return new Environment([{ name: 'env', env, own: false }]);
}

// Without a named state directory, 2026.2.9 looks for it below `~/.openclaw` only, whatever its name.
function dotenvDir(view: SystemView, source: GatewaySource): string {
  return source.isDefault && !namesStateDir(view.env)
    ? join(openclawHome(view), '.openclaw')
    : source.stateDir;
}

// 2026.2 takes everything from the `.env` of its working directory, 2026.9 no provider credentials.
function workingDirEnv(
  { files, cwd }: { files: Files; cwd: string },
  era: Era,
  variables: ProviderVariables,
): Env {
  const { env } = readEnvFile(files, join(cwd, '.env'));
  if (era === 'json') return env;
  const credentials = new Set(Object.values(variables).flat());
  return Object.fromEntries(Object.entries(env).filter(([name]) => !credentials.has(name)));
}

/** `~/.config/openclaw/gateway.env` serves the default state directory (2026.9). */
function presetFile(view: SystemView, source: GatewaySource): string | null {
  const home = gatewayHome(view, source);
  return source.stateDir === join(home, '.openclaw')
    ? join(home, '.config', 'openclaw', 'gateway.env')
    : null;
}
