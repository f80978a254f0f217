// Reads what OpenClaw recorded about one agent after the other: its transcripts, and the gateway's log.
import { createHash } from 'node:crypto';
import type { Agent } from '../../core/agent.ts';
import type { RecordedRefusal } from '../../core/recorded-error.ts';
import type { AgentTraces, Success, TraceFault } from '../../core/sighting.ts';
import type { TracePlaces } from '../trace-hints.ts';
import { emptyRecords, type AgentRecords } from './agent-records.ts';
import { readGatewayLog, type LoggedRecord } from './gateway-log.ts';
import type { TraceWindow } from './trace-window.ts';
import { readTranscriptFiles } from './transcript-files.ts';
import { readTranscriptRows } from './transcript-rows.ts';

/** Where an agent's sessions stand; null for what it does not have, or is not to be read. */
export interface Transcripts {
  /** Directory of JSONL files. */
  readonly sessions: string | null;
  readonly database: string | null;
}

/** The records of one gateway. */
export class TraceReader {
  /** Why parts of the log could not be read. */
  readonly faults: readonly TraceFault[];
  readonly #owner: number | null;
  readonly #onlyAgent: string | null;
  readonly #window: TraceWindow;
  readonly #log: readonly LoggedRecord[];

  /** `onlyAgent`: the one agent that the gateway has, which a record is about that names none. */
  constructor({ owner, logFiles }: TracePlaces, onlyAgent: string | null, window: TraceWindow) {
    this.#owner = owner;
    this.#onlyAgent = onlyAgent;
    this.#window = window;
    const { records, faults } = readGatewayLog(logFiles, owner, window);
    this.#log = records;
    this.faults = faults.filter(({ problem }) => problem !== 'foreign');
  }

  /** What was recorded about an agent since the window began. */
  async agent(agent: Agent, { sessions, database }: Transcripts): Promise<AgentTraces> {
    const records = emptyRecords();
    const readAnswers =
      sessions === null
        ? () => undefined
        : readTranscriptFiles(sessions, agent.id, this.#window, records);
    if (database !== null) await readTranscriptRows(database, agent.id, this.#window, records);
    if (this.#log.length > 0) this.#addLog(agent, records);
    let successes: readonly Success[] | null = null;
    return {
      sightings: records.sightings.filter((one) => this.#window.covers(one)),
      successes: () => {
        if (successes !== null) return successes;
        readAnswers();
        successes = records.successes.filter((one) => this.#window.covers(one));
        return successes;
      },
      faults: records.faults,
    };
  }

  #addLog(agent: Agent, records: AgentRecords): void {
    const ids = profileNames(agent);
    const runs = new Map(records.sightings.map((sighting) => [sighting.runId, sighting]));
    runs.delete(null);
    for (const record of this.#log) {
      const isNamed = record.agent?.toLowerCase() === agent.id;
      const ofRun = runs.get(record.runId);
      const isOnly = record.agent === null && this.#onlyAgent === agent.id;
      if (!isNamed && ofRun === undefined && !isOnly) continue;
      const profileId = record.profile === null ? null : (ids.get(record.profile) ?? null);
      // A profile that the agent does not have: of another gateway, or gone.
      if (record.profile !== null && profileId === null) continue;
      const { at, provider, model, error } = record;
      if (ofRun !== undefined && ofRun.provider === provider && profileId !== null) {
        Object.assign(ofRun, { profileId });
        if (error?.refusal?.reason === ofRun.refusal.reason) continue;
      }
      if (record.isSuccess && provider !== null) {
        records.successes.push({ at, provider, model: model ?? '', profileId });
      }
      if (error === null || error.refusal === null) continue;
      // In a log that gateways share, a record without an agent may be another's.
      const isSure = isNamed || ofRun !== undefined || this.#owner === null;
      records.sightings.push({
        at,
        agent: agent.id,
        provider,
        profileId,
        refusal: isSure ? error.refusal : lessSure(error.refusal),
        status: error.status,
        requestId: error.requestId,
        source: 'log',
        seenIn: record.path,
        runId: record.runId,
      });
    }
  }
}

function lessSure(refusal: RecordedRefusal): RecordedRefusal {
  return refusal.confidence === 'certain' ? { ...refusal, confidence: 'likely' } : refusal;
}

/** Profile ids by themselves and by what 2026.9 writes instead: the start of their SHA-256. */
function profileNames(agent: Agent): ReadonlyMap<string, string> {
  const ids = agent.profiles.map(({ profile }) => profile.profileId);
  return new Map(
    ids.flatMap((id) => {
      const digest = createHash('sha256').update(id).digest('hex').slice(0, 12);
      return [
        [id, id],
        [`sha256:${digest}`, id],
      ];
    }),
  );
}
