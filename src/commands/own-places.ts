// Keeps what the monitor writes out of OpenClaw's directories, whatever it is told.
import { dirname, join, sep } from 'node:path';
import { UsageError } from '../core/errors.ts';
import { fault, type Fault } from '../core/fault.ts';
import type { World } from '../world.ts';

/** A place that the monitor is told to write to; `named` says by what, for people. */
export interface OwnPlace {
  readonly path: string;
  readonly named: string | Fault;
}

/** Throws a UsageError for a place inside one of OpenClaw's state directories, links followed. */
export function keepOutside(
  { files }: Pick<World, 'files'>,
  stateDirs: readonly string[],
  places: readonly OwnPlace[],
): void {
  const realOf = (path: string): string => {
    try {
      return files.realpath(path);
    } catch {
      // Not there yet: its directory tells.
      const parent = dirname(path);
      return parent === path ? path : join(realOf(parent), path.slice(parent.length));
    }
  };
  const roots = stateDirs.map(realOf);
  for (const { path, named } of places) {
    const real = realOf(path);
    if (!roots.some((root) => real === root || real.startsWith(root + sep))) continue;
    throw new UsageError(fault('insideOpenClaw', named));
  }
}
