// One line per finding, fields parted by tabs, for cut and awk.
import { visible } from '../core/terminal.ts';
import type { Reporter } from './reporter.ts';
import { agentName, expiryOf, indexProfiles } from './subject.ts';

/** A backslash is doubled, so that an escape can be told from the same characters in a name. */
function field(value: string | null): string {
  return value === null ? '' : visible(value.replaceAll('\\', '\\\\'));
}

export const plain: Reporter = {
  name: 'plain',
  detail: 'findings',
  render(report) {
    const index = indexProfiles(report);
    return report.findings
      .map((finding) => [
        finding.severity,
        finding.code,
        field(agentName(report, finding.gateway, finding.agent)),
        field(finding.profileId),
        field(finding.provider),
        expiryOf(index, finding) ?? '',
        visible(finding.title),
      ])
      .map((fields) => `${fields.join('\t')}\n`)
      .join('');
  },
};
