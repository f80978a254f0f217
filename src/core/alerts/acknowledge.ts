// Decides what an answer of a channel means: for the message, for the incidents in it, for the channel.
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../duration.ts';
import type { AlertState, ChannelLog, OutboxEntry } from './incident.ts';
import { deliverySentences } from '../phrases/delivery-phrases.ts';
import type { Delivery, DeliveryFailure } from './notification.ts';

/** Waiting times after each failed run (Standard Webhooks); the last one repeats. */
const RETRY_MS: readonly number[] = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  DAY_MS,
];

/** A refused login is not tried more often: servers lock accounts. */
const AUTH_RETRY_MS = 30 * MINUTE_MS;

/** Takes down how a delivery ended. */
export function acknowledge(
  state: AlertState,
  entryId: string,
  delivery: Delivery,
  now: number,
): AlertState {
  const entry = state.outbox.find(({ id }) => id === entryId);
  const log = entry && state.channels[entry.channel];
  if (!entry || !log) return state;
  const outcome = delivery.ok ? 'delivered' : delivery.fault;
  const counted = count(state, entry.channel, outcome);
  const next = delivery.ok
    ? leftOver(entry, delivery.refused ?? [])
    : afterFailure(state, entry, delivery, now);
  const arrived = delivery.ok || hasReached(entry, delivery);
  return {
    ...counted,
    incidents: arrived ? markArrived(state, entry, now) : state.incidents,
    outbox: state.outbox.flatMap((other) => (other.id === entryId ? (next ?? []) : other)),
    channels: { ...state.channels, [entry.channel]: logged(log, delivery, arrived, now) },
  };
}

/** Takes down how a channel was reminded of what it knows; no message is owed for that. */
export function acknowledgeRenewal(
  state: AlertState,
  channel: string,
  delivery: Delivery,
  now: number,
): AlertState {
  const log = state.channels[channel];
  const owes = state.outbox.some((entry) => entry.channel === channel && entry.state === 'owed');
  // What is owed has a trouble of its own, which a reminder that got through does not end.
  if (!log || (delivery.ok && owes)) return state;
  const trouble = delivery.ok ? null : troubled(log, delivery.fault, delivery.detail, now);
  return { ...state, channels: { ...state.channels, [channel]: { ...log, trouble } } };
}

/** What was delivered is done, but for those who refused it: it is kept for people to see. */
function leftOver(entry: OutboxEntry, refused: readonly string[]): OutboxEntry | null {
  const everyone = [...new Set([...entry.refused, ...refused])];
  if (everyone.length === 0) return null;
  const lastError = { fault: 'permanent', detail: refusalOf(everyone) } as const;
  return {
    ...entry,
    recipients: everyone,
    refused: [],
    hasArrived: true,
    isOnItsWay: false,
    lastError,
    state: 'dead',
  };
}

function afterFailure(
  state: AlertState,
  entry: OutboxEntry,
  failure: DeliveryFailure,
  now: number,
): OutboxEntry {
  const { fault, detail, pending = [], refused = [] } = failure;
  const attempts = entry.attempts + 1;
  const isSpent = attempts > RETRY_MS.length && !isAboutOpen(state, entry);
  return {
    ...entry,
    attempts,
    nextAttemptAt: now + retryDelayMs(failure, attempts),
    recipients: pending.length > 0 ? pending : entry.recipients,
    refused: pending.length > 0 ? [...new Set([...entry.refused, ...refused])] : entry.refused,
    hasArrived: entry.hasArrived || hasReached(entry, failure),
    isOnItsWay: false,
    lastError: { fault, detail },
    state: fault === 'permanent' || isSpent ? 'dead' : 'owed',
  };
}

/**
 * Whether somebody got the message, or may have. The full list of recipients is the channel's own; on
 * the first try only `refused`, be it empty, shows that the receiver answered one by one.
 */
function hasReached(
  { recipients }: OutboxEntry,
  { fault, pending = [], refused }: DeliveryFailure,
): boolean {
  if (fault === 'ambiguous') return true;
  if (pending.length === 0) return false;
  if (recipients === null) return refused !== undefined;
  return pending.length + (refused?.length ?? 0) < recipients.length;
}

function retryDelayMs({ fault, retryAfterMs }: DeliveryFailure, attempts: number): number {
  if (retryAfterMs !== undefined) return Math.min(Math.max(retryAfterMs, SECOND_MS), DAY_MS);
  const delayMs = RETRY_MS[Math.min(attempts, RETRY_MS.length) - 1] ?? DAY_MS;
  return fault === 'auth' ? Math.max(delayMs, AUTH_RETRY_MS) : delayMs;
}

/** What is owed about an open incident never expires; a recovery or a dead letter does. */
function isAboutOpen({ incidents }: AlertState, entry: OutboxEntry): boolean {
  const { kind } = entry.notification;
  if (kind === 'recovered' || kind === 'deadletter') return false;
  const told = subjectsOf(entry);
  return incidents.some((known) => known.recoveredAt === null && told.has(known.fingerprint));
}

function markArrived(
  { incidents }: AlertState,
  entry: OutboxEntry,
  now: number,
): AlertState['incidents'] {
  const { channel, notification } = entry;
  if (notification.kind === 'recovered' || notification.kind === 'deadletter') return incidents;
  const told = subjectsOf(entry);
  return incidents.map((incident) => {
    const mark = incident.marks[channel];
    if (!mark || !told.has(incident.fingerprint)) return incident;
    // The time to the next reminder begins when the message is there.
    const arrived = { ...mark, lastAt: now, arrivedAt: mark.arrivedAt ?? now };
    return { ...incident, marks: { ...incident.marks, [channel]: arrived } };
  });
}

function subjectsOf({ notification, others }: OutboxEntry): ReadonlySet<string> {
  return new Set([...notification.incidents.map(({ fingerprint }) => fingerprint), ...others]);
}

function logged(log: ChannelLog, delivery: Delivery, hasArrived: boolean, now: number): ChannelLog {
  const sentAt = hasArrived ? [...log.sentAt, now] : log.sentAt;
  const refused = delivery.refused ?? [];
  const refusal = refused.length > 0 ? refusalOf(refused) : null;
  if (delivery.ok) {
    const trouble = refusal === null ? null : troubled(log, 'permanent', refusal, now);
    return { ...log, lastSuccessAt: now, sentAt, heldUntil: null, pausedConfigKey: null, trouble };
  }
  const { fault, detail, retryAfterMs } = delivery;
  const isHeld = fault === 'auth' || retryAfterMs !== undefined;
  return {
    ...log,
    sentAt,
    heldUntil: isHeld ? now + retryDelayMs(delivery, 1) : log.heldUntil,
    pausedConfigKey: fault === 'gone' ? log.configKey : log.pausedConfigKey,
    trouble: troubled(log, fault, refusal === null ? detail : `${detail}; ${refusal}`, now),
  };
}

function refusalOf(refused: readonly string[]): string {
  return deliverySentences.refused(refused.join(', '));
}

function troubled(
  { trouble }: ChannelLog,
  fault: DeliveryFailure['fault'],
  detail: string,
  now: number,
): ChannelLog['trouble'] {
  const { sinceAt, toldOthersAt } = trouble ?? { sinceAt: now, toldOthersAt: null };
  return { fault, detail, sinceAt, toldOthersAt };
}

function count(state: AlertState, channel: string, outcome: string): AlertState {
  const counts = state.counters[channel] ?? {};
  const counted = { ...counts, [outcome]: (counts[outcome] ?? 0) + 1 };
  return { ...state, counters: { ...state.counters, [channel]: counted } };
}
