// Turns a finding into what the JSON report prints: words, ISO times, a fingerprint.
import type { Finding } from './core/finding.ts';
import { isoTime } from './core/iso-time.ts';
import { describe } from './core/message.ts';
import type { ReportFinding } from './core/report.ts';
import type { Context } from './core/words/told.ts';
import type { Identity } from './identity.ts';

/** `context.now` in epoch ms; without an identity the fingerprint stays empty. */
export function reportFinding(
  finding: Finding,
  context: Context,
  identity: Identity | undefined,
): ReportFinding {
  const { title, remedy } = describe(finding, context);
  return {
    code: finding.code,
    severity: finding.severity as ReportFinding['severity'],
    gateway: finding.gateway,
    agent: finding.agent,
    provider: finding.provider,
    profileId: finding.profileId,
    since: finding.since === null ? null : isoTime(finding.since),
    facts: Object.fromEntries(Object.entries(finding.facts).map(isoFact)),
    title,
    remedy,
    fingerprint: identity?.fingerprint(finding) ?? '',
  };
}

/** A fact as the report prints it: times as ISO. */
function isoFact([key, value]: [string, Finding['facts'][string]]): [
  string,
  Finding['facts'][string],
] {
  const isTime = typeof value === 'number' && (/At$|Until$/.test(key) || key === 'until');
  return [key, isTime ? isoTime(value) : value];
}
