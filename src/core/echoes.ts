// Decides which findings only repeat what a more exact one says of the same credential.
import { compareSeverity, type FindingCode } from './finding.ts';
import { incidentRule } from './alerts/incident-rules.ts';
import type { Report, ReportFinding } from './report.ts';

const REFUSED: readonly FindingCode[] = [
  'credential_rejected',
  'billing_blocked',
  'claude_code_only',
];

/** What OpenClaw does about a refusal, by the findings that tell the refusal itself. */
const ECHO_OF: Readonly<Partial<Record<FindingCode, readonly FindingCode[]>>> = {
  profile_auth_failing: ['credential_rejected'],
  profile_cooldown: REFUSED,
  profile_disabled: REFUSED,
  provider_exhausted: REFUSED,
};

/**
 * True for a finding all of whose profiles are refused in words of their own, at least as gravely: it is
 * no second trouble.
 */
export function readEchoes({ findings }: Report): (finding: ReportFinding) => boolean {
  const refusals = findings.filter(({ code }) => incidentRule(code).class === 'probe');
  if (refusals.length === 0) return () => false;
  const byProfile = new Map<string, ReportFinding[]>();
  for (const refusal of refusals) {
    for (const key of profileKeys(refusal)) {
      byProfile.set(key, [...(byProfile.get(key) ?? []), refusal]);
    }
  }
  return (finding) => {
    const codes = Object.hasOwn(ECHO_OF, finding.code) ? ECHO_OF[finding.code] : undefined;
    if (codes === undefined) return false;
    const keys = profileKeys(finding);
    const isRefused = (key: string): boolean =>
      (byProfile.get(key) ?? []).some(
        ({ code, severity }) =>
          codes.includes(code) && compareSeverity(severity, finding.severity) <= 0,
      );
    return keys.length > 0 && keys.every(isRefused);
  };
}

/** Whom a finding is about, one key per profile; where several may be meant, each of them. */
function profileKeys({ gateway, agent, profileId, facts }: ReportFinding): readonly string[] {
  const { profiles } = facts;
  const ids = Array.isArray(profiles) ? (profiles as readonly string[]) : [];
  const meant = profileId === null ? ids : [profileId];
  return meant.map((id) => JSON.stringify([gateway, agent, id]));
}
