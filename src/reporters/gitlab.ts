// The report as GitLab's code quality report, which shows findings in a merge request.
import type { ReportFinding } from '../core/report.ts';
import { label } from '../core/terminal.ts';
import type { Reporter } from './reporter.ts';
import { agentName, showRemedy } from './subject.ts';

const SEVERITIES: Readonly<Record<ReportFinding['severity'], string>> = {
  fail: 'critical',
  warn: 'major',
  notice: 'minor',
  info: 'info',
};
const DESCRIPTION_COLUMNS = 1000;

export const gitlab: Reporter = {
  name: 'gitlab',
  detail: 'profiles',
  render(report) {
    const entries = report.findings.map((finding) => {
      const { code, severity, fingerprint, title, remedy } = finding;
      const agent = agentName(report, finding.gateway, finding.agent);
      const told = [
        agent === null ? title : `${agent}: ${title}`,
        ...remedy.map((line) => showRemedy(line)),
      ];
      return {
        description: label(told.join(' · '), DESCRIPTION_COLUMNS),
        check_name: code,
        fingerprint,
        severity: SEVERITIES[severity],
        // A place is required; a credential has none, and this file is in every such project.
        location: { path: '.gitlab-ci.yml', lines: { begin: 1 } },
      };
    });
    return `${JSON.stringify(entries, null, 2)}\n`;
  },
};
