// Writes foreign names, moments and states into the page.
import { escapeHtml } from '../../core/html.ts';
import { formatTime, fromNow } from '../../core/moment.ts';
import type { ReportPhrases } from '../../core/phrases/report-phrases.ts';
import type { Report } from '../../core/report.ts';
import { label } from '../../core/terminal.ts';
import type { RowSeverity } from '../palette.ts';

/** A report, and the words that the page has for it. */
export interface Sheet extends Pick<ReportPhrases, 'page' | 'text'> {
  readonly report: Report;
}

const TEXT_COLUMNS = 400;
const NAME_COLUMNS = 100;

/** A sentence that may hold foreign text. */
export function prose(text: string): string {
  return escapeHtml(label(text, TEXT_COLUMNS));
}

/** A foreign name. */
export function named(text: string): string {
  return escapeHtml(label(text, NAME_COLUMNS));
}

/** The first of some names, and how many more there are. */
export function someNames(names: readonly string[], most: number, { page }: Sheet): string {
  const shown = names.slice(0, most).map(named).join(', ');
  return names.length > most ? page.someNames(shown, names.length - most) : shown;
}

/** A moment for people and programs: `2026-11-22 09:30Z in 14 h`. */
export function moment(iso: string, { report, text }: Sheet): string {
  return `${time(iso)} <span class="muted nowrap">${fromNow(Date.parse(iso), Date.parse(report.generatedAt), text.times)}</span>`;
}

export function time(iso: string): string {
  return `<time class="nowrap" datetime="${escapeHtml(iso)}">${escapeHtml(formatTime(iso))}</time>`;
}

const MARKS: Readonly<Record<RowSeverity, string>> = {
  fail: '✗',
  warn: '!',
  notice: '·',
  info: '·',
  ok: '✓',
};

/** A state in words and in colour; the colour alone says nothing. */
export function state(severity: RowSeverity, word: string): string {
  return `<span class="state ${severity}"><span aria-hidden="true">${MARKS[severity]}</span> ${prose(word)}</span>`;
}

/** A section with its heading; nothing at all without content. */
export function section(id: string, title: string, content: string): string {
  if (content === '') return '';
  return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>\n${content}\n</section>`;
}

/** A table that scrolls inside itself where the screen is narrow. */
export function table(caption: string, heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join('');
  return `<table><caption class="unseen">${caption}</caption><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}
