// The coming ends of credentials on one line of time, drawn so that the last hour is as wide as a month.
import { DAY_MS, HOUR_MS } from '../../core/duration.ts';
import { endsOf, type End } from '../ends.ts';
import { moment, named, section, someNames, table, type Sheet } from './show.ts';

const MOST_ROWS = 60;
const MOST_AGENTS = 3;

/** Time left → place, percent of the width; between two of them it is drawn evenly. */
const SCALE: readonly {
  readonly leftMs: number;
  readonly at: number;
  readonly name: keyof Sheet['page']['timeline']['steps'];
  /** Has no room for its name on a phone. */
  readonly isMinor?: true;
}[] = [
  { leftMs: 0, at: 6, name: 'now' },
  { leftMs: HOUR_MS, at: 18, name: 'hour', isMinor: true },
  { leftMs: 6 * HOUR_MS, at: 31, name: 'hours', isMinor: true },
  { leftMs: DAY_MS, at: 45, name: 'day' },
  { leftMs: 7 * DAY_MS, at: 61, name: 'week', isMinor: true },
  { leftMs: 30 * DAY_MS, at: 78, name: 'month' },
  { leftMs: 365 * DAY_MS, at: 97, name: 'year' },
];
const START = 6;
const END = 100;

/** A row for each credential that somebody has to renew, soonest first. */
export function timelineSection(sheet: Sheet): string {
  const { facts, timeline: words } = sheet.page;
  const ends = endsOf(sheet.report);
  const rows = ends.slice(0, MOST_ROWS).map((end) => row(sheet, end));
  if (rows.length === 0) return '';
  const left = ends.length - rows.length;
  const more = left > 0 ? `<p class="muted">${words.later(left)}</p>` : '';
  const heads = [words.credential, facts.agents, axis(sheet), facts.ends];
  return section(
    'timeline',
    words.heading,
    `<div class="panel timeline stack">${table(words.caption, heads, rows)}${more}</div>`,
  );
}

function row(sheet: Sheet, end: End): string {
  const { report, page } = sheet;
  const { name, agents, expiresAt, estimated } = end;
  const leftMs = Date.parse(expiresAt) - Date.parse(report.generatedAt);
  return `<tr><th scope="row">${named(name)}</th><td>${agents.length > MOST_AGENTS ? page.timeline.agents(agents.length) : someNames(agents, MOST_AGENTS, sheet)}</td><td class="bar">${bar(leftMs, report.warnWithinMs)}</td><td>${moment(expiresAt, sheet)}${estimated ? ` ${page.estimated}` : ''}</td></tr>`;
}

function bar(leftMs: number, warnWithinMs: number): string {
  const colour = leftMs <= 0 ? 'fail' : leftMs <= warnWithinMs ? 'warn' : 'ok';
  const place = placeOf(leftMs);
  const from = Math.min(place, START);
  const ticks = SCALE.map(
    ({ at, leftMs: step }) =>
      `<line class="${step === 0 ? 'now' : 'tick'}" x1="${at}%" x2="${at}%" y1="0" y2="16"/>`,
  );
  return `<svg height="16" aria-hidden="true"><rect class="track" x="0" y="7" width="100%" height="2"/><rect class="warned" x="${START}%" y="0" width="${round(placeOf(warnWithinMs) - START)}%" height="16"/>${ticks.join('')}<rect class="${colour}" x="${round(from)}%" y="6" width="${round(Math.max(place, START) - from)}%" height="4"/><circle class="${colour}" cx="${round(place)}%" cy="8" r="5"/></svg>`;
}

function axis({ page: { timeline } }: Sheet): string {
  const last = SCALE.length - 1;
  const names = SCALE.map(({ at, name, isMinor }, index) => {
    const kind = isMinor ? ' class="minor"' : '';
    // The last one leaves the column beside it alone.
    const place = index === last ? 'x="100%" text-anchor="end"' : `x="${at}%" text-anchor="middle"`;
    return `<text${kind} ${place} y="12">${timeline.steps[name]}</text>`;
  });
  return `<svg height="16" aria-hidden="true">${names.join('')}</svg><span class="unseen">${timeline.left}</span>`;
}

/** Percent of the width; what has ended lies left of now, the longer ago the further. */
function placeOf(leftMs: number): number {
  if (leftMs <= 0) return START - 1 - Math.min(1, -leftMs / DAY_MS) * (START - 2);
  const next = SCALE.findIndex((stop) => stop.leftMs > leftMs);
  const [from, to] = [SCALE[next - 1], SCALE[next]];
  if (!from || !to) return END - 1;
  return from.at + ((leftMs - from.leftMs) / (to.leftMs - from.leftMs)) * (to.at - from.at);
}

function round(percent: number): number {
  return Math.round(percent * 10) / 10;
}
