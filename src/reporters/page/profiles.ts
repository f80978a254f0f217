// The credentials of one agent as a table.
import { compareSeverity } from '../../core/finding.ts';
import type { ReportAgent, ReportFinding, ReportProfile } from '../../core/report.ts';
import { moment, named, prose, state, table, type Sheet } from './show.ts';

/** Its profiles, and what it lacks; agents of which this is the same look the same. */
export function profilesOf(
  sheet: Sheet,
  agent: ReportAgent,
  findings: readonly ReportFinding[],
): string {
  const { agents: words, counts, facts } = sheet.page;
  const missing = agent.missingProviders.map(
    (provider) =>
      `<p>${state('fail', sheet.text.health.missing)} ${prose(words.missing(provider))}</p>`,
  );
  const notes = agent.onDiskOnly ? `<p class="muted">${words.onDiskOnly}</p>` : '';
  const rows = agent.profiles
    .map((profile) => ({ profile, worst: worstOf(profile, findings) }))
    .toSorted(worstFirst)
    .map((told) => row(sheet, told));
  const heads = [words.state, facts.profile, facts.ends];
  const body =
    rows.length === 0
      ? `<p class="muted">${words.none}</p>`
      : `<div class="profiles stack">${table(counts.profiles, heads, rows)}</div>`;
  return `${notes}${missing.join('')}${body}`;
}

/** A profile, and the worst that was found about it. */
interface ToldProfile {
  readonly profile: ReportProfile;
  readonly worst: ReportFinding | undefined;
}

function worstOf(
  { profileId }: ReportProfile,
  findings: readonly ReportFinding[],
): ReportFinding | undefined {
  return findings
    .filter((finding) => finding.profileId === profileId)
    .toSorted((a, b) => compareSeverity(a.severity, b.severity))[0];
}

function worstFirst(a: ToldProfile, b: ToldProfile): number {
  const [aEnd, bEnd] = [a, b].map(({ profile }) => profile.expiresAt ?? '~') as [string, string];
  return (
    compareSeverity(a.worst?.severity ?? 'info', b.worst?.severity ?? 'info') ||
    (aEnd < bEnd ? -1 : Number(aEnd > bEnd))
  );
}

function row(sheet: Sheet, told: ToldProfile): string {
  const { agents: words } = sheet.page;
  const { profile } = told;
  const { profileId, provider, type, expiresAt, inUse, inheritedFrom, refreshable } = profile;
  const about = [
    provider,
    type,
    ...(inUse ? [] : [words.unused]),
    ...(inheritedFrom === null
      ? []
      : [words.inherited(inheritedFrom === 'shared' ? words.shared : inheritedFrom)]),
    ...(refreshable ? [words.renewed] : []),
    ...answerOf(profile, words),
  ];
  const end =
    expiresAt === null ? `<span class="muted">${words.noEnd}</span>` : moment(expiresAt, sheet);
  return `<tr><td>${stateOf(sheet, told)}</td><td>${named(profileId)} <span class="muted">${about.map(named).join(', ')}</span></td><td>${end}</td></tr>`;
}

function stateOf({ page, text }: Sheet, { profile, worst }: ToldProfile): string {
  const { health, unusable } = profile;
  if (worst) return state(worst.severity, text.states[worst.code]);
  if (unusable) return state('info', page.agents.unusable[unusable.kind]);
  if (health === 'ok' || health === 'static') return state('ok', text.health.ok);
  return state('info', text.health[health]);
}

/** What its provider said, where it said yes or no. */
function answerOf({ probe }: ReportProfile, words: Sheet['page']['agents']): readonly string[] {
  if (probe?.outcome === 'accepted') return [words.accepted];
  if (probe?.outcome !== 'rejected') return [];
  return [words.rejected(probe.reason?.replaceAll('_', ' ') ?? null)];
}
