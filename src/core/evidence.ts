// Decides whether a run is evidence that somebody no longer has an incident.
import { needsStore } from './incident-rules.ts';
import type { EvidenceLevel, Incident, Member } from './incident.ts';
import { parseIso } from './iso.ts';
import { isStillNear } from './ladder.ts';
import { normalizeProvider } from './provider.ts';
import type { Report, ReportProfile } from './report.ts';
import { readSubjects } from './subjects.ts';

const LEVEL_ORDER: readonly EvidenceLevel[] = ['passive', 'metadata', 'inference'];

/** True when the run looked at a member with the same means, so that no finding means no trouble. */
export type IsJudged = (incident: Incident, member: Member) => boolean;

/** Reads from a report what it is evidence of. What a filter or an unreadable file hides, it is not. */
export function readEvidence(report: Report, now: number): IsJudged {
  const subjects = readSubjects(report);
  return (
    { class: incidentClass, gateway, root, level, stage, expiresAt },
    { agent, profileId },
  ) => {
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
    // The end is where it was: only the clock went back, or somebody changed what counts.
    const isSameEnd = expiresAt !== null && parseIso(profile.expiresAt) === expiresAt;
    if (isSameEnd && isStillNear(stage, expiresAt, now)) return false;
    return level === null || level === 'passive' || isAnswered(profile, level);
  };
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
