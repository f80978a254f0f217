// The report for job summaries, issues and chats that render GitHub's Markdown.
import { formatTime, fromNow } from '../core/moment.ts';
import { markdownPhrases, type MarkdownPhrases } from '../core/phrases/markdown-phrases.ts';
import type { Report, ReportFinding } from '../core/report.ts';
import { label } from '../core/terminal.ts';
import { code, fence, inline } from './markdown-escape.ts';
import type { Reporter } from './reporter.ts';
import { agentName, expiryOf, indexProfiles, showRemedy } from './subject.ts';

// A step summary above 1 MiB is dropped whole (actions/runner 2.336.0), an issue above 65,536 characters.
const MOST_ROWS = 100;
const MOST_REMEDIES = 20;
const ID_COLUMNS = 80;
const TITLE_COLUMNS = 240;

const SIGNS = { ok: '✅', expiring: '⚠️', failing: '❌' } as const;

const MARKS: Readonly<Record<ReportFinding['severity'], string>> = {
  fail: '❌ ',
  warn: '⚠️ ',
  notice: '🔔 ',
  info: '',
};

export const markdown: Reporter = {
  name: 'markdown',
  detail: 'findings',
  isWorded: true,
  render(report, { phrases }) {
    const said = phrases?.markdown ?? markdownPhrases;
    const blocks = [
      `## ${SIGNS[report.verdict]} ${said.headings[report.verdict]}`,
      summaryOf(report, said),
      tableOf(report, said),
      ...remediesOf(report, said),
      said.observed({
        at: formatTime(report.generatedAt),
        tool: inline(`${report.tool.name} ${report.tool.version}`),
        exitCode: report.exitCode,
      }),
    ];
    return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
  },
};

function summaryOf({ summary, generatedAt }: Report, said: MarkdownPhrases): string {
  const { agents, profiles, severity, nextExpiryAt: next } = summary;
  const found = said.found({
    problems: severity.fail,
    warnings: severity.warn,
    notices: severity.notice,
    agents,
    profiles,
  });
  if (next === null) return `${found} ${said.noExpiry}`;
  const when = fromNow(Date.parse(next), Date.parse(generatedAt), said.times);
  return `${found} ${said.nextExpiry(`**${formatTime(next)}**`, when)}`;
}

function tableOf(report: Report, said: MarkdownPhrases): string {
  if (report.findings.length === 0) return '';
  const index = indexProfiles(report);
  const rows = report.findings.slice(0, MOST_ROWS).map((finding) => {
    const { severity } = finding;
    const expiresAt = expiryOf(index, finding);
    return [
      MARKS[severity] + said.severities[severity],
      cell(agentName(report, finding.gateway, finding.agent)),
      cell(finding.profileId ?? finding.provider),
      inline(label(finding.title, TITLE_COLUMNS)),
      expiresAt === null ? '' : formatTime(expiresAt),
    ];
  });
  const left = report.findings.length - rows.length;
  return [
    said.columns,
    said.columns.map(() => '---'),
    ...rows,
    ...(left > 0 ? [['', '', '', said.more(left), '']] : []),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function cell(name: string | null): string {
  return name === null || name === '' ? '' : code(label(name, ID_COLUMNS));
}

/** What to do, once for all findings that ask for the same. */
function remediesOf(report: Report, said: MarkdownPhrases): string[] {
  const titles = new Map<string, Set<string>>();
  for (const { severity, remedy, title } of report.findings) {
    if ((severity !== 'fail' && severity !== 'warn') || remedy.length === 0) continue;
    const script = remedy.map((line) => showRemedy(line, 'unicode', said)).join('\n');
    titles.set(script, (titles.get(script) ?? new Set()).add(title));
  }
  if (titles.size === 0) return [];
  const blocks = [...titles]
    .slice(0, MOST_REMEDIES)
    .flatMap(([script, [first = '', ...others]]) => [
      said.titles(inline(label(first, TITLE_COLUMNS)), others.length),
      fence(script, 'sh'),
    ]);
  const left = titles.size - MOST_REMEDIES;
  return [`### ${said.howToFix}`, ...blocks, ...(left > 0 ? [`${said.more(left)}.`] : [])];
}
