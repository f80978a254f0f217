// Tells people about a report: channels, state, heartbeat, metrics; and what the process ends with.
import { randomBytes } from 'node:crypto';
import { toAlertPolicy } from '../config/runtime-policy.ts';
import { MonitorError } from '../core/errors.ts';
import { ExitCode } from '../core/exit-code.ts';
import type { AlertState } from '../core/alerts/incident.ts';
import { emptyAlertState } from '../core/alerts/incident.ts';
import { mayInterrupt } from '../core/alerts/quiet-hours.ts';
import type { Notification } from '../core/alerts/notification.ts';
import type { Report } from '../core/report.ts';
import { withProgress } from '../progress.ts';
import { replaceFile } from '../replace-file.ts';
import { reportAlerts } from '../report-alerts.ts';
import { RunMemory } from '../core/run-memory.ts';
import {
  planAlerts,
  readAlertState,
  readOrCreateSalt,
  readSalt,
  runAlerts,
  writeLastReport,
  writeLastRun,
  type AlertOutcome,
  type LastRun,
} from '../state/index.ts';
import { name, version } from '../version.ts';
import type { World } from '../world.ts';
import type { Listeners } from './channels.ts';
import { stateDir, type Context } from './context.ts';
import { endHeartbeat, troubleOf } from './beats.ts';
import type { RunLog } from './remarks.ts';

/** What a run tells people with, opened before anything is judged. */
export interface Alerts extends Listeners {
  readonly log: RunLog;
  /** Directory of the state; null where there is no place for it. */
  readonly dir: string | null;
  /** What earlier runs learned about credentials. */
  readonly memory: RunMemory;
  /** Of this install, or a passing one where it cannot be kept. */
  readonly salt: Buffer;
  /** Why the state has no place, or its salt cannot be kept. */
  readonly fault: MonitorError | null;
}

/**
 * Opens state and channels; only a fault of the config is thrown (78), with all others of it. A state
 * that cannot be used never stops an alert. `read` makes no file.
 */
export async function openAlerts(
  context: Context,
  log: RunLog,
  access: 'read' | 'write',
): Promise<Alerts> {
  const install = openInstall(context, access);
  return { ...(await listenersOf(context, install.salt, log)), ...install, log };
}

/** Whom the config names; without one nothing is loaded, which `watch` would hold in memory for good. */
export async function listenersOf(
  { world, used, lang }: Context,
  salt: Buffer,
  log: RunLog,
): Promise<Listeners> {
  if (used === null) return { channels: [], heartbeat: null };
  const { openListeners } = await import('./channels.ts');
  return await openListeners(world, { used, lang }, salt, log.advise);
}

function openInstall(
  context: Context,
  access: 'read' | 'write',
): Pick<Alerts, 'dir' | 'salt' | 'fault' | 'memory'> {
  let dir: string | null = null;
  try {
    dir = stateDir(context);
    const kept = access === 'read' ? readSalt(dir) : readOrCreateSalt(dir);
    return { dir, salt: kept ?? randomBytes(32), fault: null, memory: rememberedIn(dir) };
  } catch (error) {
    const memory = new RunMemory(emptyAlertState());
    return { dir, salt: randomBytes(32), fault: expected(error), memory };
  }
}

// A state that cannot be read is told of where it is opened for good.
function rememberedIn(dir: string): RunMemory {
  try {
    return new RunMemory(readAlertState(dir).state);
  } catch (error) {
    expected(error);
    return new RunMemory(emptyAlertState());
  }
}

/** Sends what is due; returns the exit code of the whole run, and the report with what became of the messages. */
export async function tellPeople(
  context: Context,
  alerts: Alerts,
  report: Report,
  signal: AbortSignal,
): Promise<{ readonly report: Report; readonly exitCode: ExitCode }> {
  const { log, dir } = alerts;
  if (alerts.channels.length === 0 && context.options['quiet'] !== true) {
    log.advise(({ nobodyIsTold }) => nobodyIsTold);
  }
  const told: Parameters<RunLog['tell']>[] = [];
  const outcome = await withProgress(context.world, context.lang, (show) => {
    show?.(({ telling }) => telling);
    return runAlerts({
      ...alertInput(context, alerts, report),
      monitor: letterhead(context.world),
      signal,
      log: (...said) => told.push(said),
    });
  });
  for (const said of told) log.tell(...said);
  const fault = alerts.fault ?? outcome.stateError;
  if (fault !== null) log.warn(fault);
  const whole = { ...report, alerts: reportAlerts(outcome, alerts.fault) };
  if (dir !== null) writeLastReport(dir, whole);
  const isWritten = await writeMetrics(context, report, outcome.state, alerts);
  await endHeartbeat(alerts, troubleOf(alerts, outcome, { report, isWritten }), signal);
  const exitCode = exitCodeOf(context, alerts, report, { outcome, isWritten });
  noteRun(context, dir, { exitCode, isOwed: isOwed(context, outcome) });
  return { report: whole, exitCode };
}

interface Told {
  readonly outcome: AlertOutcome;
  readonly isWritten: boolean;
}

function exitCodeOf(
  context: Context,
  { fault: setUp, dir }: Alerts,
  report: Report,
  { outcome, isWritten }: Told,
): ExitCode {
  const fault = setUp ?? outcome.stateError;
  // Without a place nothing is ever remembered: a fault of the set-up, whatever the verdict.
  if (dir === null) return ExitCode.cannotWrite;
  if (report.exitCode !== ExitCode.ok) return report.exitCode;
  if (isOwed(context, outcome)) return ExitCode.undelivered;
  if (fault !== null) return fault.exitCode;
  return isWritten ? ExitCode.ok : ExitCode.cannotWrite;
}

// For OnFailure= of the units: to systemd, an expired credential and a broken Node both are a 1.
function noteRun(
  { world: { env } }: Context,
  dir: string | null,
  end: Pick<LastRun, 'exitCode' | 'isOwed'>,
): void {
  const invocationId = env['INVOCATION_ID'];
  if (dir === null || invocationId === undefined) return;
  writeLastRun(dir, { invocationId, ...end });
}

/** Who sends a message, and where its log is found when systemd runs us (systemd.exec). */
export function letterhead({ env, hostname }: World): Notification['monitor'] {
  const invocationId = env['INVOCATION_ID'];
  const isOne = invocationId !== undefined && /^[0-9a-f]{32}$/.test(invocationId);
  return { name, version, host: hostname, ...(isOne ? { invocationId } : {}) };
}

/** What `tellPeople` would send to whom and why, for people; sends and writes nothing. */
export async function planOf(context: Context, alerts: Alerts, report: Report): Promise<string> {
  if (alerts.fault !== null) alerts.log.warn(alerts.fault);
  const { planText } = await import('./plan-text.ts');
  return planText(context, planAlerts(alertInput(context, alerts, report)), alerts.channels);
}

function alertInput({ used, now }: Context, { channels, dir, memory }: Alerts, report: Report) {
  const policy = toAlertPolicy(used?.config ?? null);
  return { report, now, channels, policy, stateDir: dir, memory: memory.learned() };
}

// What waits for the end of the quiet hours is late on purpose. A receiver that could not be reminded
// will take what goes on for over.
function isOwed({ used, now }: Context, { owed, unrenewed, state }: AlertOutcome): boolean {
  const policy = toAlertPolicy(used?.config ?? null);
  const isQuiet = (id: string): boolean => {
    const notification = state.outbox.find((entry) => entry.id === id)?.notification;
    if (notification === undefined) return false;
    return !mayInterrupt(notification.kind, notification.severity, policy, now);
  };
  return unrenewed.length > 0 || owed.some(({ id }) => !isQuiet(id));
}

// node_exporter runs as another user, so this one file is for everyone, whatever the umask.
const METRICS_MODE = 0o644;

async function writeMetrics(
  { used }: Context,
  report: Report,
  state: AlertState,
  { log, salt }: Pick<Alerts, 'log' | 'salt'>,
): Promise<boolean> {
  const file = used?.config.metrics?.textfile;
  if (file === undefined) return true;
  const [{ runMetrics }, { namedFor }] = await Promise.all([
    import('./alert-metrics.ts'),
    import('./metric-names.ts'),
  ]);
  try {
    const named = namedFor(used?.config ?? null, report, salt);
    replaceFile(file, runMetrics(named, state), METRICS_MODE);
    return true;
  } catch (error) {
    log.warn(expected(error));
    return false;
  }
}

/** An expected fault; a bug goes on as such. */
function expected(error: unknown): MonitorError {
  if (error instanceof MonitorError) return error;
  throw error;
}
