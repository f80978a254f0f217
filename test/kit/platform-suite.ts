// The contract of channels that speak HTTP to a platform, on top of that of every channel.
import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Http, HttpResponse } from '../../src/core/http.ts';
import type { Delivery, Notification } from '../../src/core/alerts/notification.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../../src/demo/webhook-receiver.ts';
import { createNotifier } from '../../src/notifiers/index.ts';
import type { NotifierKind } from '../../src/notifiers/notifier.ts';
import {
  HOSTILE_NAME,
  hostileNotification,
  notification,
  notificationOf,
} from './notifications.ts';
import { attempt, testPorts } from './notifier-ports.ts';
import { describeNotifier } from './notifier-suite.ts';
import { anyNotification, digest } from './straining-notifications.ts';
import { saidBy } from './said.ts';

export type PlatformRequest = WebhookReceiver['received'][number];
export interface PlatformAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface PlatformCase {
  readonly kind: NotifierKind;
  /** The channel's options for a server at this origin (without a slash at its end). */
  options(origin: string): object;
  /** Every secret in these options. */
  readonly secrets: readonly string[];
  /** Answers as the platform does; what it would refuse, it refuses. */
  answer(request: PlatformRequest): PlatformAnswer;
  /** All that a person reads of a message. */
  textOf(request: PlatformRequest): string;
  /** What the platform tells repetitions by. */
  idOf?(request: PlatformRequest): string;
  /** What a status means where it differs from the rule for all channels. */
  readonly statuses?: Readonly<Record<number, string>>;
  /** Answers with a 2xx that are not this platform's yes. */
  readonly notTaken: readonly PlatformAnswer[];
}

/** Opens a channel as the config would. */
export function openChannel(kind: NotifierKind, options: object, ports = testPorts()) {
  return createNotifier(kind, kind.schema.parse({ type: kind.type, ...options }), ports);
}

/** A channel to a receiver that answers as the platform does, closed with the test. */
export async function platform({ kind, options, answer }: PlatformCase, changes: object = {}) {
  const receiver = await startWebhookReceiver();
  onTestFinished(async () => receiver.close());
  receiver.respond(answer);
  const origin = receiver.url.slice(0, -1);
  const channel = openChannel(kind, { ...options(origin), ...changes });
  const send = async (message: Notification = notification()) => channel.send(message, attempt());
  return { receiver, origin, channel, send };
}

/** What every status means to a channel without rules of its own. */
function usual(status: number): string {
  if (status === 401 || status === 403) return 'auth';
  if (status === 410) return 'gone';
  if ([408, 425, 429].includes(status)) return 'transient';
  if (status >= 300 && status < 500) return 'permanent';
  return status >= 200 && status < 300 ? 'ambiguous' : 'transient';
}

export function outcomeOf(delivery: Delivery): string {
  return delivery.ok ? 'delivered' : delivery.fault;
}

/** Runs the contract of channels and that of HTTP platforms. */
export function describePlatform(given: PlatformCase): void {
  const { kind, options, secrets, answer, textOf, idOf } = given;

  describeNotifier(kind.type, async () => {
    const receiver = await startWebhookReceiver();
    receiver.respond(answer);
    const dead = await startWebhookReceiver();
    await dead.close();
    return {
      working: openChannel(kind, options(receiver.url.slice(0, -1))),
      unreachable: openChannel(kind, options(dead.url.slice(0, -1))),
      arrivals: async () =>
        receiver.received.map((request) => ({
          id: idOf?.(request) ?? null,
          text: textOf(request),
        })),
      secrets,
      close: async () => receiver.close(),
    };
  });

  describe(`${kind.type} keeps the contract of an HTTP platform`, () => {
    test('every status has its meaning, none is taken for the platform’s own yes', async () => {
      let status = 0;
      let asked = 0;
      const http = async (): Promise<HttpResponse> => {
        asked += 1;
        return { ok: true, status, header: () => null, body: '<html></html>', overflow: false };
      };
      const channel = openChannel(kind, options('http://127.0.0.1:1'), { ...testPorts(), http });
      const wrong: string[] = [];
      for (status = 100; status < 600; status += 1) {
        asked = 0;
        const outcome = outcomeOf(await channel.send(notification(), attempt()));
        const expected = given.statuses?.[status] ?? usual(status);
        if (outcome !== expected) wrong.push(`${status}: ${outcome}, not ${expected}`);
        if (asked !== ([400, 413, 422].includes(status) ? 2 : 1)) wrong.push(`${status}: ${asked}`);
      }
      expect(wrong).toEqual([]);
    });

    test.each(given.notTaken)('a 2xx that is not its yes is no delivery: %j', async (reply) => {
      const { receiver, send } = await platform(given);
      receiver.respond(() => reply);
      expect(await send()).toMatchObject({ ok: false });
    });

    test('what is refused for its content is sent once more, plain and short', async () => {
      const { receiver, send } = await platform(given);
      const sizes: number[] = [];
      receiver.respond((request) => {
        sizes.push(textOf(request).length);
        return sizes.length === 1 ? { status: 400, body: '{}' } : answer(request);
      });
      expect(await send(digest)).toMatchObject({ ok: true });
      expect(sizes).toHaveLength(2);
      expect(sizes[1]).toBeLessThanOrEqual(1_300);
      expect(textOf(receiver.received[1] as PlatformRequest)).toContain('the worst of all');
    });

    test('a digest too long for it is told worst first, the rest counted', async () => {
      const { receiver, send } = await platform(given);
      expect(await send(digest)).toMatchObject({ ok: true });
      const text = textOf(receiver.received[0] as PlatformRequest);
      expect(receiver.received).toHaveLength(1);
      expect(text).toContain('the worst of all');
      const told = [...text.matchAll(/anthropic:p\d+ expired/g)].length;
      const more = Number(/\+ (\d+) more, none more urgent/.exec(text)?.[1]);
      expect(told + 1 + more).toBe(200);
    });

    test('whatever stands in a message, the platform takes it at once', async () => {
      const requests: PlatformRequest[] = [];
      const http: Http = async ({ url, method, headers, body = '' }) => {
        const { pathname, search } = new URL(url);
        const path = `${pathname}${search}`;
        const request = { method, path, headers, body, isSigned: null };
        requests.push(request);
        const reply = answer(request);
        return { ok: true, header: () => null, body: '', overflow: false, ...reply };
      };
      const channel = openChannel(kind, options('http://127.0.0.1:1'), { ...testPorts(), http });
      await fc.assert(
        fc.asyncProperty(anyNotification, async (message) => {
          requests.length = 0;
          expect(await channel.send(message, attempt())).toMatchObject({ ok: true });
          expect(requests).toHaveLength(1);
        }),
        { numRuns: 25 },
      );
    });

    test('hostile names are read on one line, and nothing of them acts', async () => {
      const { receiver, send } = await platform(given);
      expect(await send(hostileNotification())).toMatchObject({ ok: true });
      expect(receiver.received).toHaveLength(1);
      const text = textOf(receiver.received[0] as PlatformRequest);
      expect(text).not.toContain(HOSTILE_NAME);
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      expect(text).not.toMatch(/^Bcc:/m);
    });

    test.each([
      ['30', 30_000],
      ['Sat, 21 Nov 2026 05:33:00 GMT', 120_000],
      ['999999', 86_400_000],
    ])('a Retry-After of %s is honoured', async (header, retryAfterMs) => {
      const { receiver, send } = await platform(given);
      receiver.respond(() => ({ status: 429, headers: { 'retry-after': header }, body: '{}' }));
      expect(await send()).toMatchObject({ ok: false, fault: 'transient', retryAfterMs });
    });

    test('a connection that drops after the request leaves it open whether it arrived', async () => {
      const { receiver, send } = await platform(given);
      receiver.respond(() => null);
      expect(await send()).toMatchObject({ ok: false, fault: 'ambiguous' });
    });

    test('a server that says nothing is left when time is up', async () => {
      const { receiver, channel } = await platform(given);
      const deadline = new AbortController();
      receiver.respond((request) => {
        deadline.abort();
        return answer(request);
      });
      const { signal } = deadline;
      const delivery = await channel.send(notification(), attempt({ signal }));
      expect(delivery).toMatchObject({ ok: false, fault: 'ambiguous' });
    });

    test('an answer of a megabyte is no yes, and does no harm', async () => {
      const { receiver, send } = await platform(given);
      receiver.respond(() => ({ status: 200, body: `{"id":"${'x'.repeat(1 << 20)}"}` }));
      expect(await send()).toMatchObject({ ok: false, fault: 'ambiguous' });
    });

    test.each([200, 202, 302, 400, 401, 404, 410, 429, 500])(
      'a server that repeats all it was sent with %i gives no secret away',
      async (status) => {
        const { receiver, send } = await platform(given);
        const echo = (request: PlatformRequest) => JSON.stringify(request);
        receiver.respond((request) => ({
          status,
          headers: { location: `/x?${encodeURIComponent(echo(request)).slice(0, 4_000)}` },
          body: JSON.stringify({
            error: echo(request),
            errcode: echo(request),
            description: echo(request),
            message: echo(request),
            errors: [echo(request)],
          }),
        }));
        const told = JSON.stringify(await send(notificationOf('firing')));
        for (const secret of secrets) expect(told).not.toContain(secret);
      },
    );

    test('plain http to another host has to be allowed, and is warned about', () => {
      expect(saidBy(() => openChannel(kind, options('http://chat.example.org')))).toContain(
        'not encrypted',
      );
      const ports = testPorts();
      openChannel(kind, { ...options('http://chat.example.org'), allowInsecure: true }, ports);
      expect(ports.warnings).toEqual([expect.stringContaining('http://chat.example.org')]);
      for (const secret of secrets) expect(ports.warnings.join()).not.toContain(secret);
    });
  });
}

/** The JSON object of a request. */
export function jsonOf({ body }: PlatformRequest): Record<string, unknown> {
  return JSON.parse(body) as Record<string, unknown>;
}
