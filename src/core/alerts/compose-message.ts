// Decides what one message names: the worst incidents first, the rest counted.
import type { ChannelInfo } from './audience.ts';
import { markOf, type EventKind, type EventReason } from './decide-event.ts';
import { compareSeverity } from '../finding.ts';
import type { Carried } from './give-way.ts';
import { viewOf } from './incident-view.ts';
import type { Incident } from './incident.ts';
import type { AlertSeverity, IncidentView } from './notification.ts';
import type { Event, Planned, Season } from './plan-channel.ts';

/** Incidents named in a message for people; it counts the rest, least urgent, and they are told with it. */
const MOST_INCIDENTS = 200;

/** The message of one kind, none where there is nothing to say. */
export function composeMessage(
  { name: channel, tellsEach }: ChannelInfo,
  events: readonly Event[],
  carried: Carried,
  kind: EventKind,
  { followed, now }: Season,
): readonly { readonly planned: Planned; readonly told: readonly Event[] }[] {
  const open = new Map(followed.map(({ incident }) => [incident.fingerprint, incident]));
  const incidents = [
    ...events.map(({ view }) => view),
    ...carried.views.map((view) => refresh(view, open.get(view.fingerprint), now)),
    ...carried.others.flatMap((fingerprint) => revealed(open.get(fingerprint), channel, now)),
  ].sort((a, b) => compareSeverity(a.severity, b.severity));
  const [worst] = incidents;
  if (!worst) return [];
  const most = tellsEach ? incidents.length : MOST_INCIDENTS;
  const named = incidents.slice(0, most);
  const why = new Map<string, EventReason>(
    incidents.map(({ fingerprint }) => [fingerprint, 'owed'] as const),
  );
  for (const event of events) why.set(event.view.fingerprint, event.why);
  const planned: Planned = {
    channel,
    kind,
    severity: worst.severity,
    incidents: named,
    others: incidents.slice(most).map(({ fingerprint }) => fingerprint),
    counts: countBySeverity(incidents),
    why: Object.fromEntries(
      named.map(({ fingerprint }) => [fingerprint, why.get(fingerprint) ?? 'owed']),
    ),
  };
  return [{ planned, told: events }];
}

/** What was only counted in a message that nobody got is told by name, unless it is over meanwhile. */
function revealed(
  incident: Incident | undefined,
  channel: string,
  now: number,
): readonly IncidentView[] {
  if (!incident || incident.recoveredAt !== null) return [];
  return [viewOf(incident, markOf(incident, channel)?.agents ?? [''], now)];
}

/** How many of each severity there are. */
export function countBySeverity(incidents: readonly IncidentView[]): Planned['counts'] {
  const counts: Partial<Record<AlertSeverity, number>> = {};
  for (const { severity } of incidents) counts[severity] = (counts[severity] ?? 0) + 1;
  return counts;
}

/** What waited is told as it is now; what is over is told as it was. */
function refresh(view: IncidentView, incident: Incident | undefined, now: number): IncidentView {
  if (!incident || incident.recoveredAt !== null) return view;
  return viewOf(incident, view.agents.length > 0 ? view.agents : [''], now);
}
