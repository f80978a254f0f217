// Decides what a path in the config or the environment means.
import { isAbsolute, join } from 'node:path';

/** The absolute path that is meant, `~/` standing for the home; null when it is relative or there is no home. */
export function expandHome(path: string, home: string | null): string | null {
  if (path === '~' || path.startsWith('~/'))
    return home === null ? null : join(home, path.slice(1));
  return isAbsolute(path) ? path : null;
}
