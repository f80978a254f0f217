// Decides when the other channels have to be told that one of them does not take its alerts.
import { countBySeverity } from './compose-message.ts';
import { HOUR_MS } from './duration.ts';
import { compareSeverity } from './finding.ts';
import type { AlertState, ChannelLog } from './incident.ts';
import { toIso } from './iso.ts';
import type { DeliveryFault } from './notification.ts';
import { enqueue, type Letterhead } from './outbox.ts';

/** Faults that no waiting cures. */
const LASTING: readonly DeliveryFault[] = ['auth', 'permanent', 'gone'];

/** A receiver that restarts is none of the others' business. */
const PATIENCE_MS = HOUR_MS;

const MOST_INCIDENTS = 50;

/**
 * Puts one dead letter for every channel in lasting trouble into the outbox of each other channel, with
 * what it should have told; once until the channel works again.
 */
export function enqueueDeadLetters(
  state: AlertState,
  now: number,
  letterhead: Letterhead,
): AlertState {
  return Object.keys(state.channels).reduce(
    (present, channel) => report(present, channel, now, letterhead),
    state,
  );
}

function report(
  state: AlertState,
  channel: string,
  now: number,
  letterhead: Letterhead,
): AlertState {
  const log = state.channels[channel];
  if (!log?.trouble || !isReportable(log.trouble, now)) return state;
  const { trouble } = log;
  const listeners = Object.entries(state.channels).filter(
    ([name, other]) => name !== channel && other.pausedConfigKey === null,
  );
  if (listeners.length === 0) return state;
  const { views, others, counts } = undelivered(state, channel);
  const error = `${trouble.fault}: ${trouble.detail}`;
  const letters = listeners.map(([name]) => ({
    channel: name,
    kind: 'deadletter' as const,
    severity: 'fail' as const,
    incidents: views,
    others,
    counts,
    undelivered: { channel, error, since: toIso(trouble.sinceAt) },
  }));
  const told: ChannelLog = { ...log, trouble: { ...trouble, toldOthersAt: now } };
  return enqueue(
    { ...state, channels: { ...state.channels, [channel]: told } },
    letters,
    now,
    letterhead,
  );
}

function isReportable(
  { fault, sinceAt, toldOthersAt }: NonNullable<ChannelLog['trouble']>,
  now: number,
): boolean {
  return toldOthersAt === null && (LASTING.includes(fault) || now - sinceAt >= PATIENCE_MS);
}

/** The latest of every incident in undelivered messages, worst first; what is over the limit is counted. */
function undelivered({ outbox }: AlertState, channel: string) {
  const entries = outbox.filter(
    (entry) => entry.channel === channel && entry.notification.kind !== 'deadletter',
  );
  const latest = new Map(
    entries.flatMap(({ notification }) =>
      notification.incidents.map((view) => [view.fingerprint, view]),
    ),
  );
  const ranked = [...latest.values()].sort((a, b) => compareSeverity(a.severity, b.severity));
  const named = new Set(ranked.slice(0, MOST_INCIDENTS).map(({ fingerprint }) => fingerprint));
  const all = new Set([...latest.keys(), ...entries.flatMap((entry) => entry.others)]);
  return {
    views: ranked.slice(0, MOST_INCIDENTS),
    others: [...all].filter((fingerprint) => !named.has(fingerprint)),
    counts: countBySeverity(ranked),
  };
}
