// Tells an expected fault of the monitor to a person, or to Nagios; loaded only when there is one to tell.
import { ConfigError, MonitorError, UsageError } from '../core/errors.ts';
import { LANGS, langOfLocale, messagesLocale, type Lang } from '../core/lang.ts';
import { faultPhrases, type FaultPhrases } from '../core/phrases/fault-phrases.ts';
import { visible } from '../core/terminal.ts';
import { linesOf } from '../core/told-fault.ts';
import { wrapScript } from '../core/wrap-script.ts';
import type { World } from '../world.ts';
import { commandTable } from './table.ts';
import { foreignLang } from './tongue.ts';

/** What Nagios calls UNKNOWN. */
const NAGIOS_UNKNOWN = 3;

const PROGRAM = 'auth-monitor';

/** Writes the message and returns what the process ends with. */
export async function tellError(
  error: MonitorError,
  argv: readonly string[],
  world: World,
): Promise<number> {
  const phrases = await phrasesFor(argv, world);
  const lines = [...linesOf(error, phrases), ...adviceOn(error, argv, phrases)];
  // Paths in a message may hold anything that a file name may.
  const [first = '', ...more] = lines.map((line) => visible(line));
  write([`openclaw-auth-monitor: ${first}`, ...more], world);
  return asksForNagios(argv) ? nagiosUnknown(linesOf(error)[0], world) : error.exitCode;
}

/** Says beforehand, in another language than English, what the trampoline says of a bug. */
export async function tellBug(argv: readonly string[], world: World): Promise<void> {
  const { bug } = await phrasesFor(argv, world);
  if (bug !== faultPhrases.bug) write([`openclaw-auth-monitor: ${bug}`], world);
}

/** The config may be what is wrong: the flag decides, then the locale. */
async function phrasesFor(argv: readonly string[], world: World): Promise<FaultPhrases> {
  const wanted = langIn(argv) ?? langOfLocale(messagesLocale(world.env));
  const lang = foreignLang({ ...world, stdout: world.stderr }, {}, wanted);
  if (lang === null) return faultPhrases;
  return (await import('../languages/index.ts')).loadFaults(lang);
}

/** The words may be wrong in any other way, so they are not parsed. */
function langIn(argv: readonly string[]): Lang | null {
  const words = argv.join('\n');
  const given = /(?:^|\n)--lang[=\n]([\w-]+)(?:\n|$)/.exec(words)?.[1];
  return LANGS.find((lang) => lang === given) ?? null;
}

function write(lines: readonly string[], world: World): void {
  world.stderr.write(`${lines.flatMap((line) => wrap(line, world)).join('\n')}\n`);
}

function adviceOn(
  error: MonitorError,
  argv: readonly string[],
  { seeHelp, nothingChecked }: FaultPhrases,
): readonly string[] {
  if (error instanceof ConfigError) return [nothingChecked];
  if (!(error instanceof UsageError)) return [];
  const [word] = argv[0] === 'help' ? argv.slice(1) : argv;
  const isKnown = commandTable.some(({ name }) => name === word);
  return [seeHelp([PROGRAM, ...(isKnown ? [word] : []), '--help'].join(' '))];
}

const LIST_MARK = /^ +- /;

/** At a terminal, lines that break at words; a command in backticks stays in one piece. */
function wrap(line: string, { stderr }: World): readonly string[] {
  if (!stderr.isTTY) return [line];
  const mark = LIST_MARK.exec(line)?.[0] ?? '';
  const whole = line.slice(mark.length).replace(/`[^`]*`/g, (part) => part.replaceAll(' ', '\0'));
  const width = Math.max(16, (stderr.columns ?? 80) - mark.length);
  return wrapScript(whole, width).map(
    (part, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + part.replaceAll('\0', ' '),
  );
}

// A plugin's own faults are UNKNOWN, told on the one line that Nagios shows.
function nagiosUnknown(message: string, world: World): number {
  try {
    world.stdout.write(`AUTH UNKNOWN: ${visible(message).replaceAll('|', '/')}\n`);
  } catch (error) {
    // The fault may be that stdout is full.
    if (!(error instanceof MonitorError)) throw error;
  }
  return NAGIOS_UNKNOWN;
}

function asksForNagios(argv: readonly string[]): boolean {
  return argv.some(
    (arg, index) =>
      arg === '--format=nagios' || (arg === 'nagios' && argv[index - 1] === '--format'),
  );
}
