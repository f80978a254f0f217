// Reads the JSONL transcripts of an agent (OpenClaw 2026.2; later ones keep them in the database).
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fields } from '../../core/error-words.ts';
import { addTurn, type AgentRecords } from './agent-records.ts';
import { problemOf, readTail } from './tail.ts';
import type { TraceWindow } from './trace-window.ts';
import { turnOf } from './transcript-entry.ts';

/** The newest sessions of an agent; an older one has been followed by so many others. */
const MOST_FILES = 100;
/** Of one session; a refusal further back was followed by other turns. */
const FILE_LIMIT_BYTES = 1024 * 1024;
const AGENT_LIMIT_BYTES = 16 * 1024 * 1024;
/** The index of sessions lists a few hundred; a larger one is left alone. */
const INDEX_LIMIT_BYTES = 8 * 1024 * 1024;

/**
 * Adds to `records` the refusals in the sessions of `dir` since they were last read. What was answered is
 * added by calling what is returned: it takes reading them again, which only a refusal is worth.
 */
export function readTranscriptFiles(
  dir: string,
  agent: string,
  window: TraceWindow,
  records: AgentRecords,
): () => void {
  let profileOf: ((session: string) => string | null) | null = null;
  const read = (path: string, limitBytes: number, isWanted: (line: Buffer) => boolean) =>
    readTail(path, { from: window.from(path), limitBytes, owner: null }, (line) => {
      if (!isWanted(line)) return;
      const turn = turnOf(parsed(line));
      if (turn === null) return;
      profileOf ??= sessionProfiles(dir);
      addTurn(records, turn, { agent, profileId: profileOf(path), seenIn: path });
    });
  const known: (readonly [path: string, limitBytes: number])[] = [];
  let left = AGENT_LIMIT_BYTES;
  for (const path of recentFiles(dir, window, records)) {
    if (left <= 0) break;
    const limitBytes = Math.min(FILE_LIMIT_BYTES, left);
    const reading = read(path, limitBytes, isFailedTurn);
    if (reading.ok) {
      left -= reading.bytes;
      window.reached(path, reading.position);
      known.push([path, limitBytes]);
    } else if (reading.problem !== 'missing') {
      records.faults.push({ path, problem: reading.problem });
    }
  }
  return () => {
    for (const [path, limitBytes] of known) read(path, limitBytes, isFinishedTurn);
  };
}

const STOP_REASON = Buffer.from('"stopReason"');
const ERROR = Buffer.from('"error"');
/** Blanks that may stand around the colon. */
const MOST_BLANKS = 16;

// In the text of a message the quotes are escaped: this is a field of some object.
function isFailedTurn(line: Buffer): boolean {
  for (let at = line.indexOf(STOP_REASON); at >= 0; at = line.indexOf(STOP_REASON, at + 1)) {
    const from = at + STOP_REASON.length;
    if (line.subarray(from, from + MOST_BLANKS + ERROR.length).includes(ERROR)) return true;
  }
  return false;
}

function isFinishedTurn(line: Buffer): boolean {
  return line.includes(STOP_REASON) && !isFailedTurn(line);
}

// Newest first. A directory, pipe or socket of such a name is told, not opened.
function recentFiles(dir: string, window: TraceWindow, { faults }: AgentRecords): string[] {
  let names: string[];
  try {
    names = readdirSync(dir).filter((name) => name.endsWith('.jsonl'));
  } catch (error) {
    const problem = problemOf(error);
    if (problem !== 'missing') faults.push({ path: dir, problem });
    return [];
  }
  return names
    .map((name) => join(dir, name))
    .map((path) => ({ path, changedAt: changedAt(path) }))
    .filter((file) => file.changedAt >= window.since)
    .sort((a, b) => b.changedAt - a.changedAt)
    .slice(0, MOST_FILES)
    .map(({ path }) => path);
}

function changedAt(path: string): number {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat === undefined || stat.isFile() ? (stat?.mtimeMs ?? 0) : Number.POSITIVE_INFINITY;
  } catch {
    return 0;
  }
}

// `sessions.json`: session key → `{ sessionId, sessionFile?, authProfileOverride? }` (2026.2.9). It holds
// more than that, which is not looked at.
function sessionProfiles(dir: string): (path: string) => string | null {
  const profiles = new Map<string, string>();
  const path = join(dir, 'sessions.json');
  try {
    const stat = statSync(path);
    if (!stat.isFile() || stat.size > INDEX_LIMIT_BYTES) return () => null;
    for (const entry of Object.values(fields(JSON.parse(readFileSync(path, 'utf8'))))) {
      const { sessionId, sessionFile, authProfileOverride: profile } = fields(entry);
      if (typeof profile !== 'string') continue;
      if (typeof sessionId === 'string') profiles.set(join(dir, `${sessionId}.jsonl`), profile);
      if (typeof sessionFile === 'string') profiles.set(sessionFile, profile);
    }
  } catch {
    // Without it the profile is not known, which is told as such.
  }
  return (session) => profiles.get(session) ?? null;
}

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}
