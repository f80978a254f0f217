// The report for people at a terminal: what is wrong, worst first, and how to put it right.
import { formatTime, fromNow } from '../core/moment.ts';
import { textPhrases } from '../core/phrases/text-phrases.ts';
import type { Report } from '../core/report.ts';
import { label } from '../core/terminal.ts';
import { palette, type Hue, type RowSeverity } from './palette.ts';
import type { Reporter, View } from './reporter.ts';
import { showRemedy } from './subject.ts';
import { wrapParts, wrapRemedy, wrapText } from './text-lines.ts';
import { findingRows, quietRows, type Row } from './text-rows.ts';
import { unaskedLines } from './text-unasked.ts';
import { layOut, type Look } from './text-table.ts';

// A table is read at a glance or not at all; `--verbose` and the other formats hold everything.
const MOST_FINDINGS = 100;
const MOST_QUIET = 20;
export const MOST_NAMES = 12;
const TITLE_COLUMNS = 400;
const MESSAGE_COLUMNS = 200;
const REMEDY_INDENT = 2;

/** What decides the exit code. */
const COUNTING: ReadonlySet<RowSeverity> = new Set(['fail', 'warn'] as const);

export const text: Reporter = {
  name: 'text',
  detail: 'few',
  isWorded: true,
  render(report, view) {
    if (view.quiet && report.verdict === 'ok') return '';
    const look: Look = {
      paint: palette(view.color),
      width: view.width,
      charset: view.unicode ? 'unicode' : 'ascii',
      now: Date.parse(report.generatedAt),
      phrases: view.phrases?.text ?? textPhrases,
      wrap: view.wrap,
    };
    const blocks = [
      ...(view.verbose && view.about ? [view.about(report, view, look)] : []),
      tableLines(report, view, look),
      ...(view.quiet ? [] : [unaskedLines(report, view, look)]),
      summaryLines(report, view, look),
    ];
    return blocks
      .filter((lines) => lines.length > 0)
      .map((lines) => `${lines.join('\n')}\n`)
      .join('\n');
  },
};

function tableLines(report: Report, view: View, look: Look): string[] {
  const { phrases } = look;
  const everything = Number.POSITIVE_INFINITY;
  const found = findingRows(
    report,
    view.quiet ? report.findings.filter(({ severity }) => COUNTING.has(severity)) : report.findings,
    view.verbose ? everything : MOST_FINDINGS,
    phrases,
  );
  const most = view.quiet ? 0 : view.verbose ? everything : MOST_QUIET;
  const quiet = quietRows(report, most, phrases);
  const rows = [...found.rows, ...quiet.rows];
  if (rows.length === 0 && quiet.count === 0) return [];
  const layout = layOut(rows, look);
  const lines: string[] = rows.length === 0 ? [] : [...layout.header];
  const more: string[] = [];
  if (found.count > found.rows.length) {
    more.push(phrases.moreFindings(found.count - found.rows.length));
  }
  // Alone, it would say no more than the summary below it does.
  if (!view.quiet && rows.length > 0 && quiet.count > quiet.rows.length) {
    more.push(phrases.moreOk(quiet.count - quiet.rows.length));
  }
  let detailed = false;
  for (const row of rows) {
    const head = layout.head(row);
    const details = detailLines(row, head.whole, layout.indent, view, look);
    // Air around what has something beneath it, none between single lines.
    if (lines.length > layout.header.length && (detailed || details.length > 0)) lines.push('');
    lines.push(...head.lines, ...details);
    detailed = details.length > 0;
  }
  if (more.length > 0 && detailed) lines.push('');
  return [...lines, ...more.map((line) => look.paint.dim(line))];
}

function detailLines(row: Row, whole: boolean, indent: number, view: View, look: Look): string[] {
  const { finding, agents, severity } = row;
  if (finding === null) return [];
  const { paint, charset, phrases } = look;
  const width = look.width === null ? null : look.width - indent - REMEDY_INDENT;
  const said = (content: string, hue: Hue | null): string[] =>
    wrapText(content, width, look.wrap).map((line) => (hue === null ? line : paint[hue](line)));
  const lines: string[] = [];
  const counts = COUNTING.has(severity);
  if (view.verbose || (severity !== 'info' && !(finding.saidByRow && whole))) {
    const code = view.verbose ? ` [${finding.code}]` : '';
    lines.push(...said(label(finding.title, TITLE_COLUMNS, charset) + code, null));
  }
  if (agents.length > 1) lines.push(...said(agentList(agents, view, look), 'dim'));
  if (counts && finding.message !== null) {
    const words = label(finding.message, MESSAGE_COLUMNS, charset);
    lines.push(...said(phrases.itSays(words), 'dim'));
  }
  if (counts || view.verbose) {
    for (const remedy of finding.remedy) {
      const shown = showRemedy(remedy, charset, phrases);
      const hue = shown.startsWith('# ') ? 'dim' : 'cyan';
      lines.push(
        ...wrapRemedy(shown, width, look.wrap).map(
          (line) => ' '.repeat(REMEDY_INDENT) + paint[hue](line),
        ),
      );
    }
  }
  return lines.map((line) => ' '.repeat(indent) + line);
}

function agentList(agents: readonly string[], view: View, look: Look): string {
  const most = view.verbose ? agents.length : MOST_NAMES;
  return look.phrases.agentNames(agentNames(agents, most, look));
}

/** So many of the names; the rest is counted. */
export function agentNames(
  agents: readonly string[],
  most: number,
  { charset, phrases: { andMore, comma } }: Look,
): string {
  const names = agents.slice(0, most).map((name) => label(name, 64, charset));
  const more = agents.length - names.length;
  const text = names.join(comma);
  return more > 0 ? andMore(text, more) : text;
}

const HUES = { ok: 'green', expiring: 'yellow', failing: 'red' } as const;

function summaryLines({ summary, exitCode, verdict }: Report, view: View, look: Look): string[] {
  const { phrases } = look;
  const { fail, warn, notice } = summary.severity;
  const word = phrases.verdicts[verdict];
  const findings = [
    fail > 0 ? phrases.problems(fail) : '',
    warn > 0 ? phrases.warnings(warn) : '',
    notice > 0 ? phrases.notices(notice) : '',
  ].filter((part) => part !== '');
  const next = summary.nextExpiryAt;
  const parts = [
    findings.length > 0 ? findings.join(phrases.comma) : phrases.nothingToDo,
    phrases.agents(summary.agents) + phrases.comma + phrases.profiles(summary.profiles),
    next === null
      ? phrases.noExpiry
      : phrases.nextExpiry(formatTime(next), fromNow(Date.parse(next), look.now, phrases.times)),
    phrases.exitCode(exitCode),
  ];
  const [first = '', ...rest] = wrapParts(
    [word + phrases.colon + parts[0], ...parts.slice(1)],
    view.unicode ? ' · ' : ' - ',
    look.width,
    look.wrap,
  );
  return [
    look.paint[HUES[verdict]](look.paint.bold(first.slice(0, word.length))) +
      first.slice(word.length),
    ...rest,
  ];
}
