// Turns a judged profile and the facts of a finding into what the JSON report prints.
import type { JudgedProfile } from './checks/check.ts';
import type { Finding } from './core/finding.ts';
import type { ReportProbe, ReportProfile } from './core/report.ts';
import type { Identity } from './identity.ts';

/** The row of one profile. */
export function rowOf(judged: JudgedProfile, identity: Identity, now: number): ReportProfile {
  const { profile, expiry, unusable } = judged;
  return {
    profileId: profile.profileId,
    provider: judged.provider,
    type: profile.type,
    credentialId: identity.credentialId(profile),
    health: judged.health,
    usable: judged.usable,
    inUse: judged.inUse,
    refreshable: judged.refreshable,
    inheritedFrom: judged.inheritedFrom,
    expiresAt: expiry.at === null ? null : iso(expiry.at),
    remainingMs: expiry.at === null ? null : Math.floor(expiry.at - now),
    expirySource: expiry.source,
    unusable:
      unusable === null
        ? null
        : { kind: unusable.kind, reason: unusable.reason, until: iso(unusable.until) },
    probe: null satisfies ReportProbe | null,
  };
}

/** A fact as the report prints it: times as ISO. */
export function isoFact([key, value]: [string, Finding['facts'][string]]): [
  string,
  Finding['facts'][string],
] {
  const isTime = typeof value === 'number' && (/At$|Until$/.test(key) || key === 'until');
  return [key, isTime ? iso(value) : value];
}

/** ISO 8601; a time beyond what a Date holds is cut to the last one. */
export function iso(at: number): string {
  return new Date(Math.min(at, 8_640_000_000_000_000)).toISOString();
}
