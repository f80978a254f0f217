// The report as the output of a Nagios or Icinga plugin, and the exit code such a plugin has.
import { ExitCode } from '../core/exit-code.ts';
import { formatTime, fromNow } from '../core/moment.ts';
import { counted } from '../core/phrases/counted.ts';
import type { Report } from '../core/report.ts';
import { cut, label, visible } from '../core/terminal.ts';
import type { Reporter } from './reporter.ts';
import { agentName } from './subject.ts';

// Nagios' guidelines: one line below 80 characters; its own buffer ends at 8 KiB.
const FIRST_LINE = 79;
const MOST_MEASURES = 40;
const MOST_FINDINGS = 20;
const NAME_COLUMNS = 80;
const LINE_COLUMNS = 160;

const NAGIOS_CODES: ReadonlyMap<number, number> = new Map([
  [ExitCode.ok, 0],
  [ExitCode.expiring, 1],
  [ExitCode.failing, 2],
]);
const UNKNOWN = 3;

/**
 * The exit code of a Nagios plugin for one of the monitor's: OK 0, WARNING 1, CRITICAL 2, and
 * UNKNOWN 3 for every fault of the monitor itself.
 */
export function nagiosExitCode(exitCode: number): number {
  return NAGIOS_CODES.get(exitCode) ?? UNKNOWN;
}

const STATUS = { ok: 'OK', expiring: 'WARNING', failing: 'CRITICAL' } as const;

export const nagios: Reporter = {
  name: 'nagios',
  detail: 'profiles',
  render(report) {
    const first = cut(`AUTH ${STATUS[report.verdict]}: ${headlineOf(report)}`, FIRST_LINE);
    const measures = measuresOf(report);
    const long = longLines(report);
    return [measures === '' ? first : `${first} | ${measures}`, ...long, ''].join('\n');
  },
};

function headlineOf(report: Report): string {
  const { agents, profiles, severity, nextExpiryAt } = report.summary;
  const worst = report.findings[0];
  if (report.verdict !== 'ok' && worst !== undefined) {
    const others = severity.fail + severity.warn - 1;
    const title = words(worst.title);
    return others > 0 ? `${cut(title, 50)} (+ ${others} more)` : title;
  }
  const next =
    nextExpiryAt === null
      ? ''
      : `, next expiry ${fromNow(Date.parse(nextExpiryAt), Date.parse(report.generatedAt))}`;
  return `${counted(profiles, 'profile')} of ${counted(agents, 'agent')}${next}`;
}

/** Seconds left of the profiles that end first, and the counts. */
function measuresOf(report: Report): string {
  const { fail, warn } = report.summary.severity;
  const warnS = report.warnWithinMs / 1000;
  const ends = report.agents
    .flatMap(({ gateway, id, profiles }) =>
      profiles.map(({ profileId, remainingMs }) => ({ gateway, id, profileId, remainingMs })),
    )
    .filter((end): end is typeof end & { remainingMs: number } => end.remainingMs !== null)
    .toSorted((a, b) => a.remainingMs - b.remainingMs)
    .slice(0, MOST_MEASURES)
    .map(({ gateway, id, profileId, remainingMs }) => {
      const name = measureName(`${agentName(report, gateway, id)}/${profileId}`);
      return `'${name}'=${Math.floor(remainingMs / 1000)}s;${warnS}:;0:`;
    });
  return [`'problems'=${fail};;0`, `'warnings'=${warn};0`, ...ends].join(' ');
}

// The format has no escape for a quote or an equals sign in a label, and a bar would end the text.
function measureName(name: string): string {
  return label(name.replace(/[=']/g, ''), NAME_COLUMNS).replaceAll('|', '/');
}

function longLines(report: Report): string[] {
  const shown = report.findings.slice(0, MOST_FINDINGS);
  const left = report.findings.length - shown.length;
  return [
    ...shown.map(({ severity, gateway, agent, title }) => {
      const who = agentName(report, gateway, agent);
      return words(`${severity}: ${who === null ? '' : `${label(who, NAME_COLUMNS)}: `}${title}`);
    }),
    ...(left > 0 ? [`and ${left} more`] : []),
    `as observed at ${formatTime(report.generatedAt)}`,
  ];
}

function words(text: string): string {
  return cut(visible(text), LINE_COLUMNS).replaceAll('|', '/');
}
