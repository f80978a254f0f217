// Says which credentials the providers gave no clear answer about: nothing is known of those.
import type { Report } from '../core/report.ts';
import { label } from '../core/terminal.ts';
import { wrapText } from './text-lines.ts';
import type { View } from './reporter.ts';
import type { Look } from './text-table.ts';

/** One line for all of them; `--verbose` names each. Empty when every question was answered. */
export function unaskedLines(report: Report, view: View, look: Look): string[] {
  const reasons = Object.entries(report.summary.probes?.unasked ?? {});
  const count = reasons.reduce((sum, [, times]) => sum + times, 0);
  if (count === 0) return [];
  const why =
    reasons.length === 1
      ? spoken(reasons[0]?.[0] ?? '', look)
      : reasons
          .map(([reason, times]) => `${times} ${spoken(reason, look)}`)
          .join(look.phrases.comma);
  const lines = [
    look.phrases.unasked(count, why),
    ...(view.verbose ? namedLines(report, look) : []),
  ];
  return lines
    .flatMap((line) => wrapText(line, look.width, look.wrap))
    .map((line) => look.paint.dim(line));
}

function namedLines({ agents, gateways }: Report, look: Look): string[] {
  const { charset } = look;
  return agents.flatMap(({ gateway, id, profiles }) =>
    profiles.flatMap(({ profileId, probe }) => {
      if (probe?.outcome !== 'inconclusive') return [];
      const agent = gateways.length > 1 ? `${gateway}/${id}` : id;
      const { last, facts, reason } = probe;
      const fault = facts?.['fault'];
      const why = spoken(typeof fault === 'string' ? fault : (reason ?? 'unknown'), look);
      const before = last ? `, ${last.outcome} as of ${last.checkedAt}` : '';
      return [`  ${label(profileId, 64, charset)} (${label(agent, 64, charset)}): ${why}${before}`];
    }),
  );
}

function spoken(reason: string, { phrases: { faults } }: Look): string {
  return Object.hasOwn(faults, reason) ? (faults[reason] ?? reason) : reason.replaceAll('_', ' ');
}
