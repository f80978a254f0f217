// Prints a report in the wanted format, to stdout or a file, and says what the process ends with.
import { UsageError } from '../core/errors.ts';
import type { Report } from '../core/report.ts';
import { loadReporter, type ReporterName } from '../reporters/index.ts';
import type { Reporter, View } from '../reporters/reporter.ts';
import { replaceFile } from '../replace-file.ts';
import type { World } from '../world.ts';
import { pathOption, textOption } from './context.ts';
import type { ParsedOptions } from './command.ts';

/** The format that the options name; two different ones are a UsageError. */
export function formatOption(options: ParsedOptions): ReporterName {
  const named = [
    textOption(options, 'format'),
    options['json'] === true ? 'json' : null,
    options['plain'] === true ? 'plain' : null,
  ].filter((format) => format !== null);
  if (new Set(named).size > 1)
    throw new UsageError(`choose one format, not ${named.join(' and ')}`);
  return (named[0] ?? 'text') as ReporterName;
}

/** Loads the reporter before the work begins, since it says which detail it needs. */
export async function chosenReporter(options: ParsedOptions): Promise<Reporter> {
  return loadReporter(formatOption(options));
}

/** Prints the report and returns the exit code: the report's, or Nagios' own for that format. */
export async function printReport(
  report: Report,
  reporter: Reporter,
  world: World,
  options: ParsedOptions,
): Promise<number> {
  const file = textOption(options, 'output');
  const text = reporter.render(report, viewOf(world, options, file !== null));
  if (file === null) world.stdout.write(text);
  else replaceFile(pathOption(world, file), text);
  if (reporter.name !== 'nagios') return report.exitCode;
  const { nagiosExitCode } = await import('../reporters/nagios.ts');
  return nagiosExitCode(report.exitCode);
}

function viewOf(world: World, options: ParsedOptions, toFile: boolean): View {
  const { env, stdout } = world;
  const terminal = !toFile && stdout.isTTY;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return {
    color: terminal && options['no-color'] !== true && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    width: terminal ? (stdout.columns ?? 80) : null,
    // Outside a terminal the reader is a file or a program, and UTF-8 is what they expect.
    unicode: !terminal || /utf-?8/i.test(locale) || world.platform === 'darwin',
    verbose: options['verbose'] === true,
    quiet: options['quiet'] === true,
  };
}
