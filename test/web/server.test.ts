import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { parseReport } from '../../src/reporters/parse-report.ts';
import { alertHouse, iso, START, type AlertHouse } from '../kit/alert-house.ts';
import { DAY_MS, HOUR_MS, type Started } from '../kit/built-cli.ts';

const TOKEN = 'a-token-of-the-tests-0123456789';

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

interface Served {
  readonly port: number;
  readonly watch: Started;
  get(path: string, headers?: Readonly<Record<string, string>>, method?: string): Promise<Got>;
}

/** A watch with its page; one expired credential, and the first run over. */
async function served(home: AlertHouse, web = '--web=0'): Promise<Served> {
  home.store({ 'anthropic:a': -HOUR_MS, 'anthropic:b': 90 * DAY_MS });
  const watch = home.start(['watch', web, '--config', home.config, '--now', iso(START)]);
  await watch.saw('verdict failing');
  const port = Number(/http:\/\/[^"]*:(\d+)\//.exec(watch.stderr())?.[1]);
  onTestFinished(() => void watch.child.kill());
  return { port, watch, get: async (...args) => get(port, ...args) };
}

async function get(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => (body += text));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    asked.on('error', reject).end();
  });
}

test('serves the page, the report, metrics and its own health', async () => {
  const { get } = await served(await alertHouse());
  const [page, report, metrics, health] = await Promise.all(
    ['/', '/api/report', '/metrics', '/healthz'].map((path) => get(path)),
  );
  expect(page).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
  expect(page?.body).toContain('anthropic:a expired');
  expect(parseReport(JSON.parse(report?.body ?? ''))).toMatchObject({ verdict: 'failing' });
  expect(metrics?.body).toContain('openclaw_auth_exit_code 1\n');
  expect(metrics?.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(health?.status).toBe(200);
  expect(JSON.parse(health?.body ?? '')).toMatchObject({ status: 'ok', exitCode: 1 });
});

test('no answer holds a secret, and every one says what browsers may not do with it', async () => {
  const home = await alertHouse();
  home.configure({ web: { token: TOKEN } });
  const { get } = await served(home);
  const authorization = `Bearer ${TOKEN}`;
  for (const path of ['/', '/api/report', '/metrics', '/healthz', '/nothing', '/?token=x']) {
    const { body, headers } = await get(path, { authorization });
    expect(body).not.toMatch(/FAKE0|sk-ant|a-token-of/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'.*frame-ancestors 'none'$/,
    );
    expect(headers['access-control-allow-origin']).toBeUndefined();
  }
});

test('asked by a name that is not its own it does not answer', async () => {
  const home = await alertHouse();
  home.configure({ web: { hosts: ['auth.example.org'] } });
  const { get } = await served(home);
  const statusOf = async (host: string) => [
    (await get('/', { host })).status,
    (await get('/healthz', { host })).status,
  ];
  const own = ['localhost', 'localhost:9999', '127.0.0.1', '[::1]:80', '192.0.2.7:18780'];
  for (const host of [...own, 'Auth.Example.org', 'auth.example.org:443']) {
    expect([host, ...(await statusOf(host))]).toEqual([host, 200, 200]);
  }
  const foreign = [
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'a b',
    ':80',
  ];
  for (const host of foreign) {
    expect([host, ...(await statusOf(host))]).toEqual([host, 421, 421]);
  }
});

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

test('with a token set it answers nobody without, but for its health', async () => {
  const home = await alertHouse();
  home.configure({ web: { token: TOKEN } });
  const { get } = await served(home);
  const cases: readonly (readonly [Readonly<Record<string, string>>, number])[] = [
    [{}, 401],
    [{ authorization: `Bearer ${TOKEN}` }, 200],
    [{ authorization: `bearer ${TOKEN}` }, 200],
    [{ authorization: basic(`me:${TOKEN}`) }, 200],
    [{ authorization: basic(`${TOKEN}:`) }, 401],
    [{ authorization: `Bearer ${TOKEN.slice(0, -1)}` }, 401],
    [{ authorization: `Bearer ${TOKEN}0` }, 401],
    [{ authorization: 'Bearer ' }, 401],
    [{ cookie: `token=${TOKEN}` }, 401],
  ];
  for (const [headers, status] of cases) {
    for (const path of ['/', '/api/report', '/metrics']) {
      expect([headers, (await get(path, headers)).status]).toEqual([headers, status]);
    }
    expect((await get('/nothing', headers)).status).toBe(status === 200 ? 404 : 401);
    expect((await get('/healthz', headers)).status).toBe(200);
  }
});

test('only reads: other methods are refused, HEAD has no body', async () => {
  const { get } = await served(await alertHouse());
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    expect(await get('/', {}, method)).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    });
  }
  expect(await get('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
  for (const path of ['/../etc/passwd', '/favicon.ico', '/__proto__', '/constructor', '//']) {
    expect((await get(path)).status).toBe(404);
  }
});

test('says with a tag whether there is news', async () => {
  const { get } = await served(await alertHouse());
  const { headers, body } = await get('/');
  const tag = String(headers['etag']);
  expect(body).toContain(`data-tag=${tag}`);
  expect(await get('/', { 'if-none-match': tag })).toMatchObject({ status: 304, body: '' });
  expect((await get('/', { 'if-none-match': '"old"' })).status).toBe(200);
});

test('a reader that never ends its request holds nothing up, and the watch ends at once', async () => {
  const { port, watch, get } = await served(await alertHouse());
  const idle = connect(port, '127.0.0.1');
  onTestFinished(() => void idle.destroy());
  idle.on('error', () => undefined).write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
  expect((await get('/')).status).toBe(200);
  watch.child.kill();
  expect((await watch.ended).code).toBe(0);
});

test('speaks the language of the config to people, and English to programs', async () => {
  const home = await alertHouse();
  home.configure({ lang: 'vi' });
  const { get } = await served(home);
  const [page, report] = await Promise.all(['/', '/api/report'].map((path) => get(path)));
  expect(page?.body).toContain('<html lang="vi"');
  expect(page?.body).toContain('anthropic:a đã hết hạn 1 giờ trước');
  expect(page?.body).toContain('Tin đã đến nơi');
  expect(report?.body).toContain('anthropic:a expired 1 h ago');
});

test('a run that fails shows on the page and makes the monitor unwell', async () => {
  const home = await alertHouse();
  home.store({ 'anthropic:a': 3000 });
  const watch = home.start(['watch', '--web=0', '--config', home.config, '--now', iso(START)]);
  await watch.saw('verdict expiring');
  home.write('config.json5', '{ probe: { level: "all" } }');
  await watch.saw('cannot be used');
  const port = Number(/http:\/\/[^"]*:(\d+)\//.exec(watch.stderr())?.[1]);
  const { body } = await get(port, '/');
  expect(body).toContain('The last run came to no verdict');
  expect(body).toContain('config.json5 cannot be used:');
  const health = await get(port, '/healthz');
  expect(health.status).toBe(503);
  expect(JSON.parse(health.body)).toMatchObject({ status: 'failing', exitCode: 78 });
  watch.child.kill();
  await watch.ended;
});

test('tells people in their language why a run failed, and the log in English', async () => {
  const home = await alertHouse();
  home.store({ 'anthropic:a': 3000 });
  home.configure({ lang: 'vi' });
  const watch = home.start(['watch', '--web=0', '--config', home.config, '--now', iso(START)]);
  await watch.saw('verdict expiring');
  home.write('config.json5', '{ probe: { level: "all" } }');
  await watch.saw('cannot be used');
  const port = Number(/http:\/\/[^"]*:(\d+)\//.exec(watch.stderr())?.[1]);
  const { body } = await get(port, '/');
  expect(body).toMatch(/Không thể dùng \S+config\.json5:/);
  expect(body).not.toContain('cannot be used');
  watch.child.kill();
  await watch.ended;
});

test('a port that is taken is told, with 73', async () => {
  const home = await alertHouse();
  const { port } = await served(home);
  const ended = await home.run(['watch', `--web=${port}`, '--config', home.config]);
  expect(ended).toMatchObject({ code: 73, stdout: '' });
  expect(ended.stderr).toContain(`127.0.0.1:${port}: another program has that port`);
});

test.each([
  ['an address of others without a token', ['--web=0.0.0.0:0'], {}, 64, 'web.token'],
  ['one in the config', [], { web: { listen: '0.0.0.0:0' } }, 78, 'web.token: needed'],
  ['a token that can be guessed', ['--web=0'], { web: { token: 'short' } }, 78, 'received 5'],
  ['a name in the place of an address', ['--web=example.org:80'], {}, 64, '--web is a port'],
  [
    'a token that is not there',
    ['--web=0'],
    { web: { token: { env: 'NO_TOKEN' } } },
    78,
    'NO_TOKEN',
  ],
  ['an address that is not of this machine', ['--web=127.0.0.1:70000'], {}, 64, '--web is a port'],
])('does not start with %s', async (_, args, keys, code, words) => {
  const home = await alertHouse();
  home.configure(keys);
  const ended = await home.run(['watch', ...args, '--config', home.config]);
  expect(ended).toMatchObject({ code, stdout: '' });
  expect(ended.stderr).toContain(words);
});

test('where others reach it, it asks for the token and advises a proxy with TLS', async () => {
  const home = await alertHouse();
  home.configure({ web: { listen: '0.0.0.0:0', token: TOKEN } });
  const { get, watch } = await served(home, '--probe=off');
  expect(watch.stderr()).toContain('put a proxy with TLS before it');
  expect((await get('/')).status).toBe(401);
});
