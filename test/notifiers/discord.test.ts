import { describe, expect, test } from 'vitest';
import { discord as kind } from '../../src/notifiers/discord.ts';
import { incidentView, notification, notificationOf } from '../kit/notifications.ts';
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

const PATH = '/api/webhooks/987654321/canary-68-characters-of-token_with-dashes';

interface Message {
  readonly content?: string;
  readonly embeds?: readonly { readonly description: string; readonly color: number }[];
  readonly allowed_mentions?: { readonly parse: readonly string[] };
}

/** As discord.com does. */
function answer({ method, path, body }: PlatformRequest): PlatformAnswer {
  const fail = (status: number, code: number) => ({
    status,
    body: JSON.stringify({ message: 'no', code }),
  });
  const { pathname, searchParams } = new URL(path, 'http://discord.example');
  if (method !== 'POST' || pathname !== PATH) return fail(404, 10_015);
  const { content = '', embeds = [], allowed_mentions: allowed } = JSON.parse(body) as Message;
  if (content === '' && embeds.length === 0) return fail(400, 50_006);
  if (content.length > 2_000 || embeds.length > 10) return fail(400, 50_035);
  if (embeds.some(({ description }) => description.length > 4_096)) return fail(400, 50_035);
  if (allowed?.parse.length !== 0) return fail(400, 1);
  if (searchParams.get('wait') !== 'true') return { status: 204 };
  return { status: 200, body: JSON.stringify({ id: '1130000000000000000', content }) };
}

function messageOf(request: PlatformRequest): Message {
  return jsonOf(request);
}

/** As it is shown: escapes gone, code blocks without their fences. */
function shown(text: string): string {
  return text.replaceAll(/^```\n?/gm, '').replaceAll(/\\([^a-z\d\s])/gi, '$1');
}

const discord: PlatformCase = {
  kind,
  options: (origin) => ({ url: `${origin}${PATH}` }),
  secrets: [PATH, 'canary-68-characters'],
  answer,
  textOf(request) {
    const { content = '', embeds = [] } = messageOf(request);
    return [content, ...embeds.map(({ description }) => description)].map(shown).join('\n');
  },
  statuses: { 404: 'gone' },
  notTaken: [
    { status: 200, body: '' },
    { status: 200, body: '{"id":7}' },
    { status: 202, body: '{"id":"7"}' },
    { status: 204 },
  ],
};

describePlatform(discord);

describe('a message on Discord', () => {
  const posted = async (message = notification(), changes = {}) => {
    const { receiver, send } = await platform(discord, changes);
    await send(message);
    return receiver.received[0] as PlatformRequest;
  };

  test('has a line for the phone and an embed with the rest', async () => {
    const { content, embeds } = messageOf(await posted());
    expect(content).toBe('Auth expired: anthropic:default \\(agents main, work\\) on host1');
    expect(embeds).toHaveLength(1);
    expect(embeds?.[0]?.description).toMatch(/^\*\*Failing: Auth expired on host1\.\*\*\n\n/);
    expect(embeds?.[0]?.description).toContain(
      '```\nclaude setup-token\nopenclaw models auth paste-token --provider anthropic\n```',
    );
  });

  test('of a recovery is green, of a failure red', async () => {
    const color = async (kind: 'recovered' | 'firing') =>
      messageOf(await posted(notificationOf(kind))).embeds?.[0]?.color;
    expect([await color('recovered'), await color('firing')]).toEqual([0x188038, 0xd93025]);
  });

  test('shows names as they are: nothing in them is markup, a link or a call', async () => {
    const title = '@everyone **b** _i_ `c` ||s|| [x](https://a.example) <@1> # 1. \\';
    const request = await posted(notification({ incidents: [incidentView({ title })] }));
    const description = messageOf(request).embeds?.[0]?.description ?? '';
    expect(description).toContain(
      String.raw`\@everyone \*\*b\*\* \_i\_ \`c\` \|\|s\|\| \[x\]\(https\://a.example\) \<\@1\> \# 1. \\`,
    );
    expect(shown(description)).toContain(title);
    expect(messageOf(request).allowed_mentions).toEqual({ parse: [] });
  });

  test('keeps a command with a backtick from ending its block', async () => {
    const remedy = ['echo ``` @everyone', '- list', '12. list'];
    const request = await posted(notification({ incidents: [incidentView({ remedy })] }));
    const { description } = messageOf(request).embeds?.[0] ?? {};
    expect(description).toContain(String.raw`echo \`\`\` \@everyone`);
    expect(description).toContain('\n\\- list\n12\\. list');
  });

  test('fills the 4,096 characters of an embed and no more', async () => {
    const { length } = messageOf(await posted(digest)).embeds?.[0]?.description ?? '';
    expect(length).toBeLessThanOrEqual(4_096);
    expect(length).toBeGreaterThan(2_000);
  });

  test('goes into a thread, and always waits for the answer', async () => {
    const { path } = await posted(notification(), { threadId: '42' });
    expect(path).toBe(`${PATH}?wait=true&thread_id=42`);
  });

  test.each([
    [429, { retry_after: 1.337, global: false }, 'transient', 1_337],
    [429, { retry_after: 0.2 }, 'transient', 1_000],
    [429, { retry_after: 1e9 }, 'transient', 86_400_000],
    [429, { retry_after: -1 }, 'transient', undefined],
    [429, { retry_after: 'soon' }, 'transient', undefined],
    [404, { code: 10_015, message: 'Unknown Webhook' }, 'gone', undefined],
    [401, { code: 50_027, message: 'Invalid Webhook Token' }, 'auth', undefined],
    [400, { code: 50_035 }, 'permanent', undefined],
  ])('%i with %j is %s', async (status, body, fault, wait) => {
    const { receiver, send } = await platform(discord);
    receiver.respond(() => ({ status, body: JSON.stringify(body) }));
    const delivery = await send();
    expect(outcomeOf(delivery)).toBe(fault);
    expect('retryAfterMs' in delivery ? delivery.retryAfterMs : undefined).toBe(wait);
  });

  test('waits as long as the slower of header and body asks', async () => {
    const { receiver, send } = await platform(discord);
    receiver.respond(() => ({
      status: 429,
      headers: { 'retry-after': '2' },
      body: '{"retry_after":1.5}',
    }));
    expect(await send()).toMatchObject({ retryAfterMs: 2_000 });
  });
});

test('a thread id is digits', () => {
  const { schema } = kind;
  const url = 'https://discord.com/api/webhooks/1/x';
  expect(schema.safeParse({ type: 'discord', url, threadId: 'general' }).success).toBe(false);
});
