// Decides when a judgement will change by itself, without any file changing.
import type { Report } from './report.ts';

/** The next moment at which a credential enters the warn window or ends, epoch ms; null when none is known. */
export function nextChangeAt(report: Report): number | null {
  const now = Date.parse(report.generatedAt);
  const moments = report.agents.flatMap(({ profiles }) =>
    profiles.flatMap(({ expiresAt, refreshable }) => {
      if (expiresAt === null || refreshable) return [];
      const endsAt = Date.parse(expiresAt);
      return [endsAt - report.warnWithinMs, endsAt].filter((at) => at > now);
    }),
  );
  return moments.reduce<number | null>((next, at) => Math.min(next ?? at, at), null);
}
