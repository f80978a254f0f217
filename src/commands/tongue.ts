// Decides in which language a command speaks to the person before it, and loads that.
import { MonitorError } from '../core/errors.ts';
import { langOfLocale, messagesLocale, type Lang } from '../core/lang.ts';
import type { FaultPhrases } from '../core/phrases/fault-phrases.ts';
import type { Language } from '../core/phrases/language.ts';
import type { RemarkPhrases } from '../core/phrases/remark-phrases.ts';
import type { Speech } from '../core/phrases/speech.ts';
import type { ScreenPhrases } from '../core/phrases/screen-phrases.ts';
import type { Report } from '../core/report.ts';
import type { World } from '../world.ts';
import type { Invocation, ParsedOptions } from './command.ts';
import { openContext, textOption } from './context.ts';
import { viewOf } from './print-report.ts';

/** Everything that there is to say in a language other than English. */
export interface Tongue extends Pick<Language, 'findings' | 'report'>, ScreenPhrases {
  readonly faults: FaultPhrases;
  readonly speech: Speech;
  readonly remarks: RemarkPhrases;
  readonly retell: (report: Report) => Report;
}

/** Null for English, which each command has itself, and where the terminal could show nothing else. */
export function foreignLang(
  world: World,
  options: ParsedOptions,
  lang: Lang,
): Exclude<Lang, 'en'> | null {
  return lang === 'en' || !viewOf(world, options, false).unicode ? null : lang;
}

/** Null where `foreignLang` is. */
export async function openTongue(
  world: World,
  options: ParsedOptions,
  wanted: Lang,
): Promise<Tongue | null> {
  const lang = foreignLang(world, options, wanted);
  if (lang === null) return null;
  const { loadFaults, loadLanguage, loadRemarks, loadScreens, loadSpeech, loadTongue } =
    await import('../languages/index.ts');
  const [{ findings, report }, screens, faults, speech, remarks, { retell }] = await Promise.all([
    loadLanguage(lang),
    loadScreens(lang),
    loadFaults(lang),
    loadSpeech(lang),
    loadRemarks(lang),
    loadTongue(lang),
  ]);
  return { findings, report, ...screens, faults, speech, remarks, retell };
}

/** What `Context.lang` is; a config that cannot be used has no say, and what needs it tells so later. */
export async function langOf(invocation: Invocation): Promise<Lang> {
  try {
    return (await openContext(invocation, () => undefined)).lang;
  } catch (error) {
    if (!(error instanceof MonitorError)) throw error;
    return langWithoutConfig(invocation);
  }
}

/** What `Context.lang` would be without a config: by flag or locale. */
export function langWithoutConfig({ world, options }: Invocation): Lang {
  const given = textOption(options, 'lang') as Lang | null;
  return given ?? langOfLocale(messagesLocale(world.env));
}
