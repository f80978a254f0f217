// Writes five cron fields as launchd wants times: one dictionary for each combination of numbers (launchd.plist(5)).
import { UsageError } from '../../core/errors.ts';
import { fault } from '../../core/fault.ts';

export type CalendarTime = Readonly<Record<string, number>>;

const FIELDS = [
  ['Minute', 0, 59],
  ['Hour', 0, 23],
  ['Day', 1, 31],
  ['Month', 1, 12],
  ['Weekday', 0, 7],
] as const;

/** More would be a plist that nobody reads; a coarser schedule says the same. */
const MOST = 400;

/** The times of cron fields that are known to fire; what is any time is left out, as launchd wants it. */
export function calendarOf(fields: string): readonly CalendarTime[] {
  let times: CalendarTime[] = [{}];
  for (const [index, field] of fields.split(/\s+/).entries()) {
    const [name, first, last] = FIELDS[index] ?? FIELDS[0];
    const numbers = numbersOf(field, first, last);
    if (numbers === null) continue;
    times = times.flatMap((time) => numbers.map((number) => ({ ...time, [name]: number })));
    if (times.length > MOST) throw new UsageError(fault('manyTimes'));
  }
  return times;
}

/** Null for every number. */
function numbersOf(field: string, first: number, last: number): readonly number[] | null {
  if (field === '*') return null;
  const numbers = new Set<number>();
  for (const part of field.split(',')) {
    const [range = '', step] = part.split('/');
    const [from, to] = range === '*' ? [first, last] : range.split('-').map(Number);
    // `5/10` is from 5 on in every cron.
    const end = to ?? (step === undefined ? (from ?? first) : last);
    for (let at = from ?? first; at <= end; at += Number(step ?? 1)) numbers.add(at);
  }
  return [...numbers].sort((a, b) => a - b);
}
