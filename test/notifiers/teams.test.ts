import { describe, expect, test } from 'vitest';
import { teams as kind } from '../../src/notifiers/teams.ts';
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

const PATH = '/workflows/canary0123456789/triggers/manual/paths/invoke';
const QUERY = '?api-version=1&sp=%2Ftriggers&sv=1.0&sig=canary-signature-of-the-flow';

interface Run {
  readonly type: string;
  readonly text: string;
  readonly color?: string;
  readonly fontType?: string;
}
interface Card {
  readonly type: string;
  readonly version: string;
  readonly fallbackText: string;
  readonly body: readonly { readonly type: string; readonly inlines: readonly Run[] }[];
}

function cardOf(request: PlatformRequest): Card {
  const { attachments } = jsonOf(request) as { attachments: [{ content: Card }] };
  return attachments[0].content;
}

/** As a flow of the alert template does: it takes any card, and posts what fits. */
function answer(request: PlatformRequest): PlatformAnswer {
  const fail = (status: number, code: string) => ({
    status,
    body: JSON.stringify({ error: { code, message: 'no' } }),
  });
  if (request.path !== `${PATH}${QUERY}`) return fail(401, 'DirectApiInvalidAuthorizationScheme');
  const { type, attachments } = jsonOf(request) as { type: string; attachments?: unknown };
  if (type !== 'message' || !Array.isArray(attachments)) {
    return fail(400, 'TriggerInputSchemaMismatch');
  }
  const { type: cardType, version, body } = cardOf(request);
  if (cardType !== 'AdaptiveCard' || version !== '1.4' || body.length === 0) {
    return fail(400, 'InvalidCard');
  }
  if (Buffer.byteLength(request.body) > 28_000) return fail(413, 'RequestEntityTooLarge');
  return { status: 202 };
}

const teams: PlatformCase = {
  kind,
  options: (origin) => ({ url: `${origin}${PATH}${QUERY}` }),
  secrets: ['canary0123456789', 'canary-signature-of-the-flow'],
  answer,
  textOf: (request) =>
    cardOf(request)
      .body.map(({ inlines }) => inlines.map(({ text }) => text).join(''))
      .join('\n'),
  statuses: { 202: 'delivered' },
  notTaken: [{ status: 200, body: '1' }, { status: 201 }, { status: 204 }],
};

describePlatform(teams);

describe('a message in Teams', () => {
  const posted = async (message = notification()) => {
    const { receiver, send } = await platform(teams);
    expect(await send(message)).toMatchObject({ ok: true });
    return receiver.received[0] as PlatformRequest;
  };

  test('is one Adaptive Card that says everything in runs of text', async () => {
    const request = await posted();
    expect(jsonOf(request)).toMatchObject({
      type: 'message',
      attachments: [
        { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: {} },
      ],
    });
    const card = cardOf(request);
    expect(new Set(card.body.map(({ type }) => type))).toEqual(new Set(['RichTextBlock']));
    expect(card.fallbackText).toBe('Auth expired: anthropic:default (agents main, work) on host1');
    expect(teams.textOf(request)).toMatch(
      /^Failing: Auth expired on host1\.\nanthropic:default expired 3 h 20 min ago\nAgents: main, work/,
    );
    const commands = card.body.flatMap(({ inlines }) =>
      inlines.filter(({ fontType }) => fontType === 'Monospace').map(({ text }) => text),
    );
    expect(commands[0]).toBe('claude setup-token');
  });

  test('shows Markdown in names as it stands', async () => {
    const title = '**b** [x](https://a.example) `c`\\';
    const request = await posted(notification({ incidents: [incidentView({ title })] }));
    expect(teams.textOf(request)).toContain(title);
  });

  test.each([
    ['firing', 'Attention'],
    ['recovered', 'Good'],
    ['test', 'Default'],
  ] as const)('of kind %s is led in the colour %s', async (kind, color) => {
    const [lead] = cardOf(await posted(notificationOf(kind))).body;
    expect(lead?.inlines[0]?.color).toBe(color);
  });

  test('stays within the 28,000 bytes that Teams posts', async () => {
    const { body } = await posted(digest);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(28_000);
    expect(Buffer.byteLength(body)).toBeGreaterThan(20_000);
  });

  test.each([
    [400, 'WorkflowTriggerIsNotEnabled', 'permanent', 'switched off'],
    [404, 'WorkflowNotFound', 'permanent', 'the flow was deleted'],
    [401, 'DirectApiAuthorizationRequired', 'auth', 'signed-in users'],
    [400, 'Canary', 'permanent', 'answered 400'],
    [502, 'NoResponse', 'transient', 'answered 502'],
  ])('%i %s is %s', async (status, code, fault, why) => {
    const { receiver, send } = await platform(teams);
    receiver.respond(() => ({ status, body: JSON.stringify({ error: { code } }) }));
    const delivery = await send();
    expect(outcomeOf(delivery)).toBe(fault);
    expect(delivery.detail).toContain(why);
    expect(delivery.detail).not.toContain('Canary');
  });
});
