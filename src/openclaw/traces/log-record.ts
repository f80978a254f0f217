// Reads one line of a gateway log: only the records about a failed or finished model call, and of those
// only the fields about the error. A line of any other shape is nothing, whatever its text says.
import { fields, type ErrorWords } from '../../core/error-words.ts';
import { normalizeProvider } from '../../core/provider.ts';
import {
  judgeRecorded,
  readRecordedError,
  statusOf,
  type RecordedError,
} from '../../core/recorded-error.ts';

/** A record; null where it does not tell. */
export interface LogRecord {
  /** Epoch ms. */
  readonly at: number;
  readonly runId: string | null;
  readonly agent: string | null;
  /** Normalised. */
  readonly provider: string | null;
  readonly model: string | null;
  /** In clear, or `sha256:` and the first twelve digits of its digest (2026.9). */
  readonly profile: string | null;
  /** Null for a call that was answered, and for a record that only names the profile of a run. */
  readonly error: RecordedError | null;
  readonly isSuccess: boolean;
  /** The text of a lane's error, which a line without a lane repeats. */
  readonly laneText: string | null;
}

/** Texts of which one stands in every line that is read; the rest is not even parsed. */
export const MARKERS: readonly string[] = [
  '"embedded_run_',
  '"model_fallback_decision"',
  '"auth_profile_failure_state_updated"',
  'lane task error: ',
  'Embedded agent failed before reply: ',
  'All models failed (',
  'auth profile \\"',
];

/** The records in a line; a line that names several failed models holds several. */
export function logRecords(line: unknown): readonly LogRecord[] {
  const record = fields(line);
  const meta = fields(record['_meta']);
  const at = Date.parse(textOf(meta['date']) ?? textOf(record['time']) ?? '');
  if (!Number.isFinite(at)) return [];
  const { 0: first, 1: second } = record;
  const subsystem = subsystemOf(first);
  if (subsystem === null) {
    // Replies of the agent are printed by `console.log`, at INFO; errors come at ERROR.
    const isError = meta['name'] === 'openclaw' && meta['logLevelName'] === 'ERROR';
    return isError && typeof first === 'string' ? consoleRecords(first, at) : [];
  }
  if (typeof second === 'string') return textRecords(subsystem, second, at);
  const event = eventRecord(fields(second), at);
  return event === null ? [] : [event];
}

function subsystemOf(value: unknown): string | null {
  if (typeof value !== 'string' || !value.startsWith('{')) return null;
  try {
    const { subsystem } = fields(JSON.parse(value));
    return typeof subsystem === 'string' ? subsystem : null;
  } catch {
    return null;
  }
}

/** The structured records of 2026.9. */
function eventRecord(event: Readonly<Record<string, unknown>>, at: number): LogRecord | null {
  const base = {
    ...NOTHING,
    at,
    runId: textOf(event['runId']),
    agent: agentOfLane(textOf(event['lane'])),
    profile: textOf(event['profileId']),
  };
  switch (event['event']) {
    case 'embedded_run_agent_end':
    case 'embedded_run_failover_decision': {
      const isOver = event['event'] === 'embedded_run_agent_end' && event['isError'] !== true;
      if (isOver) return null;
      return { ...base, ...routeOf(event, 'provider', 'model'), error: errorOf(event) };
    }
    case 'model_fallback_decision': {
      const route = routeOf(event, 'candidateProvider', 'candidateModel');
      if (event['decision'] === 'candidate_succeeded')
        return { ...base, ...route, isSuccess: true };
      if (event['decision'] !== 'candidate_failed') return null;
      return { ...base, ...route, error: errorOf(event) };
    }
    // The reason stands in the usage stats, too; here it tells whose run it was.
    case 'auth_profile_failure_state_updated':
      return { ...base, ...routeOf(event, 'provider', 'model') };
    default:
      return null;
  }
}

function errorOf(event: Readonly<Record<string, unknown>>): RecordedError {
  const preview = textOf(event['rawErrorPreview']) ?? textOf(event['errorPreview']) ?? '';
  const read = readRecordedError(preview, statusOf(event['httpCode'] ?? event['status']));
  // A long body is cut, and its parts stand beside it.
  const type = textOf(event['providerErrorType'])?.toLowerCase();
  const words: ErrorWords = {
    codes: [...read.words.codes, ...(type === undefined ? [] : [type])],
    message: textOf(event['providerErrorMessagePreview']) ?? read.words.message,
  };
  if (read.refusal?.reason === 'refresh_failed') return read;
  // No key at all is reported as a 401 that nobody sent.
  if (/^No (?:API key|credentials) found/.test(preview)) return { ...read, refusal: null };
  return { ...read, words, refusal: judgeRecorded(read.status, words) };
}

/** The text records of both eras. */
function textRecords(subsystem: string, text: string, at: number): readonly LogRecord[] {
  if (subsystem === 'diagnostic') {
    const [, lane, error] =
      /^lane task error: lane=(\S+) durationMs=\d+ error="(.*)"$/s.exec(text) ?? [];
    if (lane === undefined || error === undefined) return [];
    const read = readRecordedError(error);
    const agent = agentOfLane(lane);
    return [
      { ...NOTHING, at, agent, provider: read.provider, error: read, laneText: plain(error) },
    ];
  }
  if (subsystem !== 'agent/embedded') return [];
  const [, profile, provider, error] =
    /^auth profile "(.+?)" failed for provider "([\w.-]+)": (.*)$/s.exec(text) ?? [];
  if (profile === undefined || provider === undefined || error === undefined) return [];
  const read = readRecordedError(error);
  return [{ ...NOTHING, at, profile, provider: normalizeProvider(provider), error: read }];
}

/** Errors on the console: of one failed call, or `All models failed (2): p/m: words (reason) | …`. */
function consoleRecords(text: string, at: number): readonly LogRecord[] {
  const [, said] = /^(?:Embedded agent failed before reply|Error): (.*)$/s.exec(text) ?? [];
  if (said === undefined) return [];
  const [, models] = /^All models failed \(\d+\): (.*)$/s.exec(said) ?? [];
  if (models === undefined) {
    const read = readRecordedError(said);
    return [{ ...NOTHING, at, provider: read.provider, error: read, laneText: plain(said) }];
  }
  return models.split(' | ').flatMap((attempt) => {
    const [, provider, model, error] = /^([\w.-]+)\/([^\s:]+): (.*) \(\w+\)$/s.exec(attempt) ?? [];
    if (provider === undefined || model === undefined || error === undefined) return [];
    const laneText = plain(error);
    const read = readRecordedError(error);
    return [
      { ...NOTHING, at, provider: normalizeProvider(provider), model, error: read, laneText },
    ];
  });
}

const NOTHING = {
  runId: null,
  agent: null,
  provider: null,
  model: null,
  profile: null,
  error: null,
  isSuccess: false,
  laneText: null,
} as const;

function routeOf(
  event: Readonly<Record<string, unknown>>,
  provider: string,
  model: string,
): Pick<LogRecord, 'provider' | 'model'> {
  const id = textOf(event[provider]);
  return { provider: id === null ? null : normalizeProvider(id), model: textOf(event[model]) };
}

// `session:agent:<id>:<key>`; the lanes `main` and `cron` are shared by all agents.
function agentOfLane(lane: string | null): string | null {
  return /^session:agent:([^:]+):/.exec(lane ?? '')?.[1] ?? null;
}

function plain(text: string): string {
  return text.replace(/^(?:\w*Error: )+/, '');
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
