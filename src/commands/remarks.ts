// Tells people on stderr what a command remarks beside its output.
import { MonitorError } from '../core/errors.ts';
import { remarkPhrases, type Remark, type RemarkPhrases } from '../core/phrases/remark-phrases.ts';
import { visible } from '../core/terminal.ts';
import { inEnglish, linesOf } from '../core/told-fault.ts';
import type { LogLevel } from '../world.ts';
import type { Context } from './context.ts';
import { foreignLang } from './tongue.ts';

/** Where a run tells what it does, one line each. */
export interface RunLog {
  tell(remark: Remark, level: LogLevel): void;
  warn(remark: Remark | MonitorError): void;
  /** What the config may ask for and should not; the same in every run. */
  advise(remark: Remark): void;
}

/** Who is told, and how. */
type Listener = Pick<Context, 'world' | 'options' | 'lang'>;

/** Lines on stderr, for a person or a journal. */
export async function stderrLog(listener: Listener): Promise<RunLog> {
  const { stderr } = listener.world;
  const [words, told] = await Promise.all([remarkWords(listener), faultTeller(listener)]);
  const tell = (line: string, level: LogLevel): void => stderr.write(`${visible(line)}\n`, level);
  const warn = (said: Remark | MonitorError): void =>
    tell(words.warning(said instanceof MonitorError ? told(said) : said(words)), 'warn');
  return { tell: (remark, level) => tell(remark(words), level), warn, advise: warn };
}

/** Tells what a config may ask for and should not, on stderr unless somebody else listens. */
export async function warnOf(
  warnings: readonly Remark[],
  listener: Listener,
  advise?: RunLog['advise'],
): Promise<void> {
  const tell = advise ?? (await stderrLog(listener)).advise;
  for (const warning of warnings) tell(warning);
}

/** The sentences of the reader's language; English where stderr could show nothing else. */
export async function remarkWords({ world, options, lang }: Listener): Promise<RemarkPhrases> {
  const shown = foreignLang({ ...world, stdout: world.stderr }, options, lang);
  return shown === null
    ? remarkPhrases
    : (await import('../languages/index.ts')).loadRemarks(shown);
}

/** Words for errors in the reader's language; English where stderr could show nothing else. */
export async function faultTeller({
  world,
  options,
  lang,
}: Listener): Promise<(error: MonitorError) => string> {
  const shown = foreignLang({ ...world, stdout: world.stderr }, options, lang);
  if (shown === null) return inEnglish;
  const phrases = await (await import('../languages/index.ts')).loadFaults(shown);
  return (error) => linesOf(error, phrases).join('\n');
}

/** For a log that programs read. */
export function logLine(said: Remark | MonitorError): string {
  return said instanceof MonitorError ? inEnglish(said) : said(remarkPhrases);
}
