// Decides whether a state file is one this version can go on from.
import type { History, ToldMessage, VerdictSpan } from '../core/history.ts';
import type { AlertState, ChannelLog, Incident, OutboxEntry } from '../core/alerts/incident.ts';
import type { FirstSight, ProbeNote, RememberedVerdict } from '../core/probe-note.ts';
import { migrateState, SCHEMA_VERSION } from './migrate-state.ts';
import { isRecord, list, number, orNull, record, shape, text, truth, type Test } from './shape.ts';

const mark = shape<Incident['marks'][string]>({
  told: list(shape<Incident['marks'][string]['told'][number]>({ stage: text, severity: text })),
  agents: list(text),
  lastAt: number,
  arrivedAt: orNull(number),
});

const incident = shape<Incident>({
  fingerprint: text,
  gateway: text,
  class: text,
  root: text,
  code: text,
  severity: text,
  stage: text,
  title: text,
  provider: orNull(text),
  facts: isRecord,
  remedy: list(text),
  members: list(
    shape<Incident['members'][number]>({
      agent: orNull(text),
      profileId: orNull(text),
    }),
  ),
  generation: orNull(text),
  expiresAt: orNull(number),
  level: orNull(text),
  openedAt: number,
  failingSinceAt: orNull(number),
  recoveredAt: orNull(number),
  marks: record(mark),
});

const notification = shape<Omit<OutboxEntry['notification'], 'speech'>>({
  id: text,
  kind: text,
  createdAt: text,
  severity: text,
  verdict: text,
  incidents: list(
    shape<Pick<Incident, 'fingerprint' | 'code' | 'severity'> & { agents: unknown }>({
      fingerprint: text,
      code: text,
      severity: text,
      agents: list(text),
    }),
  ),
  truncated: number,
  counts: (value) => value === undefined || record(number)(value),
  undelivered: (value) => value === undefined || isRecord(value),
  alsoUndelivered: (value) => value === undefined || list(isRecord)(value),
  lost: (value) => value === undefined || isRecord(value),
  breakdown: (value) => value === undefined || isRecord(value),
  monitor: isRecord,
});

const entry = shape<OutboxEntry>({
  id: text,
  channel: text,
  notification,
  createdAt: number,
  attempts: number,
  nextAttemptAt: number,
  others: list(text),
  recipients: orNull(list(text)),
  refused: list(text),
  hasArrived: truth,
  isOnItsWay: truth,
  lastError: orNull(shape<NonNullable<OutboxEntry['lastError']>>({ fault: text, detail: text })),
  state: text,
});

const log = shape<ChannelLog>({
  configKey: text,
  lastSuccessAt: orNull(number),
  sentAt: list(number),
  heldUntil: orNull(number),
  pausedConfigKey: orNull(text),
  trouble: orNull(
    shape<NonNullable<ChannelLog['trouble']>>({
      fault: text,
      detail: text,
      sinceAt: number,
      toldOthersAt: orNull(number),
    }),
  ),
});

const state = shape<Omit<AlertState, keyof Forgettable>>({
  schemaVersion: (value) => value === SCHEMA_VERSION,
  lastRunAt: orNull(number),
  sequence: number,
  incidents: list(incident),
  outbox: list(entry),
  channels: record(log),
  counters: record(record(number)),
  credentials: record(
    shape<AlertState['credentials'][string]>({
      firstSeenAt: number,
      initialRemainingMs: number,
      expiresAt: number,
    }),
  ),
  silences: list(
    shape<AlertState['silences'][number]>({
      id: text,
      gateway: orNull(text),
      agent: orNull(text),
      profileId: orNull(text),
      provider: orNull(text),
      code: orNull(text),
      comment: text,
      createdAt: number,
      until: number,
    }),
  ),
  recovered: record(number),
  heldBack: list(
    shape<AlertState['heldBack'][number]>({ fingerprint: text, channel: text, reason: text }),
  ),
});

const probeNote = shape<Required<ProbeNote>>({
  verdict: orNull((verdict) => remembered(verdict) && hasFacts(verdict)),
  strikes: number,
  askedAt: number,
  notBefore: number,
  silentSinceAt: orNull(number),
  silentRuns: number,
  silentReason: (value) => value === undefined || text(value),
  seenAt: number,
});

const remembered = shape<
  Omit<RememberedVerdict, 'status' | 'code' | 'requestId' | 'message' | 'facts'>
>({
  level: text,
  outcome: text,
  reason: text,
  confidence: text,
  checkedAt: number,
});

const hasFacts: Test = (verdict) =>
  isRecord(verdict) && (verdict['facts'] === undefined || isRecord(verdict['facts']));

const firstSight = shape<FirstSight>({ firstSeenAt: number, seenAt: number });

/** What files of earlier versions have none of, and no alert depends on: a bad entry is forgotten alone. */
function memoryOf(value: Readonly<Record<string, unknown>>): Forgettable {
  return {
    probes: entries<ProbeNote>(value['probes'], probeNote),
    firstSeen: entries<FirstSight>(value['firstSeen'], firstSight),
    history: historyOf(value['history']),
  };
}

type Forgettable = Pick<AlertState, 'probes' | 'firstSeen' | 'history'>;

const verdictSpan = shape<VerdictSpan>({
  verdict: text,
  problems: number,
  warnings: number,
  firstAt: number,
  lastAt: number,
});

const toldMessage = shape<ToldMessage>({
  at: number,
  channel: text,
  kind: text,
  severity: text,
  title: text,
  code: (value) => value === undefined || text(value),
  incidents: number,
});

function historyOf(value: unknown): History {
  const { verdicts, told } = Object(value) as Record<string, unknown>;
  const fitting = (items: unknown, test: Test): readonly unknown[] =>
    Array.isArray(items) ? items.filter(test) : [];
  return {
    verdicts: fitting(verdicts, verdictSpan) as History['verdicts'],
    told: fitting(told, toldMessage) as History['told'],
  };
}

function entries<T>(value: unknown, test: Test): Readonly<Record<string, T>> {
  const all = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(all.filter(([, entry]) => test(entry))) as Record<string, T>;
}

/** The state in a parsed file; `newer` when a later version wrote it, `broken` for anything else. */
export function readStateShape(value: unknown): AlertState | 'newer' | 'broken' {
  if (!isRecord(value)) return 'broken';
  const version = value['schemaVersion'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return 'broken';
  if (version > SCHEMA_VERSION) return 'newer';
  const migrated = migrateState(value, version);
  if (!state(migrated)) return 'broken';
  return { ...(migrated as unknown as AlertState), ...memoryOf(migrated) };
}
