// Writes moments for people: absolute to the minute in UTC, or counted from now.
import { formatDuration } from './duration.ts';

/** Shortens an ISO time to minutes: `2026-11-22 09:30Z`. */
export function formatTime(iso: string): string {
  return iso.replace('T', ' ').replace(/:\d\d\.\d{3}Z$/, 'Z');
}

/** `in 14 h`, `3 h 20 min ago`; both times epoch ms. */
export function fromNow(at: number, now: number): string {
  return at > now ? `in ${formatDuration(at - now)}` : `${formatDuration(now - at)} ago`;
}
