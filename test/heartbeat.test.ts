import { describe, expect, test } from 'vitest';
import { remarkPhrases } from '../src/core/phrases/remark-phrases.ts';
import type { Http, HttpRequest } from '../src/core/http.ts';
import { Secret } from '../src/core/secret.ts';
import { openHeartbeat } from '../src/heartbeat.ts';

const CANARY = 'Gh7Kq2Vw9Lm4Zx';
const signal = new AbortController().signal;

/** What is asked for at `url`, and what the beat says about the answer. */
async function beatAt(url: string, isWell: boolean, answer: Awaited<ReturnType<Http>>) {
  const asked: HttpRequest[] = [];
  const http: Http = async (request) => {
    asked.push(request);
    return answer;
  };
  const { origin } = new URL(url);
  const address = { url: new Secret(url), origin, authorization: new Secret('Basic eDp5') };
  const heartbeat = openHeartbeat(http, address, { tellsStart: false });
  heartbeat.start();
  const unheard = await heartbeat.end(isWell ? null : 'it broke', signal);
  return { said: unheard?.(remarkPhrases) ?? null, asked: asked[0] };
}

const answered = (status: number): Awaited<ReturnType<Http>> => ({
  ok: true,
  status,
  header: () => null,
  body: '',
  overflow: false,
});

describe('a heartbeat', () => {
  test.each([
    ['https://hc-ping.com/uuid', true, 'https://hc-ping.com/uuid'],
    ['https://hc-ping.com/uuid', false, 'https://hc-ping.com/uuid/fail'],
    ['https://hc-ping.com/uuid/', false, 'https://hc-ping.com/uuid/fail'],
    ['https://hc-ping.com/key/slug?create=1', false, 'https://hc-ping.com/key/slug/fail?create=1'],
    ['http://kuma:3001/api/push/x', true, 'http://kuma:3001/api/push/x?status=up'],
    [
      'http://kuma:3001/api/push/x?status=up&ping=',
      false,
      'http://kuma:3001/api/push/x?status=down&ping=&msg=it+broke',
    ],
  ])('at %s, well: %s', async (url, isWell, expected) => {
    const { said, asked } = await beatAt(url, isWell, answered(200));
    expect(said).toBeNull();
    const method = expected.includes('/fail') ? 'POST' : 'GET';
    expect(asked).toMatchObject({ url: expected, method, timeoutMs: 10_000, signal });
    expect(asked?.headers).toMatchObject({ authorization: 'Basic eDp5' });
    expect(asked?.body).toBe(method === 'POST' ? 'it broke' : undefined);
  });

  test.each([
    [200, null],
    [204, null],
    [301, 'https://hc-ping.com answered the heartbeat with HTTP 301'],
    [404, 'https://hc-ping.com answered the heartbeat with HTTP 404'],
  ])('answered with %i says %s', async (status, says) => {
    const { said } = await beatAt(`https://hc-ping.com/${CANARY}`, true, answered(status));
    expect(said).toBe(says);
  });

  test.each([
    ['https://hc-ping.com/uuid?create=1', ['/uuid/start?create=1', '/uuid?create=1']],
    ['http://kuma:3001/api/push/x', ['/api/push/x?status=up']],
  ])('at %s tells the beginning before the end, where there is one', async (url, paths) => {
    const asked: string[] = [];
    const http: Http = async (request) => {
      const { pathname, search } = new URL(request.url);
      // A slow beginning is waited for.
      if (pathname.endsWith('/start')) await new Promise((resolve) => void setTimeout(resolve, 20));
      asked.push(pathname + search);
      return answered(404);
    };
    const address = { url: new Secret(url), origin: '', authorization: null };
    const heartbeat = openHeartbeat(http, address, { tellsStart: true });
    heartbeat.start();
    await heartbeat.end(null, signal);
    expect(asked).toEqual(paths);
  });

  test('that nobody heard says so by a code alone', async () => {
    const unheard = { ok: false, fault: 'refused', sent: false, code: 'ECONNREFUSED' } as const;
    const { said } = await beatAt(`https://hc-ping.com/${CANARY}`, true, unheard);
    expect(said).toBe('https://hc-ping.com did not hear the heartbeat (ECONNREFUSED)');
  });
});
