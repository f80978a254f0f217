// The languages that people are told things in; each is loaded only by runs that speak it.
import type { Lang } from '../core/lang.ts';
import type { DemoPhrases } from '../core/phrases/demo-phrases.ts';
import type { InstallPhrases } from '../core/phrases/install-phrases.ts';
import type { FaultPhrases } from '../core/phrases/fault-phrases.ts';
import type { Language } from '../core/phrases/language.ts';
import type { ScreenPhrases } from '../core/phrases/screen-phrases.ts';
import type { Speech } from '../core/phrases/speech.ts';
import type { ProgressPhrases } from '../core/phrases/progress-phrases.ts';
import type { RemarkPhrases } from '../core/phrases/remark-phrases.ts';
import type { ReportPhrases } from '../core/phrases/report-phrases.ts';
import type { Report } from '../core/report.ts';
import type { Wrap } from '../core/terminal.ts';
import type { CiService } from '../core/words/told.ts';
import { wrapScript } from '../core/wrap-script.ts';
import { retellIncident, retellReport } from './retell.ts';

const languages = {
  'zh-Hans': async () => (await import('./zh-hans/index.ts')).zhHans,
  'zh-Hant': async () => (await import('./zh-hant/index.ts')).zhHant,
  vi: async () => (await import('./vi/index.ts')).vi,
  my: async () => (await import('./my/index.ts')).my,
  uz: async () => (await import('./uz/index.ts')).uz,
} satisfies Record<Exclude<Lang, 'en'>, () => Promise<Language>>;

/** Loads a language; English is there already. */
export async function loadLanguage(lang: Exclude<Lang, 'en'>): Promise<Language> {
  return languages[lang]();
}

const screens = {
  'zh-Hans': async () => (await import('./zh-hans/screens.ts')).screens,
  'zh-Hant': async () => (await import('./zh-hant/screens.ts')).screens,
  vi: async () => (await import('./vi/screens.ts')).screens,
  my: async () => (await import('./my/screens.ts')).screens,
  uz: async () => (await import('./uz/screens.ts')).screens,
} satisfies Record<Exclude<Lang, 'en'>, () => Promise<ScreenPhrases>>;

/** Loads what commands say at a terminal in a language. */
export async function loadScreens(lang: Exclude<Lang, 'en'>): Promise<ScreenPhrases> {
  return screens[lang]();
}

const installs = {
  'zh-Hans': async () => (await import('./zh-hans/install.ts')).install,
  'zh-Hant': async () => (await import('./zh-hant/install.ts')).install,
  vi: async () => (await import('./vi/install.ts')).install,
  my: async () => (await import('./my/install.ts')).install,
  uz: async () => (await import('./uz/install.ts')).install,
} satisfies Record<Exclude<Lang, 'en'>, () => Promise<InstallPhrases>>;

/** Loads the transcript of `install` and `uninstall` in a language. */
export async function loadInstall(lang: Exclude<Lang, 'en'>): Promise<InstallPhrases> {
  return installs[lang]();
}

const demos = {
  'zh-Hans': async () => (await import('./zh-hans/demo.ts')).demo,
  'zh-Hant': async () => (await import('./zh-hant/demo.ts')).demo,
  vi: async () => (await import('./vi/demo.ts')).demo,
  my: async () => (await import('./my/demo.ts')).demo,
  uz: async () => (await import('./uz/demo.ts')).demo,
} satisfies Record<Exclude<Lang, 'en'>, () => Promise<DemoPhrases>>;

/** Loads what `demo` says in a language. */
export async function loadDemo(lang: Exclude<Lang, 'en'>): Promise<DemoPhrases> {
  return demos[lang]();
}

const remarks = {
  'zh-Hans': async () => (await import('./zh-hans/remarks.ts')).remarks,
  'zh-Hant': async () => (await import('./zh-hant/remarks.ts')).remarks,
  vi: async () => (await import('./vi/remarks.ts')).remarks,
  my: async () => (await import('./my/remarks.ts')).remarks,
  uz: async () => (await import('./uz/remarks.ts')).remarks,
} satisfies Record<Exclude<Lang, 'en'>, () => Promise<RemarkPhrases>>;

/** Loads what runs remark on stderr in a language. */
export async function loadRemarks(lang: Exclude<Lang, 'en'>): Promise<RemarkPhrases> {
  return remarks[lang]();
}

const faults = {
  'zh-Hans': async () => (await import('./zh-hans/faults.ts')).faults,
  'zh-Hant': async () => (await import('./zh-hant/faults.ts')).faults,
  vi: async () => (await import('./vi/faults.ts')).faults,
  my: async () => (await import('./my/faults.ts')).faults,
  uz: async () => (await import('./uz/faults.ts')).faults,
} satisfies Record<Exclude<Lang, 'en'>, () => Promise<FaultPhrases>>;

/** Loads what is said of expected faults in a language. */
export async function loadFaults(lang: Exclude<Lang, 'en'>): Promise<FaultPhrases> {
  return faults[lang]();
}

const helps = {
  'zh-Hans': async () => (await import('./zh-hans/help.ts')).help,
  'zh-Hant': async () => (await import('./zh-hant/help.ts')).help,
  vi: async () => (await import('./vi/help.ts')).help,
  my: async () => (await import('./my/help.ts')).help,
  uz: async () => (await import('./uz/help.ts')).help,
};

/** Loads what `--help` says in a language; its reader asks that no sentence of the command table is missing. */
export async function loadHelp(lang: Exclude<Lang, 'en'>) {
  return helps[lang]();
}

const progresses = {
  'zh-Hans': async () => (await import('./zh-hans/progress.ts')).progress,
  'zh-Hant': async () => (await import('./zh-hant/progress.ts')).progress,
  vi: async () => (await import('./vi/progress.ts')).progress,
  my: async () => (await import('./my/progress.ts')).progress,
  uz: async () => (await import('./uz/progress.ts')).progress,
} satisfies Record<Exclude<Lang, 'en'>, () => Promise<ProgressPhrases>>;

/** Loads what a terminal shows while a run lasts in a language. */
export async function loadProgress(lang: Exclude<Lang, 'en'>): Promise<ProgressPhrases> {
  return progresses[lang]();
}

interface ToldView {
  readonly phrases: ReportPhrases;
  readonly wrap: Wrap;
}

/** A report told in a language, and a view that speaks it; `ci` as in the run that made the report. */
export async function tellReport<View extends object>(
  report: Report,
  view: View,
  lang: Exclude<Lang, 'en'>,
  ci?: CiService,
): Promise<{ readonly report: Report; readonly view: View & ToldView }> {
  const { phrases, retell } = await loadTongue(lang, ci);
  return { report: retell(report), view: { ...view, phrases, wrap: wrapScript } };
}

/** What reports are told with in a language, again and again. */
export async function loadTongue(
  lang: Exclude<Lang, 'en'>,
  ci?: CiService,
): Promise<{ readonly phrases: ReportPhrases; readonly retell: (report: Report) => Report }> {
  const { findings, report: phrases } = await loadLanguage(lang);
  return { phrases, retell: (report) => retellReport(report, findings, ci) };
}

/** What a channel speaks in a language. */
export async function loadSpeech(lang: Exclude<Lang, 'en'>): Promise<Speech> {
  const { alerts, findings } = await loadLanguage(lang);
  return { alerts, retell: (incident, now) => retellIncident(incident, now, findings) };
}
