// Names the subjects of a report and finds a finding's profile in it.
import { textPhrases, type TextPhrases } from '../core/phrases/text-phrases.ts';
import { label, type Charset } from '../core/terminal.ts';
import type { Report, ReportFinding, ReportProfile } from '../core/report.ts';

/**
 * Agent as `--agent` takes it: `main`, with several gateways `edge/main`; null without an agent. A gateway
 * that was not found is in no list of the report, so its name says that it is another one.
 */
export function agentName(report: Report, gateway: string, agent: string | null): string | null {
  const only = report.gateways[0]?.label ?? 'default';
  if (report.gateways.length < 2 && gateway === only) return agent;
  return agent === null ? `${gateway}/` : `${gateway}/${agent}`;
}

/** Whose profile it is, as one key. Neither a gateway's label nor an agent's id can hold a NUL. */
export function ownerKey(gateway: string, agent: string | null): string {
  return `${gateway}\0${agent}`;
}

/** Profiles by owner, then by id. */
export type ProfileIndex = ReadonlyMap<string, ReadonlyMap<string, ReportProfile>>;

/**
 * The profiles of every agent about which something was found, which in a large fleet are few. Empty
 * when the report was made without its agents.
 */
export function indexProfiles(report: Report): ProfileIndex {
  const wanted = new Set(report.findings.map(({ gateway, agent }) => ownerKey(gateway, agent)));
  const index = new Map<string, ReadonlyMap<string, ReportProfile>>();
  for (const agent of report.agents) {
    const owner = ownerKey(agent.gateway, agent.id);
    if (!wanted.has(owner)) continue;
    index.set(owner, new Map(agent.profiles.map((profile) => [profile.profileId, profile])));
  }
  return index;
}

/** The profile a finding is about; undefined when it is about none or the report does not hold it. */
export function profileOf(index: ProfileIndex, finding: ReportFinding): ReportProfile | undefined {
  const { gateway, agent, profileId } = finding;
  return profileId === null ? undefined : index.get(ownerKey(gateway, agent))?.get(profileId);
}

/** When the credential of a finding ends, ISO; null when that is not known. */
export function expiryOf(index: ProfileIndex, finding: ReportFinding): string | null {
  const { expiresAt } = finding.facts;
  if (typeof expiresAt === 'string') return expiresAt;
  return profileOf(index, finding)?.expiresAt ?? null;
}

// Longer than any command made of ordinary ids.
const REMEDY_COLUMNS = 1000;

/** A remedy line as it can be shown; a command that would not survive is replaced by a note. */
export function showRemedy(
  line: string,
  charset: Charset = 'unicode',
  { notShown }: Pick<TextPhrases, 'notShown'> = textPhrases,
): string {
  const shown = label(line, REMEDY_COLUMNS, charset);
  return shown === line || line.startsWith('# ') ? shown : `# ${notShown}`;
}
