// `notify`: the alert half of a run, from a JSON report that was made elsewhere.
import { ReadError, UsageError } from '../core/errors.ts';
import type { Report } from '../core/report.ts';
import type { World } from '../world.ts';
import { openAlerts, planOf, stderrLog, tellPeople } from './alert.ts';
import type { Invocation } from './command.ts';
import { openContext, pathOption, textOption } from './context.ts';
import { chosenReporter, printReport } from './print-report.ts';

/** Alerts about the report and ends with its exit code; 74 when it cannot be read or is none. */
export async function run(invocation: Invocation): Promise<number> {
  const file = textOption(invocation.options, 'report');
  if (file === null) throw new UsageError('notify needs --report FILE (or - for standard input)');
  const context = await openContext(invocation);
  const { world, options } = context;
  const reporter = await chosenReporter(options);
  const report = await readReport(world, file);
  const isDry = options['dry-run'] === true;
  const alerts = openAlerts(context, stderrLog(world), isDry ? 'read' : 'write');
  if (isDry) {
    world.stdout.write(planOf(context, alerts, report));
    return report.exitCode;
  }
  const exitCode = await tellPeople(context, alerts, report, new AbortController().signal);
  return printReport(report, exitCode, reporter, context);
}

async function readReport(world: World, file: string): Promise<Report> {
  const { parseReport } = await import('../reporters/report-schema.ts');
  const place = file === '-' ? 'standard input' : pathOption(world, file);
  const unusable = (why: string): ReadError =>
    new ReadError(`Cannot read a report from ${place}: ${why}.`);
  let text: string;
  try {
    text = file === '-' ? world.readStdin() : world.files.read(place).toString('utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw unusable(code ?? 'it is too large');
  }
  // What a pipe gives when the other end failed.
  if (text.trim() === '') throw unusable('it is empty');
  const json = parsed(text);
  if (json === undefined) throw unusable('it is not JSON');
  return parseReport(json);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
