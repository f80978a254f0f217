// Decides which instant a date in config or on the command line means.

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d))?$/;

/**
 * Parses an ISO date (its first moment in UTC, so that nothing is warned of too late) or an ISO time
 * with zone into epoch ms; null for anything else, 30 February and a time without zone included.
 */
export function parseDate(text: string): number | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, day, minute = '00:00', second = '00'] = match;
  // Date.parse rolls 30 February over into March; the round trip shows it.
  const civil = `${day}T${minute}:${second}`;
  const civilMs = Date.parse(`${civil}Z`);
  if (Number.isNaN(civilMs) || !new Date(civilMs).toISOString().startsWith(civil)) return null;
  return Date.parse(text);
}
