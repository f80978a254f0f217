// Tells a dead-man's switch that the monitor itself is alive and well, or that it is not.
import type { Http } from './core/http.ts';
import type { HttpAddress } from './notifiers/http-address.ts';

/** The switch has its own small budget and never holds a run up for longer, ms. */
const BUDGET_MS = 10_000;

/**
 * Calls a Healthchecks-style URL (`/fail` when not well) or an Uptime Kuma push URL (`status=down`).
 * It is about the monitor, not the verdict: an expired credential that was reported is a healthy run.
 * Resolves to what went wrong, with no more of the URL than its origin; null when the switch has heard it.
 */
export async function beat(
  http: Http,
  { url, origin, authorization }: HttpAddress,
  isWell: boolean,
  signal: AbortSignal,
): Promise<string | null> {
  const headers = authorization === null ? {} : { authorization: authorization.reveal() };
  const answer = await http({
    url: beatUrl(url.reveal(), isWell),
    method: 'GET',
    headers,
    timeoutMs: BUDGET_MS,
    signal,
  });
  if (!answer.ok) return `${origin} did not hear the heartbeat (${answer.code})`;
  return answer.status >= 200 && answer.status < 300
    ? null
    : `${origin} answered the heartbeat with HTTP ${answer.status}`;
}

function beatUrl(text: string, isWell: boolean): string {
  const url = new URL(text);
  if (url.pathname.includes('/api/push/')) {
    url.searchParams.set('status', isWell ? 'up' : 'down');
  } else if (!isWell) {
    url.pathname = `${url.pathname.replace(/\/$/, '')}/fail`;
  }
  return url.href;
}
