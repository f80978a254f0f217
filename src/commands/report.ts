// `report`: a judgement to look at or to hand on, made now or by the last run.
import { DAY_MS } from '../core/duration.ts';
import { UsageError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import { ExitCode } from '../core/exit-code.ts';
import type { Report } from '../core/report.ts';
import type { Invocation, ParsedOptions } from './command.ts';
import { openContext, stateDir, textOption, type Context } from './context.ts';
import { gateways, judging } from './options.ts';
import { savedHistory } from './saved-history.ts';
import { chosenReporter, detailOf, printReport } from './print-report.ts';
import { stderrLog } from './remarks.ts';

/** Judges as `check` does, or takes what the last run found, and prints it with the history that runs left. */
export async function run(invocation: Invocation): Promise<number> {
  const options = withFormat(invocation.options);
  const isLast = options['last'] === true;
  if (isLast) refuseJudging(options);
  const context = await openContext({ ...invocation, options });
  const reporter = await chosenReporter(options);
  const { judgeOnce } = await import('./check.ts');
  const report = isLast
    ? await lastReport(context)
    : await judgeOnce(context, detailOf(reporter, options));
  const exitCode = isLast ? await ageing(context, report) : report.exitCode;
  return printReport(report, exitCode, reporter, { ...context, history: savedHistory(context) });
}

const BY_ENDING: Readonly<Record<string, string>> = {
  html: 'html',
  ics: 'ics',
  md: 'markdown',
  json: 'json',
  prom: 'prometheus',
};

/** What the name of the file says, where no format is named. */
function withFormat(options: ParsedOptions): ParsedOptions {
  const ending = /\.(\w+)$/.exec(textOption(options, 'output') ?? '')?.[1] ?? '';
  const isNamed = ['format', 'json', 'plain'].some((name) => options[name] !== undefined);
  const format = isNamed ? undefined : BY_ENDING[ending];
  return format === undefined ? options : { ...options, format };
}

/** The last run was asked what it was asked; a filter could only seem to work. */
function refuseJudging(options: ParsedOptions): void {
  const given = [...gateways, ...judging].filter(({ name }) => options[name] !== undefined);
  if (given.length === 0) return;
  const names = given.map(({ name }) => `--${name}`).join(', ');
  throw new UsageError(fault('lastGoesWithout', names));
}

async function lastReport(context: Context): Promise<Report> {
  const [{ readLastReport }, { parseReport }] = await Promise.all([
    import('../state/last-report.ts'),
    import('../reporters/parse-report.ts'),
  ]);
  const report = parseReport(readLastReport(stateDir(context)));
  if (report.agents.length === 0 && report.summary.agents > 0) {
    (await stderrLog(context)).warn(({ findingsAlone }) => findingsAlone);
  }
  return report;
}

/** A good report that has become old says nothing about now: runs have stopped. */
async function ageing(context: Context, { generatedAt, exitCode }: Report): Promise<ExitCode> {
  const ageMs = context.now - Date.parse(generatedAt);
  if (ageMs <= DAY_MS) return exitCode;
  (await stderrLog(context)).warn((words) => words.lastRunAgo(words.duration(ageMs)));
  return exitCode === ExitCode.ok ? ExitCode.cannotRead : exitCode;
}
