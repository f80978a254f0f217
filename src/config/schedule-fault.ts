// Decides whether a schedule ever fires. croner is loaded only when the config has one.
import { fault, type Fault } from '../core/fault.ts';

const at = (what: Fault): Fault => fault('at', 'schedule', what);
const FIVE_FIELDS = /^\S+(?:\s+\S+){4}$/;

/** Why the schedule of a raw config cannot be used, or null. Other shapes are the schema's to refuse. */
export async function scheduleFault(schedule: unknown, now: number): Promise<Fault | null> {
  // Whether it fires does not depend on the zone.
  const cron =
    typeof schedule === 'string' ? schedule : (Object(schedule) as { cron?: unknown }).cron;
  if (typeof cron !== 'string') return null;
  const { Cron } = await import('croner');
  try {
    if (!FIVE_FIELDS.test(cron)) throw new TypeError('not five fields');
    const job = new Cron(cron, { mode: '5-part', paused: true });
    return job.nextRun(new Date(now)) === null ? at(fault('neverFires')) : null;
  } catch {
    // croner's message repeats the pattern.
    return at(fault('expectedNot', fault('cronFields'), fault('textOf', cron.length)));
  }
}
