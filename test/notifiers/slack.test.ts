import { describe, expect, test } from 'vitest';
import { slack as kind } from '../../src/notifiers/slack.ts';
import { incidentView, notification } from '../kit/notifications.ts';
import {
  describePlatform,
  jsonOf,
  outcomeOf,
  platform,
  type PlatformAnswer,
  type PlatformCase,
  type PlatformRequest,
} from '../kit/platform-suite.ts';
import { digest } from '../kit/straining-notifications.ts';

const PATH = '/services/T00CANARY/B00CANARY/canary24charactersoftoken';

/** As hooks.slack.com does: words in plain text. */
function answer({ method, path, headers, body }: PlatformRequest): PlatformAnswer {
  if (method !== 'POST' || path !== PATH) return { status: 404, body: 'no_service' };
  if (headers['content-type'] !== 'application/json')
    return { status: 400, body: 'invalid_payload' };
  const { text } = JSON.parse(body) as { text?: unknown };
  if (typeof text !== 'string' || text === '') return { status: 400, body: 'no_text' };
  if (text.length > 40_000) return { status: 400, body: 'msg_too_long' };
  return { status: 200, headers: { 'content-type': 'text/html' }, body: 'ok' };
}

const slack: PlatformCase = {
  kind,
  options: (origin) => ({ url: `${origin}${PATH}` }),
  secrets: [PATH, 'T00CANARY', 'canary24charactersoftoken'],
  answer,
  textOf: (request) =>
    String(jsonOf(request)['text'])
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  notTaken: [
    { status: 200, body: 'invalid_token' },
    { status: 200, body: '' },
    { status: 200, body: '{"ok":true}' },
    { status: 200, body: '<html>ok</html>' },
    { status: 201, body: 'ok' },
    { status: 204 },
  ],
};

describePlatform(slack);

describe('a message on Slack', () => {
  const rawText = async (message = notification()) => {
    const { receiver, send } = await platform(slack);
    await send(message);
    return jsonOf(receiver.received[0] as PlatformRequest);
  };

  test('calls nobody and links nothing, whatever the names in it', async () => {
    const title = '<!channel> <@U1> <http://a.example|x> &amp;';
    const { text, mrkdwn } = await rawText(notification({ incidents: [incidentView({ title })] }));
    expect(text).toContain('&lt;!channel&gt; &lt;@U1&gt; &lt;http://a.example|x&gt; &amp;amp;');
    expect(text).not.toMatch(/[<>]/);
    expect(mrkdwn).toBe(false);
  });

  test('tells twenty incidents of two hundred, well below what Slack would cut', async () => {
    const text = String((await rawText(digest))['text']);
    expect(text).toContain('+ 180 more');
    expect(text.length).toBeLessThanOrEqual(40_000);
  });

  test('counts the length after escaping', async () => {
    const remedy = Array.from({ length: 40 }, () => '&'.repeat(500));
    const text = String(
      (await rawText(notification({ incidents: [incidentView({ remedy })] })))['text'],
    );
    expect(text.length).toBeLessThanOrEqual(40_000);
    expect(text.replaceAll('&amp;', '')).not.toContain('&');
  });

  test.each([
    [400, 'invalid_payload', 'permanent'],
    [400, 'user_not_found', 'permanent'],
    [403, 'action_prohibited', 'auth'],
    [403, 'invalid_token', 'auth'],
    [404, 'channel_not_found', 'permanent'],
    [404, 'no_service', 'permanent'],
    [404, 'no_team', 'permanent'],
    [410, 'channel_is_archived', 'gone'],
    [403, 'channel_is_archived', 'gone'],
    [500, 'rollup_error', 'transient'],
    [400, 'rollup_error', 'transient'],
    [429, 'rate_limited', 'transient'],
  ])('%i %s is %s', async (status, body, fault) => {
    const { receiver, send } = await platform(slack);
    receiver.respond(() => ({ status, body }));
    expect(outcomeOf(await send())).toBe(fault);
  });
});
