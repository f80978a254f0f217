import { describe, expect, onTestFinished, test } from 'vitest';
import type { HttpResponse } from '../../src/core/http.ts';
import { codePoints } from '../../src/core/text-length.ts';
import { pagerduty as kind } from '../../src/notifiers/pagerduty.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../../src/demo/webhook-receiver.ts';
import {
  hostileNotification,
  incidentView,
  notification,
  notificationOf,
} from '../kit/notifications.ts';
import { attempt, testPorts } from '../kit/notifier-ports.ts';
import { describeNotifier } from '../kit/notifier-suite.ts';
import { jsonOf, openChannel, outcomeOf } from '../kit/platform-suite.ts';
import { digest } from '../kit/straining-notifications.ts';
import { saidBy } from '../kit/said.ts';

const KEY = 'canary0123456789canary0123456789';
type Request = WebhookReceiver['received'][number];

interface PagerEvent {
  readonly event_action: string;
  readonly dedup_key: string;
  readonly payload?: { readonly summary: string; readonly severity: string };
}

const eventOf = (request: Request) => jsonOf(request) as unknown as PagerEvent;

/** As PagerDuty does: 202 for a valid event, 400 for any other. */
function answer(request: Request) {
  const { routing_key: key, dedup_key: dedup, payload, event_action: action } = jsonOf(request);
  const { summary, severity, source } = (payload ?? {}) as Record<string, unknown>;
  const isWhole =
    ['critical', 'error', 'warning', 'info'].includes(String(severity)) &&
    codePoints(String(summary)) <= 1_024 &&
    typeof source === 'string';
  const isValid =
    request.path === '/v2/enqueue' &&
    key === KEY &&
    codePoints(String(dedup)) <= 255 &&
    Buffer.byteLength(request.body) <= 512 * 1_024 &&
    (action === 'resolve' || isWhole);
  return isValid
    ? { status: 202, body: '{"status":"success","message":"Event processed"}' }
    : { status: 400, body: JSON.stringify({ status: 'invalid event', errors: [request.body] }) };
}

const open = (baseUrl: string, options: object = {}) =>
  openChannel(kind, { baseUrl, routingKey: KEY, ...options });

async function pagerduty(options: object = {}) {
  const receiver = await startWebhookReceiver();
  onTestFinished(async () => receiver.close());
  receiver.respond(answer);
  const channel = open(receiver.url, options);
  const events = () => receiver.received.map(eventOf);
  return { receiver, channel, events };
}

describeNotifier('pagerduty', async () => {
  const receiver = await startWebhookReceiver();
  receiver.respond(answer);
  const dead = await startWebhookReceiver();
  await dead.close();
  return {
    working: open(receiver.url),
    unreachable: open(dead.url),
    // The end of a test alert tells nobody anything.
    arrivals: async () =>
      receiver.received
        .filter((request) => eventOf(request).payload !== undefined)
        .map((request) => ({ id: eventOf(request).dedup_key, text: request.body })),
    secrets: [KEY],
    close: async () => receiver.close(),
  };
});

const several = (count: number) =>
  notification({
    incidents: Array.from({ length: count }, (_, index) =>
      incidentView({ fingerprint: `fp-${index}` }),
    ),
  });

describe('PagerDuty', () => {
  test('is told who, what and since when, under a key that lasts', async () => {
    const { channel, events } = await pagerduty();
    await channel.send(notification(), attempt());
    await channel.send(notificationOf('recovered'), attempt());
    const [trigger, resolve] = events();
    expect(trigger).toMatchObject({
      event_action: 'trigger',
      dedup_key: 'openclaw-auth-monitor/host1/fp-anthropic-default',
      client: 'openclaw-auth-monitor 0.1.0',
      payload: {
        summary: 'Auth expired: anthropic:default (agents main, work) on host1',
        severity: 'critical',
        source: 'host1',
        component: 'anthropic',
        group: 'default',
        class: 'profile_expired',
        custom_details: { agents: ['main', 'work'], profiles: ['anthropic:default'] },
      },
    });
    expect(resolve).toMatchObject({ event_action: 'resolve', dedup_key: trigger?.dedup_key });
  });

  test('tells monitors apart by host, or by the name that is given', async () => {
    const { channel, events } = await pagerduty({ instance: 'fleet/7' });
    await channel.send(notification(), attempt());
    expect(events()[0]).toMatchObject({
      dedup_key: 'openclaw-auth-monitor/fleet/7/fp-anthropic-default',
      payload: { source: 'fleet/7' },
    });
  });

  test('gets one event per incident, and after a fault only the others', async () => {
    const { receiver, channel, events } = await pagerduty();
    receiver.respond((request) =>
      eventOf(request).dedup_key.endsWith('fp-2')
        ? { status: 429, headers: { 'retry-after': '30' } }
        : answer(request),
    );
    const delivery = await channel.send(several(4), attempt());
    expect(delivery).toMatchObject({
      ok: false,
      fault: 'transient',
      retryAfterMs: 30_000,
      pending: ['fp-2', 'fp-3'],
      refused: [],
    });
    receiver.respond(answer);
    const recipients = ['fp-2', 'fp-3'];
    expect(await channel.send(several(4), attempt({ recipients }))).toMatchObject({ ok: true });
    expect(events().map(({ dedup_key: key }) => key.slice(-4))).toEqual([
      'fp-0',
      'fp-1',
      'fp-2',
      'fp-2',
      'fp-3',
    ]);
  });

  test('a single event that it refuses does not keep the others back', async () => {
    const { receiver, channel } = await pagerduty();
    receiver.respond((request) =>
      eventOf(request).dedup_key.endsWith('fp-0') ? { status: 400 } : answer(request),
    );
    expect(await channel.send(several(3), attempt())).toMatchObject({
      ok: true,
      refused: ['fp-0'],
    });
    expect(receiver.received).toHaveLength(3);
  });

  test('is not sent more than it takes in a minute', async () => {
    const { channel, events } = await pagerduty();
    const delivery = await channel.send(digest, attempt());
    expect(events()).toHaveLength(100);
    expect(delivery).toMatchObject({ ok: false, fault: 'transient', retryAfterMs: 60_000 });
    expect(delivery.ok ? [] : delivery.pending).toHaveLength(100);
  });

  test('a test opens an alert and ends it at once', async () => {
    const { channel, events } = await pagerduty();
    expect(await channel.send(notificationOf('test'), attempt())).toMatchObject({ ok: true });
    const [opened, over] = events();
    expect([opened?.event_action, over?.event_action]).toEqual(['trigger', 'resolve']);
    expect(over?.dedup_key).toBe(opened?.dedup_key);
    expect(opened?.payload?.severity).toBe('info');
  });

  test('a dead letter is one alert per silent channel', async () => {
    const { channel, events } = await pagerduty();
    await channel.send(notificationOf('deadletter'), attempt());
    expect(events()[0]?.dedup_key).toBe('openclaw-auth-monitor/host1/deadletter/phone');
  });

  test('hostile names stay within its limits', async () => {
    const { channel, events } = await pagerduty();
    expect(await channel.send(hostileNotification(), attempt())).toMatchObject({ ok: true });
    expect(events()[0]?.payload?.summary).not.toMatch(/\p{Cc}/u);
  });

  test('every status has its meaning', async () => {
    let status = 0;
    const http = async (): Promise<HttpResponse> => ({
      ok: true,
      status,
      header: () => null,
      body: '{}',
      overflow: false,
    });
    const ports = { ...testPorts(), http };
    const options = { baseUrl: 'http://127.0.0.1:1', routingKey: KEY };
    const channel = openChannel(kind, options, ports);
    const outcomes: Record<string, number[]> = {};
    for (status = 100; status < 600; status += 1) {
      const outcome = outcomeOf(await channel.send(notification(), attempt()));
      (outcomes[outcome] ??= []).push(status);
    }
    expect(outcomes['delivered']).toEqual([202]);
    expect(outcomes['ambiguous']).toHaveLength(99);
    expect(outcomes['auth']).toEqual([401, 403]);
    expect(outcomes['gone']).toEqual([410]);
    expect(outcomes['permanent']).toContain(400);
    expect(outcomes['permanent']).toHaveLength(194);
    expect(outcomes['transient']).toEqual(expect.arrayContaining([408, 429, 500, 503]));
  });

  test('what it says is not repeated, since it may be the key', async () => {
    const { channel } = await pagerduty({ routingKey: 'canary-wrong-key' });
    const { detail = '' } = await channel.send(notification(), attempt());
    expect(detail).toContain('the event or the routing key is not valid');
    expect(detail).not.toContain('canary');
  });

  test('a key with blanks is refused before anything is sent', () => {
    expect(saidBy(() => open('https://x.example', { routingKey: 'canary key' }))).toContain(
      'expected the 32 characters',
    );
  });
});
