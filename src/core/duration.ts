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

/** Formats a length of time (ms, sign ignored) for people, two units at most: `2 d 3 h`, `45 min`, `20 s`. */
export function formatDuration(durationMs: number): string {
  const ms = Math.abs(durationMs);
  if (ms < MINUTE_MS) return `${Math.floor(ms / SECOND_MS)} s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < DAY_MS) return join(ms, HOUR_MS, 'h', MINUTE_MS, 'min');
  return join(ms, DAY_MS, 'd', HOUR_MS, 'h');
}

function join(ms: number, big: number, bigUnit: string, small: number, smallUnit: string): string {
  const rest = Math.floor((ms % big) / small);
  const head = `${Math.floor(ms / big)} ${bigUnit}`;
  return rest > 0 ? `${head} ${rest} ${smallUnit}` : head;
}
