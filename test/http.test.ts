import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:https';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { HttpFailure, HttpRequest, HttpResponse } from '../src/core/http.ts';
import { startTunnelProxy } from '../src/demo/tunnel-proxy.ts';
import { createFetch } from '../src/http-fetch.ts';
import { createHttp } from '../src/http.ts';
import { selfSigned } from './kit/tls.ts';

const OPTIONS = { version: '1.2.3' };
const http = createHttp({}, OPTIONS);
const CAP = 256 * 1024;

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

interface Listening {
  listen(port: number, host: string, ready: () => void): unknown;
  address(): unknown;
  close(done: () => void): unknown;
  closeAllConnections?(): void;
}

async function started(server: Listening, scheme: string): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections?.();
      }),
  );
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const serve = (listener: RequestListener) => started(createServer(listener), 'http');

function serveTcp(onData: (socket: Socket) => void) {
  return started(
    createTcpServer((socket) =>
      socket.on('error', () => undefined).on('data', () => onData(socket)),
    ),
    'http',
  );
}

function ask(url: string, more: Partial<HttpRequest> = {}) {
  return http({ url, method: 'GET', headers: {}, timeoutMs: 4000, ...more });
}

async function answered(asking: Promise<HttpResponse | HttpFailure>): Promise<HttpResponse> {
  const answer = await asking;
  if (!answer.ok) throw new Error(`no answer: ${answer.fault} ${answer.code}`);
  return answer;
}

describe('an answer', () => {
  test('is status, headers in any case, and text', async () => {
    const url = await serve((_, response) => {
      response.writeHead(418, { 'X-Kind': 'teapot' }).end('kurz und stämmig');
    });
    const answer = await answered(ask(url));
    expect(answer).toMatchObject({ status: 418, body: 'kurz und stämmig', overflow: false });
    expect(answer.header('x-kind')).toBe('teapot');
    expect(answer.header('X-KIND')).toBe('teapot');
    expect(answer.header('absent')).toBeNull();
  });

  test.each(['GET', 'POST', 'PUT', 'HEAD'] as const)('comes to %s', async (method) => {
    const url = await serve((request, response) => {
      let text = '';
      request
        .on('data', (chunk) => (text += chunk))
        .on('end', () => response.end(`${request.method} ${text}`));
    });
    const hasBody = method === 'POST' || method === 'PUT';
    const answer = await answered(ask(url, { method, ...(hasBody && { body: 'hello' }) }));
    const expected = { GET: 'GET ', POST: 'POST hello', PUT: 'PUT hello', HEAD: '' };
    expect(answer.body).toBe(expected[method]);
  });

  test.each([
    [CAP - 1, false],
    [CAP, false],
    [CAP + 1, true],
    [8 * CAP, true],
  ])('of %d bytes is kept up to 256 KiB, and overflow is %s', async (size, overflow) => {
    const url = await serve((_, response) => response.end(Buffer.alloc(size, 'x')));
    const answer = await answered(ask(url));
    expect(answer.body).toHaveLength(Math.min(size, CAP));
    expect(answer.overflow).toBe(overflow);
  });

  test.each([
    ['gzip', gzipSync],
    ['X-GZIP', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['identity', (text: string) => Buffer.from(text)],
  ])('that comes as %s, unasked for, is read', async (encoding, encode) => {
    const accepted: unknown[] = [];
    const url = await serve((request, response) => {
      accepted.push(request.headers['accept-encoding']);
      response.writeHead(200, { 'content-encoding': encoding }).end(encode('plain'));
    });
    expect(await answered(ask(url))).toMatchObject({ body: 'plain' });
    expect(accepted).toEqual([undefined]);
  });

  test('that only claims to be compressed is none', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain');
    });
    expect(await ask(url)).toMatchObject({ ok: false, fault: 'network', sent: true });
  });

  test('that is a decompression bomb is cut like any other', async () => {
    const bomb = gzipSync(Buffer.alloc(20 * CAP));
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    expect(await answered(ask(url))).toMatchObject({ overflow: true });
  });
});

describe('a request', () => {
  test('names the monitor and its version, whatever the caller says, and no cookie or origin', async () => {
    const seen: NodeJS.Dict<string | string[]>[] = [];
    const url = await serve((request, response) => {
      seen.push(request.headers);
      response.writeHead(200, { 'set-cookie': 'session=1' }).end();
    });
    const headers = { 'user-agent': 'claude-cli/1.0', cookie: 'a=b', origin: 'https://x.example' };
    await ask(url, { headers: { ...headers, 'x-own': '1' } });
    await ask(url, { method: 'POST', body: '{}' });
    for (const sent of seen) {
      expect(sent['user-agent']).toBe('openclaw-auth-monitor/1.2.3');
      expect(sent).not.toHaveProperty('cookie');
      expect(sent).not.toHaveProperty('origin');
    }
    expect(seen[0]).toMatchObject({ 'x-own': '1' });
  });

  test.each([301, 302, 303, 307, 308])('does not follow a %d', async (status) => {
    const strangers: string[] = [];
    const elsewhere = await serve((request, response) => {
      strangers.push(request.url ?? '');
      response.end();
    });
    const url = await serve((_, response) =>
      response.writeHead(status, { location: elsewhere }).end(),
    );
    const answer = await answered(
      ask(url, { method: 'POST', body: 'secret', headers: { 'x-api-key': 'k' } }),
    );
    expect(answer.status).toBe(status);
    expect(strangers).toEqual([]);
  });

  test.each([408, 409, 429, 500, 503])('is not repeated after a %d', async (status) => {
    let count = 0;
    const url = await serve((_, response) => {
      count += 1;
      response.writeHead(status).end();
    });
    await ask(url);
    expect(count).toBe(1);
  });

  test.each([
    ['a URL that is none', { url: 'not a url' }],
    ['a URL with a login', { url: 'http://user:hunter22@127.0.0.1/' }],
    ['a header with a newline', { headers: { authorization: 'Bearer hunter22\nX: 1' } }],
  ])('with %s fails without a word about it', async (_, more) => {
    const failure = await ask('http://127.0.0.1:1', more);
    expect(failure).toEqual({ ok: false, fault: 'network', sent: false, code: 'invalid_request' });
  });
});

describe('without an answer', () => {
  const faults: readonly (readonly [string, () => Promise<string> | string, object])[] = [
    ['nobody listens', unusedPort, { fault: 'refused', sent: false, code: 'ECONNREFUSED' }],
    [
      'the server resets',
      () => serveTcp((socket) => socket.resetAndDestroy()),
      { fault: 'reset', sent: true },
    ],
    [
      'the server hangs up',
      () => serveTcp((socket) => socket.end()),
      { fault: 'reset', sent: true },
    ],
    [
      'the server speaks no HTTP',
      () => serveTcp((socket) => socket.end('garbage\r\n\r\n')),
      { fault: 'network', sent: true },
    ],
    [
      'the body ends early',
      () =>
        serve((_, response) => {
          response.writeHead(200, { 'content-length': 100 }).write('half');
          setTimeout(() => response.socket?.destroy(), 20);
        }),
      { fault: 'reset', sent: true },
    ],
    [
      'plain HTTP is spoken where TLS is expected',
      async () => (await serve((_, response) => response.end())).replace('http:', 'https:'),
      { fault: 'tls', sent: false },
    ],
  ];

  test.each(faults)('because %s', async (_, start, expected) => {
    const failure = await ask(await start());
    expect(failure).toMatchObject({ ok: false, ...expected });
    expect(JSON.stringify(failure)).not.toMatch(/127\.0\.0\.1|:\/\//);
  });

  test('because the certificate is nobody’s', async (context) => {
    const certificate = selfSigned();
    if (certificate === null) {
      context.skip('openssl is not installed');
      return;
    }
    const server = createTlsServer(certificate, (_, response) => response.end());
    const failure = await ask(await started(server, 'https'));
    expect(failure).toMatchObject({
      fault: 'tls',
      sent: false,
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
  });

  test.each([
    ['headers', () => undefined],
    ['the body', (response: { write(text: string): unknown }) => void response.write('x')],
  ])('because %s never came before the deadline', async (_, begin) => {
    const url = await serve((__, response) => begin(response));
    const failure = await ask(url, { timeoutMs: 120 });
    expect(failure).toEqual({ ok: false, fault: 'timeout', sent: true, code: 'timeout' });
  });

  test('because the caller gave up, before and after sending', async () => {
    const stop = new AbortController();
    const url = await serve(() => stop.abort());
    const gaveUp = { ok: false, fault: 'aborted', code: 'aborted' };
    expect(await ask(url, { signal: stop.signal })).toEqual({ ...gaveUp, sent: true });
    expect(await ask(url, { signal: stop.signal })).toEqual({ ...gaveUp, sent: false });
  });

  test("the caller's own deadline counts as a timeout", async () => {
    const signal = AbortSignal.abort(new DOMException('', 'TimeoutError'));
    expect(await ask('http://127.0.0.1:1', { signal })).toMatchObject({ fault: 'timeout' });
  });
});

describe('behind a proxy', () => {
  const HOST = 'http://api.example.test';

  async function target() {
    const seen: string[] = [];
    const url = await serve((request, response) => {
      seen.push(`${request.method} ${request.headers.host}${request.url}`);
      response.end('through');
    });
    return { url, seen };
  }

  async function proxied(env: (url: string) => Record<string, string>, status = 200) {
    const { url, seen } = await target();
    const proxy = await startTunnelProxy(url, status);
    closers.push(proxy.close);
    const request = (to: string, more: Partial<HttpRequest> = {}) =>
      createHttp(
        env(proxy.url),
        OPTIONS,
      )({
        url: to,
        method: 'GET',
        headers: {},
        timeoutMs: 4000,
        ...more,
      });
    return { url, seen, proxy, request };
  }

  test.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'])(
    '%s is honoured',
    async (name) => {
      const { request, proxy, seen } = await proxied((url) => ({ [name]: url }));
      expect(await request(`${HOST}/v1`)).toMatchObject({ ok: true, body: 'through' });
      expect(await request(`${HOST}/v2`, { method: 'POST', body: 'x' })).toMatchObject({
        ok: true,
      });
      expect(new Set(proxy.connects)).toEqual(new Set(['api.example.test:80']));
      expect(seen).toEqual(['GET api.example.test/v1', 'POST api.example.test/v2']);
    },
  );

  test.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'])(
    '%s takes https to a tunnel',
    async (name) => {
      const { request, proxy } = await proxied((url) => ({ [name]: url }));
      // The server behind the tunnel speaks no TLS; that it was asked is what counts.
      expect(await request('https://api.example.test/')).toMatchObject({
        fault: 'tls',
        sent: false,
      });
      expect(proxy.connects).toEqual(['api.example.test:443']);
    },
  );

  test('an address without a scheme means http, and a login goes to the proxy alone', async () => {
    const { request, proxy } = await proxied((url) => ({
      http_proxy: url.replace('http://', 'user:hunter22@'),
    }));
    expect(await request(HOST)).toMatchObject({ ok: true });
    expect(proxy.authorizations).toEqual([`Basic ${btoa('user:hunter22')}`]);
  });

  test.each(['127.0.0.1', 'localhost'])('%s is asked directly', async (host) => {
    const { request, proxy, url } = await proxied((proxyUrl) => ({ HTTP_PROXY: proxyUrl }));
    await request(url.replace('127.0.0.1', host));
    expect(proxy.connects).toEqual([]);
  });

  test.each(['api.example.test', '.example.test', 'other.test, example.test', '*'])(
    'NO_PROXY=%s keeps the host off it',
    async (noProxy) => {
      const { request, proxy } = await proxied((url) => ({ HTTP_PROXY: url, NO_PROXY: noProxy }));
      expect(await request(HOST, { timeoutMs: 1000 })).toMatchObject({ ok: false });
      expect(proxy.connects).toEqual([]);
    },
  );

  test.each([407, 403, 502])('a tunnel refused with %d is a fault of the proxy', async (status) => {
    const { request, seen } = await proxied((url) => ({ HTTP_PROXY: url }), status);
    expect(await request(HOST)).toEqual({
      ok: false,
      fault: 'proxy',
      sent: false,
      code: String(status),
    });
    expect(seen).toEqual([]);
  });

  test('a proxy that cannot be used is never bypassed, and its login is not told', async () => {
    for (const address of ['socks5h://user:hunter22@127.0.0.1:1', 'http://user:hunter22@[bad']) {
      const { request, seen } = await proxied(() => ({ ALL_PROXY: address }));
      const failure = await request(HOST);
      expect(failure).toEqual({ ok: false, fault: 'proxy', sent: false, code: 'proxy_address' });
      expect(seen).toEqual([]);
    }
  });

  test("the process's own variables do not count, only the given ones", async () => {
    const { url, seen } = await target();
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1');
    expect(await ask(url)).toMatchObject({ ok: true });
    expect(seen).toHaveLength(1);
  });
});

describe('the fetch for libraries', () => {
  const guarded = createFetch({}, { ...OPTIONS, timeoutMs: 4000 });

  test('has the same guards', async () => {
    const seen: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      seen.push(request.headers['user-agent']);
      response.writeHead(307, { location: '/again' }).end('{"a":1}');
    });
    const response = await guarded(url, { headers: { 'user-agent': 'Anthropic/JS' } });
    expect(response.status).toBe(307);
    expect(await response.json()).toEqual({ a: 1 });
    expect(seen).toEqual(['openclaw-auth-monitor/1.2.3']);
  });

  test('tells a port that it blocks', async () => {
    await expect(guarded('http://127.0.0.1:22')).rejects.toMatchObject({
      cause: { fault: 'network', sent: false, code: 'bad_port' },
    });
  });

  test('decodes a compressed body once', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('plain'));
    });
    const response = await guarded(url);
    expect(await response.text()).toBe('plain');
    expect(response.headers.get('content-encoding')).toBeNull();
  });

  test('gives an answer without a body as one', async () => {
    const url = await serve((_, response) => response.writeHead(204).end());
    expect((await guarded(url)).status).toBe(204);
  });

  test('takes a body over the cap for no answer, even when its start is whole JSON', async () => {
    const url = await serve((_, response) => response.end(`{}${' '.repeat(CAP)}`));
    await expect(guarded(url)).rejects.toMatchObject({
      cause: { code: 'body_too_large', sent: true },
    });
  });

  test.each([
    ['its own deadline', createFetch({}, { ...OPTIONS, timeoutMs: 100 }), undefined],
    ["the caller's signal", guarded, 100],
  ])('ends a stalled body at %s', async (_, fetch, afterMs) => {
    const url = await serve((__, response) => void response.write('x'));
    const signal = afterMs === undefined ? null : AbortSignal.timeout(afterMs);
    await expect(fetch(url, { signal })).rejects.toMatchObject({
      cause: { fault: 'timeout', sent: true },
    });
  });
});

/** A port that was free a moment ago and is none that fetch blocks. */
async function unusedPort(): Promise<string> {
  const url = await serve(() => undefined);
  await closers.pop()?.();
  return url;
}
