// `notify`: the alert half of a run, from a JSON report that was made elsewhere.
import { ReadError, UsageError } from '../core/errors.ts';
import type { Report } from '../core/report.ts';
import type { World } from '../world.ts';
import { alert, dryRun, openInstall, stderrLog } from './alert.ts';
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
  const log = stderrLog(context);
  const install = openInstall(context, log, options['dry-run'] === true);
  if (options['dry-run'] === true) {
    world.stdout.write(dryRun(context, install, report, log));
    return report.exitCode;
  }
  const code = await alert(context, install, report, new AbortController().signal, log);
  const shown = await printReport(report, reporter, world, options);
  return shown === report.exitCode ? code : shown;
}

async function readReport(world: World, file: string): Promise<Report> {
  const { parseReport } = await import('../reporters/report-schema.ts');
  const place = file === '-' ? 'standard input' : pathOption(world, file);
  let json: unknown;
  try {
    const text = file === '-' ? world.readStdin() : world.files.read(place).toString('utf8');
    json = JSON.parse(text) as unknown;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ReadError(`Cannot read a report from ${place} (${code ?? 'not JSON'}).`);
  }
  return parseReport(json);
}
