// Decides when the other channels have to be told that one of them does not take its alerts.
import { HOUR_MS } from './duration.ts';
import { compareSeverity } from './finding.ts';
import type { AlertState, ChannelLog } from './incident.ts';
import { toIso } from './iso.ts';
import type { DeliveryFault, IncidentView } from './notification.ts';
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
  const others = Object.entries(state.channels).filter(
    ([name, other]) => name !== channel && other.pausedConfigKey === null,
  );
  if (others.length === 0) return state;
  const incidents = undelivered(state, channel);
  const error = `${trouble.fault}: ${trouble.detail}`;
  const letters = others.map(([name]) => ({
    channel: name,
    kind: 'deadletter' as const,
    severity: 'fail' as const,
    incidents: incidents.slice(0, MOST_INCIDENTS),
    truncated: Math.max(0, incidents.length - MOST_INCIDENTS),
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

function undelivered({ outbox }: AlertState, channel: string): readonly IncidentView[] {
  const views = outbox
    .filter((entry) => entry.channel === channel && entry.notification.kind !== 'deadletter')
    .flatMap(({ notification }) => notification.incidents);
  const latest = new Map(views.map((view) => [view.fingerprint, view]));
  return [...latest.values()].sort((a, b) => compareSeverity(a.severity, b.severity));
}
