// Guesses which state directory was meant where the named one is none: `/.openclaw` forgotten, one level too deep.
import { basename, dirname, join } from 'node:path';
import { suggest } from '../core/edit-distance.ts';
import type { Files } from '../world.ts';
import { kindAt } from './look.ts';
import { CONFIG_NAMES, STATE_NAMES } from './state-dir.ts';

const MOST_LEVELS = 4;

/** The state directory that was probably meant by `dir`, which holds nothing of a gateway; null when nothing tells. */
export function meantDir(files: Files, dir: string): string | null {
  const signs = ['agents', 'state', 'credentials', ...CONFIG_NAMES];
  if (signs.some((name) => kindAt(files, join(dir, name)) !== 'absent')) return null;
  return beneath(files, dir) ?? above(files, dir) ?? beside(files, dir);
}

function beneath(files: Files, dir: string): string | null {
  const places = STATE_NAMES.map((name) => join(dir, name));
  return places.find((place) => kindAt(files, place) === 'directory') ?? null;
}

// A file or directory inside a state directory was named instead of it.
function above(files: Files, dir: string): string | null {
  let parent = dirname(dir);
  for (let level = 0; level < MOST_LEVELS && parent !== dirname(parent); level++) {
    const own = parent;
    if (CONFIG_NAMES.some((name) => kindAt(files, join(own, name)) === 'file')) return own;
    if (STATE_NAMES.some((name) => isNamed(own, name)) && kindAt(files, own) === 'directory') {
      return own;
    }
    parent = dirname(parent);
  }
  return null;
}

// `.openclaw-wrok` for `.openclaw-work`; what exists may be empty and still be meant.
function beside(files: Files, dir: string): string | null {
  if (kindAt(files, dir) !== 'absent') return null;
  const parent = dirname(dir);
  try {
    const names = files
      .list(parent)
      .filter((name) => STATE_NAMES.some((own) => isNamed(name, own)));
    const near = suggest(basename(dir), names);
    return near === null ? null : join(parent, near);
  } catch {
    return null;
  }
}

function isNamed(path: string, stateName: string): boolean {
  const name = basename(path);
  return name === stateName || name.startsWith(`${stateName}-`);
}
