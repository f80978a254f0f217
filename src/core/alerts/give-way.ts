// Decides what of the undelivered messages is outdated by the new ones.
import type { EventKind } from './decide-event.ts';
import type { OutboxEntry } from './incident.ts';
import type { IncidentView } from './notification.ts';

/** Incidents of messages that are dissolved: named ones, and the fingerprints of those only counted. */
export interface Carried {
  readonly views: readonly IncidentView[];
  readonly others: readonly string[];
}

/**
 * Of what is owed only the newest stage stays. A message that certainly nobody got is dissolved into
 * the new one of its kind; one that somebody may have got is sent to the end, without what is outdated.
 */
export function giveWay(
  entries: readonly OutboxEntry[],
  touched: ReadonlySet<string>,
  kinds: ReadonlySet<EventKind>,
): { readonly stays: readonly OutboxEntry[]; carried(kind: EventKind): Carried } {
  const stays: OutboxEntry[] = [];
  const dissolved: OutboxEntry[] = [];
  for (const entry of entries) {
    const rest = without(entry, touched);
    const { incidents } = rest.notification;
    if (incidents.length + rest.others.length === 0) continue;
    const isWhole = rest === entry;
    const isReplaced = !isWhole || kinds.has(entry.notification.kind as EventKind);
    (isUntouched(entry) && isReplaced ? dissolved : stays).push(rest);
  }
  return {
    stays,
    carried(kind) {
      const ofKind = dissolved.filter(({ notification }) => notification.kind === kind);
      return {
        views: ofKind.flatMap(({ notification }) => notification.incidents),
        others: ofKind.flatMap(({ others }) => others),
      };
    },
  };
}

/** The entry itself where nothing in it is outdated. */
function without(entry: OutboxEntry, touched: ReadonlySet<string>): OutboxEntry {
  const { notification } = entry;
  const incidents = notification.incidents.filter(({ fingerprint }) => !touched.has(fingerprint));
  const others = entry.others.filter((fingerprint) => !touched.has(fingerprint));
  const left = incidents.length + others.length;
  if (left === notification.incidents.length + entry.others.length) return entry;
  const { counts: _outdated, ...kept } = notification;
  return { ...entry, others, notification: { ...kept, incidents, truncated: others.length } };
}

/**
 * By incident, the agents that undelivered news name; an empty name stands for no agent. A reminder
 * names nobody here: they were told before.
 */
export function agentsOwed(owed: readonly OutboxEntry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const agents = new Map<string, Set<string>>();
  for (const { notification, others } of owed) {
    for (const fingerprint of others) {
      if (!agents.has(fingerprint)) agents.set(fingerprint, new Set());
    }
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
