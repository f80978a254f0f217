// Decides which config file counts. On the hot path: imports nothing that must be loaded.
import { isAbsolute, join, resolve } from 'node:path';
import { ConfigError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import type { World } from '../world.ts';
import { expandHome } from './expand-home.ts';

const DIRECTORY = 'openclaw-auth-monitor';
const FILE = 'config.json5';

export interface FoundConfig {
  readonly path: string;
  /** Someone asked for exactly this file, by `--config` or by `$OPENCLAW_AUTH_MONITOR_CONFIG`. */
  readonly named: boolean;
}

/**
 * The config file to use, null when there is none: `--config`, `$OPENCLAW_AUTH_MONITOR_CONFIG`,
 * `$CONFIGURATION_DIRECTORY` (systemd), the XDG config home, `/etc`. A named file that is missing and
 * a place that cannot be looked at are a ConfigError: going on without the config would be a guess.
 */
export function findConfig(world: World, flag?: string): FoundConfig | null {
  const named = flag ?? textOf(world.env['OPENCLAW_AUTH_MONITOR_CONFIG']);
  if (named !== null) {
    const path = expandHome(named, world.home) ?? resolve(world.cwd, named);
    if (isThere(world, path)) return { path, named: true };
    throw new ConfigError(path, [fault('noSuchFile')]);
  }
  for (const path of usualPlaces(world)) {
    if (isThere(world, path)) return { path, named: false };
  }
  return null;
}

function usualPlaces(world: World): readonly string[] {
  const places: string[] = [];
  // systemd separates several configuration directories by colons (systemd.exec).
  for (const directory of textOf(world.env['CONFIGURATION_DIRECTORY'])?.split(':') ?? []) {
    if (isAbsolute(directory)) places.push(join(directory, FILE));
  }
  // The XDG base directory specification: a relative value is invalid and counts as unset.
  const xdg = textOf(world.env['XDG_CONFIG_HOME']);
  if (xdg !== null && isAbsolute(xdg)) places.push(join(xdg, DIRECTORY, FILE));
  else if (world.home !== null) places.push(join(world.home, '.config', DIRECTORY, FILE));
  places.push(join('/etc', DIRECTORY, FILE));
  return places;
}

function isThere(world: World, path: string): boolean {
  try {
    // A link that leads nowhere is there, and reading it will say so.
    return world.files.stat(path) !== null || world.files.isSymlink(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Below a file there is nothing: a service user may have `/dev/null` as home.
    if (code === 'ENOTDIR') return false;
    throw new ConfigError(path, [fault('cannotBeLookedAt', String(code))]);
  }
}

function textOf(value: string | undefined): string | null {
  return value === undefined || value.trim() === '' ? null : value;
}
