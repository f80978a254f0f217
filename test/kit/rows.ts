// Shortens the rows of a report to who has which profile, and from whom.
import type { Report } from '../../src/core/report.ts';

/** `agent profileId [from agent]` of every row. */
export function rowsOf({ agents }: Report): string[] {
  return agents.flatMap(({ id, profiles }) =>
    profiles.map(({ profileId, inheritedFrom }) =>
      [id, profileId, ...(inheritedFrom ? ['from', inheritedFrom] : [])].join(' '),
    ),
  );
}
