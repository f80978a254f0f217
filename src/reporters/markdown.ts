// The report for job summaries, issues and chats that render GitHub's Markdown.
import { formatTime, fromNow } from '../core/moment.ts';
import type { Report, ReportFinding } from '../core/report.ts';
import { label } from '../core/terminal.ts';
import { code, fence, inline } from './markdown-escape.ts';
import type { Reporter } from './reporter.ts';
import { agentName, counted, expiryOf, indexProfiles, showRemedy } from './subject.ts';

// A step summary above 1 MiB is dropped whole (actions/runner 2.336.0), an issue above 65,536 characters.
const MOST_ROWS = 100;
const MOST_REMEDIES = 20;
const ID_COLUMNS = 80;
const TITLE_COLUMNS = 240;

const HEADINGS = {
  ok: '✅ OpenClaw auth is fine',
  expiring: '⚠️ OpenClaw auth is about to expire',
  failing: '❌ OpenClaw auth is failing',
} as const;

const SEVERITIES: Readonly<Record<ReportFinding['severity'], string>> = {
  fail: '❌ fail',
  warn: '⚠️ warn',
  notice: '🔔 notice',
  info: 'info',
};

export const markdown: Reporter = {
  name: 'markdown',
  detail: 'findings',
  render(report) {
    const blocks = [
      `## ${HEADINGS[report.verdict]}`,
      summaryOf(report),
      tableOf(report),
      ...remediesOf(report),
      `As observed at ${formatTime(report.generatedAt)} by ${inline(`${report.tool.name} ${report.tool.version}`)}, exit code ${report.exitCode}.`,
    ];
    return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
  },
};

function summaryOf({ summary, generatedAt }: Report): string {
  const { agents, profiles, severity, nextExpiryAt } = summary;
  const next =
    nextExpiryAt === null
      ? 'No expiry ahead is known.'
      : `Next expiry: **${formatTime(nextExpiryAt)}** (${fromNow(Date.parse(nextExpiryAt), Date.parse(generatedAt))}).`;
  const found = [
    counted(severity.fail, 'problem'),
    counted(severity.warn, 'warning'),
    counted(severity.notice, 'notice'),
  ].join(', ');
  return `${found} in ${counted(agents, 'agent')} with ${counted(profiles, 'profile')}. ${next}`;
}

function tableOf(report: Report): string {
  if (report.findings.length === 0) return '';
  const index = indexProfiles(report);
  const rows = report.findings.slice(0, MOST_ROWS).map((finding) => {
    const expiresAt = expiryOf(index, finding);
    return [
      SEVERITIES[finding.severity],
      cell(agentName(report, finding.gateway, finding.agent)),
      cell(finding.profileId ?? finding.provider),
      inline(label(finding.title, TITLE_COLUMNS)),
      expiresAt === null ? '' : formatTime(expiresAt),
    ];
  });
  const left = report.findings.length - rows.length;
  return [
    ['Severity', 'Agent', 'Profile', 'What', 'Expires'],
    ['---', '---', '---', '---', '---'],
    ...rows,
    ...(left > 0 ? [['', '', '', `and ${left} more`, '']] : []),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function cell(name: string | null): string {
  return name === null || name === '' ? '' : code(label(name, ID_COLUMNS));
}

/** What to do, once for all findings that ask for the same. */
function remediesOf(report: Report): string[] {
  const titles = new Map<string, Set<string>>();
  for (const { severity, remedy, title } of report.findings) {
    if ((severity !== 'fail' && severity !== 'warn') || remedy.length === 0) continue;
    const script = remedy.map((line) => showRemedy(line)).join('\n');
    titles.set(script, (titles.get(script) ?? new Set()).add(title));
  }
  if (titles.size === 0) return [];
  const blocks = [...titles]
    .slice(0, MOST_REMEDIES)
    .flatMap(([script, [first = '', ...others]]) => {
      const more = others.length > 0 ? ` and ${others.length} more` : '';
      return [`${inline(label(first, TITLE_COLUMNS))}${more}:`, fence(script, 'sh')];
    });
  const left = titles.size - MOST_REMEDIES;
  return ['### How to fix it', ...blocks, ...(left > 0 ? [`and ${left} more.`] : [])];
}
