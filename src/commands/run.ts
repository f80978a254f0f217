// `run`: one scheduled run. Judge and probe, tell people what changed, then print the report.
import { run as runPipeline } from '../run.ts';
import { openAlerts, planOf, tellPeople } from './alert.ts';
import { betweenBeats } from './beats.ts';
import type { Invocation } from './command.ts';
import { openContext, runRequest } from './context.ts';
import { withPassiveMemory } from './passive-memory.ts';
import { chosenReporter, printReport } from './print-report.ts';
import { stderrLog } from './remarks.ts';

/** Runs once; the alerts go out before the report is printed, since stdout may be closed or full. */
export async function run(invocation: Invocation): Promise<number> {
  const context = await openContext(invocation);
  const { world, options } = context;
  const reporter = await chosenReporter(options);
  const isDry = options['dry-run'] === true;
  const alerts = await openAlerts(context, await stderrLog(context), isDry ? 'read' : 'write');
  const asked = runRequest(context, 'profiles', alerts.salt, 'as configured', alerts.memory);
  const request = withPassiveMemory(asked, alerts, isDry ? 'read' : 'write');
  if (isDry) {
    const report = await runPipeline(world, request);
    const shown = await printReport(report, report.exitCode, reporter, context);
    // A program that reads the report gets nothing else.
    const isBelow = reporter.name === 'text';
    const gap = isBelow && options['quiet'] !== true && options['output'] === undefined ? '\n' : '';
    const reader = isBelow ? world.stdout : world.stderr;
    reader.write(gap + (await planOf(context, alerts, report)));
    return shown;
  }
  const { report, exitCode } = await betweenBeats(alerts, async () => {
    const judged = await runPipeline(world, request);
    const { signal } = new AbortController();
    return tellPeople(context, alerts, judged, signal);
  });
  return printReport(report, exitCode, reporter, context);
}
