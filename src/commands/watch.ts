// `watch`: the scheduled run in one long-lived process, with a log and a heartbeat file.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { MonitorError } from '../core/errors.ts';
import { ExitCode } from '../core/exit-code.ts';
import { SECOND_MS } from '../core/duration.ts';
import { toIso } from '../core/iso.ts';
import type { Remark } from '../core/phrases/remark-phrases.ts';
import type { Report } from '../core/report.ts';
import { freeMemory } from '../memory.ts';
import { createLog } from '../log.ts';
import { run as runPipeline } from '../run.ts';
import { DEFAULT_SCHEDULE, startSchedule } from '../schedule.ts';
import { writeAtomically } from '../state/atomic-write.ts';
import { openSupervisor } from '../supervisor.ts';
import { version } from '../version.ts';
import { listenersOf, openAlerts, tellPeople } from './alert.ts';
import { betweenBeats } from './beats.ts';
import type { Invocation } from './command.ts';
import type { WatchPage } from './watch-page.ts';
import { openContext, runRequest, stateDir, textOption, type Context } from './context.ts';
import { withPassiveMemory } from './passive-memory.ts';
import { logLine, type RunLog } from './remarks.ts';

/** Messages on their way get this long after the first signal; containers are killed after 10 s. */
const GRACE_MS = 5 * SECOND_MS;

/** Runs at start and then on schedule until SIGTERM or SIGINT; ends with 0 after the run in progress. */
export async function run(given: Invocation): Promise<number> {
  const stop = listenForStop();
  // A config that is wrong at start ends the process with 78, a missing place for the state with 73;
  // what breaks later does not.
  const advice: Remark[] = [];
  const context = await openContext(given, (remark) => advice.push(remark));
  const { world, used, options } = context;
  const dir = stateDir(context);
  const level = textOption(options, 'log-level') ?? used?.config.log?.level ?? 'info';
  const log = createLog(world, level);
  const alertLog = watchLog(log, advice);
  await listenersOf(context, randomBytes(32), alertLog);
  log.info({ version, pid: process.pid, config: used?.path ?? null, state: dir }, 'watching');
  // The moved clock of `--now` goes on from run to run.
  const invocation: Invocation = { ...given, world, options: { ...options, now: undefined } };
  let busySinceMs: number | null = null;
  const page = await openPage(context, alertLog, () => void schedule.trigger());
  const nextRunAt = (): number | null => {
    const at = schedule.nextAt();
    return at === null ? null : at - Date.now() + world.now();
  };
  const supervisor = openSupervisor(world.env, world.monotonicMs, () => busySinceMs);
  const schedule = startSchedule({
    pattern: used?.config.schedule?.cron ?? DEFAULT_SCHEDULE,
    zone: used?.config.schedule?.zone ?? null,
    async job() {
      busySinceMs = world.monotonicMs();
      page?.begin();
      const exitCode = await runOnce(invocation, stop.signal, { log, alertLog, page });
      busySinceMs = null;
      page?.end(exitCode, nextRunAt());
      supervisor.status(`Last run ended with ${exitCode} at ${toIso(world.now())}`);
      touchHeartbeat(dir, { at: new Date(world.now()).toISOString(), exitCode }, alertLog);
      freeMemory();
    },
    onSkip: () => log.warn('a run was due while another was still going; it is left out'),
    onError: (bug) => log.error({ bug }, 'a run failed by a bug in the monitor'),
    onClockJump: (jumpMs) => log.warn({ jumpMs }, 'the clock jumped; judging again'),
    now: () => Date.now(),
    monotonicMs: world.monotonicMs,
  });
  void schedule.trigger();
  const nextAt = schedule.nextAt();
  log.info({ nextAt: nextAt === null ? null : new Date(nextAt).toISOString() }, 'next run planned');
  supervisor.ready('Watching');
  log.info({ signal: await stop.asked }, 'stopping');
  supervisor.stopping();
  await schedule.drain();
  await page?.close();
  log.info('stopped');
  return ExitCode.ok;
}

/** Who hears of a run. */
interface Hearers {
  readonly log: Logger;
  readonly alertLog: RunLog;
  readonly page: WatchPage | null;
}

// A watch without a page holds nothing of it in memory.
async function openPage(
  context: Context,
  log: RunLog,
  judgeAgain: () => void,
): Promise<WatchPage | null> {
  if (context.options['web'] === undefined && context.used?.config.web === undefined) return null;
  const { openWatchPage } = await import('./watch-page.ts');
  return openWatchPage(context, log, judgeAgain);
}

// The config is read anew for every run, so an edit needs no restart.
async function runOnce(
  invocation: Invocation,
  signal: AbortSignal,
  { log, alertLog, page }: Hearers,
): Promise<number> {
  const startedAt = invocation.world.monotonicMs();
  try {
    const context = await openContext(invocation, alertLog.advise);
    const alerts = await openAlerts(context, alertLog, 'write');
    const asked = runRequest(context, 'profiles', alerts.salt, 'as configured', alerts.memory);
    const request = withPassiveMemory(asked, alerts, 'write');
    const { report, exitCode } = await betweenBeats(alerts, async () => {
      const judged = await runPipeline(context.world, { ...request, signal });
      return tellPeople(context, alerts, judged, signal);
    });
    const durationMs = Math.round(invocation.world.monotonicMs() - startedAt);
    logReport(log, report, { exitCode, durationMs });
    page?.show(context, report);
    return exitCode;
  } catch (error) {
    if (!(error instanceof MonitorError)) throw error;
    log.error({ exitCode: error.exitCode }, logLine(error));
    page?.fail(error);
    return error.exitCode;
  }
}

/** Findings named in the log; the rest is counted. */
const MOST_WORST = 10;

function logReport(log: Logger, { verdict, summary, findings }: Report, facts: object): void {
  const worst = findings
    .filter(({ severity }) => severity === 'fail' || severity === 'warn')
    .slice(0, MOST_WORST)
    .map(({ code, agent, profileId, title }) => ({ code, agent, profileId, title }));
  const { agents, profiles, severity } = summary;
  const line = { verdict, ...facts, agents, profiles, severity, worst };
  log[verdict === 'ok' ? 'info' : 'warn'](line, `verdict ${verdict}`);
}

// The same advice in every run of a day tells nobody more than once does.
function watchLog(log: Logger, advice: readonly Remark[]): RunLog {
  const told = new Set<string>();
  const advise = (remark: Remark): void => {
    const line = logLine(remark);
    if (!told.has(line)) log.warn(line);
    told.add(line);
  };
  for (const remark of advice) advise(remark);
  return {
    tell: (remark, level) => log[level](logLine(remark)),
    warn: (said) => log.warn(logLine(said)),
    advise,
  };
}

/** A supervisor sees by the age of this file that the loop is alive. */
function touchHeartbeat(dir: string, { at, exitCode }: Beat, log: RunLog): void {
  try {
    const text = `${JSON.stringify({ at, exitCode, pid: process.pid })}\n`;
    writeAtomically(join(dir, 'heartbeat.json'), text);
  } catch (error) {
    if (!(error instanceof MonitorError)) throw error;
    log.warn(error);
  }
}

interface Beat {
  readonly at: string;
  readonly exitCode: number;
}

/** The first signal ends the deliveries after a grace, the second at once. */
function listenForStop(): {
  readonly asked: Promise<NodeJS.Signals>;
  readonly signal: AbortSignal;
} {
  const stopping = new AbortController();
  const asked = new Promise<NodeJS.Signals>((resolve) => {
    let isAsked = false;
    const stop = (signal: NodeJS.Signals): void => {
      if (isAsked) stopping.abort();
      else setTimeout(() => stopping.abort(), GRACE_MS).unref();
      isAsked = true;
      resolve(signal);
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
  return { asked, signal: stopping.signal };
}
