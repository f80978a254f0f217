import { describe, expect, test } from 'vitest';
import { gotify as kind } from '../../src/notifiers/gotify.ts';
import { notification, notificationOf, NOTIFICATION_KINDS } from '../kit/notifications.ts';
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

const TOKEN = 'AcanaryGotify.1';

/** As Gotify's server does. */
function answer({ method, path, headers, body }: PlatformRequest): PlatformAnswer {
  const fail = (errorCode: number, error: string) => ({
    status: errorCode,
    body: JSON.stringify({ error, errorCode, errorDescription: 'no' }),
  });
  if (path !== '/message') return fail(404, 'Not Found');
  if (headers['x-gotify-key'] !== TOKEN) return fail(401, 'Unauthorized');
  const { message, priority } = JSON.parse(body) as Record<string, unknown>;
  if (method !== 'POST' || typeof message !== 'string' || message === '') {
    return fail(400, 'Bad Request');
  }
  return { status: 200, body: JSON.stringify({ id: 25, appid: 5, message, priority }) };
}

const gotify: PlatformCase = {
  kind,
  options: (origin) => ({ baseUrl: origin, token: TOKEN }),
  secrets: [TOKEN],
  answer,
  textOf: (request) => `${String(jsonOf(request)['title'])}\n${String(jsonOf(request)['message'])}`,
  notTaken: [
    { status: 200, body: '' },
    { status: 200, body: '{"id":"25"}' },
    { status: 201, body: '{"id":25}' },
    { status: 204 },
  ],
};

describePlatform(gotify);

describe('a message on Gotify', () => {
  test.each(NOTIFICATION_KINDS)('of kind %s comes as loudly as it matters', async (kind) => {
    const { receiver, send } = await platform(gotify);
    await send(notificationOf(kind));
    const priorities = {
      firing: 8,
      escalated: 8,
      reminder: 6,
      deadletter: 6,
      recovered: 4,
      test: 4,
    };
    expect(jsonOf(receiver.received[0] as PlatformRequest)).toMatchObject({
      priority: priorities[kind],
      extras: { 'client::display': { contentType: 'text/plain' } },
    });
  });

  test('has its title, and its token in the header, not in the address', async () => {
    const { receiver, send } = await platform(gotify);
    await send();
    const request = receiver.received[0] as PlatformRequest;
    expect(jsonOf(request)['title']).toBe(
      'Auth expired: anthropic:default (agents main, work) on host1',
    );
    expect(request.path).toBe('/message');
  });

  test('goes to a server below a path', async () => {
    const { receiver } = await platform(gotify);
    const channel = openChannel(kind, gotify.options(`${receiver.url}push/`));
    await channel.send(notification(), { now: 0, signal: new AbortController().signal });
    expect(receiver.received[0]?.path).toBe('/push/message');
  });
});

test('a token that no header can hold is refused without its value', () => {
  const options = { baseUrl: 'https://x.example', token: 'canary\n' };
  expect(saidBy(() => openChannel(kind, options))).toContain(
    'notifier gotify, token: a header value may hold printable ASCII only, and not be empty',
  );
});
