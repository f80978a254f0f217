// `watch`: the scheduled run in one long-lived process, with a log and a heartbeat file.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { MonitorError } from '../core/errors.ts';
import { ExitCode } from '../core/exit-code.ts';
import { createLog } from '../log.ts';
import { replaceFile } from '../replace-file.ts';
import { run as runPipeline } from '../run.ts';
import { DEFAULT_SCHEDULE, startSchedule } from '../schedule.ts';
import { version } from '../version.ts';
import { alert, openInstall, type AlertLog } from './alert.ts';
import { openChannels } from './channels.ts';
import type { Invocation } from './command.ts';
import { openContext, runRequest, textOption, type Context } from './context.ts';

/** Runs at start and then on schedule until SIGTERM or SIGINT; ends with 0 after the run in progress. */
export async function run(invocation: Invocation): Promise<number> {
  // A config that is wrong at start ends the process with 78; one that breaks later does not.
  const context = await openContext(invocation);
  const { world, used, options } = context;
  const log = createLog(
    world,
    textOption(options, 'log-level') ?? used?.config.log?.level ?? 'info',
  );
  openChannels(world, used, randomBytes(32), (line) => log.warn(line));
  const stopping = new AbortController();
  const schedule = startSchedule({
    pattern: used?.config.schedule?.cron ?? DEFAULT_SCHEDULE,
    zone: used?.config.schedule?.zone ?? null,
    job: () => runOnce(invocation, stopping.signal, log),
    onSkip: () => log.warn('a run was due while another was still going; it is left out'),
    onError: (error) => log.error({ err: error }, 'a run failed'),
    onClockJump: (ms) => log.warn({ jumpMs: ms }, 'the clock jumped; judging again'),
    now: () => Date.now(),
    monotonicMs: world.monotonicMs,
  });
  log.info({ version, pid: process.pid, config: used?.path ?? null }, 'watching');
  const stopped = untilStopped();
  await schedule.trigger();
  logNext(schedule.nextAt(), log);
  const signal = await stopped;
  log.info({ signal }, 'stopping');
  stopping.abort();
  await schedule.drain();
  return ExitCode.ok;
}

// The config is read anew for every run, so an edit needs no restart.
async function runOnce(invocation: Invocation, signal: AbortSignal, log: Logger): Promise<void> {
  const startedAt = invocation.world.monotonicMs();
  try {
    const context = await openContext(invocation);
    const alertLog: AlertLog = {
      info: (line) => log.info(line),
      warn: (line) => log.warn(line),
    };
    const install = openInstall(context, alertLog, false);
    const report = await runPipeline(
      context.world,
      runRequest(context, 'profiles', install.salt, 'as configured'),
    );
    const exitCode = await alert(context, install, report, signal, alertLog);
    const { verdict, summary, findings } = report;
    const worst = findings
      .filter(({ severity }) => severity === 'fail' || severity === 'warn')
      .slice(0, 10)
      .map(({ code, agent, profileId, title }) => ({ code, agent, profileId, title }));
    const durationMs = Math.round(invocation.world.monotonicMs() - startedAt);
    log[verdict === 'ok' ? 'info' : 'warn'](
      { verdict, exitCode, agents: summary.agents, profiles: summary.profiles, durationMs, worst },
      `verdict ${verdict}`,
    );
    if (install.dir !== null) touchHeartbeat(context, install.dir, exitCode, alertLog);
  } catch (error) {
    if (!(error instanceof MonitorError)) throw error;
    log.error({ exitCode: error.exitCode }, error.message);
  }
}

/** A supervisor sees by the age of this file that the loop is alive. */
function touchHeartbeat({ world }: Context, dir: string, exitCode: number, log: AlertLog): void {
  try {
    const at = new Date(world.now()).toISOString();
    replaceFile(
      join(dir, 'heartbeat.json'),
      `${JSON.stringify({ at, exitCode, pid: process.pid })}\n`,
    );
  } catch (error) {
    if (!(error instanceof MonitorError)) throw error;
    log.warn(error.message);
  }
}

function logNext(nextAt: number | null, log: Logger): void {
  if (nextAt !== null) log.info({ nextAt: new Date(nextAt).toISOString() }, 'next run planned');
}

function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
}
