// Decides where a new config of this user belongs, so that it is found without being named.
import { isAbsolute, join } from 'node:path';
import { WriteError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import type { World } from '../world.ts';

/** A WriteError (73) for a user without a home. The XDG base directory specification says to ignore a relative path. */
export function ownConfigPath({ env, home }: Pick<World, 'env' | 'home'>): string {
  const xdg = env['XDG_CONFIG_HOME'];
  const isGiven = xdg !== undefined && isAbsolute(xdg);
  if (!isGiven && home === null) {
    throw new WriteError(fault('noConfigHome'));
  }
  return join(isGiven ? xdg : join(home ?? '', '.config'), 'openclaw-auth-monitor', 'config.json5');
}
