// Decides which home of the scheduled run fits this machine.
import { existsSync } from 'node:fs';
import { targets } from '../install/index.ts';
import type { World } from '../world.ts';

/** The install target for this platform; null where there is none yet. */
export function fittingTarget({ env, platform }: Pick<World, 'env' | 'platform'>): string | null {
  const wishes = [
    ...((env['PREFIX'] ?? '').includes('com.termux') ? ['termux'] : []),
    ...(platform === 'darwin' ? ['launchd'] : []),
    ...(existsSync('/run/systemd/system') ? ['systemd'] : []),
    'cron',
  ];
  return wishes.find((name) => Object.hasOwn(targets, name)) ?? null;
}
