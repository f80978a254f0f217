import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import {
  createNotifier,
  loadNotifierKind,
  notifierSchemas,
  notifierTypes,
} from '../../src/notifiers/index.ts';
import { isLoopback } from '../../src/notifiers/notifier.ts';
import { webhook } from '../../src/notifiers/webhook.ts';
import { notification } from '../kit/notifications.ts';
import { attempt, testPorts } from '../kit/notifier-ports.ts';

describe('the registry', () => {
  test.each(notifierTypes)('loads %s under the type of its schema', async (type) => {
    const { schema, ...kind } = await loadNotifierKind(type);
    expect(kind.type).toBe(type);
    expect(z.toJSONSchema(schema, { io: 'input' })).toMatchObject({
      properties: { type: { const: type } },
      additionalProperties: false,
    });
  });

  test.each([
    [['webhook'], ['webhook']],
    [
      ['webhook', 'ntfy', 'webhook'],
      ['webhook', 'ntfy'],
    ],
    [[], []],
    [['webhook', 'nfty'], notifierTypes],
    [['toString'], notifierTypes],
    [[undefined], notifierTypes],
  ])('gives for channels of the types %j the schemas of %j', async (types, expected) => {
    const schemas = await notifierSchemas(types);
    const kinds = await Promise.all(expected.map(async (type) => loadNotifierKind(type as 'ntfy')));
    expect(schemas).toEqual(kinds.map(({ schema }) => schema));
  });

  test('turns what a channel throws into an ambiguous delivery without its words', async () => {
    const ports = {
      ...testPorts(),
      http: () => {
        throw new RangeError('canary');
      },
    };
    const config = webhook.schema.parse({ type: 'webhook', url: 'https://x.example' });
    const channel = createNotifier(webhook, config, ports);
    const delivery = await channel.send(notification(), attempt());
    expect(delivery).toEqual({
      ok: false,
      fault: 'ambiguous',
      detail: 'unexpected fault in the channel: RangeError',
    });
  });
});

test.each([
  ['localhost', true],
  ['LOCALHOST', true],
  ['127.0.0.1', true],
  ['127.255.0.9', true],
  ['::1', true],
  ['[::1]', true],
  ['a.localhost', true],
  ['128.0.0.1', false],
  ['localhost.example.org', false],
  ['127.0.0.1.example.org', false],
  ['::2', false],
  ['', false],
])('%j is this machine: %s', (host, is) => {
  expect(isLoopback(host)).toBe(is);
});
