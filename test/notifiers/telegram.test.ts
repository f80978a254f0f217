import { describe, expect, test } from 'vitest';
import { telegram as kind } from '../../src/notifiers/telegram.ts';
import { notification } from '../kit/notifications.ts';
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

const TOKEN = '123456789:canary-AAHdqTcvCH1vGWJxfSeofSAs0K5';

function refusal(code: number, description: string, parameters?: object): PlatformAnswer {
  const body = { ok: false, error_code: code, description, ...(parameters && { parameters }) };
  return { status: code, body: JSON.stringify(body) };
}

/** As api.telegram.org does. */
function answer({ method, path, body }: PlatformRequest): PlatformAnswer {
  if (method !== 'POST' || path !== `/bot${TOKEN}/sendMessage`) return refusal(404, 'Not Found');
  const { chat_id: chat, text, parse_mode: mode } = JSON.parse(body) as Record<string, unknown>;
  if (String(chat) !== '-1001234') return refusal(400, 'Bad Request: chat not found');
  if (mode !== undefined) return refusal(400, "Bad Request: can't parse entities");
  if (typeof text !== 'string' || text === '') return refusal(400, 'Bad Request: text is empty');
  if (text.length > 4_096) return refusal(400, 'Bad Request: message is too long');
  return { status: 200, body: JSON.stringify({ ok: true, result: { message_id: 7 } }) };
}

const telegram: PlatformCase = {
  kind,
  options: (origin) => ({ baseUrl: origin, botToken: TOKEN, chatId: '-1001234' }),
  secrets: [TOKEN, TOKEN.split(':')[1] as string],
  answer,
  textOf: (request) => String(jsonOf(request)['text']),
  statuses: { 404: 'auth' },
  notTaken: [
    { status: 200, body: 'ok' },
    { status: 200, body: '{"ok":false,"error_code":400,"description":"no"}' },
    { status: 200, body: '{"ok":"true"}' },
    { status: 201, body: '{"ok":true}' },
  ],
};

describePlatform(telegram);

describe('a message on Telegram', () => {
  const sent = async (message = notification(), changes = {}) => {
    const { receiver, send } = await platform(telegram, changes);
    await send(message);
    return jsonOf(receiver.received[0] as PlatformRequest);
  };

  test('is plain text without previews, whatever the names in it', async () => {
    const title = '*bold* _it_ [x](http://a.example) `code` <b>';
    const message = await sent(
      notification({ incidents: [{ ...notification().incidents[0]!, title }] }),
    );
    expect(message).toMatchObject({
      chat_id: '-1001234',
      link_preview_options: { is_disabled: true },
    });
    expect(message).not.toHaveProperty('parse_mode');
    expect(message['text']).toContain(title);
  });

  test('goes to the topic of a group, and is silent only for information', async () => {
    expect(await sent(notification(), { threadId: 12 })).toMatchObject({ message_thread_id: 12 });
    expect(await sent()).not.toHaveProperty('disable_notification');
    expect(await sent(notification({ severity: 'info' }))).toMatchObject({
      disable_notification: true,
    });
  });

  test('too long for it fills the 4,096 characters and no more', async () => {
    const { length } = String((await sent(digest))['text']);
    expect(length).toBeLessThanOrEqual(4_096);
    expect(length).toBeGreaterThan(3_000);
  });

  test('follows a group that became a supergroup', async () => {
    const { receiver, send } = await platform(telegram, { chatId: '-42' });
    receiver.respond((request) =>
      String(jsonOf(request)['chat_id']) === '-42'
        ? refusal(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1001234 })
        : answer(request),
    );
    expect(await send()).toMatchObject({ ok: true });
    const [first, second] = receiver.received.map((request) => jsonOf(request));
    expect(second).toEqual({ ...first, chat_id: -1001234 });
  });

  test.each([
    [refusal(401, 'Unauthorized'), 'auth', 'the bot token is refused'],
    [refusal(404, 'Not Found'), 'auth', 'the bot token is refused'],
    [refusal(403, 'Forbidden: bot was blocked by the user'), 'auth', 'has blocked the bot'],
    [refusal(400, 'Bad Request: chat not found'), 'permanent', 'the chat is not found'],
    [{ ...refusal(403, 'Forbidden: bot was kicked'), status: 200 }, 'auth', 'not in that chat'],
    [{ ...refusal(500, 'Internal'), status: 200 }, 'transient', 'did not say'],
  ])('%j is understood', async (reply, fault, why) => {
    const { receiver, send } = await platform(telegram);
    receiver.respond(() => reply);
    const delivery = await send();
    expect(outcomeOf(delivery)).toBe(fault);
    expect(delivery.detail).toContain(why);
  });

  test('waits as long as the body asks', async () => {
    const { receiver, send } = await platform(telegram);
    receiver.respond(() => refusal(429, 'Too Many Requests', { retry_after: 35 }));
    expect(await send()).toMatchObject({ fault: 'transient', retryAfterMs: 35_000 });
  });
});

test.each([{ botToken: 'a b' }, { botToken: '1:a/../..' }, { botToken: '1:a?x' }])(
  '%j cannot be a token',
  (options) => {
    expect(saidBy(() => openChannel(kind, { chatId: 1, ...options }))).toContain('botToken');
  },
);

test.each([42, '42', '-1001234567890', '@my_channel'])('%j is a chat', (chatId) => {
  expect(() => openChannel(kind, { botToken: '1:a', chatId })).not.toThrow();
});

test.each(['my_channel', '', 1.5, 'https://t.me/x'])('%j is no chat', (chatId) => {
  expect(() => openChannel(kind, { botToken: '1:a', chatId })).toThrow('chat');
});
