// Tells the whole story of a profile: what is stored, what counts, what was answered, which rule fired, what helps.
import type { ReportFinding, ReportProfile } from '../core/report.ts';
import { label } from '../core/terminal.ts';
import { agentName, ownerKey, showRemedy } from '../reporters/subject.ts';
import type { Context } from './context.ts';
import { evidenceRows } from './explain-evidence.ts';
import { factRows } from './explain-facts.ts';
import { ruleLines } from './explain-rule.ts';
import type { Sight, Stock } from './explain-stock.ts';
import type { ExplainWords } from './explain-words.ts';
import type { Page } from './page.ts';

/** Different credentials under the same id that are told in full. */
const MOST_STORIES = 5;
const MOST_AGENTS = 8;

/** One credential and one outcome, in the agents that have it so. */
interface Story {
  readonly sight: Sight | null;
  readonly row: ReportProfile | null;
  readonly agents: readonly string[];
  readonly findings: readonly ReportFinding[];
}

/** What a story is told with. */
export interface Narration extends ExplainWords {
  readonly context: Context;
  readonly page: Page;
}

/** Empty when no gateway knows the profile. */
export function profileLines(
  profileId: string,
  stock: Stock,
  narration: Narration,
): readonly string[] {
  const { page, words } = narration;
  const stories = storiesOf(profileId, stock, words);
  const shown = stories.slice(0, MOST_STORIES);
  const more = stories.length - shown.length;
  const name = label(profileId, 120, page.charset);
  return [
    ...shown.flatMap((story) => ['', ...storyLines(name, story, narration)]),
    ...(more > 0 ? ['', words.further(more)] : []),
  ];
}

function storiesOf(
  profileId: string,
  { report, sights }: Stock,
  words: ExplainWords['words'],
): readonly Story[] {
  const findings = new Map<string, ReportFinding[]>();
  for (const finding of report.findings) {
    const { facts } = finding;
    const members = Array.isArray(facts['profiles']) ? (facts['profiles'] as string[]) : [];
    const isMeant =
      (finding.profileId === profileId && facts['reason'] !== 'not_stored') ||
      members.includes(profileId);
    if (!isMeant) continue;
    const owner = ownerKey(finding.gateway, finding.agent);
    findings.set(owner, [...(findings.get(owner) ?? []), finding]);
  }
  const rows = new Map(
    report.agents.map(({ gateway, id, profiles }) => [
      ownerKey(gateway, id),
      profiles.find((profile) => profile.profileId === profileId) ?? null,
    ]),
  );
  const stories = new Map<string, Story>();
  const tell = (owner: string, agent: string | null, sight: Sight | null): void => {
    const row = rows.get(owner) ?? null;
    const about = findings.get(owner) ?? [];
    findings.delete(owner);
    const key = JSON.stringify([
      row?.credentialId,
      row?.health,
      sight?.gateway.label,
      about.map(({ code, severity, title }) => [code, severity, title]),
    ]);
    const known = stories.get(key);
    const agents = [...(known?.agents ?? []), ...(agent === null ? [] : [agent])];
    stories.set(key, known ? { ...known, agents } : { sight, row, agents, findings: about });
  };
  for (const sight of sights) {
    const { gateway, id } = sight.agent;
    const origin = sight.judged.inheritedFrom;
    const agent = agentName(report, gateway, id) ?? id;
    tell(ownerKey(gateway, id), origin === null ? agent : words.from(agent, origin), sight);
  }
  // What is no usable profile, or a login of another program, has findings alone.
  for (const [owner, [first]] of findings) {
    if (first) tell(owner, agentName(report, first.gateway, first.agent), null);
  }
  return [...stories.values()].toSorted((a, b) => b.findings.length - a.findings.length);
}

function storyLines(name: string, story: Story, narration: Narration): string[] {
  const { context, page, words } = narration;
  const { sight, row, agents, findings } = story;
  const shown = agents.slice(0, MOST_AGENTS).map((agent) => label(agent, 64, page.charset));
  const left = agents.length - shown.length;
  const names = left > 0 ? words.more(shown.join(', '), left) : shown.join(', ');
  const head = agents.length === 0 ? name : words.ofAgents(name, names, agents.length);
  return [
    ...page.paragraph(head, 0).map((line) => page.paint.bold(line)),
    ...(sight === null || row === null
      ? []
      : [
          ...page.terms([
            ...factRows(sight, row, context, page.charset, narration),
            ...evidenceRows(sight, row, context.now, page.charset, narration),
          ]),
        ]),
    ...(findings.length === 0
      ? [...page.heading(words.headings.verdict), ...page.paragraph(words.nothingFound, 1)]
      : findings.flatMap((finding) => findingLines(finding, narration))),
  ];
}

function findingLines(finding: ReportFinding, narration: Narration): string[] {
  const { page, text } = narration;
  const title = label(finding.title, 400, page.charset);
  return [
    ...page.heading(`${finding.severity}: ${title}`),
    ...ruleLines(finding, narration),
    ...finding.remedy.flatMap((line) => page.command(showRemedy(line, page.charset, text), 2)),
  ];
}
