// Decides what one channel has to be told of one incident now, or why nothing.
import type { AlertPolicy } from './alert-policy.ts';
import { audienceOf, type ChannelInfo } from './audience.ts';
import { compareSeverity } from '../finding.ts';
import { isFlapping } from './flapping.ts';
import type { Followed } from './follow-incidents.ts';
import type {
  AlertState,
  ChannelMark,
  HeldBackReason,
  Incident,
  Member,
  Silence,
} from './incident.ts';
import { rungHeight } from './ladder.ts';
import type { NotificationKind } from './notification.ts';
import { mayInterrupt } from './quiet-hours.ts';

/** The kinds that the course of an incident makes. */
export type EventKind = Extract<
  NotificationKind,
  'firing' | 'escalated' | 'reminder' | 'recovered'
>;

/** Why a channel is told. `owed`: an earlier message never got through and is told again with this one. */
export type EventReason =
  | 'new'
  | 'renewed'
  | 'worse'
  | 'changed'
  | 'joined'
  | 'still_failing'
  | 'recovered'
  | 'owed';

/** Why a channel is told nothing. */
export type SuppressedReason =
  | HeldBackReason
  | 'already_told'
  | 'already_owed'
  | 'recoveries_off'
  | 'never_told';

/** `agents` are the ones to name; an empty name stands for no agent. */
export type Decision =
  | { readonly kind: EventKind; readonly why: EventReason; readonly agents: readonly string[] }
  | { readonly suppressed: SuppressedReason };

export interface Circumstances {
  readonly now: number;
  readonly policy: AlertPolicy;
  readonly silences: readonly Silence[];
  readonly recovered: AlertState['recovered'];
  /** Agents named in news about this incident that are not delivered yet; null when no message waits. */
  readonly owedAgents: ReadonlySet<string> | null;
}

/** Null when the channel has nothing to do with the incident. */
export function decideEvent(
  { incident, seen }: Followed,
  channel: ChannelInfo,
  circumstances: Circumstances,
): Decision | null {
  const mark = markOf(incident, channel.name);
  if (incident.recoveredAt !== null) {
    return mark && decideRecovery(incident, mark, channel, circumstances);
  }
  if (!seen) return { suppressed: 'not_judged' };
  const audience = audienceOf(incident, channel, circumstances.silences);
  if ('reason' in audience) return { suppressed: audience.reason };
  if (isFlapping(incident, circumstances.recovered, circumstances.now)) {
    return { suppressed: 'flapping' };
  }
  const agents = agentNames(audience.members);
  return (
    decideNews(incident, mark, agents, circumstances) ??
    decideJoined(incident, mark, agents, circumstances) ??
    decideReminder(incident, mark, agents, channel, circumstances)
  );
}

/** The mark of a channel, null when it was told nothing. */
export function markOf(incident: Incident, channel: string): ChannelMark | null {
  return Object.hasOwn(incident.marks, channel) ? (incident.marks[channel] ?? null) : null;
}

/**
 * A recovery goes to whom the trouble was announced, once. What never failed and was never heard of
 * needs no recovery; a failure that nobody heard of is told afterwards, with its length.
 */
function decideRecovery(
  { failingSinceAt, severity }: Incident,
  mark: ChannelMark,
  channel: ChannelInfo,
  { now, policy }: Circumstances,
): Decision {
  if (!channel.recoveries) return { suppressed: 'recoveries_off' };
  if (mark.arrivedAt === null && failingSinceAt === null) return { suppressed: 'never_told' };
  const weight = failingSinceAt === null ? severity : 'fail';
  if (!mayInterrupt('recovered', weight, policy, now)) return { suppressed: 'quiet_hours' };
  return { kind: 'recovered', why: 'recovered', agents: mark.agents };
}

function decideNews(
  incident: Incident,
  mark: ChannelMark | null,
  agents: readonly string[],
  { now, policy }: Circumstances,
): Decision | null {
  const why = mark ? newsOf(incident, mark) : 'new';
  if (why === null) return null;
  // To whom nothing ever got through, worse is as good as new.
  const isHeard = mark !== null && mark.arrivedAt !== null;
  const kind = why === 'worse' && isHeard ? 'escalated' : 'firing';
  if (!mayInterrupt(kind, incident.severity, policy, now)) return { suppressed: 'quiet_hours' };
  return { kind, why, agents };
}

/** What has not been told about this generation: a worse severity, a higher rung, another code. */
function newsOf(
  { stage, severity }: Incident,
  { told }: ChannelMark,
): 'renewed' | 'worse' | 'changed' | null {
  const [first, ...others] = told;
  if (!first) return 'renewed';
  if (told.some((past) => past.stage === stage && past.severity === severity)) return null;
  const worst = others.reduce(
    (a, b) => (compareSeverity(b.severity, a.severity) < 0 ? b : a),
    first,
  );
  const difference = compareSeverity(severity, worst.severity);
  if (difference !== 0) return difference < 0 ? 'worse' : null;
  const height = rungHeight(stage);
  if (height < 0) return 'changed';
  return told.every((past) => rungHeight(past.stage) < height) ? 'worse' : null;
}

/** A further agent that fails is told once, by itself: the others were told before. */
function decideJoined(
  { severity }: Incident,
  mark: ChannelMark | null,
  agents: readonly string[],
  { owedAgents }: Circumstances,
): Decision | null {
  if (severity !== 'fail' || !mark) return null;
  const named = new Set(mark.agents);
  if (agents.every((agent) => named.has(agent))) return null;
  // What is owed gives way to this message, which therefore names its agents again.
  const untold = agents.filter((agent) => !named.has(agent) || owedAgents?.has(agent));
  return { kind: 'firing', why: 'joined', agents: untold };
}

function decideReminder(
  { severity }: Incident,
  mark: ChannelMark | null,
  agents: readonly string[],
  channel: ChannelInfo,
  { now, policy, owedAgents }: Circumstances,
): Decision {
  if (owedAgents) return { suppressed: 'already_owed' };
  const isDue = severity === 'fail' && mark !== null && now - mark.lastAt >= policy.reminderMs;
  if (!isDue) return { suppressed: 'already_told' };
  return channel.reminders
    ? { kind: 'reminder', why: 'still_failing', agents }
    : { suppressed: 'reminders_off' };
}

function agentNames(members: readonly Member[]): readonly string[] {
  return [...new Set(members.map(({ agent }) => agent ?? ''))].sort();
}
