import { describe, expect, test } from 'vitest';
import {
  webhookBody,
  type WebhookBody,
  webhookJsonSchema,
  webhookBodySchema,
} from '../../src/notifiers/webhook-body.ts';
import {
  hostileNotification,
  incidentView,
  NOTIFICATION_KINDS,
  notification,
  notificationOf,
} from '../kit/notifications.ts';

const parsed = (body: string) => JSON.parse(body) as WebhookBody;
const manyAgents = Array.from({ length: 5_000 }, (_, index) => `agent-${index}`);

describe('the webhook body', () => {
  test('is exactly the public shape', () => {
    expect(parsed(webhookBody(notification()))).toEqual({
      type: 'auth.firing',
      timestamp: '2026-11-21T05:30:00.000Z',
      data: {
        id: 'k5xq2mfw3jz7n4aabbccddeeff',
        kind: 'firing',
        severity: 'fail',
        verdict: 'failing',
        incidents: [
          {
            fingerprint: 'fp-anthropic-default',
            code: 'profile_expired',
            severity: 'fail',
            title: 'anthropic:default expired 3 h 20 min ago',
            gateway: 'default',
            agents: ['main', 'work'],
            provider: 'anthropic',
            profiles: ['anthropic:default'],
            since: '2026-11-21T02:10:00.000Z',
            expiresAt: '2026-11-21T02:10:00.000Z',
            remainingMs: -12_000_000,
            outageMs: null,
            facts: { expiresAt: '2026-11-21T02:10:00.000Z', type: 'token' },
            remedy: ['claude setup-token', 'openclaw models auth paste-token --provider anthropic'],
          },
        ],
        truncated: 0,
        monitor: { name: 'openclaw-auth-monitor', version: '0.1.0', host: 'host1' },
      },
    });
  });

  test.each(NOTIFICATION_KINDS)(
    'of %s fits the published schema and holds nothing beside it',
    (kind) => {
      const body = parsed(webhookBody(notificationOf(kind)));
      expect(webhookBodySchema.parse(body)).toEqual(body);
      expect(body.type).toBe(`auth.${kind}`);
    },
  );

  test('has a JSON Schema that lets fields be added', () => {
    expect(webhookJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      required: ['type', 'timestamp', 'data'],
    });
    expect(JSON.stringify(webhookJsonSchema())).not.toContain('"additionalProperties":false');
  });

  test('leaves out what an incident holds beyond the public fields', () => {
    const incidents = [{ ...incidentView(), secretNote: 'not public' }];
    expect(webhookBody(notification({ incidents }))).not.toContain('not public');
  });

  test('says which channel failed, in a dead letter only', () => {
    expect(parsed(webhookBody(notificationOf('deadletter'))).data.undelivered?.channel).toBe(
      'phone',
    );
    expect(parsed(webhookBody(notificationOf('firing'))).data).not.toHaveProperty('undelivered');
  });
});

describe('a body that would reach 20 kB', () => {
  test('keeps the worst incidents and counts the others', () => {
    const incidents = Array.from({ length: 300 }, (_, index) =>
      incidentView({ fingerprint: `fp-${index}` }),
    );
    const body = webhookBody(notification({ incidents, truncated: 7 }));
    const { data } = parsed(body);
    expect(Buffer.byteLength(body)).toBeLessThan(20_000);
    expect(Buffer.byteLength(body)).toBeGreaterThan(19_000);
    expect(data.incidents.length + data.truncated).toBe(307);
    expect(data.incidents.map((one) => one.fingerprint)).toEqual(
      incidents.slice(0, data.incidents.length).map((one) => one.fingerprint),
    );
  });

  test('at 19,999 bytes is sent whole, at 20,000 it is cut', () => {
    const whole = (padding: number) =>
      notification({ incidents: [incidentView({ title: 'x'.repeat(padding) })] });
    const padding = 19_999 - Buffer.byteLength(webhookBody(whole(0)));
    expect(Buffer.byteLength(webhookBody(whole(padding)))).toBe(19_999);
    expect(Buffer.byteLength(webhookBody(whole(padding + 1)))).toBeLessThan(2_000);
  });

  test('by one incident alone keeps it, with the number of agents as a fact', () => {
    const body = webhookBody(notification({ incidents: [incidentView({ agents: manyAgents })] }));
    const [incident] = parsed(body).data.incidents;
    expect(incident?.agents).toHaveLength(40);
    expect(incident?.facts['agentCount']).toBe(5_000);
    expect(parsed(body).data.truncated).toBe(0);
  });

  test('by hostile names still fits, and is valid', () => {
    const body = webhookBody(hostileNotification());
    expect(Buffer.byteLength(body)).toBeLessThan(20_000);
    expect(webhookBodySchema.safeParse(parsed(body)).success).toBe(true);
    expect(parsed(body).data.incidents).toHaveLength(1);
  });
});
