// Remembers when each credential was first seen, and notices when the salt behind their ids changed.
import type { AlertState, CredentialSeen } from './incident.ts';
import { parseIso } from '../iso.ts';
import type { Report } from '../report.ts';

export interface Sighting {
  readonly credentials: Readonly<Record<string, CredentialSeen>>;
  /**
   * False when no credentialId of this report was ever seen: a report made elsewhere without state has
   * a new salt each time, so a changed id is no sign of a renewed credential.
   */
  readonly sameSalt: boolean;
}

/** Notes the credentials whose end is ahead. OpenClaw's own renewals are left out: they never end. */
export function sightCredentials(state: AlertState, report: Report, now: number): Sighting {
  const known = new Map(Object.entries(state.credentials));
  const generations = new Set(state.incidents.map(({ generation }) => generation));
  const profiles = report.agents.flatMap((agent) => agent.profiles);
  const sameSalt = profiles.some(
    ({ credentialId }) => known.has(credentialId) || generations.has(credentialId),
  );
  const former = new Map([...known].map(([id, seen]) => [seen.expiresAt, id]));
  for (const profile of profiles) {
    const expiresAt = parseIso(profile.expiresAt);
    if (expiresAt === null || profile.refreshable) continue;
    const id = profile.credentialId;
    const formerId = sameSalt || known.has(id) ? undefined : former.get(expiresAt);
    const seen = known.get(formerId ?? id);
    if (formerId !== undefined) known.delete(formerId);
    known.set(id, sighted(seen, expiresAt, now));
  }
  const ahead = [...known].filter(([, { expiresAt }]) => expiresAt > now);
  return { credentials: Object.fromEntries(ahead), sameSalt };
}

function sighted(seen: CredentialSeen | undefined, expiresAt: number, now: number): CredentialSeen {
  return {
    firstSeenAt: seen?.firstSeenAt ?? now,
    initialRemainingMs: Math.max(seen?.initialRemainingMs ?? 0, expiresAt - now),
    expiresAt,
  };
}
