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
  well: boolean,
  budgetMs: number = BUDGET_MS,
): Promise<string | null> {
  const headers = authorization === null ? {} : { authorization: authorization.reveal() };
  const target = beatUrl(url.reveal(), well);
  const answer = await http({ url: target, method: 'GET', headers, timeoutMs: budgetMs });
  if (!answer.ok) return `${origin} did not hear the heartbeat (${answer.code})`;
  return answer.status >= 200 && answer.status < 300
    ? null
    : `${origin} answered the heartbeat with HTTP ${answer.status}`;
}

function beatUrl(text: string, well: boolean): string {
  const url = new URL(text);
  if (url.pathname.includes('/api/push/')) {
    url.searchParams.set('status', well ? 'up' : 'down');
  } else if (!well) {
    url.pathname = `${url.pathname.replace(/\/$/, '')}/fail`;
  }
  return url.href;
}
