// What OpenClaw wrote down about a call to a provider: refused, or answered.
import type { RecordedRefusal } from './recorded-error.ts';

/** A refusal that OpenClaw met; null where the record does not tell. Times are epoch ms. */
export interface Sighting {
  readonly at: number;
  readonly agent: string | null;
  /** Normalised. */
  readonly provider: string | null;
  readonly profileId: string | null;
  readonly refusal: RecordedRefusal;
  readonly status: number | null;
  readonly requestId: string | null;
  readonly source: 'transcript' | 'log';
  /** The file or database that holds the record. */
  readonly seenIn: string;
}

/** A call that was answered. */
export interface Success {
  readonly at: number;
  readonly provider: string;
  readonly model: string;
  readonly profileId: string | null;
}

/** A record that could not be read, which says nothing about any credential. */
export interface TraceFault {
  readonly path: string;
  readonly problem: string;
}

/** What was found about one agent. */
export interface AgentTraces {
  readonly sightings: readonly Sighting[];
  /** Read only when asked for: nearly every record is one, and they matter beside a refusal alone. */
  successes(): readonly Success[];
  readonly faults: readonly TraceFault[];
}

/** How far a file was read: the end of its last whole line, or the newest row, and whose end it was. */
export interface TracePosition {
  readonly inode: number;
  readonly offset: number;
}

/** A sighting of an earlier run that nothing has contradicted yet. */
export interface RememberedSighting {
  readonly stateDir: string;
  readonly agent: string;
  /** credentialId by profile id, of those it may be about; a replaced credential is not to blame. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly sighting: Sighting;
}

/** What one run hands to the next. */
export interface PassiveMemory {
  /** By path. */
  readonly positions: Readonly<Record<string, TracePosition>>;
  readonly sightings: readonly RememberedSighting[];
}

/** Which of OpenClaw's own records are looked at. */
export interface PassiveSources {
  readonly stats: boolean;
  readonly transcripts: boolean;
  readonly log: boolean;
}
