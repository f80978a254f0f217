// `test`: sends a test message through each channel and says what happened, channel by channel.
import { randomBytes } from 'node:crypto';
import { suggest } from '../core/edit-distance.ts';
import { MonitorError, UsageError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import { ExitCode } from '../core/exit-code.ts';
import type { Channel } from '../core/alerts/alert-policy.ts';
import type { Delivery, Notification } from '../core/alerts/notification.ts';
import { asleep, wake } from '../core/alerts/outbox.ts';
import { alertingPhrases, type AlertingPhrases } from '../core/phrases/alerting-phrases.ts';
import { visible } from '../core/terminal.ts';
import { withProgress } from '../progress.ts';
import { changeAlertState, readAlertState } from '../state/index.ts';
import { name, version } from '../version.ts';
import { listenersOf } from './alert.ts';
import type { Invocation } from './command.ts';
import { openContext, stateDir, type Context } from './context.ts';
import { openPage } from './page.ts';
import { stderrLog } from './remarks.ts';
import { openTongue } from './tongue.ts';

/** Time for one channel, ms. */
const TEST_MS = 30_000;

/** Tests the named channels, or all; 75 when one of them did not take the message. */
export async function run(invocation: Invocation): Promise<number> {
  const context = await openContext(invocation);
  const { world, options } = context;
  const said = await wordsOf(context);
  const results = await sendTests(context, said, invocation.args);
  const awake = await wakeChannels(
    context,
    results.filter(({ isDelivered }) => isDelivered).map(({ channel }) => channel),
  );
  const lines = results.flatMap(({ channel, words }) => [
    visible(words),
    ...(awake.includes(channel) ? [`  ${said.awake}`] : []),
  ]);
  const page = openPage(world, options);
  world.stdout.write(page.text(page.items(lines)));
  return results.every(({ isDelivered }) => isDelivered) ? ExitCode.ok : ExitCode.undelivered;
}

/** How the test of one channel went. */
export interface TestResult {
  readonly channel: string;
  readonly isDelivered: boolean;
  readonly words: string;
}

/** Sends a test message through the named channels, or all. */
export async function testChannels(invocation: Invocation): Promise<readonly TestResult[]> {
  const context = await openContext(invocation);
  return sendTests(context, await wordsOf(context), invocation.args);
}

async function wordsOf({ world, options, lang }: Context): Promise<AlertingPhrases['test']> {
  return ((await openTongue(world, options, lang))?.alerting ?? alertingPhrases).test;
}

async function sendTests(
  context: Context,
  said: AlertingPhrases['test'],
  names: readonly string[],
): Promise<readonly TestResult[]> {
  const { world, now } = context;
  const listeners = await listenersOf(context, randomBytes(32), await stderrLog(context));
  const channels = chosen(listeners.channels, names);
  const notification = testMessage(now, world.hostname);
  return withProgress(world, context.lang, (show) => {
    show?.(({ sending }) => sending);
    return Promise.all(
      channels.map(async ({ notifier }) => {
        const signal = AbortSignal.timeout(TEST_MS);
        const delivery = await notifier.send(notification, { now, signal });
        const words = `${notifier.name} (${notifier.type}): ${outcome(delivery, said)}`;
        return { channel: notifier.name, isDelivered: delivery.ok, words };
      }),
    );
  });
}

/** A channel that was left alone and has taken the test gets its messages again; the state is touched for that alone. */
async function wakeChannels(
  context: Context,
  names: readonly string[],
): Promise<readonly string[]> {
  const { now } = context;
  try {
    const dir = stateDir(context);
    const sleeping = asleep(readAlertState(dir).state, names, now);
    if (sleeping.length === 0) return [];
    const { signal } = new AbortController();
    const notice = await changeAlertState(dir, now, signal, (state) => wake(state, sleeping, now));
    if (notice !== null) (await stderrLog(context)).warn(notice);
    return sleeping;
  } catch (error) {
    if (!(error instanceof MonitorError)) throw error;
    (await stderrLog(context)).warn(error);
    return [];
  }
}

function chosen(channels: readonly Channel[], names: readonly string[]): readonly Channel[] {
  if (channels.length === 0) {
    throw new UsageError(fault('noChannels'));
  }
  const known = channels.map(({ notifier }) => notifier.name);
  for (const wanted of names) {
    if (known.includes(wanted)) continue;
    const near = suggest(wanted, known);
    throw new UsageError(
      near === null ? fault('noSuchChannel', known.join(', ')) : fault('noSuchChannelNear', near),
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
