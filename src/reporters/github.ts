// The report as annotations of a GitHub Actions step.
import { formatTime } from '../core/moment.ts';
import type { Report, ReportFinding } from '../core/report.ts';
import { counted } from '../core/phrases/counted.ts';
import { label } from '../core/terminal.ts';
import type { Reporter } from './reporter.ts';
import { agentName, expiryOf, indexProfiles, showRemedy, type ProfileIndex } from './subject.ts';

// The runner shows 10 annotations per type and step and cuts a message at 4096 characters
// (actions/runner 2.336.0).
const MOST_PER_TYPE = 10;
const MESSAGE_CHARACTERS = 4096;
const TITLE_COLUMNS = 120;
const LINE_COLUMNS = 1000;

const TYPES = [
  { type: 'error', severity: 'fail' },
  { type: 'warning', severity: 'warn' },
  { type: 'notice', severity: 'notice' },
] as const;

export const github: Reporter = {
  name: 'github',
  detail: 'findings',
  render(report) {
    const index = indexProfiles(report);
    const lines = TYPES.flatMap(({ type, severity }) => {
      const findings = report.findings.filter((finding) => finding.severity === severity);
      const shown = findings.length > MOST_PER_TYPE ? MOST_PER_TYPE - 1 : findings.length;
      const annotations = findings
        .slice(0, shown)
        .map((finding) => annotation(type, finding.title, messageOf(report, finding, index)));
      if (findings.length > shown) {
        const rest = `and ${findings.length - shown} more`;
        annotations.push(annotation(type, `OpenClaw auth: ${rest}`, [rollup(report)]));
      }
      return annotations;
    });
    return lines.map((line) => `${line}\n`).join('');
  },
};

/** Commands that make the runner replace these texts in the log, line by line. */
export function maskCommands(secrets: readonly string[]): string {
  const lines = secrets.flatMap((secret) => secret.split(/[\r\n]+/)).filter((line) => line.trim());
  // What uses one may well trim it first.
  const masked = new Set(lines.flatMap((line) => [line, line.trim()]));
  return [...masked].map((line) => `::add-mask::${escapeData(line)}\n`).join('');
}

/** Between these lines the runner takes nothing for a command, whatever a name or a provider says. */
export function withoutCommands(token: string): readonly [before: string, after: string] {
  return [`::stop-commands::${token}\n`, `::${token}::\n`];
}

/** One notice annotation. */
export function noticeCommand(title: string, message: string): string {
  return `${annotation('notice', title, [message])}\n`;
}

function messageOf(report: Report, finding: ReportFinding, index: ProfileIndex): string[] {
  const expiresAt = expiryOf(index, finding);
  const agent = agentName(report, finding.gateway, finding.agent);
  return [
    finding.title,
    ...(agent === null ? [] : [`agent: ${agent}`]),
    ...(finding.profileId === null ? [] : [`profile: ${finding.profileId}`]),
    ...(expiresAt === null ? [] : [`expires: ${formatTime(expiresAt)}`]),
    ...finding.remedy.map((line) => showRemedy(line)),
  ];
}

function rollup({ summary }: Report): string {
  const { fail, warn, notice } = summary.severity;
  return `in all ${counted(fail, 'problem')}, ${counted(warn, 'warning')}, ${counted(notice, 'notice')}`;
}

function annotation(type: string, title: string, lines: readonly string[]): string {
  const property = escapeData(label(title, TITLE_COLUMNS))
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');
  let message = '';
  for (const line of lines) {
    const added = escapeData(`${message === '' ? '' : '\n'}${label(line, LINE_COLUMNS)}`);
    if (message.length + added.length > MESSAGE_CHARACTERS) break;
    message += added;
  }
  return `::${type} title=${property}::${message}`;
}

// Unescaped, a name could end the line and start a command of its own (`::add-mask::`).
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
