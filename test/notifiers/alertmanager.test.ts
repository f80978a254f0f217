import { describe, expect, onTestFinished, test } from 'vitest';
import { HOUR_MS } from '../../src/core/duration.ts';
import type { HttpResponse } from '../../src/core/http.ts';
import { startWebhookReceiver } from '../../src/demo/webhook-receiver.ts';
import { alertmanager } from '../../src/notifiers/alertmanager.ts';
import { alertmanagerStub, type AlertmanagerStub } from '../kit/alertmanager-stub.ts';
import {
  hostileNotification,
  incidentView,
  notification,
  notificationOf,
} from '../kit/notifications.ts';
import { attempt, testPorts } from '../kit/notifier-ports.ts';
import { describeNotifier } from '../kit/notifier-suite.ts';
import { openChannel, outcomeOf } from '../kit/platform-suite.ts';
import { digest } from '../kit/straining-notifications.ts';

const BEARER = 'canary-alertmanager-bearer';
const { now } = attempt();
const open = (url: unknown, options: object = {}) => openChannel(alertmanager, { url, ...options });

async function stub(authorization: string | null = null): Promise<AlertmanagerStub> {
  const server = await alertmanagerStub(authorization);
  onTestFinished(async () => server.close());
  return server;
}

/** An address that nobody answers. */
async function nobody(): Promise<string> {
  const dead = await startWebhookReceiver();
  await dead.close();
  return dead.url;
}

describeNotifier('alertmanager', async () => {
  const server = await alertmanagerStub(`Bearer ${BEARER}`);
  return {
    working: open(`${server.url}/`, { bearer: BEARER }),
    unreachable: open(`${await nobody()}canary-path`, { bearer: BEARER }),
    arrivals: async () =>
      server.posted().map((alert) => ({
        id: JSON.stringify(alert.labels),
        text: JSON.stringify(alert),
      })),
    secrets: [BEARER, 'canary-path'],
    close: async () => server.close(),
  };
});

const warning = incidentView({ severity: 'warn', code: 'profile_expiring' });
const expiring = notification({ severity: 'warn', incidents: [warning] });
const standing = (...incidents: readonly ReturnType<typeof incidentView>[]) => ({
  incidents,
  monitor: notification().monitor,
});

describe('an alert', () => {
  test('is known by labels that last, and lives as long as its lease', async () => {
    const server = await stub();
    await open(server.url, { labels: { team: 'ops' } }).send(notification(), attempt());
    expect(server.posted()).toEqual([
      {
        labels: {
          alertname: 'OpenClawAuth',
          instance: 'host1',
          severity: 'critical',
          gateway: 'default',
          provider: 'anthropic',
          incident: 'fp-anthropic-default',
          team: 'ops',
        },
        annotations: {
          summary: 'Auth expired: anthropic:default (agents main, work) on host1',
          description: expect.stringContaining('claude setup-token'),
          code: 'profile_expired',
        },
        startsAt: '2026-11-21T02:10:00.000Z',
        endsAt: new Date(now + 2 * HOUR_MS).toISOString(),
      },
    ]);
  });

  test('keeps its labels whatever happens to it but its severity', async () => {
    const server = await stub();
    const channel = open(server.url, { instance: 'one' });
    await channel.send(notification(), attempt());
    const later = incidentView({
      title: 'expired 9 d ago',
      code: 'credential_rejected',
      agents: ['other'],
      profiles: ['anthropic:b'],
      remainingMs: -1,
    });
    await channel.renew?.(standing(later), { ...attempt(), now: now + HOUR_MS });
    const [first, second] = server.posted();
    expect(second?.labels).toEqual(first?.labels);
    expect(Date.parse(second?.endsAt ?? '')).toBe(now + 3 * HOUR_MS);
  });

  test('that gets worse takes the place of the milder one', async () => {
    const server = await stub();
    const channel = open(server.url);
    await channel.send(expiring, attempt());
    await channel.send(notificationOf('escalated'), attempt());
    expect(server.firing(now).map(({ labels }) => labels['severity'])).toEqual(['critical']);
    await channel.renew?.(standing(warning), attempt());
    expect(server.firing(now).map(({ labels }) => labels['severity'])).toEqual(['warning']);
  });

  test('that is over ends, under whatever labels it is shown', async () => {
    const server = await stub();
    await open(server.url, { labels: { team: 'old' } }).send(expiring, attempt());
    await open(server.url, { labels: { team: 'new' } }).send(
      notificationOf('recovered'),
      attempt(),
    );
    expect(server.posted()).toHaveLength(3);
    expect(server.firing(now)).toEqual([]);
  });

  test('of another incident or another monitor is left alone', async () => {
    const server = await stub();
    const other = notification({ incidents: [incidentView({ fingerprint: 'fp-other' })] });
    await open(server.url).send(other, attempt());
    await open(server.url, { instance: 'twin' }).send(notification(), attempt());
    await open(server.url).send(notificationOf('recovered'), attempt());
    expect(server.firing(now)).toHaveLength(2);
  });

  test('ends by its lease where the list of alerts cannot be read', async () => {
    const server = await stub();
    const channel = open(server.url);
    await channel.send(expiring, attempt());
    const { receiver } = server;
    receiver.respond(({ method }) => ({ status: method === 'GET' ? 403 : 200 }));
    expect(await channel.send(notificationOf('escalated'), attempt())).toMatchObject({ ok: true });
    for (const body of ['<html>', '{}', '[1,{"labels":{"incident":7}}]']) {
      receiver.respond(({ method }) => ({ status: 200, ...(method === 'GET' && { body }) }));
      const delivery = await channel.send(notificationOf('escalated'), attempt());
      expect(delivery).toMatchObject({ ok: true });
    }
  });

  test('never starts after it ends, whatever the clocks say', async () => {
    const server = await stub();
    const ahead = incidentView({ since: '2030-01-01T00:00:00.000Z' });
    const channel = open(server.url);
    const sent = await channel.send(notification({ incidents: [ahead] }), attempt());
    const over = notification({ kind: 'recovered', incidents: [ahead] });
    expect([sent.ok, (await channel.send(over, attempt())).ok]).toEqual([true, true]);
  });

  test('of a test or a dead letter has a name of its own, and ends by itself', async () => {
    const server = await stub();
    await open(server.url).send(notificationOf('test'), attempt());
    await open(server.url).send(notificationOf('deadletter'), attempt());
    expect(server.posted().map(({ labels }) => [labels['alertname'], labels['channel']])).toEqual([
      ['OpenClawAuthTest', undefined],
      ['OpenClawAuthUndelivered', 'phone'],
    ]);
    expect(server.firing(now + 25 * HOUR_MS)).toEqual([]);
  });

  test('with hostile names is taken', async () => {
    const server = await stub();
    expect(await open(server.url).send(hostileNotification(), attempt())).toMatchObject({
      ok: true,
    });
    for (const text of Object.values(server.posted()[0]?.labels ?? {})) {
      expect(text).not.toMatch(/[\p{Cc}\p{Cs}]/u);
    }
  });
});

describe('a batch', () => {
  test('with one alert that is refused is told alert by alert', async () => {
    const server = await stub();
    server.refuse(({ labels }) => labels['incident'] === 'fp-1');
    const incidents = [0, 1, 2].map((index) => incidentView({ fingerprint: `fp-${index}` }));
    const delivery = await open(server.url).send(notification({ incidents }), attempt());
    expect(delivery).toMatchObject({ ok: true, refused: ['fp-1'] });
    expect(server.firing(now)).toHaveLength(2);
  });

  test('of which all are refused is given up', async () => {
    const server = await stub();
    server.refuse(() => true);
    expect(await open(server.url).send(digest, attempt())).toMatchObject({ fault: 'permanent' });
    expect(await open(server.url).send(notification(), attempt())).toMatchObject({
      fault: 'permanent',
    });
  });

  test('of two hundred goes in one request', async () => {
    const server = await stub();
    await open(server.url).send(digest, attempt());
    expect(server.receiver.received.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(server.firing(now)).toHaveLength(200);
  });
});

describe('several servers', () => {
  test('all get it, and one of them is enough', async () => {
    const [one, two] = [await stub(), await stub()];
    const dead = await nobody();
    const delivery = await open([dead, one.url, two.url]).send(notification(), attempt());
    expect(delivery).toMatchObject({
      ok: true,
      detail: expect.stringContaining(`${dead.slice(0, -1)}: the connection was refused`),
    });
    expect([one.firing(now), two.firing(now)].map(({ length }) => length)).toEqual([1, 1]);
  });

  test('of which none takes it leave it owed as long as there is hope', async () => {
    const server = await stub('Bearer other');
    expect(await open([server.url, await nobody()]).send(notification(), attempt())).toMatchObject({
      fault: 'transient',
    });
    expect(await open([server.url]).send(notification(), attempt())).toMatchObject({
      fault: 'auth',
    });
  });
});

describe('the answers and options', () => {
  test('every status has its meaning', async () => {
    let status = 0;
    const http = async ({ method }: { readonly method: string }): Promise<HttpResponse> => ({
      ok: true,
      status: method === 'GET' ? 200 : status,
      header: () => null,
      body: '[]',
      overflow: false,
    });
    const options = { url: 'http://127.0.0.1:1' };
    const channel = openChannel(alertmanager, options, { ...testPorts(), http });
    const outcomes: Record<string, number> = {};
    for (status = 100; status < 600; status += 1) {
      const outcome = outcomeOf(await channel.send(notification(), attempt()));
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
    expect(outcomes).toEqual({
      delivered: 1,
      ambiguous: 99,
      permanent: 194,
      auth: 2,
      gone: 1,
      transient: 203,
    });
  });

  const whole = { type: 'alertmanager', url: 'http://127.0.0.1:9093' };
  test.each([
    { labels: { 'bad-label': 'x' } },
    { labels: { severity: 'x' } },
    { labels: { team: '' } },
    { lease: '10s' },
    { url: [] },
    { instance: 'a b' },
  ])('%j does not fit', (options) => {
    expect(alertmanager.schema.safeParse({ ...whole, ...options }).success).toBe(false);
  });

  test('a login in the URL is sent and never shown', async () => {
    const basic = `Basic ${Buffer.from('ann:canary').toString('base64')}`;
    const server = await stub(basic);
    const delivery = await open(server.url.replace('//', '//ann:canary@')).send(
      notification(),
      attempt(),
    );
    expect(delivery.ok).toBe(true);
    expect(delivery.detail).not.toContain('canary');
  });
});
