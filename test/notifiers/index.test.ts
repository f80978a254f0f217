import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { createNotifier, notifierKinds } from '../../src/notifiers/index.ts';
import { isLoopback } from '../../src/notifiers/notifier.ts';
import { notification } from '../kit/notifications.ts';
import { attempt, testPorts } from '../kit/notifier-ports.ts';

describe('the registry', () => {
  test.each(Object.entries(notifierKinds))(
    'knows %s under the type of its schema',
    (type, kind) => {
      expect(kind.type).toBe(type);
      expect(kind.schema.shape.type.value).toBe(type);
    },
  );

  test.each(Object.values(notifierKinds))(
    'can publish its options as a JSON Schema (%#)',
    ({ schema }) => {
      expect(z.toJSONSchema(schema, { io: 'input' })).toMatchObject({
        additionalProperties: false,
      });
    },
  );

  test('turns what a channel throws into an ambiguous delivery without its words', async () => {
    const ports = {
      ...testPorts(),
      http: () => {
        throw new RangeError('canary');
      },
    };
    const config = notifierKinds.webhook.schema.parse({
      type: 'webhook',
      url: 'https://x.example',
    });
    const delivery = await createNotifier(config, ports).send(notification(), attempt());
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
