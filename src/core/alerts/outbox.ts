// Decides how messages wait: frozen once made, due at their time, retried or dropped by hand.
import type { AlertPolicy } from './alert-policy.ts';
import type { Verdict } from '../exit-code.ts';
import { shortHash, type AlertState, type Hash, type OutboxEntry } from './incident.ts';
import { parseIso, toIso } from '../iso.ts';
import { stageOf } from './ladder.ts';
import type { Notification } from './notification.ts';
import type { Planned } from './plan-channel.ts';
import { mayInterrupt } from './quiet-hours.ts';

/** What every message says about its maker. */
export interface Letterhead {
  readonly monitor: Notification['monitor'];
  readonly verdict: Verdict;
  readonly hash: Hash;
}

/** What a dead letter is about. */
export type DeadLetterMatter = Pick<Notification, 'undelivered' | 'alsoUndelivered' | 'lost'>;

/** Freezes planned messages into the outbox; from then on a retry sends exactly this, under one id. */
export function enqueue(
  state: AlertState,
  planned: readonly (Pick<Planned, 'channel' | 'severity' | 'incidents' | 'others' | 'counts'> &
    Pick<Notification, 'kind'> & { readonly notice?: DeadLetterMatter })[],
  now: number,
  { monitor, verdict, hash }: Letterhead,
): AlertState {
  const entries = planned.map(
    ({ channel, kind, severity, incidents, others, counts, notice }, index): OutboxEntry => {
      const subjects = incidents.map(({ fingerprint, code, expiresAt }) => [
        fingerprint,
        stageOf(code, parseIso(expiresAt), now),
      ]);
      const id = shortHash(hash, [subjects, kind, state.sequence + index, channel]);
      const createdAt = toIso(now);
      const truncated = others.length;
      const common = { id, kind, createdAt, severity, verdict, incidents, truncated, monitor };
      const counted = truncated > 0 ? { ...common, counts } : common;
      return {
        id,
        channel,
        notification: { ...counted, ...notice },
        createdAt: now,
        attempts: 0,
        nextAttemptAt: now,
        others,
        recipients: null,
        refused: [],
        hasArrived: false,
        isOnItsWay: false,
        lastError: null,
        state: 'owed',
      };
    },
  );
  return {
    ...state,
    sequence: state.sequence + entries.length,
    outbox: [...state.outbox, ...entries],
  };
}

/** What a channel may be sent now, oldest first. */
export function dueEntries(
  state: AlertState,
  channel: string,
  now: number,
  policy: AlertPolicy,
): readonly OutboxEntry[] {
  const log = state.channels[channel];
  if (!log || log.pausedConfigKey !== null || (log.heldUntil ?? 0) > now) return [];
  return state.outbox.filter(
    (entry) =>
      entry.channel === channel &&
      entry.state === 'owed' &&
      entry.nextAttemptAt <= now &&
      mayInterrupt(entry.notification.kind, entry.notification.severity, policy, now),
  );
}

/** Takes down, before anything is sent, what this run is about to send. */
export function sendOff(state: AlertState, now: number, policy: AlertPolicy): AlertState {
  const due = new Set(
    Object.keys(state.channels).flatMap((channel) => dueEntries(state, channel, now, policy)),
  );
  return withEntries(state, (entry) => (due.has(entry) ? { ...entry, isOnItsWay: true } : entry));
}

/** Ends what `sendOff` began: what was not tried after all is at home again. */
export function comeHome(state: AlertState): AlertState {
  return withEntries(state, (entry) =>
    entry.isOnItsWay ? { ...entry, isOnItsWay: false } : entry,
  );
}

/** The same state where no entry changes, so that nothing has to be written. */
function withEntries(state: AlertState, change: (entry: OutboxEntry) => OutboxEntry): AlertState {
  const outbox = state.outbox.map(change);
  return outbox.every((entry, index) => entry === state.outbox[index])
    ? state
    : { ...state, outbox };
}

/** Makes owed or given-up messages due at once, all of them or the one named; holds and pauses end. */
export function retryOwed(state: AlertState, entryId: string | null, now: number): AlertState {
  const isMeant = ({ id }: OutboxEntry): boolean => entryId === null || id === entryId;
  const names = new Set(state.outbox.filter(isMeant).map(({ channel }) => channel));
  return {
    ...state,
    outbox: state.outbox.map((entry) =>
      isMeant(entry) ? { ...entry, state: 'owed', nextAttemptAt: now } : entry,
    ),
    channels: Object.fromEntries(
      Object.entries(state.channels).map(([name, log]) => [
        name,
        names.has(name) ? { ...log, heldUntil: null, pausedConfigKey: null } : log,
      ]),
    ),
  };
}

/** Those of the channels from which something keeps messages: a pause, Retry-After, a refused login. */
export function asleep(
  { channels }: AlertState,
  names: readonly string[],
  now: number,
): readonly string[] {
  return names.filter((name) => {
    const log = Object.hasOwn(channels, name) ? channels[name] : undefined;
    return log !== undefined && (log.pausedConfigKey !== null || (log.heldUntil ?? 0) > now);
  });
}

/** The channels have just shown that they work: what kept messages from them ends, and what they are owed is due. */
export function wake(state: AlertState, names: readonly string[], now: number): AlertState {
  const isOwed = ({ channel, state: course }: OutboxEntry): boolean =>
    course === 'owed' && names.includes(channel);
  const owing = new Set(state.outbox.filter(isOwed).map(({ channel }) => channel));
  return {
    ...state,
    outbox: state.outbox.map((entry) => (isOwed(entry) ? { ...entry, nextAttemptAt: now } : entry)),
    channels: Object.fromEntries(
      Object.entries(state.channels).map(([name, log]) => {
        if (!names.includes(name)) return [name, log];
        // What is owed has a trouble of its own, until it is delivered.
        const trouble = owing.has(name) ? log.trouble : null;
        return [name, { ...log, heldUntil: null, pausedConfigKey: null, trouble }];
      }),
    ),
  };
}

/** Gives a message up for good. */
export function dropOwed(state: AlertState, entryId: string): AlertState {
  return { ...state, outbox: state.outbox.filter(({ id }) => id !== entryId) };
}
