// Decides who gets an answer: the right host name, a reading method, and the token where one is set.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Secret } from '../core/secret.ts';

/** Who may ask. */
export interface Access {
  /** Null asks for none. */
  readonly token: Secret | null;
  /** Names beside `localhost` under which the page may be asked for, in lower case. */
  readonly hosts: readonly string[];
}

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 400 | 401 | 405 | 421;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asked without the token, by whatever restarts a monitor that is not well. */
const OPEN_PATH = '/healthz';

/** Null when the request may be answered. */
export function refusalOf(request: IncomingMessage, path: string, access: Access): Refusal | null {
  const { method, headers } = request;
  if (method !== 'GET' && method !== 'HEAD') {
    return { status: 405, text: 'This page is only read.', headers: { allow: 'GET, HEAD' } };
  }
  if (!isOurHost(headers.host, access.hosts)) {
    return { status: 421, text: 'Unknown host name: add it to web.hosts.' };
  }
  if (access.token === null || path === OPEN_PATH || isKnown(headers.authorization, access.token)) {
    return null;
  }
  return {
    status: 401,
    text: 'The token is needed: as Bearer token, or as the password of any user.',
    headers: { 'www-authenticate': 'Basic realm="openclaw-auth-monitor", charset="UTF-8"' },
  };
}

/**
 * A site that lets its own name point at this machine gets a browser to ask with that name in `Host`
 * (DNS rebinding). It cannot do so with an address or with `localhost`.
 */
function isOurHost(host: string | undefined, names: readonly string[]): boolean {
  const name = /^(\[[^\]]+\]|[^:]+)(?::\d+)?$/.exec(host ?? '')?.[1]?.toLowerCase() ?? '';
  return name === 'localhost' || isIP(name.replaceAll(/[[\]]/g, '')) > 0 || names.includes(name);
}

/** Bearer is for programs, Basic for browsers, which ask for it by themselves and keep it to this origin. */
function isKnown(authorization: string | undefined, token: Secret): boolean {
  const [, scheme = '', given = ''] = /^(bearer|basic) +(\S+)$/i.exec(authorization ?? '') ?? [];
  const basic = Buffer.from(given, 'base64').toString('utf8');
  const text = scheme.toLowerCase() === 'basic' ? basic.slice(basic.indexOf(':') + 1) : given;
  return timingSafeEqual(digest(text), digest(token.reveal()));
}

// Of one length, whatever was given.
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
