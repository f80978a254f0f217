// Decides the messages of one run to one channel: at most one of each kind, and what gives way to them.
import type { AlertPolicy } from './alert-policy.ts';
import type { ChannelInfo } from './audience.ts';
import { composeMessage } from './compose-message.ts';
import {
  decideEvent,
  markOf,
  type EventKind,
  type EventReason,
  type SuppressedReason,
} from './decide-event.ts';
import { HOUR_MS } from '../duration.ts';
import type { Followed } from './follow-incidents.ts';
import { agentsOwed, giveWay, isIncidentMessage, isUntouched } from './give-way.ts';
import { viewOf } from './incident-view.ts';
import type {
  AlertState,
  ChannelLog,
  ChannelMark,
  Incident,
  OutboxEntry,
  Silence,
} from './incident.ts';
import type { AlertSeverity, IncidentView } from './notification.ts';

/** The order in which kinds are made, and in which the storm cap leaves them out last. */
const KINDS: readonly EventKind[] = ['firing', 'escalated', 'recovered', 'reminder'];

/** A message decided upon. */
export interface Planned {
  readonly channel: string;
  readonly kind: EventKind;
  readonly severity: AlertSeverity;
  /** Worst first. */
  readonly incidents: readonly IncidentView[];
  /** Fingerprints of the incidents that are counted only. */
  readonly others: readonly string[];
  /** All incidents by severity. */
  readonly counts: Readonly<Partial<Record<AlertSeverity, number>>>;
  /** By fingerprint. */
  readonly why: Readonly<Record<string, EventReason>>;
}

/** What a channel is not told, and why. */
export interface Suppressed {
  readonly fingerprint: string;
  readonly title: string;
  readonly channel: string;
  readonly reason: SuppressedReason;
}

/** A channel's messages, its outbox entries that stay, and its marks by fingerprint (null: none left). */
export interface ChannelPlan {
  readonly planned: readonly Planned[];
  readonly suppressed: readonly Suppressed[];
  readonly outbox: readonly OutboxEntry[];
  readonly marks: ReadonlyMap<string, ChannelMark | null>;
}

/** Something a channel has to be told. */
export interface Event {
  readonly incident: Incident;
  readonly kind: EventKind;
  readonly why: EventReason;
  readonly view: IncidentView;
}

export interface Season {
  readonly followed: readonly Followed[];
  readonly silences: readonly Silence[];
  readonly recovered: AlertState['recovered'];
  readonly policy: AlertPolicy;
  readonly now: number;
}

/** Plans one channel; `outbox` holds its own entries only. */
export function planChannel(
  channel: ChannelInfo,
  log: ChannelLog,
  outbox: readonly OutboxEntry[],
  season: Season,
): ChannelPlan {
  const messagesKept = outbox.filter(isIncidentMessage);
  const owed = messagesKept.filter(({ state }) => state === 'owed');
  const { events, suppressed, forgotten } = decideAll(channel, owed, season);
  const { admitted, capped } = capStorm(events, owed, log, season);
  const touched = new Set([
    ...[...admitted.values()].flat().map(({ view }) => view.fingerprint),
    ...forgotten.keys(),
  ]);
  const { stays, carried } = giveWay(messagesKept, touched, new Set(admitted.keys()));
  const messages = KINDS.flatMap((kind) =>
    composeMessage(channel, admitted.get(kind) ?? [], carried(kind), kind, season),
  );
  return {
    planned: messages.map(({ planned }) => planned),
    suppressed: [
      ...suppressed,
      ...capped.map(({ view }) => ({
        fingerprint: view.fingerprint,
        title: view.title,
        channel: channel.name,
        reason: 'storm_cap' as const,
      })),
    ],
    outbox: [...outbox.filter((entry) => !isIncidentMessage(entry)), ...stays],
    marks: new Map([
      ...forgotten,
      ...messages.flatMap(({ told }) => told.map((event) => marked(event, channel.name, season))),
    ]),
  };
}

function decideAll(channel: ChannelInfo, owed: readonly OutboxEntry[], season: Season) {
  const owedAgents = agentsOwed(owed);
  const events: Event[] = [];
  const suppressed: Suppressed[] = [];
  const forgotten = new Map<string, ChannelMark | null>();
  for (const followed of season.followed) {
    const { incident } = followed;
    const { fingerprint } = incident;
    const waiting = owedAgents.get(fingerprint) ?? null;
    const decision = decideEvent(followed, channel, { ...season, owedAgents: waiting });
    if (!decision) continue;
    if ('suppressed' in decision) {
      const reason = decision.suppressed;
      suppressed.push({ fingerprint, title: incident.title, channel: channel.name, reason });
      if (reason === 'recoveries_off' || reason === 'never_told') forgotten.set(fingerprint, null);
      // What nobody got yet is not sent into the silence; it is news again when that is over.
      if (reason === 'silenced' && waiting) {
        const mark = markOf(incident, channel.name);
        forgotten.set(fingerprint, mark?.arrivedAt ? { ...mark, told: [] } : null);
      }
      continue;
    }
    const { kind, why, agents } = decision;
    events.push({ incident, kind, why, view: viewOf(incident, agents, season.now) });
  }
  return { events, suppressed, forgotten };
}

/** Above the cap nothing new is made; what is left out stays untold and becomes one digest later. */
function capStorm(
  events: readonly Event[],
  owed: readonly OutboxEntry[],
  { sentAt }: ChannelLog,
  { policy, now }: Season,
) {
  const recent = sentAt.filter((at) => now - at < HOUR_MS).length;
  let room = policy.stormCap - recent - owed.length;
  const admitted = new Map<EventKind, readonly Event[]>();
  const capped: Event[] = [];
  for (const kind of KINDS) {
    const ofKind = events.filter((event) => event.kind === kind);
    if (ofKind.length === 0) continue;
    const replaced = owed.filter((entry) => entry.notification.kind === kind && isUntouched(entry));
    if (replaced.length === 0 && room <= 0) {
      capped.push(...ofKind);
      continue;
    }
    room += replaced.length - 1;
    admitted.set(kind, ofKind);
  }
  return { admitted, capped };
}

function marked(
  { incident, kind, view }: Event,
  channel: string,
  { now }: Season,
): readonly [string, ChannelMark | null] {
  if (kind === 'recovered') return [incident.fingerprint, null];
  const mark = markOf(incident, channel);
  const { stage, severity } = incident;
  const told = mark?.told ?? [];
  const isKnown = told.some((past) => past.stage === stage && past.severity === severity);
  const agents = view.agents.length > 0 ? view.agents : [''];
  return [
    incident.fingerprint,
    {
      told: isKnown ? told : [...told, { stage, severity }],
      agents: [...new Set([...(mark?.agents ?? []), ...agents])].sort(),
      lastAt: now,
      arrivedAt: mark?.arrivedAt ?? null,
    },
  ];
}
