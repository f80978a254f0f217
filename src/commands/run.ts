// `run`: one scheduled run. Judge and probe, tell people what changed, then print the report.
import { run as runPipeline } from '../run.ts';
import { alert, dryRun, openInstall, stderrLog } from './alert.ts';
import type { Invocation } from './command.ts';
import { openContext, runRequest } from './context.ts';
import { chosenReporter, printReport } from './print-report.ts';

/** Runs once; the alerts go out before the report is printed, since stdout may be closed or full. */
export async function run(invocation: Invocation): Promise<number> {
  const context = await openContext(invocation);
  const { world, options } = context;
  const reporter = await chosenReporter(options);
  const log = stderrLog(context);
  const install = openInstall(context, log, options['dry-run'] === true);
  const report = await runPipeline(
    world,
    runRequest(context, 'profiles', install.salt, 'as configured'),
  );
  if (options['dry-run'] === true) {
    const shown = await printReport(report, reporter, world, options);
    world.stdout.write(dryRun(context, install, report, log));
    return shown;
  }
  const code = await alert(context, install, report, new AbortController().signal, log);
  const shown = await printReport(report, reporter, world, options);
  return shown === report.exitCode ? code : shown;
}
