// `on-failure`: tells "expired, and told" from "expired, still owed" and from "the monitor is broken".
import { randomBytes } from 'node:crypto';
import { DAY_MS } from '../core/duration.ts';
import { MonitorError } from '../core/errors.ts';
import { ExitCode } from '../core/exit-code.ts';
import { toIso } from '../core/iso.ts';
import type { Notification } from '../core/alerts/notification.ts';
import { failureWords, unitFailure, type UnitEnd } from '../core/alerts/unit-failure.ts';
import { visible } from '../core/terminal.ts';
import { readBreakdown, readLastRun, writeBreakdown, type Breakdown } from '../state/index.ts';
import type { Env } from '../world.ts';
import { letterhead, listenersOf } from './alert.ts';
import type { Listeners } from './channels.ts';
import type { Invocation } from './command.ts';
import { openContext, stateDir, type Context } from './context.ts';
import { stderrLog } from './remarks.ts';

/** Time for one channel, ms. */
const SEND_MS = 30_000;
/** A breakdown that lasts is told again after this long. */
const REMIND_MS = DAY_MS;

/** Reads the MONITOR_* variables of systemd; 0 when people know, 75 when nobody could be told. */
export async function run(invocation: Invocation): Promise<number> {
  const { world } = invocation;
  const end = unitEnd(world.env);
  const context = await openContext(invocation);
  const dir = stateDir(context);
  const lastRun = readLastRun(dir);
  const failure = unitFailure(end, lastRun);
  if (failure === 'told') {
    world.stdout.write('The verdict is failing, and people were told: nothing to do.\n');
    return ExitCode.ok;
  }
  const listeners = await listenersOf(context, randomBytes(32), await stderrLog(context));
  if (failure === 'owed') {
    world.stderr.write('warning: A message is still owed; the next run sends it.\n');
    const isHeard = await beatFail(listeners);
    return isHeard ? ExitCode.ok : ExitCode.undelivered;
  }
  world.stderr.write(`openclaw-auth-monitor: ${visible(failureWords(end))}\n`);
  const after = lastRun?.invocationId ?? null;
  return tellBreakdown({ context, listeners, end, dir, after });
}

/** What systemd (251 and later) says about the unit that failed. */
function unitEnd(env: Env): UnitEnd {
  return {
    unit: env['MONITOR_UNIT'] ?? 'openclaw-auth-monitor',
    invocationId: env['MONITOR_INVOCATION_ID'] ?? null,
    result: env['MONITOR_SERVICE_RESULT'] ?? null,
    status: env['MONITOR_EXIT_STATUS'] ?? null,
  };
}

interface Telling {
  readonly context: Context;
  readonly listeners: Listeners;
  readonly end: UnitEnd;
  readonly dir: string;
  /** The last run that came to its end. */
  readonly after: string | null;
}

async function tellBreakdown({ context, listeners, end, dir, after }: Telling): Promise<number> {
  const { world, now } = context;
  const known = readBreakdown(dir);
  const isSame = known !== null && known.after === after;
  const isHeard = await beatFail(listeners);
  if (isSame && now - known.toldAt < REMIND_MS) {
    world.stdout.write('People know that the monitor is broken: nothing to do.\n');
    return ExitCode.ok;
  }
  const sinceAt = isSame ? known.sinceAt : now;
  const notification = breakdownNotification(context, end, sinceAt);
  const results = await Promise.all(
    listeners.channels.map(async ({ notifier }) => {
      const delivery = await notifier.send(notification, {
        now,
        signal: AbortSignal.timeout(SEND_MS),
      });
      const how = delivery.ok ? 'told' : `not told, ${delivery.fault}: ${delivery.detail}`;
      world.stderr.write(`${visible(`${notifier.name}: ${how}`)}\n`);
      return delivery.ok;
    }),
  );
  const isTold = results.includes(true);
  if (isTold) await remember(dir, { sinceAt, toldAt: now, after }, context);
  return isTold || isHeard ? ExitCode.ok : ExitCode.undelivered;
}

function breakdownNotification(
  { world, now }: Context,
  end: UnitEnd,
  sinceAt: number,
): Notification {
  const monitor = letterhead(world);
  return {
    id: `breakdown-${randomBytes(12).toString('hex')}`,
    kind: 'deadletter',
    createdAt: toIso(now),
    severity: 'fail',
    verdict: 'failing',
    incidents: [],
    truncated: 0,
    breakdown: { unit: end.unit, error: failureWords(end), since: toIso(sinceAt) },
    monitor: end.invocationId === null ? monitor : { ...monitor, invocationId: end.invocationId },
  };
}

// A state that cannot be written is often the very breakdown: then people are told each time.
async function remember(dir: string, breakdown: Breakdown, context: Context): Promise<void> {
  try {
    writeBreakdown(dir, breakdown);
  } catch (error) {
    if (!(error instanceof MonitorError)) throw error;
    (await stderrLog(context)).warn(error);
  }
}

/** True when a dead-man's switch has heard that something is wrong. */
async function beatFail({ heartbeat }: Listeners): Promise<boolean> {
  if (heartbeat === null) return false;
  return (await heartbeat.end('the monitor itself failed', AbortSignal.timeout(SEND_MS))) === null;
}
