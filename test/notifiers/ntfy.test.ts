import { describe, expect, test } from 'vitest';
import { ntfy as kind } from '../../src/notifiers/ntfy.ts';
import { notification, notificationOf, NOTIFICATION_KINDS } from '../kit/notifications.ts';
import {
  describePlatform,
  jsonOf,
  openChannel,
  outcomeOf,
  platform,
  type PlatformAnswer,
  type PlatformCase,
  type PlatformRequest,
} from '../kit/platform-suite.ts';
import { digest } from '../kit/straining-notifications.ts';
import { saidBy } from '../kit/said.ts';

const TOKEN = 'tk_canarytoken0123456789canarytok';
const TOPIC = 'canary-topic-4711';

/** As ntfy's server does: JSON at the root only, twice 4,096 bytes of it, a longer message as a file. */
function answer({ method, path, headers, body }: PlatformRequest): PlatformAnswer {
  const fail = (code: number) => ({
    status: Math.floor(code / 100),
    body: JSON.stringify({ code, http: Math.floor(code / 100), error: 'no' }),
  });
  if (method !== 'POST' || path !== '/') return fail(40401);
  if (headers.authorization !== `Bearer ${TOKEN}`) return fail(40101);
  if (Buffer.byteLength(body) > 8_192) return fail(41301);
  const {
    topic,
    message,
    priority,
    tags,
    sequence_id: sequence,
  } = JSON.parse(body) as Record<string, unknown>;
  if (topic !== TOPIC || !/^[-_A-Za-z0-9]{1,64}$/.test(String(sequence))) return fail(40009);
  if (![1, 2, 3, 4, 5].includes(Number(priority)) || !Array.isArray(tags)) return fail(40007);
  if (Buffer.byteLength(String(message)) > 4_096) return fail(41301);
  return { status: 200, body: JSON.stringify({ id: 'sPs71M8A2T', event: 'message', topic }) };
}

const ntfy: PlatformCase = {
  kind,
  options: (origin) => ({ baseUrl: origin, topic: TOPIC, token: TOKEN }),
  secrets: [TOKEN, TOPIC],
  answer,
  textOf: (request) => `${String(jsonOf(request)['title'])}\n${String(jsonOf(request)['message'])}`,
  idOf: (request) => String(jsonOf(request)['sequence_id']),
  notTaken: [
    { status: 200, body: 'ok' },
    { status: 200, body: '{"event":"message"}' },
    { status: 201, body: '{"id":"x"}' },
    { status: 204 },
  ],
};

describePlatform(ntfy);

describe('a message on ntfy', () => {
  const published = async (message = notification(), changes = {}) => {
    const { receiver, send } = await platform(ntfy, changes);
    const delivery = await send(message);
    return { delivery, request: receiver.received[0] as PlatformRequest };
  };

  test('is read as title, text, tag and priority', async () => {
    const { request } = await published();
    expect(jsonOf(request)).toMatchObject({
      title: 'Auth expired: anthropic:default (agents main, work) on host1',
      priority: 5,
      tags: ['rotating_light'],
      sequence_id: 'k5xq2mfw3jz7n4aabbccddeeff',
    });
    expect(jsonOf(request)['message']).toMatch(
      /^Failing: Auth expired on host1\.\n\nanthropic:default expired 3 h 20 min ago\nAgents: main, work/,
    );
  });

  test.each(NOTIFICATION_KINDS)('of kind %s rings as loudly as it matters', async (kind) => {
    const { request } = await published(notificationOf(kind));
    const priorities = {
      firing: 5,
      escalated: 5,
      reminder: 4,
      deadletter: 4,
      recovered: 3,
      test: 3,
    };
    expect(jsonOf(request)['priority']).toBe(priorities[kind]);
    if (kind === 'recovered') expect(jsonOf(request)['tags']).toEqual(['white_check_mark']);
  });

  test('too long for it fills the 4,096 bytes and no more', async () => {
    const { request } = await published(digest);
    const bytes = Buffer.byteLength(String(jsonOf(request)['message']));
    expect(bytes).toBeLessThanOrEqual(4_096);
    expect(bytes).toBeGreaterThan(3_000);
  });

  test('is published with a login where there is no token', async () => {
    const { request } = await published(notification(), {
      token: undefined,
      user: 'phil',
      password: 'canary pässword',
    });
    const login = Buffer.from('phil:canary pässword').toString('base64');
    expect(request.headers.authorization).toBe(`Basic ${login}`);
  });

  test.each([
    [429, 42901, 'transient', undefined],
    [429, 42908, 'transient', 3_600_000],
    [429, 42909, 'auth', undefined],
    [401, 40101, 'auth', undefined],
    [403, 40301, 'auth', undefined],
    [413, 41301, 'permanent', undefined],
    [507, 50701, 'transient', undefined],
  ])('that is answered %i with code %i is %s', async (status, code, fault, wait) => {
    const { receiver, send } = await platform(ntfy);
    receiver.respond(() => ({ status, body: JSON.stringify({ code, http: status }) }));
    const delivery = await send();
    expect(outcomeOf(delivery)).toBe(fault);
    expect(delivery).toHaveProperty('detail', expect.stringContaining(String(status)));
    expect(delivery).toEqual(expect.objectContaining(wait ? { retryAfterMs: wait } : {}));
  });

  test('goes to a server below a path', async () => {
    const { receiver } = await platform(ntfy);
    const channel = openChannel(kind, {
      ...ntfy.options(`${receiver.url}push`),
    });
    await channel.send(notification(), { now: 0, signal: new AbortController().signal });
    expect(receiver.received[0]?.path).toBe('/push');
  });
});

test.each([
  [{ topic: 'a/b' }, 'topic'],
  [{ topic: 'x'.repeat(65) }, 'topic'],
  [{ topic: 't', token: 'tk_ä' }, 'printable ASCII'],
])('%j cannot be used', (options, why) => {
  expect(saidBy(() => openChannel(kind, options))).toContain(why);
});

test.each([
  {},
  { topic: 't', baseUrl: 'ftp://x.example' },
  { topic: 't', baseUrl: 'https://u:p@x.example' },
  { topic: 't', baseUrl: 'https://x.example/?auth=1' },
  { topic: 't', user: 'phil' },
  { topic: 't', user: 'phil', password: 'p', token: 'tk_1' },
])('%j does not fit the schema', (options) => {
  expect(kind.schema.safeParse({ type: kind.type, ...options }).success).toBe(false);
});
