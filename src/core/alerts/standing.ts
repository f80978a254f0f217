// Decides what a receiver that forgets is reminded of in each run: what it was told and what goes on.
import { compareSeverity } from '../finding.ts';
import { viewOf } from './incident-view.ts';
import type { AlertState, ChannelMark, Incident } from './incident.ts';
import type { AlertSeverity, IncidentView } from './notification.ts';

/**
 * The open incidents of which something got through to a channel, worst first. What it has not been told
 * (a worse stage in quiet hours, a further agent under a silence) is not told by the back door; and a
 * silence does not end what it knows, which its receiver would take for a recovery.
 */
export function standingOf(
  { incidents }: AlertState,
  channel: string,
  now: number,
): readonly IncidentView[] {
  return incidents
    .flatMap((incident) => {
      const mark = Object.hasOwn(incident.marks, channel) ? incident.marks[channel] : undefined;
      if (!mark || mark.arrivedAt === null || incident.recoveredAt !== null) return [];
      const view = viewOf(incident, mark.agents, now);
      return [{ ...view, severity: severityTold(incident, mark) }];
    })
    .sort((a, b) => compareSeverity(a.severity, b.severity));
}

/** As bad as it is, but no worse than told. */
function severityTold({ severity }: Incident, { told }: ChannelMark): AlertSeverity {
  const worst = told
    .map((past) => past.severity)
    .reduce<AlertSeverity | null>(
      (a, b) => (a === null || compareSeverity(b, a) < 0 ? b : a),
      null,
    );
  return worst !== null && compareSeverity(severity, worst) < 0 ? worst : severity;
}
