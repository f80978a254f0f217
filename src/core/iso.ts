// Reads and writes the ISO times of the report; inside, times are epoch ms.
import type { Iso } from './report.ts';

/** The last instant that ECMAScript's calendar knows, epoch ms. */
const CALENDAR_END_AT = 8.64e15;

/** Epoch ms of an ISO time; null for anything else. */
export function parseIso(value: unknown): number | null {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

/** Epoch ms as ISO in UTC; what lies outside the calendar becomes its end. */
export function toIso(at: number): Iso {
  return new Date(Math.max(-CALENDAR_END_AT, Math.min(CALENDAR_END_AT, at))).toISOString();
}
