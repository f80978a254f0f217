// Reads how long a server wants to be left alone.
import { DAY_MS, SECOND_MS } from './duration.ts';

/** Reads `Retry-After`, seconds or an HTTP date, as ms from `now`, kept within 1 s and 24 h. */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  const wish = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * SECOND_MS : httpDate(text) - now;
  return Number.isNaN(wish) ? null : Math.min(Math.max(Math.ceil(wish), SECOND_MS), DAY_MS);
}

/** Epoch ms of an RFC 9110 date in one of its two forms with a zone; NaN for anything else. */
export function httpDate(text: string): number {
  return text.endsWith(' GMT') ? Date.parse(text) : Number.NaN;
}
