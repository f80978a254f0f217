import { describe, expect, test } from 'vitest';
import { codePoints } from '../../src/core/text-length.ts';
import { pushover as kind } from '../../src/notifiers/pushover.ts';
import { incidentView, notification, notificationOf } from '../kit/notifications.ts';
import {
  describePlatform,
  outcomeOf,
  platform,
  type PlatformAnswer,
  type PlatformCase,
  type PlatformRequest,
} from '../kit/platform-suite.ts';
import { digest } from '../kit/straining-notifications.ts';

const TOKEN = 'acanarytoken30charactersazGDOR';
const USER = 'ucanaryuserkey30charactersuQiR';

function formOf({ body }: PlatformRequest): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(body));
}

/** As api.pushover.net does. */
function answer(request: PlatformRequest): PlatformAnswer {
  const { token, user, message = '', title = '', priority, retry, expire } = formOf(request);
  const fail = (why: object) => ({
    status: 400,
    body: JSON.stringify({ ...why, errors: ['no'], status: 0, request: '647d' }),
  });
  if (request.method !== 'POST' || request.path !== '/1/messages.json') return { status: 404 };
  if (token !== TOKEN) return fail({ token: 'invalid' });
  if (user !== USER) return fail({ user: 'invalid' });
  if (message === '' || codePoints(message) > 1_024) return fail({ message: 'cannot be sent' });
  if (codePoints(title) > 250) return fail({ title: 'is too long' });
  if (!['-2', '-1', '0', '1', '2'].includes(priority ?? '')) return fail({ priority: 'invalid' });
  if (priority === '2' && !(Number(retry) >= 30 && Number(expire) <= 10_800)) {
    return fail({ expire: 'must be supplied' });
  }
  const receipt = priority === '2' ? { receipt: 'rLqVuqTRh62UzxtmqiaLzQmVcPgiCy' } : {};
  return { status: 200, body: JSON.stringify({ status: 1, request: '647d2300', ...receipt }) };
}

const pushover: PlatformCase = {
  kind,
  options: (origin) => ({ baseUrl: origin, token: TOKEN, user: USER }),
  secrets: [TOKEN, USER],
  answer,
  textOf: (request) => `${formOf(request)['title']}\n${formOf(request)['message']}`,
  notTaken: [
    { status: 200, body: 'ok' },
    { status: 200, body: '{"status":0,"errors":["no"]}' },
    { status: 200, body: '{"status":"1"}' },
    { status: 202, body: '{"status":1}' },
  ],
};

describePlatform(pushover);

describe('a message on Pushover', () => {
  const sent = async (message = notification(), changes = {}) => {
    const { receiver, send } = await platform(pushover, changes);
    expect(await send(message)).toMatchObject({ ok: true });
    return formOf(receiver.received[0] as PlatformRequest);
  };

  test('has title, text, priority and the time of what it tells', async () => {
    expect(await sent()).toMatchObject({
      title: 'Auth expired: anthropic:default (agents main, work) on host1',
      message: expect.stringMatching(/^Failing: Auth expired on host1\./) as string,
      priority: '1',
      timestamp: String(Date.UTC(2026, 10, 21, 5, 30) / 1_000),
    });
  });

  test.each([
    ['firing', 'fail', '1'],
    ['reminder', 'fail', '0'],
    ['firing', 'warn', '0'],
    ['recovered', 'fail', '0'],
    ['firing', 'info', '-1'],
  ] as const)('of kind %s and severity %s has priority %s', async (kind, severity, priority) => {
    expect((await sent({ ...notificationOf(kind), severity }))['priority']).toBe(priority);
  });

  test('repeats only a failure that is new or worse, where that is wished for', async () => {
    const wish = { emergency: { retry: '2m', expire: '1h' } };
    expect(await sent(notification(), wish)).toMatchObject({
      priority: '2',
      retry: '120',
      expire: '3600',
    });
    const reminder = await sent(notificationOf('reminder'), wish);
    expect(reminder).toMatchObject({ priority: '0' });
    expect(reminder).not.toHaveProperty('retry');
  });

  test('is counted in characters, not in units or bytes', async () => {
    const profiles = ['😀'.repeat(100)];
    const { message = '' } = await sent(notification({ incidents: [incidentView({ profiles })] }));
    expect(codePoints(message)).toBeLessThanOrEqual(1_024);
    expect(message).toContain('😀'.repeat(20));
  });

  test('fills the 1,024 characters and no more', async () => {
    const { message = '' } = await sent(digest);
    expect(message.length).toBeLessThanOrEqual(1_024);
    expect(message.length).toBeGreaterThan(400);
    expect(message).toMatch(/\+ 19\d more, none more urgent/);
  });

  test('goes to single devices with a sound of their own', async () => {
    expect(await sent(notification(), { device: 'phone,tablet', sound: 'siren' })).toMatchObject({
      device: 'phone,tablet',
      sound: 'siren',
    });
  });

  test.each([
    [400, { token: 'invalid', status: 0 }, 'auth'],
    [400, { user: 'invalid', status: 0 }, 'auth'],
    [400, { message: 'cannot be blank', status: 0 }, 'permanent'],
    [200, { status: 0 }, 'permanent'],
    [500, {}, 'transient'],
  ])('%i with %j is %s', async (status, body, fault) => {
    const { receiver, send } = await platform(pushover);
    receiver.respond(() => ({ status, body: JSON.stringify(body) }));
    expect(outcomeOf(await send())).toBe(fault);
  });

  test.each([
    [500, {}, 5_000],
    [503, { 'retry-after': '60' }, 60_000],
    [429, { 'x-limit-app-reset': String(Date.UTC(2026, 10, 21, 6, 31) / 1_000) }, 3_600_000],
    [429, { 'x-limit-app-reset': String(Date.UTC(2026, 11, 1) / 1_000) }, 86_400_000],
    [429, { 'x-limit-app-reset': '1' }, undefined],
    [429, {}, undefined],
  ])('%i with %j is tried again after %s ms', async (status, headers, wait) => {
    const { receiver, send } = await platform(pushover);
    receiver.respond(() => ({ status, headers }));
    const delivery = await send();
    expect(outcomeOf(delivery)).toBe('transient');
    expect('retryAfterMs' in delivery ? delivery.retryAfterMs : undefined).toBe(wait);
  });
});

test.each([
  [{ emergency: { retry: '30s', expire: '3h' } }, true],
  [{ emergency: { retry: '29s', expire: '3h' } }, false],
  [{ emergency: { retry: '30s', expire: '181m' } }, false],
  [{ emergency: { retry: '30s' } }, false],
  [{ device: 'a b' }, false],
  [{ sound: '' }, false],
])('%j fits the schema: %s', (options, does) => {
  const { schema } = kind;
  const given = { type: 'pushover', token: 't', user: 'u', ...options };
  expect(schema.safeParse(given).success).toBe(does);
});
