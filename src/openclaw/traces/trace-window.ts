// Says from where on records are read, and notes how far they were.
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { MINUTE_MS } from '../../core/duration.ts';
import type { PassiveMemory, TracePosition } from '../../core/sighting.ts';
import { RECORDS_WINDOW_MS } from '../trace-hints.ts';

/** A record may be a little ahead of the moment that is judged; `--now` may lie in the past. */
const AHEAD_MS = 5 * MINUTE_MS;

/** The part of OpenClaw's records that one run looks at. */
export class TraceWindow {
  /** Epoch ms; what has not been written to since is not opened. */
  readonly since: number;
  readonly #until: number;
  readonly #earlier: Readonly<Record<string, TracePosition>>;
  readonly #reached: Record<string, TracePosition> = {};

  /** `earlier`: what the last run left. The answer that settles a refusal may be as old as that itself. */
  constructor(now: number, { positions, sightings }: PassiveMemory) {
    const opened = sightings.map(({ sighting }) => sighting.at);
    this.since = opened.reduce((a, b) => Math.min(a, b), now - RECORDS_WINDOW_MS);
    this.#until = now + AHEAD_MS;
    this.#earlier = positions;
  }

  /** True for the time of a record that counts. */
  covers({ at }: { readonly at: number }): boolean {
    return at >= this.since && at <= this.#until;
  }

  from(path: string): TracePosition | null {
    return Object.hasOwn(this.#earlier, path) ? (this.#earlier[path] ?? null) : null;
  }

  reached(path: string, position: TracePosition): void {
    this.#reached[path] = position;
  }

  /** For the next run: the files met in this one, and those outside of `seen` that are still there. */
  positions(seen: readonly string[]): Readonly<Record<string, TracePosition>> {
    const others = Object.entries(this.#earlier).filter(
      ([path]) => !seen.some((dir) => path.startsWith(join(dir, sep))) && existsSync(path),
    );
    return { ...Object.fromEntries(others), ...this.#reached };
  }
}
