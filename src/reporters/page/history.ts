// What earlier runs found and whom they told.
import { counted } from '../../core/phrases/counted.ts';
import { DAY_MS, formatDuration, HOUR_MS } from '../../core/duration.ts';
import type { History, ToldMessage, VerdictSpan } from '../../core/history.ts';
import { toIso } from '../../core/iso.ts';
import type { Verdict } from '../../core/exit-code.ts';
import type { NotificationKind } from '../../core/alerts/notification.ts';
import type { Report } from '../../core/report.ts';
import { moment, prose, section, someNames, state, table, time } from './show.ts';

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

const KINDS: Readonly<Record<NotificationKind, string>> = {
  firing: 'new',
  escalated: 'worse',
  reminder: 'reminder',
  recovered: 'recovered',
  deadletter: 'undelivered elsewhere',
  test: 'test',
};

/** Verdicts as a strip and a list, then the messages that arrived; nothing without any run. */
export function historySection(report: Report, { verdicts, told }: History): string {
  if (verdicts.length === 0) return '';
  return section(
    'history',
    'History',
    `<div class="panel">${strip(verdicts, Date.parse(report.generatedAt))}${verdictTable(report, verdicts)}</div>
${messages(told)}`,
  );
}

function strip(verdicts: readonly VerdictSpan[], now: number): string {
  const from = Math.max(now - LONGEST_MS, Math.min(verdicts[0]?.firstAt ?? now, now - DAY_MS));
  const x = (at: number): number =>
    Math.round(Math.max(0, Math.min(1, (at - from) / (now - from))) * 1000) / 10;
  const rects = verdicts.map((span, index) => {
    const next = verdicts[index + 1]?.firstAt ?? now;
    const end = next - span.lastAt > GAP_MS ? span.lastAt : next;
    const width = Math.max(0.4, x(end) - x(span.firstAt));
    return `<rect class="${SEVERITY[span.verdict]}" x="${x(span.firstAt)}%" y="0" width="${Math.round(width * 10) / 10}%" height="18"/>`;
  });
  return `<div class="strip"><svg height="36" aria-hidden="true"><rect class="track" x="0" y="0" width="100%" height="18"/>${rects.join('')}<text x="0" y="33">${formatDuration(now - from)} ago</text><text x="100%" y="33" text-anchor="end">now</text></svg></div>`;
}

function verdictTable(report: Report, verdicts: readonly VerdictSpan[]): string {
  const rows = verdicts
    .slice(-MOST_SPANS)
    .toReversed()
    .map(({ verdict, problems, warnings, firstAt, lastAt }) => {
      const lasted = lastAt > firstAt ? `for ${formatDuration(lastAt - firstAt)}` : 'one run';
      return `<tr><td>${state(SEVERITY[verdict], verdict)}</td><td>${counted(problems, 'problem')}, ${counted(warnings, 'warning')}</td><td>${moment(toIso(firstAt), report)}</td><td class="muted">${lasted}</td></tr>`;
    });
  return `<div class="stack">${table('Verdicts, newest first', ['Verdict', 'Found', 'From', 'Lasted'], rows)}</div>`;
}

function messages(told: History['told']): string {
  if (told.length === 0) return '';
  const all = [...sharedRows(told).values()].toReversed();
  const rows = all.slice(0, MOST_MESSAGES).map(({ channels, message }) => {
    const { at, kind, title, incidents } = message;
    const more = incidents > 1 ? ` <span class="muted">and ${incidents - 1} more</span>` : '';
    return `<tr><td>${time(toIso(at))}</td><td>${someNames(channels, MOST_CHANNELS)}</td><td>${KINDS[kind]}</td><td>${prose(title)}${more}</td></tr>`;
  });
  const left = all.length - rows.length;
  const heads = ['Told at', 'Channels', 'Kind', 'About'];
  return `<h3>Messages that arrived</h3><div class="panel stack">${table('Messages that arrived, newest first', heads, rows)}${left > 0 ? `<p class="muted">and ${left} before</p>` : ''}</div>`;
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
