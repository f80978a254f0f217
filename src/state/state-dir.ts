// Decides in which directory the monitor keeps its own state.
import { userInfo } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { WriteError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import type { World } from '../world.ts';

const NAME = 'openclaw-auth-monitor';

/**
 * The first of: `flag`, `$OPENCLAW_AUTH_MONITOR_STATE`, `configDir`, systemd's `$STATE_DIRECTORY`,
 * `$XDG_STATE_HOME/openclaw-auth-monitor`, `~/.local/state/openclaw-auth-monitor`. Nothing is created.
 * Throws WriteError when the user has no home and names none.
 */
export function resolveStateDir(
  world: Pick<World, 'env' | 'home' | 'cwd'>,
  flag: string | null,
  configDir: string | null,
): string {
  const { env, home, cwd } = world;
  const named =
    [flag, env['OPENCLAW_AUTH_MONITOR_STATE']].find(isGiven) ??
    (isGiven(configDir) ? forThisUser(configDir) : null);
  if (named) return resolve(cwd, expandHome(named, home));
  // systemd lists several directories with colons; the first is the unit's own.
  const [systemd] = (env['STATE_DIRECTORY'] ?? '').split(':');
  if (isGiven(systemd)) return resolve(cwd, systemd);
  // The XDG specification says to ignore a relative path.
  const xdg = env['XDG_STATE_HOME'];
  if (isGiven(xdg) && isAbsolute(xdg)) return join(xdg, NAME);
  if (isGiven(home)) return join(home, '.local', 'state', NAME);
  throw new WriteError(fault('noPlace'));
}

/** `%u` is the name of the user, as in systemd: one config of the machine serves several users. */
function forThisUser(dir: string): string {
  if (!dir.includes('%u')) return dir;
  try {
    return dir.replaceAll('%u', userInfo().username);
  } catch {
    throw new WriteError(fault('noUserName', dir));
  }
}

function isGiven(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && text !== '';
}

function expandHome(path: string, home: string | null): string {
  return home !== null && (path === '~' || path.startsWith('~/'))
    ? join(home, path.slice(1))
    : path;
}
