// Decides whether a run is evidence that somebody no longer has an incident.
import { needsStore } from './incident-rules.ts';
import type { EvidenceLevel, Incident, Member } from './incident.ts';
import { parseIso } from '../iso.ts';
import { isStillNear } from './ladder.ts';
import { normalizeProvider } from '../provider.ts';
import type { Report, ReportFinding, ReportProfile } from '../report.ts';
import { readSubjects } from './subjects.ts';

const LEVEL_ORDER: readonly EvidenceLevel[] = ['passive', 'metadata', 'inference'];

/**
 * Why a member no longer has an incident: the trouble is gone, or it is still there and no longer counts
 * (ignored, out of scope, a lower severity). Null when the run says nothing about it.
 */
export type Evidence = 'gone' | 'discounted' | null;

export type EvidenceOf = (incident: Incident, member: Member) => Evidence;

/** Reads from a report what it is evidence of. What a filter or an unreadable file hides, it is not. */
export function readEvidence(report: Report, now: number): EvidenceOf {
  const subjects = readSubjects(report);
  const discounted = new Set(
    report.findings.flatMap((finding) => (finding.severity === 'info' ? keyOf(finding) : [])),
  );
  const suspectClocks = new Set(
    report.findings.flatMap(({ code, gateway }) => (code === 'clock_suspect' ? [gateway] : [])),
  );
  const isSettled = (incident: Incident, member: Member): boolean => {
    const { class: incidentClass, gateway, root, level } = incident;
    const { agent, profileId } = member;
    if (!subjects.hasGateway(gateway)) return false;
    if (incidentClass === 'reach') return hasAnswer(report, gateway, root);
    if (agent === null && needsStore(incidentClass)) {
      return !report.filtered && (profileId === null || !subjects.hasGaps(gateway));
    }
    if (agent === null) return true;
    // A name that is missing is gone only where every list is whole.
    const isWhole = !report.filtered && !subjects.hasGaps(gateway);
    const listed = subjects.agent(gateway, agent);
    if (!listed) return isWhole;
    if (!needsStore(incidentClass)) return true;
    if (subjects.isBlind(gateway, agent)) return false;
    if (incidentClass === 'permissions') return true;
    if (incidentClass === 'provider' || incidentClass === 'exhausted') {
      return isWhole || listed.profiles.some(({ provider }) => isProvider(root, provider));
    }
    const profile = subjects.profile(gateway, agent, profileId);
    if (!profile) return isWhole;
    if (incidentClass === 'unusable' && profile.unusable !== null) return false;
    // Only the clock went back, or this one run looks at a shorter time ahead.
    if (isSameEnd(incident, profile, now)) return false;
    // By a clock that is known to be wrong nothing is further off.
    if (suspectClocks.has(gateway) && hasSameEnd(incident, profile)) return false;
    if (level === 'passive') return subjects.looksFor(gateway, agent, incident.facts['source']);
    return level === null || isAnswered(profile, level);
  };
  const isDiscounted = (incident: Incident, { agent, profileId }: Member): boolean => {
    const { gateway, code, stage } = incident;
    if (agent === null || profileId === null) return false;
    const member = { gateway, agent, profileId };
    if (discounted.has(keyOf({ ...member, code }))) return true;
    if (discounted.has(keyOf({ ...member, code: 'profile_unused' }))) return true;
    const profile = subjects.profile(gateway, agent, profileId);
    if (profile === null || !isSameEnd(incident, profile, now)) return false;
    // The report itself says that it is over; what is no finding any more was switched off.
    return stage === 'expired' && profile.health === 'expired';
  };
  return (incident, member) => {
    if (isDiscounted(incident, member)) return 'discounted';
    return isSettled(incident, member) ? 'gone' : null;
  };
}

function hasSameEnd({ expiresAt }: Incident, profile: ReportProfile): boolean {
  return expiresAt !== null && parseIso(profile.expiresAt) === expiresAt;
}

function isSameEnd(incident: Incident, profile: ReportProfile, now: number): boolean {
  const { expiresAt, stage } = incident;
  return expiresAt !== null && hasSameEnd(incident, profile) && isStillNear(stage, expiresAt, now);
}

function keyOf(subject: Pick<ReportFinding, 'gateway' | 'agent' | 'profileId' | 'code'>): string {
  return JSON.stringify([subject.gateway, subject.agent, subject.profileId, subject.code]);
}

/** The provider answered about this very profile, asked at least as thoroughly. */
function isAnswered({ probe }: ReportProfile, level: EvidenceLevel): boolean {
  if (probe === null || (probe.outcome !== 'accepted' && probe.outcome !== 'rejected'))
    return false;
  return LEVEL_ORDER.indexOf(probe.level) >= LEVEL_ORDER.indexOf(level);
}

function hasAnswer(report: Report, gateway: string, root: string): boolean {
  return report.agents.some(
    (agent) =>
      agent.gateway === gateway &&
      agent.profiles.some(
        (profile) => isProvider(root, profile.provider) && isAnswered(profile, 'metadata'),
      ),
  );
}

function isProvider(root: string, provider: string): boolean {
  return root === 'provider:*' || root === `provider:${normalizeProvider(provider)}`;
}
