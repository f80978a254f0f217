// Real servers that answer as no provider should, or not quite as expected: what each answer comes to.
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { HOUR_MS, SECOND_MS } from '../../src/core/duration.ts';
import { probes } from '../../src/probes/index.ts';
import { askOne, NOW, target } from '../kit/probe-run.ts';
import { expectNoTrace } from '../kit/probe-suite.ts';

const FAKE = 'Zq7Kx2Vw9Lm4Tn8Rb3Yc6Hd1Pf5';
const PROVIDERS = ['openai', 'anthropic'] as const;
const KEYS = { openai: `sk-${FAKE}`, anthropic: `sk-ant-api03-${FAKE}` } as const;
const MODELS = '{"object":"list","data":[],"has_more":false}';
const REFUSAL =
  '{"error":{"type":"authentication_error","code":"invalid_api_key","message":"No."}}';

async function listening(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Writes these bytes as soon as a request comes; closes unless told to leave it open. */
function raw(parts: readonly (string | Buffer)[], stays = false): Promise<string> {
  return listening(
    createServer((socket) => {
      socket.once('data', () => {
        for (const part of parts) socket.write(part);
        if (!stays) socket.end();
      });
    }),
  );
}

/** An HTTP/1.1 answer with its length. */
function whole(status: number, body: string | Buffer, ...headers: readonly string[]): Buffer {
  const head = [`HTTP/1.1 ${status} X`, `content-length: ${Buffer.byteLength(body)}`, ...headers];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), Buffer.from(body)]);
}

const JSON_TYPE = 'content-type: application/json';

describe.each(PROVIDERS)('%s', (provider) => {
  const secret = KEYS[provider];
  const asked = target(provider, secret);

  async function ask(parts: readonly (string | Buffer)[], stays = false): Promise<string> {
    const limit = stays ? { probeTimeoutMs: 400 } : {};
    const verdict = await askOne(asked, await raw(parts, stays), limit);
    expectNoTrace(JSON.stringify(verdict), secret);
    return `${verdict.outcome} ${verdict.reason} ${verdict.confidence}`;
  }

  const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;
  const CHUNKED = `HTTP/1.1 200 OK\r\n${JSON_TYPE}\r\ntransfer-encoding: chunked\r\n\r\n`;

  test.each<[string, readonly (string | Buffer)[], string]>([
    [
      'early hints first',
      ['HTTP/1.1 103 Early\r\n\r\n', whole(401, REFUSAL, JSON_TYPE)],
      'invalid',
    ],
    ['an answer of HTTP/1.0', [`HTTP/1.0 401 No\r\n${JSON_TYPE}\r\n\r\n${REFUSAL}`], 'invalid'],
    ['an error as plain text', [whole(401, REFUSAL, 'content-type: text/plain')], 'invalid'],
    ['an error without a type', [whole(401, REFUSAL)], 'invalid'],
    ['a mark of the byte order', [whole(401, `\uFEFF${REFUSAL}`, JSON_TYPE)], 'invalid'],
    ['a list around the error', [whole(401, `[${REFUSAL}]`, JSON_TYPE)], 'invalid'],
    [
      'a code with another status',
      [whole(403, '{"Error":{"Code":"INVALID_API_KEY"}}', JSON_TYPE)],
      'invalid',
    ],
    ['words of another language', [whole(401, '{"error":{"message":"身份验证失败"}}')], 'invalid'],
    [
      'a header twice',
      [whole(401, REFUSAL, JSON_TYPE, 'request-id: a', 'request-id: b')],
      'invalid',
    ],
    [
      'a packed refusal',
      [whole(401, gzipSync(REFUSAL), JSON_TYPE, 'content-encoding: gzip')],
      'invalid',
    ],
  ])('%s is the refusal that it is', async (_, parts, reason) => {
    expect(await ask(parts)).toBe(`rejected ${reason} certain`);
  });

  test.each<[string, readonly (string | Buffer)[], string]>([
    ['a bomb', [whole(200, gzipSync(Buffer.alloc(80e6)), 'content-encoding: gzip')], 'intercepted'],
    ['a broken packing', [whole(200, 'no gzip', 'content-encoding: gzip')], 'network'],
    ['60 KB of headers', [whole(401, REFUSAL, `x: ${'y'.repeat(60_000)}`)], 'network'],
    ['an end before the body', ['HTTP/1.1 401 No\r\ncontent-length: 900\r\n\r\n{"err'], 'network'],
    ['an end before the headers', ['HTTP/1.1 401 No\r\ncontent-'], 'network'],
    ['no answer', [''], 'network'],
    ['another protocol', ['220 mail.example.org ESMTP\r\n'], 'network'],
    [
      'a switch of protocols',
      ['HTTP/1.1 101 Up\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'],
      'network',
    ],
    ['a chunk that is none', [CHUNKED, 'zz\r\n'], 'network'],
    ['nothing, with success', ['HTTP/1.1 204 No Content\r\n\r\n'], 'intercepted'],
    ['a page, with success', [whole(200, '<html>', 'content-type: text/html')], 'intercepted'],
    ['the list as a page', [whole(200, MODELS, 'content-type: text/html')], 'intercepted'],
    ['a text, with success', [whole(200, '"ok"', JSON_TYPE)], 'intercepted'],
    ['a number, refused', [whole(403, '403')], 'unknown'],
    ['a page, refused', [whole(403, '<html>', 'content-type: text/html')], 'unknown'],
    ['a teapot', [whole(418, '{}', JSON_TYPE)], 'unknown'],
    ['a failing server', [whole(502, '[]', JSON_TYPE)], 'overloaded'],
  ])('%s says nothing', async (_, parts, reason) => {
    expect(await ask(parts)).toBe(`inconclusive ${reason} certain`);
  });

  test('a body that drips for ever ends with the deadline', async () => {
    expect(await ask([CHUNKED, chunk('{"object":')], true)).toBe('inconclusive network certain');
  });

  test('a body in chunks is read whole', async () => {
    const parts = [CHUNKED, ...Array.from(MODELS, chunk), '0\r\n\r\n'];
    expect(await ask(parts)).toBe('accepted valid certain');
  });

  test.each([301, 302, 303, 307, 308])(
    'a %d to another host takes nothing there',
    async (status) => {
      let strangers = 0;
      const elsewhere = await listening(createHttpServer(() => (strangers += 1)));
      const body = provider === 'anthropic' ? { model: 'claude-demo-5' } : {};
      for (const level of ['metadata', 'inference'] as const) {
        const url = await raw([whole(status, '', `location: ${elsewhere}/v1/models`)]);
        const verdict = await askOne({ ...asked, ...body }, url, { level });
        expect(verdict).toMatchObject({ outcome: 'inconclusive', reason: 'redirect' });
      }
      expect(strangers).toBe(0);
    },
  );
});

describe('a wish to be left alone', () => {
  const date = (ms: number): string => new Date(NOW + ms).toUTCString();

  test.each<[string, readonly string[], number | undefined]>([
    ['in seconds', ['retry-after: 90'], 90 * SECOND_MS],
    ['in parts of a second', ['retry-after: 1.5'], 1_500],
    ['of nothing', ['retry-after: 0'], SECOND_MS],
    ['of less than nothing', ['retry-after: -5'], undefined],
    ['of ages is a day', ['retry-after: 99999999999'], 24 * HOUR_MS],
    ['until a date', [`retry-after: ${date(HOUR_MS)}`], HOUR_MS],
    [
      'until a date by the clock of the server',
      [`date: ${date(5 * HOUR_MS)}`, `retry-after: ${date(6 * HOUR_MS)}`],
      HOUR_MS,
    ],
    ['until a date that has passed', [`retry-after: ${date(-HOUR_MS)}`], SECOND_MS],
    ['in words', ['retry-after: soon'], undefined],
    ['not said', [], undefined],
  ])('%s', async (_, headers, restMs) => {
    for (const status of [403, 429, 503]) {
      const body = '{"message":"You have exceeded a secondary rate limit."}';
      const url = await raw([whole(status, body, JSON_TYPE, ...headers)]);
      const asked = target('github-copilot', `ghu_${FAKE}`, { type: 'token' });
      const verdict = await askOne(asked, url);
      expect([verdict.outcome, verdict.restMs]).toEqual(['inconclusive', restMs]);
    }
  });

  test('is none of a refusal', async () => {
    const url = await raw([whole(401, REFUSAL, JSON_TYPE, 'retry-after: 90')]);
    const verdict = await askOne(target('openai', KEYS.openai), url);
    expect(verdict).toMatchObject({ outcome: 'rejected', code: 'invalid_api_key' });
    expect(verdict.restMs).toBeUndefined();
  });
});

test('no provider repeats a credential that a server throws back at it', async () => {
  for (const provider of Object.keys(probes)) {
    const type = /google-|codex/.test(provider) ? 'oauth' : 'api_key';
    const secret = FAKE.toLowerCase();
    const words = [secret, secret.slice(3, 12), Buffer.from(secret).toString('base64')];
    const said = JSON.stringify({
      error: { code: secret, type: `x_${secret}`, message: `Wrong: ${words.join(' or ')}` },
      request_id: secret,
    });
    const url = await raw([whole(401, said, JSON_TYPE, `x-request-id: req-${secret}`)]);
    const verdict = await askOne(target(provider, secret, { type }), url);
    expect(verdict.outcome).toBe('rejected');
    for (const word of words) expect(JSON.stringify(verdict)).not.toContain(word);
    expectNoTrace(JSON.stringify(verdict), secret);
  }
});
