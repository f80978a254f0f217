// The ends of credentials as a calendar (RFC 5545), with alarms at the steps at which people are told.
import { pagePhrases } from '../core/phrases/page-phrases.ts';
import type { ReportPhrases } from '../core/phrases/report-phrases.ts';
import { textPhrases } from '../core/phrases/text-phrases.ts';
import { createHash } from 'node:crypto';
import { formatTime, fromNow } from '../core/moment.ts';
import type { Report } from '../core/report.ts';
import { label } from '../core/terminal.ts';
import { endsOf, type End } from './ends.ts';
import type { Reporter } from './reporter.ts';
import { agentName } from './subject.ts';

/** A report, and the words that a calendar has for it. */
interface Sheet extends Pick<ReportPhrases, 'page' | 'text'> {
  readonly report: Report;
}

/** Steps of the ladder, as durations before the end. */
const ALARMS = ['-P30D', '-P7D', '-P1D', '-PT6H', '-PT1H', 'PT0S'] as const;

/** Calendars refuse or drop what is far larger; the ends that come first are what people wait for. */
const MOST_EVENTS = 2000;
const NAME_COLUMNS = 120;
const MOST_AGENTS = 20;
/** RFC 5545, 3.1: octets of a line without its break. */
const LINE_OCTETS = 75;

export const ics: Reporter = {
  name: 'ics',
  detail: 'profiles',
  isWorded: true,
  render(report, view) {
    const { page, text: phrases } = view.phrases ?? { page: pagePhrases, text: textPhrases };
    const sheet: Sheet = { report, page, text: phrases };
    const events = endsOf(report)
      .slice(0, MOST_EVENTS)
      .flatMap((end) => event(sheet, end));
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      `PRODID:-//openclaw-auth-monitor//${label(report.tool.version, 20)}//${phrases.lang.toUpperCase()}`,
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      `X-WR-CALNAME:${text(page.calendar.name)}`,
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      ...(events.length > 0 ? events : NO_EVENT),
      'END:VCALENDAR',
    ];
    return lines.map((line) => `${fold(line)}\r\n`).join('');
  },
};

/** RFC 5545, 3.4 wants one component at least, and calendars refuse a file without; this one shows nothing. */
const NO_EVENT = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'TZNAME:UTC',
  'END:STANDARD',
  'END:VTIMEZONE',
];

function event(sheet: Sheet, end: End): readonly string[] {
  const { report, page } = sheet;
  const { name, expiresAt, estimated } = end;
  const { estimate, expires } = page.calendar;
  const title = (estimated ? estimate : expires)(label(name, NAME_COLUMNS));
  return [
    'BEGIN:VEVENT',
    `UID:${uid(end)}`,
    `DTSTAMP:${stamp(report.generatedAt)}`,
    `DTSTART:${stamp(expiresAt)}`,
    `SUMMARY:${text(title)}`,
    `DESCRIPTION:${text(description(sheet, end))}`,
    `CATEGORIES:${text(page.calendar.name)}`,
    'TRANSP:TRANSPARENT',
    ...ALARMS.flatMap((trigger) => alarm(trigger, title)),
    'END:VEVENT',
  ];
}

function alarm(trigger: string, title: string): readonly string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:${trigger}`,
    `DESCRIPTION:${text(title)}`,
    'END:VALARM',
  ];
}

function description({ report, page, text: phrases }: Sheet, end: End): string {
  const { name, agents, provider, expiresAt } = end;
  const { calendar: words, someNames } = page;
  const shown = agents.slice(0, MOST_AGENTS).map((agent) => label(agent, NAME_COLUMNS));
  const left = agents.length - shown.length;
  const { generatedAt } = report;
  const when = fromNow(Date.parse(expiresAt), Date.parse(generatedAt), phrases.times);
  const names = shown.join(phrases.comma);
  return [
    words.ends({ at: formatTime(expiresAt), when, asOf: formatTime(generatedAt) }),
    words.provider(label(provider, NAME_COLUMNS)),
    words.agents(left > 0 ? someNames(names, left) : names, agents.length),
    ...remedyOf(report, name, agents),
  ].join('\n');
}

/** The way to renew it, where the report already tells one. */
function remedyOf(report: Report, name: string, agents: readonly string[]): readonly string[] {
  const finding = report.findings.find(
    ({ profileId, gateway, agent, remedy, facts }) =>
      profileId === name &&
      remedy.length > 0 &&
      facts['expiresAt'] !== undefined &&
      agents.includes(agentName(report, gateway, agent) ?? ''),
  );
  if (finding === undefined) return [];
  return ['', ...finding.remedy.map((line) => label(line, 1000))];
}

/** The same event from run to run and on every host, so that a calendar moves it instead of doubling it. */
function uid({ key }: End): string {
  const digest = createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 32);
  return `${digest}@openclaw-auth-monitor`;
}

/** `20261122T093000Z`. A year beyond 9999 has no form in RFC 5545 and becomes the last one that has. */
function stamp(iso: string): string {
  const plain = iso.startsWith('+') ? '9999-12-31T23:59:59.000Z' : iso.replace(/^-\d+/, '0001');
  return plain.replaceAll(/[-:]|\.\d+/g, '');
}

function text(value: string): string {
  return value.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);
}

/** Breaks a line after at most 75 octets, never inside a character. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
