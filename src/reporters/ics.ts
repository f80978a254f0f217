// The ends of credentials as a calendar (RFC 5545), with alarms at the steps at which people are told.
import { counted } from '../core/phrases/counted.ts';
import { createHash } from 'node:crypto';
import { fromNow, formatTime } from '../core/moment.ts';
import type { Report } from '../core/report.ts';
import { label } from '../core/terminal.ts';
import { endsOf, type End } from './ends.ts';
import type { Reporter } from './reporter.ts';
import { agentName } from './subject.ts';

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
  render(report) {
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      `PRODID:-//openclaw-auth-monitor//${label(report.tool.version, 20)}//EN`,
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:OpenClaw auth',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      ...endsOf(report)
        .slice(0, MOST_EVENTS)
        .flatMap((end) => event(report, end)),
      'END:VCALENDAR',
    ];
    return lines.map((line) => `${fold(line)}\r\n`).join('');
  },
};

function event(report: Report, end: End): readonly string[] {
  const { name, expiresAt, estimated } = end;
  const title = `${label(name, NAME_COLUMNS)} ${estimated ? 'ends about now (estimated)' : 'expires'}`;
  return [
    'BEGIN:VEVENT',
    `UID:${uid(end)}`,
    `DTSTAMP:${stamp(report.generatedAt)}`,
    `DTSTART:${stamp(expiresAt)}`,
    `SUMMARY:${text(title)}`,
    `DESCRIPTION:${text(description(report, end))}`,
    'CATEGORIES:OpenClaw auth',
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

function description(report: Report, { name, agents, provider, expiresAt }: End): string {
  const shown = agents.slice(0, MOST_AGENTS).map((agent) => label(agent, NAME_COLUMNS));
  const left = agents.length - shown.length;
  const { generatedAt } = report;
  return [
    `Ends ${formatTime(expiresAt)}, ${fromNow(Date.parse(expiresAt), Date.parse(generatedAt))} as of ${formatTime(generatedAt)}.`,
    `Provider: ${label(provider, NAME_COLUMNS)}`,
    `${counted(agents.length, 'agent')}: ${shown.join(', ')}${left > 0 ? ` and ${left} more` : ''}`,
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
