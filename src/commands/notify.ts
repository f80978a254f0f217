// `notify`: the alert half of a run, from a JSON report that was made elsewhere.
import { readUpTo } from '../bounded-read.ts';
import { DAY_MS, MINUTE_MS } from '../core/duration.ts';
import { ReadError, UsageError } from '../core/errors.ts';
import { fault, type Fault } from '../core/fault.ts';
import type { Report } from '../core/report.ts';
import { openAlerts, planOf, tellPeople } from './alert.ts';
import { betweenBeats } from './beats.ts';
import type { Invocation } from './command.ts';
import { openContext, pathOption, textOption, type Context } from './context.ts';
import { chosenReporter, printReport } from './print-report.ts';
import { stderrLog } from './remarks.ts';

/** Alerts about the report and ends with its exit code; 74 when it cannot be read or is none. */
export async function run(invocation: Invocation): Promise<number> {
  const file = textOption(invocation.options, 'report');
  if (file === null) throw new UsageError(fault('needsReport'));
  const context = await openContext(invocation);
  const { world, options } = context;
  const reporter = await chosenReporter(options);
  const given = await readReport(context, file);
  const isDry = options['dry-run'] === true;
  const alerts = await openAlerts(context, await stderrLog(context), isDry ? 'read' : 'write');
  if (isDry) {
    world.stdout.write(await planOf(context, alerts, given));
    return given.exitCode;
  }
  const { signal } = new AbortController();
  const { report, exitCode } = await betweenBeats(alerts, async () =>
    tellPeople(context, alerts, given, signal),
  );
  return printReport(report, exitCode, reporter, context);
}

/** A report older than this says nothing about now: the check that makes them has stopped. */
const OLDEST_MS = DAY_MS;
/** Clocks of two machines differ; by more than this one of them is wrong. */
const AHEAD_MS = 5 * MINUTE_MS;

const STDIN = 0;
/** Some five times the report of 10,000 agents: what goes on after that has no end. */
const MOST_BYTES = 256 * 1024 * 1024;

async function readReport({ world, now }: Context, file: string): Promise<Report> {
  const { parseReport } = await import('../reporters/parse-report.ts');
  const path = file === '-' ? null : pathOption(world, file);
  const unusable = (why: Fault | string): ReadError =>
    new ReadError(fault('badReport', path ?? fault('standardInput'), why));
  let text: string | null;
  try {
    text = readUpTo(path ?? STDIN, MOST_BYTES);
  } catch (error) {
    throw unusable((error as NodeJS.ErrnoException).code ?? 'unknown');
  }
  if (text === null) throw unusable(fault('isTooLarge'));
  // What a pipe gives when the other end failed.
  if (text.trim() === '') throw unusable(fault('isEmpty'));
  const json = parsed(text);
  if (json === undefined) throw unusable(fault('isNoJson'));
  const report = parseReport(json);
  const ageMs = now - Date.parse(report.generatedAt);
  if (ageMs < -AHEAD_MS) throw unusable(fault('isAhead', -ageMs));
  if (ageMs > OLDEST_MS) throw unusable(fault('isOld', ageMs));
  return report;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
