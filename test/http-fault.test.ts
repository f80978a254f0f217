import { expect, test } from 'vitest';
import { failureOf } from '../src/http-fault.ts';

const SECRET_URL = 'https://user:hunter22@ntfy.example/topic';

function fetchFailed(cause: unknown): Error {
  return new TypeError('fetch failed', { cause });
}

function coded(code: string, more: object = {}): Error {
  return Object.assign(new Error(`something about ${SECRET_URL}`), { code, ...more });
}

test.each([
  ['ENOTFOUND', {}, 'dns', false],
  ['EAI_AGAIN', {}, 'dns', false],
  ['ECONNREFUSED', { syscall: 'connect' }, 'refused', false],
  ['EHOSTUNREACH', { syscall: 'connect' }, 'network', false],
  ['ENETUNREACH', {}, 'network', false],
  ['ETIMEDOUT', { syscall: 'connect' }, 'timeout', false],
  ['ETIMEDOUT', { syscall: 'read' }, 'timeout', true],
  ['UND_ERR_CONNECT_TIMEOUT', {}, 'timeout', false],
  ['UND_ERR_HEADERS_TIMEOUT', {}, 'timeout', true],
  ['ECONNRESET', { syscall: 'read' }, 'reset', true],
  ['UND_ERR_SOCKET', {}, 'reset', true],
  ['EPIPE', {}, 'reset', true],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', {}, 'tls', false],
  ['CERT_HAS_EXPIRED', {}, 'tls', false],
  ['SELF_SIGNED_CERT_IN_CHAIN', {}, 'tls', false],
  ['ERR_TLS_CERT_ALTNAME_INVALID', {}, 'tls', false],
  ['ERR_SSL_WRONG_VERSION_NUMBER', {}, 'tls', false],
  ['HPE_INVALID_CONSTANT', {}, 'network', true],
  ['ESOMETHINGNEW', {}, 'network', true],
])('%s %o is %s, possibly sent: %s', (code, more, fault, sent) => {
  expect(failureOf(fetchFailed(coded(code, more)))).toEqual({ ok: false, fault, sent, code });
});

test('of several addresses that all refuse, the first one tells why', () => {
  const both = new AggregateError([coded('ECONNREFUSED', { syscall: 'connect' }), coded('x')]);
  expect(failureOf(fetchFailed(both))).toMatchObject({ fault: 'refused', sent: false });
});

test('a tunnel that the proxy refused names its status', () => {
  const refusal = new Error('Proxy response (407) !== 200 when HTTP Tunneling');
  const cancelled = Object.assign(new Error('Request was cancelled.'), { code: 0, cause: refusal });
  const failure = failureOf(fetchFailed(cancelled));
  expect(failure).toEqual({ ok: false, fault: 'proxy', sent: false, code: '407' });
});

test.each([undefined, null, 'text', new Error(SECRET_URL), coded(SECRET_URL)])(
  'what has no code of its own may have been sent, and nothing of it is repeated',
  (thrown) => {
    const failure = failureOf(thrown);
    expect(failure).toEqual({ ok: false, fault: 'network', sent: true, code: 'unknown' });
  },
);
