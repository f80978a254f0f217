// Decides when the other channels have to be told that one of them does not take its alerts.
import { countBySeverity } from './compose-message.ts';
import { HOUR_MS } from '../duration.ts';
import { compareSeverity } from '../finding.ts';
import type { AlertState, ChannelLog } from './incident.ts';
import { toIso } from '../iso.ts';
import type { DeliveryFault } from './notification.ts';
import { enqueue, type DeadLetterMatter, type Letterhead } from './outbox.ts';

/** Faults that no waiting cures. */
const LASTING: readonly DeliveryFault[] = ['auth', 'permanent', 'gone'];

/** A receiver that restarts is none of the others' business. */
const PATIENCE_MS = HOUR_MS;

const MOST_INCIDENTS = 50;

/**
 * Tells every channel once of the others that are in lasting trouble, with what those should have told:
 * one dead letter for all that came up in this run. A channel is told of again only after it has worked.
 */
export function enqueueDeadLetters(
  state: AlertState,
  now: number,
  letterhead: Letterhead,
): AlertState {
  const broken = Object.entries(state.channels).flatMap(([name, { trouble }]) =>
    trouble && isReportable(trouble, now) ? [{ name, trouble }] : [],
  );
  if (broken.length === 0) return state;
  const told = new Set<string>();
  const letters = listeners(state).flatMap((listener) => {
    const others = broken.filter(({ name }) => name !== listener);
    for (const { name } of others) told.add(name);
    return others.length === 0 ? [] : [letterAbout(state, listener, others)];
  });
  const channels = Object.entries(state.channels).map(([name, log]) => {
    const { trouble } = log;
    const isTold = trouble !== null && told.has(name);
    return [name, isTold ? { ...log, trouble: { ...trouble, toldOthersAt: now } } : log] as const;
  });
  return enqueue({ ...state, channels: Object.fromEntries(channels) }, letters, now, letterhead);
}

/** Tells every channel that what was told before is forgotten, and why. */
export function enqueueLoss(
  state: AlertState,
  error: string,
  now: number,
  letterhead: Letterhead,
): AlertState {
  const letters = listeners(state).map((channel) => ({
    channel,
    kind: 'deadletter' as const,
    severity: 'warn' as const,
    incidents: [],
    others: [],
    counts: {},
    notice: { lost: { error, since: toIso(now) } },
  }));
  return enqueue(state, letters, now, letterhead);
}

function listeners({ channels }: AlertState): readonly string[] {
  return Object.keys(channels).filter((name) => channels[name]?.pausedConfigKey === null);
}

interface Broken {
  readonly name: string;
  readonly trouble: Trouble;
}

type Trouble = NonNullable<ChannelLog['trouble']>;

function letterAbout(state: AlertState, channel: string, broken: readonly Broken[]) {
  const { views, others, counts } = undelivered(state, new Set(broken.map(({ name }) => name)));
  const [first, ...further] = broken.map(({ name, trouble: { fault, detail, sinceAt } }) => ({
    channel: name,
    error: `${fault}: ${detail}`,
    since: toIso(sinceAt),
  }));
  const notice: DeadLetterMatter = {
    ...(first && { undelivered: first }),
    ...(further.length > 0 && { alsoUndelivered: further }),
  };
  const kind = 'deadletter' as const;
  return { channel, kind, severity: 'fail' as const, incidents: views, others, counts, notice };
}

function isReportable({ fault, sinceAt, toldOthersAt }: Trouble, now: number): boolean {
  return toldOthersAt === null && (LASTING.includes(fault) || now - sinceAt >= PATIENCE_MS);
}

/** The latest of every incident in undelivered messages, worst first; what is over the limit is counted. */
function undelivered({ outbox }: AlertState, channels: ReadonlySet<string>) {
  const entries = outbox.filter(
    (entry) => channels.has(entry.channel) && entry.notification.kind !== 'deadletter',
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
