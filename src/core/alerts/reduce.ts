// The course of all alerts: from the last state and a report to the next state and the messages due.
import type { AlertPolicy } from './alert-policy.ts';
import type { ChannelInfo } from './audience.ts';
import { sightCredentials } from './credentials-seen.ts';
import type { SuppressedReason } from './decide-event.ts';
import { DAY_MS, HOUR_MS } from '../duration.ts';
import { readEvidence } from './evidence.ts';
import { rememberRecovered } from './flapping.ts';
import { followIncidents } from './follow-incidents.ts';
import { groupIncidents } from './group-incidents.ts';
import type {
  AlertState,
  ChannelLog,
  Hash,
  HeldBack,
  HeldBackReason,
  Incident,
  OutboxEntry,
} from './incident.ts';
import { planChannel, type ChannelPlan, type Planned, type Suppressed } from './plan-channel.ts';
import type { Report } from '../report.ts';
import { turnBackClock } from './turn-back-clock.ts';

/** How long a message that was given up stays to be seen. */
const DEAD_KEPT_MS = 30 * DAY_MS;

/** Of what was held back, as much as a person reads. */
const MOST_HELD_BACK = 200;

/** Reasons that keep nothing from anybody. */
const IN_ORDER: readonly SuppressedReason[] = [
  'already_told',
  'already_owed',
  'recoveries_off',
  'never_told',
];

export interface Reduction {
  /** Takes `planned` as told; nothing of it is in the outbox yet, see `enqueue`. */
  readonly state: AlertState;
  readonly planned: readonly Planned[];
  readonly suppressed: readonly Suppressed[];
}

/**
 * Decides what each channel has to be told at `now` (epoch ms). Pure: the same arguments give the same
 * answer, and reducing the same report again says nothing new. Channels that are no longer configured
 * are forgotten, with what they were owed.
 */
export function reduce(
  past: AlertState,
  report: Report,
  now: number,
  policy: AlertPolicy,
  channels: readonly ChannelInfo[],
  hash: Hash,
): Reduction {
  const state = turnBackClock(past, now);
  const { credentials, sameSalt } = sightCredentials(state, report, now);
  const initialRemainingMs = (id: string): number | null =>
    Object.hasOwn(credentials, id) ? (credentials[id]?.initialRemainingMs ?? null) : null;
  const candidates = groupIncidents(report, now, initialRemainingMs, state.incidents);
  const evidenceOf = readEvidence(report, now);
  const followed = followIncidents(state.incidents, candidates, {
    now,
    hash,
    sameSalt,
    evidenceOf,
  });
  const silences = state.silences.filter(({ until }) => until > now);

  const logs = new Map(channels.map((channel) => [channel.name, logOf(state, channel, now)]));
  const open = new Set(
    followed.flatMap(({ incident }) => (incident.recoveredAt === null ? incident.fingerprint : [])),
  );
  const outbox = state.outbox
    .filter((entry) => logs.has(entry.channel) && !isForgotten(entry, now))
    .map((entry) => (entry.isOnItsWay ? interrupted(entry) : entry))
    .map((entry) => (isReconfigured(state, logs, entry) ? revive(entry, open, now) : entry));
  const plans = channels.map((channel) =>
    planChannel(
      channel,
      logs.get(channel.name) as ChannelLog,
      outbox.filter((entry) => entry.channel === channel.name),
      { followed, silences, recovered: state.recovered, policy, now },
    ),
  );
  const byChannel = new Map(channels.map(({ name }, index) => [name, plans[index] as ChannelPlan]));
  const suppressed = plans.flatMap((plan) => plan.suppressed);
  return {
    state: {
      ...state,
      lastRunAt: now,
      incidents: followed.flatMap(({ incident }) => remember(incident, byChannel)),
      outbox: plans.flatMap((plan) => plan.outbox),
      channels: Object.fromEntries(logs),
      credentials,
      silences,
      recovered: rememberRecovered(state.recovered, followed, now),
      heldBack: heldBackOf(suppressed),
    },
    planned: plans.flatMap((plan) => plan.planned),
    suppressed,
  };
}

/** What is told already is no news to anybody; what is over is no more to be seen. */
function heldBackOf(suppressed: readonly Suppressed[]): readonly HeldBack[] {
  return suppressed
    .flatMap(({ fingerprint, channel, reason }) =>
      isHeldBack(reason) ? [{ fingerprint, channel, reason }] : [],
    )
    .slice(0, MOST_HELD_BACK);
}

function isHeldBack(reason: SuppressedReason): reason is HeldBackReason {
  return !IN_ORDER.includes(reason);
}

/** An incident that is over is kept only as long as somebody has to be told. */
function remember(
  incident: Incident,
  plans: ReadonlyMap<string, ChannelPlan>,
): readonly Incident[] {
  const marks = [...plans].flatMap(([channel, plan]) => {
    const planned = plan.marks.get(incident.fingerprint);
    const kept = planned === undefined ? incident.marks[channel] : planned;
    return kept ? [[channel, kept] as const] : [];
  });
  if (incident.recoveredAt !== null && marks.length === 0) return [];
  return [{ ...incident, marks: Object.fromEntries(marks) }];
}

/** A channel whose config changed starts afresh: what kept it back may be put right. */
function logOf(state: AlertState, { name, configKey }: ChannelInfo, now: number): ChannelLog {
  const log = Object.hasOwn(state.channels, name) ? state.channels[name] : undefined;
  const sentAt = (log?.sentAt ?? []).filter((at) => now - at < HOUR_MS);
  if (log?.configKey === configKey) return { ...log, sentAt };
  return {
    configKey,
    lastSuccessAt: log?.lastSuccessAt ?? null,
    sentAt,
    heldUntil: null,
    pausedConfigKey: null,
    trouble: null,
  };
}

function isReconfigured(
  state: AlertState,
  logs: ReadonlyMap<string, ChannelLog>,
  { channel }: OutboxEntry,
): boolean {
  return state.channels[channel]?.configKey !== logs.get(channel)?.configKey;
}

/** A run was killed while it sent this: who got it must not get it again under another id. */
function interrupted(entry: OutboxEntry): OutboxEntry {
  return { ...entry, hasArrived: true, isOnItsWay: false };
}

/** What was given up is owed again as long as its trouble lasts. */
function revive(entry: OutboxEntry, open: ReadonlySet<string>, now: number): OutboxEntry {
  const isOpen = entry.notification.incidents.some(({ fingerprint }) => open.has(fingerprint));
  if (entry.state === 'dead' && !isOpen) return entry;
  return { ...entry, state: 'owed', nextAttemptAt: now };
}

function isForgotten({ state, createdAt }: OutboxEntry, now: number): boolean {
  return state === 'dead' && now - createdAt >= DEAD_KEPT_MS;
}
