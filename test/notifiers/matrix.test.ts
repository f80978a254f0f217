import { describe, expect, test } from 'vitest';
import { matrix as kind } from '../../src/notifiers/matrix.ts';
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

const TOKEN = 'syt_canary_AccessTokenOfTheBot_3kGhwT';
const ROOM = '!cAnArYroom:example.org';
const PLACE = `/_matrix/client/v3/rooms/${ROOM}/send/m.room.message/`;

/** As a homeserver does. */
function answer({ method, path, headers, body }: PlatformRequest): PlatformAnswer {
  const fail = (status: number, errcode: string) => ({
    status,
    body: JSON.stringify({ errcode, error: 'no' }),
  });
  const place = decodeURIComponent(path);
  if (headers.authorization !== `Bearer ${TOKEN}`) return fail(401, 'M_UNKNOWN_TOKEN');
  if (
    method !== 'PUT' ||
    !/^\/_matrix\/client\/v3\/rooms\/[^/]+\/send\/[^/]+\/[^/]+$/.test(place)
  ) {
    return fail(404, 'M_UNRECOGNIZED');
  }
  if (!place.startsWith(PLACE)) return fail(403, 'M_FORBIDDEN');
  if (Buffer.byteLength(body) > 65_536 - 2_000) return fail(413, 'M_TOO_LARGE');
  const { msgtype, body: text } = JSON.parse(body) as Record<string, unknown>;
  if (msgtype !== 'm.text' || typeof text !== 'string') return fail(400, 'M_BAD_JSON');
  return { status: 200, body: JSON.stringify({ event_id: '$YUwRidLecu:example.org' }) };
}

const matrix: PlatformCase = {
  kind,
  options: (origin) => ({ baseUrl: origin, roomId: ROOM, accessToken: TOKEN }),
  secrets: [TOKEN, 'AccessTokenOfTheBot'],
  answer,
  textOf: (request) => String(jsonOf(request)['body']),
  idOf: ({ path }) => path.slice(path.lastIndexOf('/') + 1),
  notTaken: [
    { status: 200, body: '{}' },
    { status: 200, body: '{"event_id":null}' },
    { status: 201, body: '{"event_id":"$a"}' },
  ],
};

describePlatform(matrix);

describe('a message on Matrix', () => {
  test('is put under its id as the transaction', async () => {
    const { receiver, send } = await platform(matrix);
    await send();
    const [request] = receiver.received as [PlatformRequest];
    expect(request).toMatchObject({
      method: 'PUT',
      path: `${PLACE}k5xq2mfw3jz7n4aabbccddeeff`,
    });
  });

  test('that was refused goes out short under an id of its own, the same in each run', async () => {
    const { receiver, send } = await platform(matrix);
    receiver.respond(() => ({ status: 413, body: '{"errcode":"M_TOO_LARGE"}' }));
    expect(await send()).toMatchObject({ ok: false, fault: 'permanent' });
    await send();
    const ids = receiver.received.map(({ path }) => path.slice(PLACE.length));
    expect(ids).toEqual([ids[0], `${ids[0]}-short`, ids[0], `${ids[0]}-short`]);
  });

  test('mentions nobody, whatever the names in it', async () => {
    const { receiver, send } = await platform(matrix);
    await send(notification({ incidents: [incidentView({ title: '@room <b>x</b>' })] }));
    const content = jsonOf(receiver.received[0] as PlatformRequest);
    expect(content['m.mentions']).toEqual({});
    expect(content['body']).toContain('@room <b>x</b>');
    expect(content).not.toHaveProperty('formatted_body');
  });

  test('leaves room for what servers add to an event', async () => {
    const { receiver, send } = await platform(matrix);
    const incidents = digest.incidents.map((one) => ({
      ...one,
      remedy: Array.from({ length: 40 }, () => '"'.repeat(590)),
    }));
    expect(await send(notification({ incidents }))).toMatchObject({ ok: true });
    expect(Buffer.byteLength(receiver.received[0]?.body ?? '')).toBeLessThanOrEqual(60_000);
  });

  test.each([
    [401, { errcode: 'M_UNKNOWN_TOKEN' }, 'auth', 'not known, or has been revoked'],
    [403, { errcode: 'M_FORBIDDEN' }, 'auth', 'not in the room'],
    [404, { errcode: 'M_UNRECOGNIZED' }, 'permanent', 'no Matrix homeserver'],
    [400, { errcode: 'M_CANARY' }, 'permanent', 'answered 400'],
    [502, {}, 'transient', 'answered 502'],
  ])('%i with %j is %s', async (status, body, fault, why) => {
    const { receiver, send } = await platform(matrix);
    receiver.respond(() => ({ status, body: JSON.stringify(body) }));
    const delivery = await send();
    expect(outcomeOf(delivery)).toBe(fault);
    expect(delivery.detail).toContain(why);
    expect(delivery.detail).not.toContain('CANARY');
  });

  test.each([
    [{ retry_after_ms: 2_500 }, {}, 2_500],
    [{ retry_after_ms: 10 }, {}, 1_000],
    [{}, { 'retry-after': '7' }, 7_000],
    [{ retry_after_ms: 2_500 }, { 'retry-after': '3' }, 3_000],
  ])('with %j and %j waits %i ms', async (body, headers, retryAfterMs) => {
    const { receiver, send } = await platform(matrix);
    const errcode = 'M_LIMIT_EXCEEDED';
    receiver.respond(() => ({ status: 429, headers, body: JSON.stringify({ errcode, ...body }) }));
    expect(await send()).toMatchObject({ fault: 'transient', retryAfterMs });
  });
});

test.each([
  ['!abc:example.org', true],
  ['!31hneApxJ_1o-63DmFrpeqnkFfWppnzWso1JvH3ogLM', true],
  ['#ops:example.org', false],
  ['!', false],
  ['!a/b:example.org', false],
  ['!a?b', false],
])('%s is a room: %s', (roomId, is) => {
  const { schema } = kind;
  const given = { type: 'matrix', baseUrl: 'https://m.example', accessToken: 't', roomId };
  expect(schema.safeParse(given).success).toBe(is);
});
