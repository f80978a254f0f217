// Decides what a person reads in a notification, whatever the channel: the parts, and the plain text.
import { formatDuration } from './duration.ts';
import { isDiscounted } from './incident-view.ts';
import { incidentWords } from './incident-words.ts';
import type { AlertSeverity, IncidentView, Notification } from './notification.ts';
import { notificationSubject } from './notification-subject.ts';
import type { Iso } from './report.ts';
import { label } from './terminal.ts';

const ID_COLUMNS = 120;
const TITLE_COLUMNS = 200;
const LINE_COLUMNS = 600;
/** Names in one row; further ones are counted. */
const MOST_NAMES = 10;
const MOST_INCIDENTS = 20;

/** One incident as a person reads it; every text is visible, on one line and cut. */
export interface IncidentText {
  readonly severity: AlertSeverity;
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
  /** Commands to paste; a line that starts with `# ` is a remark. */
  readonly remedy: readonly string[];
}

/** A notification as a person reads it; channels that format lay these parts out themselves. */
export interface NotificationText {
  readonly subject: string;
  /** The state in one line. */
  readonly lead: string;
  readonly remarks: readonly string[];
  readonly incidents: readonly IncidentText[];
  /** What was left out, null when nothing was. */
  readonly more: string | null;
  readonly observed: string;
}

const STATE: Readonly<Record<AlertSeverity, string>> = {
  fail: 'Failing',
  warn: 'Warning',
  notice: 'Notice',
  info: 'For information',
};

/** The parts of a message, worst incident first. `most` incidents are told in full, the rest counted. */
export function describeNotification(
  notification: Notification,
  { most = MOST_INCIDENTS }: { readonly most?: number } = {},
): NotificationText {
  const { incidents, truncated, monitor, createdAt } = notification;
  const left = Math.max(0, incidents.length - most) + truncated;
  const made = `${label(monitor.name, ID_COLUMNS)} ${label(monitor.version, ID_COLUMNS)}`;
  return {
    subject: notificationSubject(notification),
    lead: leadOf(notification),
    remarks: remarksOf(notification),
    incidents: incidents.slice(0, most).map((incident) => describe(incident, notification)),
    more: left > 0 ? `+ ${left} more, less urgent. To see all: openclaw-auth-monitor check` : null,
    observed: `As observed at ${clock(createdAt)} by ${made} on ${label(monitor.host, ID_COLUMNS)}.${logOf(monitor)}`,
  };
}

function logOf({ invocationId }: Notification['monitor']): string {
  if (invocationId === undefined) return '';
  return ` Log: journalctl _SYSTEMD_INVOCATION_ID=${label(invocationId, ID_COLUMNS)}`;
}

/** The message as plain text, lines ended by LF. */
export function notificationText(
  notification: Notification,
  options: { readonly most?: number } = {},
): string {
  const { lead, remarks, incidents, more, observed } = describeNotification(notification, options);
  const blocks = [
    lead,
    ...remarks,
    ...incidents.map(incidentText),
    ...(more === null ? [] : [more]),
    observed,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function incidentText({ title, rows, remedy }: IncidentText): string {
  return [
    title,
    ...rows.map((row) => `  ${`${row.label}:`.padEnd(10)} ${row.text}`),
    ...(remedy.length > 0 ? ['  Fix:', ...remedy.map((line) => `    ${line}`)] : []),
  ].join('\n');
}

function leadOf(notification: Notification): string {
  const { kind, severity, monitor, undelivered, breakdown } = notification;
  const where = `on ${label(monitor.host, ID_COLUMNS)}`;
  const what = `${matterOf(notification)} ${where}${shareOf(notification)}`;
  switch (kind) {
    case 'firing':
      return `${STATE[severity]}: ${what}.`;
    case 'escalated':
      return `${STATE[severity]}, worse than before: ${what}.`;
    case 'reminder':
      return `${STATE[severity]}, still open: ${what}.`;
    case 'recovered':
      if (notification.incidents.every(isDiscounted)) return `No longer counted: ${what}.`;
      return countOf(notification) === 1
        ? `Recovered: "${matterOf(notification)}" ${where} is over.`
        : `Recovered: ${what} are over.`;
    case 'deadletter':
      if (breakdown) {
        return `The monitor itself failed ${where}: nobody judges the credentials until it is mended.`;
      }
      return `Undelivered: channel ${label(undelivered?.channel ?? 'unknown', ID_COLUMNS)} ${where} does not take its alerts.`;
    case 'test':
      return `Test: this channel works. Sent ${where}.`;
  }
}

/** The headline of the only incident, else how many there are. */
function matterOf(notification: Notification): string {
  const count = countOf(notification);
  const [only] = notification.incidents;
  if (only && count === 1) return incidentWords[only.code].headline;
  return `${count} problems with OpenClaw credentials`;
}

/** How many of several problems are failing, where not all are of one kind. */
function shareOf(notification: Notification): string {
  const { kind, incidents, counts } = notification;
  const failing = counts
    ? (counts.fail ?? 0)
    : incidents.filter(({ severity }) => severity === 'fail').length;
  const isMixed = failing > 0 && failing < (counts ? countOf(notification) : incidents.length);
  return isMixed && kind !== 'recovered' ? `, ${failing} of them failing` : '';
}

function remarksOf({ kind, incidents, undelivered, breakdown }: Notification): string[] {
  if (kind === 'test')
    return ['It says nothing about your credentials, and there is nothing to do.'];
  if (kind !== 'deadletter') return [];
  if (breakdown) {
    return [
      `Since ${clock(breakdown.since)}: ${label(breakdown.error, LINE_COLUMNS)}`,
      `To look into it: journalctl -u ${label(breakdown.unit, ID_COLUMNS)}`,
    ];
  }
  return [
    ...(undelivered
      ? [`Since ${clock(undelivered.since)}: ${label(undelivered.error, LINE_COLUMNS)}`]
      : []),
    'To look into it: openclaw-auth-monitor test',
    ...(incidents.length > 0 ? ['What it should have told:'] : []),
  ];
}

function describe(incident: IncidentView, notification: Notification): IncidentText {
  const over = notification.kind === 'recovered';
  const { agents, gateway, profiles, provider, outageMs } = incident;
  const where = `gateway ${label(gateway, ID_COLUMNS)}`;
  const parts: (readonly [string, string | null])[] = [
    [
      agents.length === 1 ? 'Agent' : 'Agents',
      agents.length > 0 ? `${names(agents)} (${where})` : where,
    ],
    [profiles.length === 1 ? 'Profile' : 'Profiles', profiles.length > 0 ? names(profiles) : null],
    ['Provider', provider === null ? null : label(provider, ID_COLUMNS)],
    ['Since', sinceOf(incident, notification)],
    ['Lasted', over && outageMs !== null ? formatDuration(outageMs) : null],
    over ? ['Expires', null] : expiry(incident),
    ['Next', over ? 'Nothing to do.' : incidentWords[incident.code].next],
  ];
  return {
    severity: incident.severity,
    title: titleOf(incident, notification),
    rows: parts.flatMap(([name, text]) => (text === null ? [] : [{ label: name, text }])),
    remedy: over ? [] : incident.remedy.map((line) => label(line, LINE_COLUMNS)),
  };
}

function expiry({ expiresAt, remainingMs }: IncidentView): [string, string | null] {
  if (expiresAt === null) return ['Expires', null];
  if (remainingMs === null) return ['Expires', clock(expiresAt)];
  const length = formatDuration(remainingMs);
  return remainingMs > 0
    ? ['Expires', `${clock(expiresAt)} (in ${length})`]
    : ['Expired', `${clock(expiresAt)} (${length} ago)`];
}

/** Where the expiry is the trouble, its own row says since when. */
function sinceOf({ since, expiresAt }: IncidentView, { kind, createdAt }: Notification) {
  if (since === null) return null;
  if (kind === 'recovered') return clock(since);
  if (since === expiresAt) return null;
  const passedMs = Date.parse(createdAt) - Date.parse(since);
  return passedMs >= 1_000 ? `${clock(since)} (${formatDuration(passedMs)} ago)` : clock(since);
}

/** Among several incidents each says how bad it is; alone, the lead has said so. */
function titleOf(incident: IncidentView, notification: Notification): string {
  const { title, severity } = incident;
  const told = label(title, TITLE_COLUMNS);
  if (notification.kind === 'recovered') {
    return isDiscounted(incident) ? `No longer counted: ${told}` : `Was: ${told}`;
  }
  return countOf(notification) === 1 ? told : `${STATE[severity]}: ${told}`;
}

function countOf({ incidents, truncated }: Notification): number {
  return incidents.length + truncated;
}

/** `2026-11-22 09:30 UTC`. */
function clock(iso: Iso): string {
  return label(iso.replace(/^(\S{10})T(\d\d:\d\d):\d\d(?:\.\d+)?Z$/, '$1 $2 UTC'), ID_COLUMNS);
}

function names(list: readonly string[]): string {
  const shown = list.slice(0, MOST_NAMES).map((name) => label(name, ID_COLUMNS));
  const more = list.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` + ${more} more` : '');
}
