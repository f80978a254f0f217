import { describe, expect, test } from 'vitest';
import { apprise as kind } from '../../src/notifiers/apprise.ts';
import { notification, notificationOf } from '../kit/notifications.ts';
import {
  describePlatform,
  jsonOf,
  openChannel,
  platform,
  type PlatformAnswer,
  type PlatformCase,
  type PlatformRequest,
} from '../kit/platform-suite.ts';
import { saidBy } from '../kit/said.ts';

const KEY = 'canary-apprise-key';
const PASSWORD = 'canary-apprise-password';
const LOGIN = `Basic ${Buffer.from(`monitor:${PASSWORD}`).toString('base64')}`;

/** As the Apprise API does. */
function answer({ method, path, headers, body }: PlatformRequest): PlatformAnswer {
  if (method !== 'POST') return { status: 405 };
  if (headers.authorization !== LOGIN) return { status: 401 };
  if (path !== `/notify/${KEY}`) return { status: 204 };
  const { body: text, type } = JSON.parse(body) as Record<string, unknown>;
  const isValid = typeof text === 'string' && text !== '';
  if (!isValid || !['info', 'success', 'warning', 'failure'].includes(String(type))) {
    return { status: 400, body: '{"error":"Bad FORM Payload provided"}' };
  }
  return { status: 200, body: '{"error":null,"details":[]}' };
}

const apprise: PlatformCase = {
  kind,
  options: (origin) => ({ baseUrl: origin, key: KEY, user: 'monitor', password: PASSWORD }),
  secrets: [KEY, PASSWORD, LOGIN],
  answer,
  textOf: (request) => `${String(jsonOf(request)['title'])}\n${String(jsonOf(request)['body'])}`,
  statuses: { 204: 'transient', 424: 'ambiguous' },
  notTaken: [
    { status: 200, body: '<!DOCTYPE html><title>Log in to the hotel</title>' },
    { status: 201, body: '{"error":null}' },
    { status: 204 },
  ],
};

describePlatform(apprise);

describe('a message over Apprise', () => {
  test.each([
    ['firing', 'failure'],
    ['recovered', 'success'],
    ['test', 'info'],
  ] as const)('of kind %s is a %s', async (kind, type) => {
    const { receiver, send } = await platform(apprise, { tag: 'ops, night' });
    await send(notificationOf(kind));
    const request = receiver.received[0] as PlatformRequest;
    expect(jsonOf(request)).toMatchObject({ type, format: 'text', tag: 'ops, night' });
  });

  test('that a service behind it did not take may have arrived elsewhere', async () => {
    const { receiver, origin, send } = await platform(apprise);
    receiver.respond(() => ({ status: 424, body: '{"error":"one failed"}' }));
    expect(await send(notification())).toEqual({
      ok: false,
      fault: 'ambiguous',
      detail: `${origin} answered 424: a service behind it did not take it`,
    });
  });

  test('under a key without services is owed until there is one', async () => {
    const { send } = await platform(apprise, { key: 'other' });
    expect(await send(notification())).toMatchObject({
      fault: 'transient',
      detail: expect.stringContaining('nothing is kept under key and tag'),
    });
  });

  test.each([
    [{ key: 'a/b' }, 'expected 1 to 128'],
    [{ key: '../x' }, 'expected 1 to 128'],
  ])('%j is refused', (changes, why) => {
    expect(
      saidBy(() => openChannel(kind, { ...apprise.options('http://127.0.0.1:1'), ...changes })),
    ).toContain(why);
  });
});
