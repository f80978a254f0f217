// Tells the worst that was found in a few lines, and how to hear more of each.
import type { ReportFinding } from '../core/report.ts';
import { shellWord } from '../core/shell.ts';
import { label } from '../core/terminal.ts';
import { agentName } from '../reporters/subject.ts';
import type { Stock } from './explain-stock.ts';
import type { ExplainWords } from './explain-words.ts';
import type { Page } from './page.ts';

const MOST = 5;

/** A line or two for each of the worst findings, one for each credential or code. */
export function worstLines(
  { report }: Stock,
  page: Page,
  { words }: ExplainWords,
): readonly string[] {
  const counting = report.findings.filter(
    ({ severity }) => severity === 'fail' || severity === 'warn',
  );
  const topics = new Map<string, ReportFinding[]>();
  for (const finding of counting) {
    const topic = [finding.gateway, finding.code, finding.profileId, finding.title].join('\0');
    topics.set(topic, [...(topics.get(topic) ?? []), finding]);
  }
  const { summary } = report;
  if (topics.size === 0) {
    return [
      ...page.paragraph(words.nothingWrong(summary.agents, summary.profiles), 0),
      '',
      ...page.paragraph(words.nameOne, 0),
      ...page.command('auth-monitor check --verbose', 1),
      ...page.command('auth-monitor explain profile_expired', 1),
    ];
  }
  const shown = [...topics.values()].slice(0, MOST);
  const more = topics.size - shown.length;
  return [
    ...shown.flatMap((group) => {
      const [first] = group as [ReportFinding];
      const hue = first.severity === 'fail' ? 'red' : 'yellow';
      const names = group
        .slice(0, MOST)
        .map(({ gateway, agent }) => agentName(report, gateway, agent))
        .filter((name) => name !== null);
      const left = group.length - Math.min(group.length, MOST);
      const shownNames = names.map((name) => label(name, 64, page.charset)).join(', ');
      const whom =
        names.length === 0 ? '' : ` (${left > 0 ? words.more(shownNames, left) : shownNames})`;
      return [
        '',
        ...page
          .paragraph(`${first.severity}: ${label(first.title, 400, page.charset)}${whom}`, 0)
          .map((line) => line.replace(first.severity, page.paint[hue](first.severity))),
        ...page.command(`auth-monitor explain ${topicWord(first)}`, 1),
      ];
    }),
    ...(more > 0 ? ['', words.furtherTopics(more)] : []),
  ];
}

/** The profile where it can be pasted, else the code. */
function topicWord({ profileId, code }: ReportFinding): string {
  const word = profileId === null || profileId.startsWith('-') ? null : shellWord(profileId);
  return word ?? code;
}
