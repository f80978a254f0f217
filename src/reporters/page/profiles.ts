// The credentials of one agent as a table.
import { compareSeverity } from '../../core/finding.ts';
import { textPhrases } from '../../core/phrases/text-phrases.ts';
import type { Report, ReportAgent, ReportFinding, ReportProfile } from '../../core/report.ts';
import { moment, named, state, table } from './show.ts';

const HEADS = ['State', 'Profile', 'Ends'];

/** Its profiles, and what it lacks; agents of which this is the same look the same. */
export function profilesOf(
  report: Report,
  agent: ReportAgent,
  findings: readonly ReportFinding[],
): string {
  const missing = agent.missingProviders.map(
    (provider) => `<p>${state('fail', 'missing')} no credential for ${named(provider)}</p>`,
  );
  const notes = agent.onDiskOnly
    ? '<p class="muted">On disk only, not in the gateway config.</p>'
    : '';
  const rows = agent.profiles.map((profile) => row(report, profile, findings));
  const body =
    rows.length === 0
      ? '<p class="muted">No stored profiles.</p>'
      : `<div class="profiles stack">${table('Profiles', HEADS, rows)}</div>`;
  return `${notes}${missing.join('')}${body}`;
}

function row(report: Report, profile: ReportProfile, findings: readonly ReportFinding[]): string {
  const { profileId, provider, type, expiresAt, inUse, inheritedFrom, refreshable } = profile;
  const about = [
    provider,
    type,
    ...(inUse ? [] : ['not in use']),
    ...(inheritedFrom === null ? [] : [`from ${inheritedFrom}`]),
    ...(refreshable ? ['renewed by OpenClaw'] : []),
    ...answerOf(profile),
  ];
  const end =
    expiresAt === null ? '<span class="muted">no end known</span>' : moment(expiresAt, report);
  return `<tr><td>${stateOf(profile, findings)}</td><td>${named(profileId)} <span class="muted">${about.map(named).join(', ')}</span></td><td>${end}</td></tr>`;
}

function stateOf(
  { profileId, health, unusable }: ReportProfile,
  findings: readonly ReportFinding[],
): string {
  const [worst] = findings
    .filter((finding) => finding.profileId === profileId)
    .toSorted((a, b) => compareSeverity(a.severity, b.severity));
  if (worst) return state(worst.severity, textPhrases.states[worst.code]);
  if (unusable) return state('info', unusable.kind);
  if (health === 'ok' || health === 'static') return state('ok', 'ok');
  return state('info', health);
}

/** What its provider said, where it said yes or no. */
function answerOf({ probe }: ReportProfile): readonly string[] {
  if (probe?.outcome === 'accepted') return ['accepted'];
  if (probe?.outcome !== 'rejected') return [];
  return [probe.reason === null ? 'rejected' : `rejected: ${probe.reason.replaceAll('_', ' ')}`];
}
