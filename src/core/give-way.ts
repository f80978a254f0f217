// Decides what of the undelivered messages is outdated by the new ones.
import type { EventKind } from './decide-event.ts';
import type { OutboxEntry } from './incident.ts';
import type { IncidentView } from './notification.ts';

/**
 * Of what is owed only the newest stage stays. A message that certainly nobody got is dissolved into
 * the new one of its kind; one that somebody may have got is sent to the end, without what is outdated.
 */
export function giveWay(
  entries: readonly OutboxEntry[],
  touched: ReadonlySet<string>,
  kinds: ReadonlySet<EventKind>,
) {
  const stays: OutboxEntry[] = [];
  const carried = new Map<EventKind, IncidentView[]>();
  for (const entry of entries) {
    const { notification } = entry;
    const kind = notification.kind as EventKind;
    const rest = notification.incidents.filter(({ fingerprint }) => !touched.has(fingerprint));
    if (rest.length === 0) continue;
    const isWhole = rest.length === notification.incidents.length;
    if (isUntouched(entry) && (!isWhole || kinds.has(kind))) {
      carried.set(kind, [...(carried.get(kind) ?? []), ...rest]);
    } else {
      stays.push(
        isWhole ? entry : { ...entry, notification: { ...notification, incidents: rest } },
      );
    }
  }
  return { stays, carried };
}

/**
 * By incident, the agents that undelivered news name; an empty name stands for no agent. A reminder
 * names nobody here: they were told before.
 */
export function agentsOwed(owed: readonly OutboxEntry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const agents = new Map<string, Set<string>>();
  for (const { notification } of owed) {
    for (const view of notification.incidents) {
      const known = agents.get(view.fingerprint) ?? new Set<string>();
      agents.set(view.fingerprint, known);
      if (notification.kind === 'reminder') continue;
      for (const agent of view.agents.length > 0 ? view.agents : ['']) known.add(agent);
    }
  }
  return agents;
}

/** True for what the course of an incident made; false for a dead letter. */
export function isIncidentMessage({ notification: { kind } }: OutboxEntry): boolean {
  return kind !== 'deadletter' && kind !== 'test';
}

/** True when it is still owed and certainly nobody got any of it. */
export function isUntouched({ state, hasArrived }: OutboxEntry): boolean {
  return state === 'owed' && !hasArrived;
}
