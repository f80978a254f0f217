// One exchange under its guards: a deadline for the whole of it, a capped body, faults as data.
import type { HttpFailure } from './core/http.ts';
import { failureOf } from './http-fault.ts';
import { ProxyFault } from './http-proxy.ts';

/** More than any answer the monitor has a use for; also the limit against decompression bombs. */
const BODY_CAP_BYTES = 256 * 1024;

export interface HttpOptions {
  /** The monitor's own version, told to every server in the user agent. */
  readonly version: string;
}

/** How the monitor names itself to every server. */
export function userAgentOf(version: string): string {
  return `openclaw-auth-monitor/${version}`;
}

/** An answer whose body has arrived. */
export interface Exchange<H = Pick<Headers, 'get'>> {
  readonly ok: true;
  readonly status: number;
  readonly headers: H;
  readonly bytes: Buffer;
  readonly overflow: boolean;
}

export type Stage = 'preparing' | 'asking' | 'reading';

/** Asks until `signal`, and tells how far it got. Throws what its client throws. */
export type Wire<H = Pick<Headers, 'get'>> = (
  signal: AbortSignal,
  at: (stage: Stage) => void,
) => Promise<Exchange<H>>;

export interface Limits {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | null;
}

/** Lets `wire` ask once. Never throws. */
export async function guarded<H>(
  wire: Wire<H>,
  { timeoutMs, signal }: Limits,
): Promise<Exchange<H> | HttpFailure> {
  const cut = new AbortController();
  const onAbort = () => cut.abort(isTimeout(signal?.reason) ? 'timeout' : 'aborted');
  if (signal?.aborted) onAbort();
  signal?.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => cut.abort('timeout'), timeoutMs);
  let stage: Stage = 'preparing';
  try {
    cut.signal.throwIfAborted();
    const isCut = whenAborted(cut.signal);
    const answer = await Promise.race([wire(cut.signal, (reached) => (stage = reached)), isCut]);
    // Only a proxy may answer 407, so the server never saw the request.
    if (answer.status === 407) return { ok: false, fault: 'proxy', sent: false, code: '407' };
    return answer;
  } catch (error) {
    if (cut.signal.aborted) {
      const fault = cut.signal.reason as 'timeout' | 'aborted';
      return { ok: false, fault, sent: (stage as Stage) !== 'preparing', code: fault };
    }
    if ((stage as Stage) === 'preparing') return unsendable(error);
    const failure = failureOf(error);
    return (stage as Stage) === 'reading' ? { ...failure, sent: true } : failure;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

/** The deadline is not left to the client, which may have lost its answer. */
function whenAborted(signal: AbortSignal): Promise<never> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });
  // Mostly the answer comes first, and then nobody waits for this.
  aborted.catch(() => undefined);
  return aborted;
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError';
}

/** A URL, header or proxy address that cannot be used; what is wrong with it may be a secret. */
function unsendable(error: unknown): HttpFailure {
  const proxy = error instanceof ProxyFault;
  const code = proxy ? 'proxy_address' : 'invalid_request';
  return { ok: false, fault: proxy ? 'proxy' : 'network', sent: false, code };
}

/** Reads a body up to the cap; leaving it there closes the connection. */
export async function readCapped(
  body: AsyncIterable<Uint8Array>,
): Promise<Pick<Exchange, 'bytes' | 'overflow'>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > BODY_CAP_BYTES) break;
  }
  const bytes = Buffer.concat(chunks).subarray(0, BODY_CAP_BYTES);
  return { bytes, overflow: size > BODY_CAP_BYTES };
}
