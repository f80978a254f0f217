// What one run knows of earlier ones about credentials, and what the next one will know.
import type { FirstSight, FirstSights, ProbeNote, ProbeNotes } from './probe-note.ts';

/** By a keyed hash of the secret. */
export interface Remembered {
  readonly probes: ProbeNotes;
  readonly firstSeen: FirstSights;
}

/** Read before a run, added to by it, and kept by whoever keeps the state. */
export class RunMemory {
  /** Epoch ms; null where no run is remembered. */
  readonly lastRunAt: number | null;
  readonly #past: Remembered;
  readonly #probes = new Map<string, ProbeNote>();
  readonly #firstSeen = new Map<string, FirstSight>();

  constructor(past: Remembered & { readonly lastRunAt?: number | null }) {
    this.lastRunAt = past.lastRunAt ?? null;
    this.#past = past;
  }

  note(key: string): ProbeNote | undefined {
    return Object.hasOwn(this.#past.probes, key) ? this.#past.probes[key] : undefined;
  }

  keep(key: string, note: ProbeNote): void {
    this.#probes.set(key, note);
  }

  /** Epoch ms at which a token was met first, `now` for one that is met for the first time. */
  firstSeenAt(key: string, now: number): number {
    const { firstSeen } = this.#past;
    const known = Object.hasOwn(firstSeen, key) ? firstSeen[key] : undefined;
    const firstSeenAt = Math.min(known?.firstSeenAt ?? now, now);
    this.#firstSeen.set(key, { firstSeenAt, seenAt: now });
    return firstSeenAt;
  }

  /** What this run adds or changes. */
  learned(): Remembered {
    return {
      probes: Object.fromEntries(this.#probes),
      firstSeen: Object.fromEntries(this.#firstSeen),
    };
  }
}
