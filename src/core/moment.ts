// Writes moments for people: absolute to the minute in UTC, or counted from now.
import { formatDuration } from './duration.ts';

/** How a language counts time from now. */
export interface Times {
  /** `3 h 20 min`; ms, sign ignored, two units at most. */
  readonly duration: (ms: number) => string;
  /** `3 h 20 min ago`, of a duration in words. */
  readonly ago: (duration: string) => string;
  /** `in 14 h`, of a duration in words. */
  readonly ahead: (duration: string) => string;
  readonly justNow: string;
  readonly now: string;
}

export const englishTimes: Times = {
  duration: formatDuration,
  ago: (duration) => `${duration} ago`,
  ahead: (duration) => `in ${duration}`,
  justNow: 'just now',
  now: 'now',
};

/** Shortens an ISO time to minutes: `2026-11-22 09:30Z`. */
export function formatTime(iso: string): string {
  return iso.replace('T', ' ').replace(/:\d\d\.\d{3}Z$/, 'Z');
}

/** `in 14 h`, `3 h 20 min ago`; both times epoch ms. */
export function fromNow(at: number, now: number, times: Times = englishTimes): string {
  return at > now ? times.ahead(times.duration(at - now)) : times.ago(times.duration(now - at));
}
