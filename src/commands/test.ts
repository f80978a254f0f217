// `test`: sends a test message through each channel and says what happened, channel by channel.
import { randomBytes } from 'node:crypto';
import { suggest } from '../core/edit-distance.ts';
import { UsageError } from '../core/errors.ts';
import { ExitCode } from '../core/exit-code.ts';
import type { Channel } from '../core/alert-policy.ts';
import type { Delivery, Notification } from '../core/notification.ts';
import { visible } from '../core/terminal.ts';
import { withProgress } from '../progress.ts';
import { name, version } from '../version.ts';
import { listenersOf, stderrLog } from './alert.ts';
import type { Invocation } from './command.ts';
import { openContext } from './context.ts';

/** Time for one channel, ms. */
const TEST_MS = 30_000;

/** Tests the named channels, or all; 75 when one of them did not take the message. */
export async function run(invocation: Invocation): Promise<number> {
  const context = await openContext(invocation);
  const { world, now } = context;
  const listeners = await listenersOf(context, randomBytes(32), stderrLog(world));
  const channels = chosen(listeners.channels, invocation.args);
  const notification = testMessage(now, world.hostname);
  const results = await withProgress(world, (show) => {
    show?.('sending');
    return Promise.all(
      channels.map(async ({ notifier }) => {
        const signal = AbortSignal.timeout(TEST_MS);
        return { notifier, delivery: await notifier.send(notification, { now, signal }) };
      }),
    );
  });
  for (const { notifier, delivery } of results) {
    world.stdout.write(`${visible(`${notifier.name} (${notifier.type}): ${outcome(delivery)}`)}\n`);
  }
  return results.every(({ delivery }) => delivery.ok) ? ExitCode.ok : ExitCode.undelivered;
}

function chosen(channels: readonly Channel[], names: readonly string[]): readonly Channel[] {
  if (channels.length === 0) {
    throw new UsageError('no channel is configured: add one under `notifiers` in the config');
  }
  const known = channels.map(({ notifier }) => notifier.name);
  for (const wanted of names) {
    if (known.includes(wanted)) continue;
    const near = suggest(wanted, known);
    throw new UsageError(
      `there is no such channel${near === null ? `; there are ${known.join(', ')}` : `; did you mean ${near}?`}`,
    );
  }
  return names.length === 0
    ? channels
    : channels.filter(({ notifier }) => names.includes(notifier.name));
}

function testMessage(now: number, host: string): Notification {
  return {
    id: `test-${randomBytes(12).toString('hex')}`,
    kind: 'test',
    createdAt: new Date(now).toISOString(),
    severity: 'info',
    verdict: 'ok',
    incidents: [],
    truncated: 0,
    monitor: { name, version, host },
  };
}

function outcome(delivery: Delivery): string {
  if (!delivery.ok) return `not delivered, ${delivery.fault}: ${delivery.detail}`;
  return delivery.detail === undefined ? 'delivered' : `delivered (${delivery.detail})`;
}
