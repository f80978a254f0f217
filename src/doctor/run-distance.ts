// Decides how far apart the runs of a schedule are.
import { DAY_MS } from '../core/duration.ts';

/** As many runs as a week of working hours has turns. */
const RUNS_LOOKED_AT = 60;

/** The longest time between runs of five cron fields, ms; null where croner does not read them. */
export async function runDistance(cron: string, now: number): Promise<number | null> {
  const { Cron } = await import('croner');
  try {
    const at = new Cron(cron, { mode: '5-part', paused: true })
      .nextRuns(RUNS_LOOKED_AT, new Date(now))
      .map((date) => date.getTime());
    const gaps = at.slice(1).map((time, index) => time - (at[index] ?? time));
    // A pattern of names or of one last run is rare enough to be looked at by a person.
    return gaps.length === 0 ? DAY_MS : Math.max(...gaps);
  } catch {
    return null;
  }
}
