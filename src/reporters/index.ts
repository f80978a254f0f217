// The report formats by name. A new one is one file and one line here; only what `check` prints without
// being asked is loaded at start.
import type { Report } from '../core/report.ts';
import { plain } from './plain.ts';
import type { Reporter, View } from './reporter.ts';
import { text } from './text.ts';
import { word } from './word.ts';

const reporters = {
  text: () => text,
  json: async () => (await import('./json.ts')).json,
  plain: () => plain,
  word: () => word,
  junit: async () => (await import('./junit.ts')).junit,
  github: async () => (await import('./github.ts')).github,
  prometheus: async () => (await import('./prometheus.ts')).prometheus,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  nagios: async () => (await import('./nagios.ts')).nagios,
  html: async () => (await import('./html.ts')).html,
  ics: async () => (await import('./ics.ts')).ics,
  markdown: async () => (await import('./markdown.ts')).markdown,
} satisfies Record<string, () => Reporter | Promise<Reporter>>;

export type ReporterName = keyof typeof reporters;

export const reporterNames = Object.keys(reporters) as readonly ReporterName[];

/** Loads a format's reporter. */
export async function loadReporter(name: ReporterName): Promise<Reporter> {
  return reporters[name]();
}

/** Renders a report in a format: the whole text, its last line ended. */
export async function renderReport(
  name: ReporterName,
  report: Report,
  view: View,
): Promise<string> {
  return (await loadReporter(name)).render(report, view);
}
