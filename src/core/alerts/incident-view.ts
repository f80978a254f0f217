// Shows an incident as a message tells it.
import type { Incident } from './incident.ts';
import { toIso } from '../iso.ts';
import type { IncidentView } from './notification.ts';

/** The incident as of `now`, limited to the named agents; an empty name stands for no agent. */
export function viewOf(incident: Incident, agents: readonly string[], now: number): IncidentView {
  const { openedAt, failingSinceAt, expiresAt, recoveredAt, members } = incident;
  const named = new Set(agents);
  const told = members.filter(({ agent }) => named.has(agent ?? ''));
  return {
    fingerprint: incident.fingerprint,
    code: incident.code,
    severity: recoveredAt !== null && failingSinceAt !== null ? 'fail' : incident.severity,
    title: incident.title,
    gateway: incident.gateway,
    agents: agents.filter((agent) => agent !== ''),
    provider: incident.provider,
    profiles: [...new Set(told.flatMap(({ profileId }) => profileId ?? []))].sort(),
    since: toIso(failingSinceAt ?? openedAt),
    expiresAt: expiresAt === null ? null : toIso(expiresAt),
    remainingMs: expiresAt === null ? null : expiresAt - now,
    outageMs:
      recoveredAt === null || failingSinceAt === null || isDiscounted(incident)
        ? null
        : Math.max(0, recoveredAt - failingSinceAt),
    facts: incident.facts,
    remedy: incident.remedy,
  };
}

/** True for what was taken back because it no longer counts, though nothing about it got better. */
export function isDiscounted({ facts }: Pick<IncidentView, 'facts'>): boolean {
  return facts['discounted'] === true;
}
