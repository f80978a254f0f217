// Gathers what the transcripts of one agent tell, whatever they are kept in.
import type { Sighting, Success, TraceFault } from '../../core/sighting.ts';
import type { Turn } from './transcript-entry.ts';

/** What was found; runs are those that the agent is known to have made. */
export interface AgentRecords {
  readonly sightings: (Sighting & { readonly runId: string | null })[];
  readonly successes: Success[];
  readonly faults: TraceFault[];
}

/** Where a turn stood. */
export interface TurnPlace {
  readonly agent: string;
  /** The profile that the session is pinned to, as far as it is known. */
  readonly profileId: string | null;
  readonly seenIn: string;
}

export function emptyRecords(): AgentRecords {
  return { sightings: [], successes: [], faults: [] };
}

/** Adds a turn of the agent's own transcripts. */
export function addTurn(records: AgentRecords, turn: Turn, place: TurnPlace): void {
  if (turn.kind === 'answered') {
    records.successes.push({ ...turn.success, profileId: place.profileId });
    return;
  }
  const { sighting, runId } = turn;
  records.sightings.push({ ...sighting, ...place, source: 'transcript', runId });
}
