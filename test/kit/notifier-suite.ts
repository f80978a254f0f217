// The contract that every channel passes in one call.
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Delivery, Notifier } from '../../src/core/alerts/notification.ts';
import {
  hostileNotification,
  incidentView,
  notification,
  NOTIFICATION_KINDS,
  notificationOf,
} from './notifications.ts';
import { attempt } from './notifier-ports.ts';

/** What a message looked like on the other side. */
interface Arrival {
  /** What the receiver tells repetitions by; null where its platform knows nothing of the kind. */
  readonly id: string | null;
  readonly text: string;
}

export interface NotifierBench {
  /** A channel to a receiver that takes everything. */
  readonly working: Notifier;
  /** The same channel with nobody at its address. */
  readonly unreachable: Notifier;
  arrivals(): Promise<readonly Arrival[]>;
  /** Every secret in its options. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

/** Runs the contract against a channel; `setUp` starts its receiver on loopback. */
export function describeNotifier(type: string, setUp: () => Promise<NotifierBench>): void {
  describe(`${type} keeps the contract of a channel`, () => {
    let bench: NotifierBench;
    const deliveries: Delivery[] = [];

    beforeEach(async () => {
      bench = await setUp();
    });
    afterEach(async () => {
      await bench.close();
      const told = inspect([deliveries, bench.working, bench.unreachable], { depth: 9 });
      for (const secret of bench.secrets) expect(told).not.toContain(secret);
    });

    const send = async (notifier: Notifier, ...args: Parameters<Notifier['send']>) => {
      const delivery = await notifier.send(...args);
      deliveries.push(delivery);
      return delivery;
    };

    test('it is named after its type unless it has a name', () => {
      expect([bench.working.name, bench.working.type]).toEqual([type, type]);
    });

    test.each(NOTIFICATION_KINDS)('it delivers a message of kind %s', async (kind) => {
      expect(await send(bench.working, notificationOf(kind), attempt())).toMatchObject({
        ok: true,
      });
      const arrivals = await bench.arrivals();
      expect(arrivals).toHaveLength(1);
      expect(arrivals[0]?.text).toContain(kind === 'test' ? '' : 'anthropic:default');
    });

    test('a retry arrives under the same id, another message under another', async () => {
      await send(bench.working, notification({ id: 'one' }), attempt());
      await send(bench.working, notification({ id: 'one' }), attempt());
      // Some receivers know the message, some the incident.
      const incidents = [incidentView({ fingerprint: 'fp-other' })];
      await send(bench.working, notification({ id: 'two', incidents }), attempt());
      const arrivals = await bench.arrivals();
      const [first, retry, other] = arrivals.map(({ id }) => id);
      expect(arrivals[1]).toEqual(arrivals[0]);
      expect(retry).toBe(first);
      if (first !== null) expect(other).not.toBe(first);
    });

    test('a recovery is told as one', async () => {
      await send(bench.working, notificationOf('recovered'), attempt());
      expect((await bench.arrivals())[0]?.text).toMatch(/recovered/i);
    });

    test('hostile names are delivered like any other', async () => {
      expect(await send(bench.working, hostileNotification(), attempt())).toMatchObject({
        ok: true,
      });
      expect(await bench.arrivals()).toHaveLength(1);
    });

    test('a channel that nobody answers is tried again later', async () => {
      const delivery = await send(bench.unreachable, notification(), attempt());
      expect(delivery).toMatchObject({ ok: false, fault: 'transient' });
    });

    test('without time left it gives up without throwing', async () => {
      const signal = AbortSignal.abort();
      expect(await send(bench.working, notification(), attempt({ signal }))).toMatchObject({
        ok: false,
      });
      expect(await bench.arrivals()).toHaveLength(0);
    });
  });
}
