// What earlier runs found and whom they told.
import { DAY_MS, HOUR_MS } from '../../core/duration.ts';
import type { History, ToldMessage, VerdictSpan } from '../../core/history.ts';
import { toIso } from '../../core/iso.ts';
import type { Verdict } from '../../core/exit-code.ts';
import { moment, prose, section, someNames, state, table, time, type Sheet } from './show.ts';

const MOST_SPANS = 8;
const MOST_MESSAGES = 15;
const MOST_CHANNELS = 5;
const LONGEST_MS = 30 * DAY_MS;
/** Between runs that are further apart nothing is known. */
const GAP_MS = 6 * HOUR_MS;

const SEVERITY = { ok: 'ok', expiring: 'warn', failing: 'fail' } as const satisfies Record<
  Verdict,
  string
>;

/** Verdicts as a strip and a list, then the messages that arrived; nothing without any run. */
export function historySection(sheet: Sheet, { verdicts, told }: History): string {
  if (verdicts.length === 0) return '';
  return section(
    'history',
    sheet.page.history.heading,
    `<div class="panel">${strip(verdicts, sheet)}${verdictTable(verdicts, sheet)}</div>
${messages(told, sheet)}`,
  );
}

function strip(verdicts: readonly VerdictSpan[], { report, text }: Sheet): string {
  const { ago, duration, now: nowWord } = text.times;
  const now = Date.parse(report.generatedAt);
  const from = Math.max(now - LONGEST_MS, Math.min(verdicts[0]?.firstAt ?? now, now - DAY_MS));
  const x = (at: number): number =>
    Math.round(Math.max(0, Math.min(1, (at - from) / (now - from))) * 1000) / 10;
  const rects = verdicts.map((span, index) => {
    const next = verdicts[index + 1]?.firstAt ?? now;
    const end = next - span.lastAt > GAP_MS ? span.lastAt : next;
    const width = Math.max(0.4, x(end) - x(span.firstAt));
    return `<rect class="${SEVERITY[span.verdict]}" x="${x(span.firstAt)}%" y="0" width="${Math.round(width * 10) / 10}%" height="18"/>`;
  });
  return `<div class="strip"><svg height="36" aria-hidden="true"><rect class="track" x="0" y="0" width="100%" height="18"/>${rects.join('')}<text x="0" y="33">${ago(duration(now - from))}</text><text x="100%" y="33" text-anchor="end">${nowWord}</text></svg></div>`;
}

function verdictTable(verdicts: readonly VerdictSpan[], sheet: Sheet): string {
  const { page, text } = sheet;
  const { history: words } = page;
  const rows = verdicts
    .slice(-MOST_SPANS)
    .toReversed()
    .map(({ verdict, problems, warnings, firstAt, lastAt }) => {
      const lasted =
        lastAt > firstAt ? words.lastedFor(text.times.duration(lastAt - firstAt)) : words.oneRun;
      return `<tr><td>${state(SEVERITY[verdict], page.verdicts[verdict])}</td><td>${text.problems(problems)}${text.comma}${text.warnings(warnings)}</td><td>${moment(toIso(firstAt), sheet)}</td><td class="muted">${lasted}</td></tr>`;
    });
  const heads = [words.verdict, words.found, words.from, words.lasted];
  return `<div class="stack">${table(words.caption, heads, rows)}</div>`;
}

function messages(told: History['told'], sheet: Sheet): string {
  const { history: words, more: andMore } = sheet.page;
  if (told.length === 0) return '';
  const all = [...sharedRows(told).values()].toReversed();
  const rows = all.slice(0, MOST_MESSAGES).map(({ channels, message }) => {
    const { at, kind, incidents } = message;
    const more = incidents > 1 ? ` <span class="muted">${andMore(incidents - 1)}</span>` : '';
    return `<tr><td>${time(toIso(at))}</td><td>${someNames(channels, MOST_CHANNELS, sheet)}</td><td>${words.kinds[kind]}</td><td>${prose(titleOf(message, sheet))}${more}</td></tr>`;
  });
  const left = all.length - rows.length;
  const heads = [words.toldAt, words.channels, words.kind, words.about];
  return `<h3>${words.told}</h3><div class="panel stack">${table(words.toldCaption, heads, rows)}${left > 0 ? `<p class="muted">${words.before(left)}</p>` : ''}</div>`;
}

/** Titles are kept in English; in other languages the headline of the code stands for one. */
function titleOf({ title, code }: ToldMessage, { page, text }: Sheet): string {
  if (text.lang === 'en' || code === undefined || !Object.hasOwn(page.incidents, code))
    return title;
  return page.incidents[code].headline;
}

interface SharedRow {
  readonly channels: string[];
  readonly message: ToldMessage;
}

/** What several channels were told in one run is one row. */
function sharedRows(told: History['told']): ReadonlyMap<string, SharedRow> {
  const rows = new Map<string, SharedRow>();
  for (const message of told) {
    const { at, kind, title, incidents } = message;
    const key = JSON.stringify([at, kind, title, incidents]);
    const known = rows.get(key);
    if (known) known.channels.push(message.channel);
    else rows.set(key, { channels: [message.channel], message });
  }
  return rows;
}
