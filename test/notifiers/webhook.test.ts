import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startWebhookReceiver, type WebhookReceiver } from '../../src/demo/webhook-receiver.ts';
import { createNotifier } from '../../src/notifiers/index.ts';
import { githubSignature, standardKey } from '../../src/notifiers/webhook-signature.ts';
import { webhook } from '../../src/notifiers/webhook.ts';
import { notification } from '../kit/notifications.ts';
import { attempt, testPorts } from '../kit/notifier-ports.ts';
import { describeNotifier } from '../kit/notifier-suite.ts';
import { saidBy } from '../kit/said.ts';

const SECRET = `whsec_${Buffer.from('canary-webhook-secret-0123456789').toString('base64')}`;
const OLD_SECRET = `whsec_${Buffer.from('canary-older-webhook-secret-0123').toString('base64')}`;

function open(options: object, ports = testPorts()) {
  return createNotifier(webhook, webhook.schema.parse({ type: 'webhook', ...options }), ports);
}

describeNotifier('webhook', async () => {
  const receiver = await startWebhookReceiver({ secret: SECRET });
  const dead = await startWebhookReceiver();
  await dead.close();
  const options = {
    secret: SECRET,
    bearer: 'canary-bearer-token',
    headers: { 'X-Key': 'canary-key-1' },
  };
  return {
    working: open({ url: `${receiver.url}canary-path?k=canary-query`, ...options }),
    unreachable: open({ url: `${dead.url}canary-path?k=canary-query`, ...options }),
    arrivals: async () =>
      receiver.received.map(({ headers, body }) => ({
        id: String(headers['webhook-id']),
        text: body,
      })),
    secrets: [SECRET, 'canary-bearer-token', 'canary-key-1', 'canary-path', 'canary-query'],
    close: async () => receiver.close(),
  };
});

describe('a webhook', () => {
  let receiver: WebhookReceiver;
  beforeEach(async () => {
    receiver = await startWebhookReceiver();
  });
  afterEach(async () => receiver.close());

  const headersOf = async (options: object) => {
    await open({ url: receiver.url, ...options }).send(notification(), attempt());
    return receiver.received.at(-1)?.headers ?? {};
  };

  test('is signed so that the standardwebhooks package accepts it', async () => {
    const now = Date.now();
    await open({ url: receiver.url, secret: SECRET }).send(notification(), { ...attempt(), now });
    const [{ headers, body }] = receiver.received as [WebhookReceiver['received'][number]];
    const verified = new Webhook(SECRET).verify(body, headers as Record<string, string>);
    expect(verified).toMatchObject({ type: 'auth.firing' });
    expect(headers['webhook-timestamp']).toBe(String(Math.floor(now / 1_000)));
  });

  test('that was changed on its way is not accepted', async () => {
    await open({ url: receiver.url, secret: SECRET }).send(notification(), {
      ...attempt(),
      now: Date.now(),
    });
    const [{ headers, body }] = receiver.received as [WebhookReceiver['received'][number]];
    const changed = body.replace('anthropic', 'anthropiq');
    expect(() => new Webhook(SECRET).verify(changed, headers as Record<string, string>)).toThrow(
      'No matching signature',
    );
  });

  test.each([SECRET, OLD_SECRET])(
    'signed with two secrets is accepted by a receiver that holds one (%#)',
    async (held) => {
      const sent = { ...attempt(), now: Date.now() };
      await open({ url: receiver.url, secret: [SECRET, OLD_SECRET] }).send(notification(), sent);
      const [{ headers, body }] = receiver.received as [WebhookReceiver['received'][number]];
      expect(new Webhook(held).verify(body, headers as Record<string, string>)).toBeTruthy();
      expect(headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);
    },
  );

  test('takes a secret without whsec_ as the key itself', async () => {
    const headers = await headersOf({ secret: 'plain text key' });
    const { body } = receiver.received[0] as WebhookReceiver['received'][number];
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    const mac = createHmac('sha256', 'plain text key').update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${mac}`);
  });

  test('in GitHub style carries the signature of the body alone', async () => {
    const headers = await headersOf({ secret: 'hub-secret', style: 'github' });
    const { body } = receiver.received[0] as WebhookReceiver['received'][number];
    const mac = createHmac('sha256', 'hub-secret').update(body).digest('hex');
    expect(headers['x-hub-signature-256']).toBe(`sha256=${mac}`);
    expect(headers['webhook-signature']).toBeUndefined();
  });

  test('without a secret is not signed, and still carries id and time', async () => {
    const headers = await headersOf({});
    expect(headers['webhook-signature']).toBeUndefined();
    expect(headers['webhook-id']).toBe('k5xq2mfw3jz7n4aabbccddeeff');
    expect(headers['webhook-timestamp']).toMatch(/^\d{10}$/);
  });

  test('has an id without dots, because dots part what is signed', async () => {
    await open({ url: receiver.url }).send(notification({ id: 'a.b/c' }), attempt());
    expect(receiver.received[0]?.headers['webhook-id']).toBe('a_b_c');
  });

  test('carries bearer and own headers, and says what it is', async () => {
    const headers = await headersOf({ bearer: 'token-1', headers: { 'X-Team': 'ops' } });
    expect(headers).toMatchObject({
      authorization: 'Bearer token-1',
      'x-team': 'ops',
      'content-type': 'application/json',
      'user-agent': 'openclaw-auth-monitor/0.1.0',
    });
  });

  test('turns a login in its URL into basic authentication', async () => {
    const headers = await headersOf({ url: receiver.url.replace('//', '//us%40er:p%C3%A4ss@') });
    expect(headers.authorization).toBe(`Basic ${Buffer.from('us@er:päss').toString('base64')}`);
  });

  test('is delivered by any 2xx, and nothing else', async () => {
    const notifier = open({ url: receiver.url });
    const outcomes: Record<number, string> = {};
    for (const status of [200, 202, 204, 301, 307, 400, 401, 404, 408, 410, 413, 429, 500, 503]) {
      receiver.respond(() => ({ status, headers: { location: 'http://127.0.0.1:1/' } }));
      const delivery = await notifier.send(notification(), attempt());
      outcomes[status] = delivery.ok ? 'ok' : delivery.fault;
    }
    expect(outcomes).toEqual({
      200: 'ok',
      202: 'ok',
      204: 'ok',
      301: 'permanent',
      307: 'permanent',
      400: 'permanent',
      401: 'auth',
      404: 'permanent',
      408: 'transient',
      410: 'gone',
      413: 'permanent',
      429: 'transient',
      500: 'transient',
      503: 'transient',
    });
    expect(receiver.received).toHaveLength(14);
  });

  test('waits as long as the receiver asks', async () => {
    receiver.respond(() => ({ status: 429, headers: { 'retry-after': '30' } }));
    const delivery = await open({ url: receiver.url }).send(notification(), attempt());
    expect(delivery).toMatchObject({ ok: false, fault: 'transient', retryAfterMs: 30_000 });
  });

  test('whose connection drops after the request is ambiguous', async () => {
    receiver.respond(() => null);
    const delivery = await open({ url: receiver.url }).send(notification(), attempt());
    expect(delivery).toMatchObject({ ok: false, fault: 'ambiguous' });
  });

  test('never repeats what the receiver says, which may be a secret', async () => {
    receiver.respond(({ headers }) => ({
      status: 400,
      body: `bad ${String(headers.authorization)}`,
    }));
    const notifier = open({ url: `${receiver.url}canary`, bearer: 'canary-bearer' });
    const { detail } = await notifier.send(notification(), attempt());
    expect(detail).toBe(`${receiver.url.slice(0, -1)} answered 400`);
  });
});

describe('the options of a webhook', () => {
  const url = 'https://hooks.example.org/canary-path';

  test.each([
    [{ url: 'http://hooks.example.org/canary-path' }, 'not encrypted'],
    [{ url: 'ftp://hooks.example.org/canary-path' }, 'expected an http(s) URL'],
    [{ url: 'canary-path' }, 'expected an http(s) URL, received text of 11 characters'],
    [{ url, secret: 'whsec_canary path!' }, 'not base64'],
    [{ url, secret: 'whsec_' }, 'not base64'],
    [{ url, bearer: 'canary-path\r\nX: y' }, 'printable ASCII'],
    [{ url, headers: { 'x-a': 'canary-pathä' } }, 'printable ASCII'],
  ])('%#: what cannot be used is refused without its value', (options, why) => {
    const said = saidBy(() => open(options));
    expect(said).toContain(why);
    expect(said).not.toMatch(/canary/);
  });

  test.each([
    { url, unknown: 1 },
    { url, style: 'github', secret: ['a', 'b'] },
    { url, headers: { Host: 'x' } },
    { url, headers: { 'webhook-id': 'x' } },
    { url, headers: { 'a b': 'x' } },
    { url, secret: [] },
    {},
  ])('%j do not fit the schema', (options) => {
    expect(webhook.schema.safeParse({ type: 'webhook', ...options }).success).toBe(false);
  });

  test('plain http to another host is allowed on request, with a warning that shows the host alone', () => {
    const ports = testPorts();
    open({ url: 'http://u:canary@hooks.example.org/canary', allowInsecure: true }, ports);
    expect(ports.warnings).toHaveLength(1);
    expect(ports.warnings[0]).toContain('http://hooks.example.org');
    expect(ports.warnings[0]).not.toContain('canary');
  });

  test.each(['http://localhost:1/', 'http://127.1.2.3/', 'http://[::1]:9/', 'http://a.localhost/'])(
    'plain http to this machine (%s) is allowed',
    (local) => {
      const ports = testPorts();
      expect(() => open({ url: local }, ports)).not.toThrow();
      expect(ports.warnings).toEqual([]);
    },
  );

  test.each(['http://localhost.example.org/', 'http://127.0.0.1.example.org/', 'http://10.0.0.1/'])(
    'a host that only looks like this machine (%s) needs encryption',
    (remote) => {
      expect(saidBy(() => open({ url: remote }))).toContain('not encrypted');
    },
  );
});

describe('the signatures', () => {
  test("GitHub's own example comes out right", () => {
    const key = Buffer.from("It's a Secret to Everybody");
    expect(githubSignature(key, 'Hello, World!')).toBe(
      'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
    );
  });

  test.each([
    ['whsec_AQID', Buffer.from([1, 2, 3])],
    ['whsec_AQ==', Buffer.from([1])],
    ['whsec_AQ', Buffer.from([1])],
    ['whsec_A', null],
    ['whsec_A*ID', null],
    ['AQID', Buffer.from('AQID')],
  ])('the secret %s is its key', (secret, key) => {
    expect(standardKey(secret)).toEqual(key);
  });
});
