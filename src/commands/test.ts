// `test`: sends a test message through each channel and says what happened, channel by channel.
import { randomBytes } from 'node:crypto';
import { suggest } from '../core/edit-distance.ts';
import { UsageError } from '../core/errors.ts';
import { ExitCode } from '../core/exit-code.ts';
import type { Channel } from '../core/alerts/alert-policy.ts';
import type { Delivery, Notification } from '../core/alerts/notification.ts';
import { alertingPhrases, type AlertingPhrases } from '../core/phrases/alerting-phrases.ts';
import { visible } from '../core/terminal.ts';
import { withProgress } from '../progress.ts';
import { name, version } from '../version.ts';
import { listenersOf, stderrLog } from './alert.ts';
import type { Invocation } from './command.ts';
import { openContext } from './context.ts';
import { openPage } from './page.ts';
import { openTongue } from './tongue.ts';

/** Time for one channel, ms. */
const TEST_MS = 30_000;

/** Tests the named channels, or all; 75 when one of them did not take the message. */
export async function run(invocation: Invocation): Promise<number> {
  const { world, options } = invocation;
  const results = await testChannels(invocation);
  const page = openPage(world, options);
  world.stdout.write(page.text(page.items(results.map(({ words }) => visible(words)))));
  return results.every(({ isDelivered }) => isDelivered) ? ExitCode.ok : ExitCode.undelivered;
}

/** How the test of one channel went. */
export interface TestResult {
  readonly isDelivered: boolean;
  readonly words: string;
}

/** Sends a test message through the named channels, or all. */
export async function testChannels(invocation: Invocation): Promise<readonly TestResult[]> {
  const context = await openContext(invocation);
  const { world, now, options, lang } = context;
  const { test: said } = (await openTongue(world, options, lang))?.alerting ?? alertingPhrases;
  const listeners = await listenersOf(context, randomBytes(32), stderrLog(world));
  const channels = chosen(listeners.channels, invocation.args);
  const notification = testMessage(now, world.hostname);
  return withProgress(world, (show) => {
    show?.('sending');
    return Promise.all(
      channels.map(async ({ notifier }) => {
        const signal = AbortSignal.timeout(TEST_MS);
        const delivery = await notifier.send(notification, { now, signal });
        const words = `${notifier.name} (${notifier.type}): ${outcome(delivery, said)}`;
        return { isDelivered: delivery.ok, words };
      }),
    );
  });
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

function outcome(delivery: Delivery, said: AlertingPhrases['test']): string {
  if (!delivery.ok) return said.failed(delivery.fault, delivery.detail);
  return delivery.detail === undefined ? said.delivered : said.deliveredAs(delivery.detail);
}
