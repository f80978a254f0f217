// Decides when a job of cron or launchd runs: as the flag says, else every half hour at the host's own minute.
import { createHash } from 'node:crypto';
import { scheduleFault } from '../config/schedule-fault.ts';
import { UsageError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import type { InstallRequest } from './target.ts';

/** What every cron understands; names, `L` and `@daily` some do not. */
const PLAIN_FIELDS = /^[\d*,/-]+(?:[ \t]+[\d*,/-]+){4}$/;

const HALF_HOUR_MINUTES = 30;

/** Five cron fields that fire; a UsageError for others. */
export async function jobTimes({ options, world }: InstallRequest): Promise<string> {
  const given = options['schedule'];
  if (typeof given !== 'string') return usualTimes(world.hostname);
  const fields = given.trim();
  const isFiring = PLAIN_FIELDS.test(fields) && (await scheduleFault(fields, world.now())) === null;
  if (isFiring) return fields;
  throw new UsageError(fault('scheduleFields'));
}

/** A fleet that runs all at once would ask the providers all at once. */
export function usualTimes(hostname: string): string {
  const minute = createHash('sha256').update(hostname).digest().readUInt32BE() % HALF_HOUR_MINUTES;
  return `${minute},${minute + HALF_HOUR_MINUTES} * * * *`;
}
