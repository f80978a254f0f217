// Keeps how far OpenClaw's records were read, and which refusals in them are still open.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PassiveMemory, RememberedSighting, TracePosition } from '../core/sighting.ts';
import { writeAtomically } from './atomic-write.ts';
import { isRecord, list, number, orNull, record, shape, text } from './shape.ts';

const EMPTY: PassiveMemory = { positions: {}, sightings: [] };

type Refusal = Omit<RememberedSighting['sighting']['refusal'], 'facts'>;

const sighting = shape<RememberedSighting['sighting']>({
  at: number,
  agent: orNull(text),
  provider: orNull(text),
  profileId: orNull(text),
  refusal: shape<Refusal>({ reason: text, confidence: text }),
  status: orNull(number),
  requestId: orNull(text),
  source: text,
  seenIn: text,
});

const memory = shape<PassiveMemory & { readonly schemaVersion: 1 }>({
  schemaVersion: (value) => value === 1,
  positions: record(shape<TracePosition>({ inode: number, offset: number })),
  sightings: list(
    shape<RememberedSighting>({
      stateDir: text,
      agent: text,
      credentials: record(text),
      sighting,
    }),
  ),
});

function memoryFile(stateDir: string): string {
  return join(stateDir, 'passive.json');
}

/** What the last run left; empty before the first, or where it is damaged: then a bounded window is read again. */
export function readPassiveMemory(stateDir: string): PassiveMemory {
  try {
    const value = JSON.parse(readFileSync(memoryFile(stateDir), 'utf8')) as unknown;
    return isRecord(value) && memory(value) ? (value as unknown as PassiveMemory) : EMPTY;
  } catch {
    return EMPTY;
  }
}

/** Makes it last. Throws WriteError, and the file is then the one before. */
export function savePassiveMemory(stateDir: string, { positions, sightings }: PassiveMemory): void {
  const content = { schemaVersion: 1, positions, sightings };
  writeAtomically(memoryFile(stateDir), `${JSON.stringify(content)}\n`);
}
