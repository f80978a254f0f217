// Tells again in another language what a report or an incident says in English.
import { describe } from '../core/message.ts';
import type { IncidentView } from '../core/alerts/notification.ts';
import { findingPhrases, type FindingPhrases } from '../core/phrases/finding-phrases.ts';
import type { Report, ReportFinding } from '../core/report.ts';
import type { CiService, Context, Describable } from '../core/words/told.ts';

/** Agents of an incident that are looked at; their remedies differ in a name. */
const MOST_AGENTS = 50;

/** The report with titles and remedies in a language; `ci` as in the run that made it. */
export function retellReport(report: Report, phrases: FindingPhrases, ci?: CiService): Report {
  const now = Date.parse(report.generatedAt);
  const findings = report.findings.map((finding) => ({
    ...finding,
    ...describe(finding, { now, ...placeOf(finding), ci, phrases }),
  }));
  return { ...report, findings };
}

/**
 * Title and remedy of an incident as of `now`. Its remedy was gathered from many agents, so each remark
 * is looked up among what would be said about one of them; commands are the same in every language.
 */
export function retellIncident(
  incident: IncidentView,
  now: number,
  phrases: FindingPhrases,
): Pick<ReportFinding, 'title' | 'remedy'> {
  const subjects = subjectsOf(incident);
  const context = { now, ...placeOf(incident) };
  const [first = subjects[0]] = subjects;
  const remarks = new Map<string, string>();
  for (const subject of subjects) {
    const isTold = (line: string) => !line.startsWith('# ') || remarks.has(line);
    if (incident.remedy.every(isTold)) break;
    const english = describe(subject, { ...context, phrases: findingPhrases }).remedy;
    const told = describe(subject, { ...context, phrases }).remedy;
    for (const [index, line] of english.entries()) remarks.set(line, told[index] ?? line);
  }
  return {
    title: first === undefined ? incident.title : describe(first, { ...context, phrases }).title,
    remedy: incident.remedy.map((line) => remarks.get(line) ?? line),
  };
}

function subjectsOf(incident: IncidentView): readonly Describable[] {
  const { code, severity, gateway, provider, facts } = incident;
  const agents = incident.agents.length === 0 ? [null] : incident.agents.slice(0, MOST_AGENTS);
  const profiles = incident.profiles.length === 0 ? [null] : incident.profiles.slice(0, 2);
  return agents.flatMap((agent) =>
    profiles.map((profileId) => ({
      code,
      severity,
      gateway,
      agent,
      provider,
      profileId,
      facts,
    })),
  );
}

const PLACE = /^# (?:With|On gateway .*?, with) OPENCLAW_STATE_DIR set to (.*):$/;
const UNNAMED = 'its directory';

/** Where the commands of an English remedy are to be run: its first line says so. */
function placeOf({
  remedy: [line = ''],
}: Pick<ReportFinding, 'remedy'>): Pick<Context, 'gatewayCount' | 'stateDir'> {
  const dir = PLACE.exec(line)?.[1];
  return {
    gatewayCount: line.startsWith('# On gateway ') ? 2 : 1,
    stateDir: dir === UNNAMED ? undefined : dir,
  };
}
