// Reads and writes durations: "24h" in config and flags, "2 d 3 h" for people.

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

const UNIT_MS: Readonly<Record<string, number>> = {
  s: SECOND_MS,
  m: MINUTE_MS,
  h: HOUR_MS,
  d: DAY_MS,
  w: 7 * DAY_MS,
};

/** Parses `90s`, `15m`, `24h`, `7d`, `2w` into ms; null when the text is anything else. */
export function parseDuration(text: string): number | null {
  const match = /^(\d{1,9})(s|m|h|d|w)$/.exec(text);
  const unit = match && UNIT_MS[match[2] as string];
  return unit ? Number(match[1]) * unit : null;
}

/** A number of one unit of time. */
export type DurationPart = readonly [number, 'day' | 'hour' | 'minute' | 'second'];

/** A length of time (ms, sign ignored) in two units at most, the smaller one only where it counts. */
export function durationParts(durationMs: number): readonly DurationPart[] {
  const ms = Math.abs(durationMs);
  if (ms < MINUTE_MS) return [[Math.floor(ms / SECOND_MS), 'second']];
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  if (ms < HOUR_MS) return [[minutes, 'minute']];
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  if (ms < DAY_MS) return withRest([hours, 'hour'], [minutes, 'minute']);
  return withRest([Math.floor(ms / DAY_MS), 'day'], [hours, 'hour']);
}

function withRest(head: DurationPart, rest: DurationPart): readonly DurationPart[] {
  return rest[0] > 0 ? [head, rest] : [head];
}

const SYMBOLS = { day: 'd', hour: 'h', minute: 'min', second: 's' } as const;

/** Formats a length of time (ms, sign ignored) for people, two units at most: `2 d 3 h`, `45 min`, `20 s`. */
export function formatDuration(durationMs: number): string {
  return durationParts(durationMs)
    .map(([count, unit]) => `${count} ${SYMBOLS[unit]}`)
    .join(' ');
}
