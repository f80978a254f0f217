// Tells a dead-man's switch that the monitor itself is alive and well, or that it is not.
import type { Http, HttpRequest } from './core/http.ts';
import type { Remark } from './core/phrases/remark-phrases.ts';
import type { HttpAddress } from './notifiers/http-address.ts';

/** The switch has its own small budget and never holds a run up for longer, ms. */
const BUDGET_MS = 10_000;

/** A run that is over sooner waits for its own beginning no longer, ms. */
const START_MS = 2_000;

/** A dead-man's switch; each call resolves, whatever becomes of it. */
export interface Heartbeat {
  /** Says that a run begins, which nobody waits for; a run that hangs is noticed by that. */
  start(): void;
  /**
   * Says that a run has ended, well (null) or with a trouble of the monitor. It is about the monitor, not
   * the verdict: an expired credential that was reported is a healthy run. Resolves to why it was not
   * heard, with no more of the URL than its origin; null when it was.
   */
  end(trouble: string | null, signal: AbortSignal): Promise<Remark | null>;
}

/** Calls a Healthchecks-style URL (`/start`, `/fail`) or an Uptime Kuma push URL (`status`, `msg`). */
export function openHeartbeat(
  http: Http,
  { url, origin, authorization }: HttpAddress,
  { tellsStart }: { readonly tellsStart: boolean },
): Heartbeat {
  const style = new URL(url.reveal()).pathname.includes('/api/push/') ? kuma : healthchecks;
  const headers = authorization === null ? {} : { authorization: authorization.reveal() };
  const ask = async (ping: Ping, limits: Pick<HttpRequest, 'timeoutMs' | 'signal'>) =>
    http({ ...ping, headers: { ...ping.headers, ...headers }, ...limits });
  let beginning: Promise<unknown> | null = null;
  return {
    start() {
      const ping = tellsStart ? style.start(new URL(url.reveal())) : null;
      if (ping !== null) beginning = ask(ping, { timeoutMs: START_MS });
    },
    async end(trouble, signal) {
      // A beginning that comes after the end would look like a run that hangs.
      await beginning;
      const ping = style.end(new URL(url.reveal()), trouble);
      const answer = await ask(ping, { timeoutMs: BUDGET_MS, signal });
      if (!answer.ok) {
        const { code } = answer;
        return ({ heartbeatUnheard }) => heartbeatUnheard(origin, code);
      }
      const { status } = answer;
      if (status >= 200 && status < 300) return null;
      return ({ heartbeatRefused }) => heartbeatRefused(origin, status);
    },
  };
}

type Ping = Pick<HttpRequest, 'url' | 'method' | 'headers' | 'body'>;

interface Style {
  start(url: URL): Ping | null;
  end(url: URL, trouble: string | null): Ping;
}

const healthchecks: Style = {
  start: (url) => get(below(url, 'start')),
  end(url, trouble) {
    if (trouble === null) return get(url);
    const headers = { 'content-type': 'text/plain; charset=utf-8' };
    return { url: below(url, 'fail').href, method: 'POST', headers, body: trouble };
  },
};

const kuma: Style = {
  start: () => null,
  end(url, trouble) {
    url.searchParams.set('status', trouble === null ? 'up' : 'down');
    if (trouble !== null) url.searchParams.set('msg', trouble);
    return get(url);
  },
};

function get(url: URL): Ping {
  return { url: url.href, method: 'GET', headers: {} };
}

function below(url: URL, word: string): URL {
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${word}`;
  return url;
}
