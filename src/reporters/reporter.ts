// What a report format is, and how the reader wants it shown.
import type { History } from '../core/history.ts';
import type { ReportPhrases } from '../core/phrases/report-phrases.ts';
import type { Iso, Report } from '../core/report.ts';
import type { Wrap } from '../core/terminal.ts';
import type { aboutLines } from './text-about.ts';

/** How a report is shown; formats for machines look at nothing of it. */
export interface View {
  readonly color: boolean;
  /** Columns of the terminal; null when there is none, then nothing is wrapped. */
  readonly width: number | null;
  readonly unicode: boolean;
  /** Every row, and the code of every finding. */
  readonly verbose: boolean;
  /** Only what is wrong; nothing at all when all is well. */
  readonly quiet: boolean;
  /** Of the reader's language, English when absent; the report is told in the same one. */
  readonly phrases?: ReportPhrases;
  /** Breaks lines as that language does, at blanks when absent. */
  readonly wrap?: Wrap;
  /** What `--verbose` adds to the text report. */
  readonly about?: typeof aboutLines;
  /** What earlier runs left; only for formats that show more than one moment. */
  readonly history?: History;
  /** The page is served by a running monitor and renews itself. */
  readonly live?: LiveView;
}

/** What a page that renews itself has to know. */
export interface LiveView {
  readonly nextRunAt: Iso | null;
  /** Why the last run came to no verdict; the report is then of an earlier one. */
  readonly fault: string | null;
  /** Changes when there is news. */
  readonly tag: string;
}

export interface Reporter {
  readonly name: string;
  /** `findings`: the agents of the report may be left out, as in very large fleets; `few`: unless it has few profiles. */
  readonly detail: 'findings' | 'few' | 'profiles';
  /** It holds sentences for people, and takes those of the view. */
  readonly isWorded?: true;
  /** The whole text, its last line ended; foreign text in it is escaped for where it goes. */
  render(report: Report, view: View): string;
  /** The same text in parts, for a format whose whole text would not fit into memory. */
  parts?(report: Report, view: View): Iterable<string>;
}
