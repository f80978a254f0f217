// Writes times the way the report prints them.

/** ISO 8601; a time beyond what a Date holds is cut to the last one. */
export function isoTime(at: number): string {
  return new Date(Math.min(at, 8_640_000_000_000_000)).toISOString();
}
