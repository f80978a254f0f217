// Prints a report in the wanted format, to stdout or a file, and says what the process ends with.
import { FEW_PROFILES } from '../few-rows.ts';
import { UsageError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import { ExitCode } from '../core/exit-code.ts';
import type { History } from '../core/history.ts';
import type { Report } from '../core/report.ts';
import { loadReporter, type ReporterName } from '../reporters/index.ts';
import type { Reporter, View } from '../reporters/reporter.ts';
import type { RunRequest } from '../run.ts';
import { showsUnicode, type World } from '../world.ts';
import { pathOption, textOption, type Context } from './context.ts';
import type { ParsedOptions } from './command.ts';

/** A command that reads no config has none to follow; only a CI step has its service. */
type Printing = Pick<Context, 'world' | 'options' | 'lang'> &
  Partial<Pick<Context, 'used'>> &
  Pick<RunRequest, 'ci'> & {
    /** What earlier runs left, for formats that show it. */
    readonly history?: History | undefined;
  };

/** The format that the options name; two different ones are a UsageError. */
function formatOption(options: ParsedOptions): ReporterName {
  const named = [
    textOption(options, 'format'),
    options['json'] === true ? 'json' : null,
    options['plain'] === true ? 'plain' : null,
  ].filter((format) => format !== null);
  const [first = 'text', ...others] = named;
  const other = others.find((format) => format !== first);
  if (other !== undefined) throw new UsageError(fault('oneFormat', first, other));
  return first as ReporterName;
}

/** Loads the reporter before the work begins, since it says which detail it needs. */
export async function chosenReporter(options: ParsedOptions): Promise<Reporter> {
  return loadReporter(formatOption(options));
}

/** How much of every credential the output shows; `--verbose` lists all healthy ones, `--quiet` none. */
export function detailOf(reporter: Reporter, options: ParsedOptions): Reporter['detail'] {
  if (options['verbose'] === true) return 'profiles';
  return options['quiet'] === true && reporter.detail === 'few' ? 'findings' : reporter.detail;
}

/**
 * Prints the report after a run that ends with `exitCode`, and returns what the process ends with:
 * the same, or Nagios' own code for that format.
 */
export async function printReport(
  report: Report,
  exitCode: ExitCode,
  reporter: Reporter,
  context: Printing,
): Promise<number> {
  const { world, options, history } = context;
  const named = textOption(options, 'output');
  const file = named === '-' ? null : named;
  const plainView = {
    ...viewOf(world, options, file !== null),
    ...(history && { history }),
    ...(options['verbose'] === true && (await verboseView())),
  };
  // A run knows every credential, and prints no more than a check does.
  const detail = detailOf(reporter, options);
  const areFew = report.summary.profiles <= FEW_PROFILES;
  const whole =
    detail === 'profiles' || (detail === 'few' && areFew) ? report : { ...report, agents: [] };
  const english = reporter.name === 'prometheus' ? await forMetrics(context, whole) : whole;
  const { report: shown, view } = await inLanguage(english, plainView, reporter, context);
  const fault = reporter.name === 'nagios' ? NAGIOS_FAULTS[exitCode] : undefined;
  const text = () =>
    fault === undefined ? reporter.render(shown, view) : `AUTH UNKNOWN: ${fault}\n`;
  if (file !== null) {
    const { replaceFile } = await import('../replace-file.ts');
    replaceFile(pathOption(world, file), text());
  } else for (const part of reporter.parts?.(shown, view) ?? [text()]) world.stdout.write(part);
  if (reporter.name !== 'nagios') return exitCode;
  const { nagiosExitCode } = await import('../reporters/nagios.ts');
  return nagiosExitCode(exitCode);
}

async function verboseView(): Promise<Pick<View, 'about'>> {
  return { about: (await import('../reporters/text-about.ts')).aboutLines };
}

async function forMetrics({ used, ...context }: Printing, report: Report): Promise<Report> {
  if (used === undefined) return report;
  return (await import('./metric-names.ts')).namedForPrint({ ...context, used }, report);
}

/** What a plugin that is not OK says on its one line, though every credential is fine. */
const NAGIOS_FAULTS: Partial<Record<ExitCode, string>> = {
  [ExitCode.cannotWrite]: 'the monitor cannot write its own files',
  [ExitCode.cannotRead]: 'the monitor cannot read its own files',
  [ExitCode.undelivered]: 'a notification could not be delivered yet',
};

/**
 * The report in the reader's language, and a view that speaks it. Formats for programs stay English, and
 * so does a terminal that could show nothing else.
 */
export async function inLanguage(
  report: Report,
  view: View,
  { isWorded }: Reporter,
  { lang, ci }: Pick<Context, 'lang'> & Pick<RunRequest, 'ci'>,
): Promise<{ readonly report: Report; readonly view: View }> {
  if (lang === 'en' || isWorded !== true || !view.unicode) return { report, view };
  const { tellReport } = await import('../languages/index.ts');
  return tellReport(report, view, lang, ci);
}

/** How the reader wants a report shown. */
export function viewOf(world: World, options: ParsedOptions, toFile: boolean): View {
  const { env, stdout } = world;
  const terminal = !toFile && stdout.isTTY;
  return {
    color: terminal && options['no-color'] !== true && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    width: terminal ? (stdout.columns ?? 80) : null,
    // Outside a terminal the reader is a file or a program, and UTF-8 is what they expect.
    unicode: !terminal || showsUnicode(world),
    verbose: options['verbose'] === true,
    quiet: options['quiet'] === true,
  };
}
