// Tells people about a report: channels, state, heartbeat, metrics; and what the process ends with.
import { randomBytes } from 'node:crypto';
import { toAlertPolicy } from '../config/runtime-policy.ts';
import { createSecretResolver } from '../config/secrets.ts';
import { MonitorError } from '../core/errors.ts';
import { ExitCode } from '../core/exit-code.ts';
import type { Report } from '../core/report.ts';
import { beat } from '../heartbeat.ts';
import { loadReporter } from '../reporters/index.ts';
import { replaceFile } from '../replace-file.ts';
import {
  planAlerts,
  readOrCreateSalt,
  readSalt,
  runAlerts,
  type AlertOutcome,
} from '../state/index.ts';
import { name, version } from '../version.ts';
import { openChannels, outgoing } from './channels.ts';
import { stateDir, type Context } from './context.ts';
import { planText } from './plan-text.ts';

/** Where the alert side tells what it does, one line each. */
export interface AlertLog {
  info(line: string): void;
  warn(line: string): void;
}

/** Lines on stderr, for a person or a journal. */
export function stderrLog({ world }: Context): AlertLog {
  return {
    info: (line) => world.stderr.write(`${line}\n`),
    warn: (line) => world.stderr.write(`warning: ${line}\n`),
  };
}

/** State of this install: its directory and salt; null and a passing salt where it cannot be used. */
export interface Install {
  readonly dir: string | null;
  readonly salt: Buffer;
}

/** Opens the state directory for a run that will alert; a fault of it is told and never stops the run. */
export function openInstall(context: Context, log: AlertLog, dryRun: boolean): Install {
  const dir = stateDir(context);
  try {
    const salt = dryRun ? readSalt(dir) : readOrCreateSalt(dir);
    return { dir, salt: salt ?? randomBytes(32) };
  } catch (error) {
    if (!(error instanceof MonitorError)) throw error;
    log.warn(error.message);
    return { dir, salt: randomBytes(32) };
  }
}

/** Sends what is due and returns the exit code of the whole run. */
export async function alert(
  context: Context,
  install: Install,
  report: Report,
  signal: AbortSignal,
  log: AlertLog,
): Promise<ExitCode> {
  const { world, used, now } = context;
  const channels = openChannels(world, used, install.salt, (line) => log.warn(line));
  const outcome = await runAlerts({
    report,
    now,
    channels,
    policy: toAlertPolicy(used?.config ?? null),
    stateDir: install.dir,
    monitor: { name, version, host: world.hostname },
    signal,
    log: (line) => log.info(line),
  });
  const { stateNotice, stateError } = outcome;
  for (const line of [stateNotice, stateError?.message ?? null]) if (line !== null) log.warn(line);
  const written = await writeMetrics(context, report, log);
  await sendHeartbeat(context, outcome, log);
  if (report.exitCode !== ExitCode.ok) return report.exitCode;
  if (outcome.owed.length > 0) return ExitCode.undelivered;
  if (stateError !== null) return stateError.exitCode;
  return written ? ExitCode.ok : ExitCode.cannotWrite;
}

/** What `alert` would send to whom and why, for people; sends and writes nothing. */
export function dryRun(context: Context, install: Install, report: Report, log: AlertLog): string {
  const { world, used, now } = context;
  const channels = openChannels(world, used, install.salt, (line) => log.warn(line));
  const policy = toAlertPolicy(used?.config ?? null);
  return planText(planAlerts({ report, now, channels, policy, stateDir: install.dir }), channels);
}

async function writeMetrics({ used }: Context, report: Report, log: AlertLog): Promise<boolean> {
  const file = used?.config.metrics?.textfile;
  if (file === undefined) return true;
  const { render } = await loadReporter('prometheus');
  const view = { color: false, width: null, unicode: true, verbose: false, quiet: false };
  try {
    replaceFile(file, render(report, view));
    return true;
  } catch (error) {
    if (!(error instanceof MonitorError)) throw error;
    log.warn(error.message);
    return false;
  }
}

// The switch hears about the monitor: it ran to its end, and nothing is given up or unsaved.
async function sendHeartbeat(
  { world, used }: Context,
  outcome: AlertOutcome,
  log: AlertLog,
): Promise<void> {
  const source = used?.config.heartbeat?.url;
  if (used === null || source === undefined) return;
  const url = createSecretResolver(world, used.path)(source, 'heartbeat.url');
  const well = outcome.stateError === null && outcome.owed.every(({ state }) => state !== 'dead');
  const fault = await beat(outgoing(world), url, well);
  if (fault !== null) log.warn(fault);
}
