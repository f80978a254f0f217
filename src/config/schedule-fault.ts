// Decides whether a schedule ever fires. croner is loaded only when the config has one.

const FIVE_FIELDS = /^\S+(?:\s+\S+){4}$/;

/** Why the schedule of a raw config cannot be used, or null. Other shapes are the schema's to refuse. */
export async function scheduleFault(schedule: unknown, now: number): Promise<string | null> {
  // Whether it fires does not depend on the zone.
  const cron =
    typeof schedule === 'string' ? schedule : (Object(schedule) as { cron?: unknown }).cron;
  if (typeof cron !== 'string') return null;
  const { Cron } = await import('croner');
  try {
    if (!FIVE_FIELDS.test(cron)) throw new TypeError('not five fields');
    const job = new Cron(cron, { mode: '5-part', paused: true });
    return job.nextRun(new Date(now)) === null ? 'schedule: never fires' : null;
  } catch {
    // croner's message repeats the pattern.
    return `schedule: expected five cron fields such as "*/30 * * * *", received text of ${cron.length} characters`;
  }
}
