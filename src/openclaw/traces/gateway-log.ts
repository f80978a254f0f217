// Reads the log files of a gateway, and joins the records that belong to one run.
import type { TraceFault } from '../../core/sighting.ts';
import { logRecords, MARKERS, type LogRecord } from './log-record.ts';
import { readTail } from './tail.ts';
import type { TraceWindow } from './trace-window.ts';

/** All files of a gateway together, newest first; 2026.9 lets one grow to 100 MB. */
const LIMIT_BYTES = 16 * 1024 * 1024;
/** A failed run says so on its lane and on the console at once. */
const ONE_RUN_MS = 2_000;

/** A record with the file that holds it. */
export interface LoggedRecord extends LogRecord {
  readonly path: string;
}

/** What the log told since it was last read. */
export interface LogReading {
  readonly records: readonly LoggedRecord[];
  readonly faults: readonly TraceFault[];
}

/** Reads `files`, newest first; `owner` is the user whose files are believed, null for anybody's. */
export function readGatewayLog(
  files: readonly string[],
  owner: number | null,
  window: TraceWindow,
): LogReading {
  const records: LoggedRecord[] = [];
  const faults: TraceFault[] = [];
  let left = LIMIT_BYTES;
  for (const path of files) {
    if (left <= 0) break;
    const seen: LoggedRecord[] = [];
    const reading = readTail(path, { from: window.from(path), limitBytes: left, owner }, (line) => {
      if (!MARKERS.some((marker) => line.includes(marker))) return;
      for (const record of logRecords(parsed(line))) seen.push({ ...record, path });
    });
    records.push(...seen);
    if (reading.ok) {
      left -= reading.bytes;
      window.reached(path, reading.position);
    } else if (reading.problem !== 'missing') faults.push({ path, problem: reading.problem });
  }
  const recent = records.filter((record) => window.covers(record));
  return { records: joined(recent.sort((a, b) => a.at - b.at)), faults };
}

// One record of a run names the profile, another the lane; the console repeats a lane's words.
function joined(records: readonly LoggedRecord[]): readonly LoggedRecord[] {
  const runs = new Map<string, Pick<LogRecord, 'agent' | 'profile'>>();
  for (const { runId, agent, profile } of records) {
    if (runId === null) continue;
    const known = runs.get(runId);
    runs.set(runId, { agent: known?.agent ?? agent, profile: known?.profile ?? profile });
  }
  let lane: LoggedRecord | null = null;
  const told = new Set<LoggedRecord>();
  const all = records.map((record) => {
    if (record.agent !== null && record.laneText !== null) lane = record;
    const run = record.runId === null ? null : runs.get(record.runId);
    const isRepeat =
      lane !== null &&
      record.agent === null &&
      record.laneText === lane.laneText &&
      record.at - lane.at <= ONE_RUN_MS;
    if (isRepeat && lane !== null) told.add(lane);
    return {
      record,
      full: {
        ...record,
        agent: record.agent ?? run?.agent ?? (isRepeat ? (lane?.agent ?? null) : null),
        profile: record.profile ?? run?.profile ?? null,
      },
    };
  });
  return all.filter(({ record }) => !told.has(record)).map(({ full }) => full);
}

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}
