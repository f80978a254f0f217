// `check`: load, judge, probe when asked, report. Writes nothing but the report.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MonitorError } from '../core/errors.ts';
import type { Report } from '../core/report.ts';
import { run as runPipeline, type RunRequest } from '../run.ts';
import type { Aging } from '../state/aging.ts';
import type { Reporter } from '../reporters/reporter.ts';
import type { Invocation } from './command.ts';
import { openContext, runRequest, stateDir, type Context } from './context.ts';
import { chosenReporter, detailOf, printReport } from './print-report.ts';

/** Judges once and prints the report; the exit code follows the contract. */
export async function run(invocation: Invocation): Promise<number> {
  const context = await openContext(invocation);
  const reporter = await chosenReporter(context.options);
  const report = await judgeOnce(context, detailOf(reporter, context.options));
  return printReport(report, report.exitCode, reporter, context);
}

/** Judges what flags and config name, and keeps nothing. */
export async function judgeOnce(context: Context, detail: Reporter['detail']): Promise<Report> {
  const salt = detail === 'profiles' ? await savedSalt(context) : null;
  const memory = await agingTokens(context);
  const request = runRequest(context, detail, memory?.salt ?? salt, 'by flag', memory?.memory);
  return runPipeline(context.world, await withLastRun(request, context));
}

// A refusal whose credential was replaced since a run met it, or was answered since, is over here too.
async function withLastRun(request: RunRequest, context: Context): Promise<RunRequest> {
  try {
    const dir = stateDir(context);
    if (!existsSync(join(dir, 'passive.json'))) return request;
    return (await import('./passive-memory.ts')).withLastRun(request, dir);
  } catch (error) {
    if (error instanceof MonitorError) return request;
    throw error;
  }
}

// A check writes nothing, so it works without a place for state, with ids that hold for this run only.
async function savedSalt(context: Context): Promise<Buffer | null> {
  try {
    const dir = stateDir(context);
    return (await import('../state/salt.ts')).readSalt(dir);
  } catch (error) {
    if (error instanceof MonitorError) return null;
    throw error;
  }
}

/** Tokens that runs have met for so long that their end is near; null when there are none, as mostly. */
async function agingTokens(context: Context): Promise<Aging | null> {
  try {
    const dir = stateDir(context);
    if (!existsSync(join(dir, 'state.json'))) return null;
    const { readAging } = await import('../state/aging.ts');
    return readAging(dir, context.now);
  } catch (error) {
    if (error instanceof MonitorError) return null;
    throw error;
  }
}
