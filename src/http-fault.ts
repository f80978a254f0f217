// Decides why a request got no answer, and whether it may have reached the server.
import type { HttpFailure } from './core/http.ts';

type Fault = HttpFailure['fault'];

/** Node's and undici's codes (seen on Node 20 and in undici 7.30); everything else is `network`. */
const FAULT_BY_CODE: Readonly<Record<string, Fault>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  EPROTO: 'tls',
  CERT_HAS_EXPIRED: 'tls',
  CERT_NOT_YET_VALID: 'tls',
  CERT_UNTRUSTED: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  UNABLE_TO_GET_ISSUER_CERT: 'tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
  UND_ERR_PRX_TLS: 'proxy',
};

const BEFORE_SENDING: ReadonlySet<Fault> = new Set(['dns', 'refused', 'tls', 'proxy']);
const CONNECTING = new Set(['UND_ERR_CONNECT_TIMEOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'bad_port']);

/**
 * Reads what `fetch` threw. `sent` is true unless the fault certainly came before the request was on
 * the wire. Only a code is kept: messages of Node and undici can hold URLs and header values.
 */
export function failureOf(thrown: unknown): HttpFailure {
  const chain = causes(thrown);
  const refusal = chain.find(({ message }) => message.startsWith('Proxy response ('));
  if (refusal) {
    const status = /\((\d{3})\)/.exec(refusal.message)?.[1] ?? 'refused';
    return { ok: false, fault: 'proxy', sent: false, code: status };
  }
  const root = chain.findLast((error) => codeOf(error) !== null) ?? chain.at(-1);
  const code = (root && codeOf(root)) ?? 'unknown';
  const fault = FAULT_BY_CODE[code] ?? (/^ERR_(SSL|TLS)_/.test(code) ? 'tls' : 'network');
  const connecting = CONNECTING.has(code) || root?.syscall === 'connect';
  return { ok: false, fault, sent: !BEFORE_SENDING.has(fault) && !connecting, code };
}

function codeOf({ code, message, name }: NodeJS.ErrnoException): string | null {
  if (typeof code === 'string' && /^\w+$/.test(code)) return code;
  // fetch refuses some ports before it connects and gives the reason no code.
  if (message === 'bad port') return 'bad_port';
  return name === 'HTTPParserError' ? 'HTTP_PARSER' : null;
}

/** The error, its causes and, of several connection attempts, the first. */
function causes(thrown: unknown): readonly NodeJS.ErrnoException[] {
  const found: Error[] = [];
  let next = thrown;
  while (next instanceof Error && found.length < 8) {
    found.push(next);
    next = next.cause ?? (next instanceof AggregateError ? next.errors[0] : undefined);
  }
  return found;
}
