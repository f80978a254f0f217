// Decides what a person reads in a notification, whatever the channel: the parts, and the plain text.
import { clock } from '../clock.ts';
import { deadLetterLead, deadLetterRemarks } from '../dead-letter-text.ts';
import { isDiscounted } from './incident-view.ts';
import type { AlertSeverity, IncidentView, Notification } from './notification.ts';
import { notificationSubject } from './notification-subject.ts';
import { alertPhrases, type AlertPhrases } from '../phrases/alert-phrases.ts';
import { columnsOf, label, padColumns } from '../terminal.ts';

const ID_COLUMNS = 120;
const TITLE_COLUMNS = 200;
const LINE_COLUMNS = 600;
/** Names in one row; further ones are counted. */
const MOST_NAMES = 10;
const MOST_INCIDENTS = 20;
const LABEL_COLUMNS = 10;

/** One incident as a person reads it; every text is visible, on one line and cut. */
export interface IncidentText {
  readonly severity: AlertSeverity;
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
  /** Commands to paste; a line that starts with `# ` is a remark. */
  readonly remedy: readonly string[];
  /** Heads the commands. */
  readonly fix: string;
  /** Behind a label, `: ` at narrow places. */
  readonly colon: string;
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
  /** BCP 47. */
  readonly lang: string;
}

/** The parts of a message, worst incident first. `most` incidents are told in full, the rest counted. */
export function describeNotification(
  notification: Notification,
  { most = MOST_INCIDENTS }: { readonly most?: number } = {},
): NotificationText {
  const { incidents, truncated, monitor, createdAt } = notification;
  const phrases = phrasesOf(notification);
  const left = Math.max(0, incidents.length - most) + truncated;
  const observed = phrases.observed({
    clock: clock(createdAt),
    monitor: `${label(monitor.name, ID_COLUMNS)} ${label(monitor.version, ID_COLUMNS)}`,
    host: label(monitor.host, ID_COLUMNS),
  });
  return {
    subject: notificationSubject(notification),
    lead: leadOf(notification),
    remarks: remarksOf(notification),
    incidents: incidents.slice(0, most).map((incident) => describe(incident, notification)),
    more: left > 0 ? phrases.moreIncidents(left) : null,
    observed: observed + logOf(monitor, phrases),
    lang: phrases.lang,
  };
}

function phrasesOf({ speech }: Notification): AlertPhrases {
  return speech?.alerts ?? alertPhrases;
}

function logOf({ invocationId }: Notification['monitor'], { log }: AlertPhrases): string {
  if (invocationId === undefined) return '';
  return log(`journalctl _SYSTEMD_INVOCATION_ID=${label(invocationId, ID_COLUMNS)}`);
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

function incidentText({ title, rows, remedy, fix, colon }: IncidentText): string {
  const heads = rows.map((row) => row.label + colon);
  const columns = Math.max(LABEL_COLUMNS, ...heads.map(columnsOf));
  return [
    title,
    ...rows.map((row, index) => `  ${padColumns(heads[index] ?? '', columns)} ${row.text}`),
    ...(remedy.length > 0 ? [`  ${fix}${colon}`, ...remedy.map((line) => `    ${line}`)] : []),
  ].join('\n');
}

function leadOf(notification: Notification): string {
  const { kind, severity, monitor } = notification;
  const phrases = phrasesOf(notification);
  const { lead, state: states } = phrases;
  const host = label(monitor.host, ID_COLUMNS);
  const state = states[severity];
  const matter = { matter: matterOf(notification), host, failing: failingOf(notification) };
  switch (kind) {
    case 'firing':
    case 'escalated':
    case 'reminder':
      return lead[kind]({ state, ...matter });
    case 'recovered':
      if (notification.incidents.every(isDiscounted)) return lead.discounted(matter);
      return countOf(notification) === 1 ? lead.recovered(matter) : lead.allRecovered(matter);
    case 'deadletter':
      return deadLetterLead(notification, host, phrases);
    case 'test':
      return lead.test(host);
  }
}

/** The headline of the only incident, else how many there are. */
function matterOf(notification: Notification): string {
  const { incidents, problems } = phrasesOf(notification);
  const count = countOf(notification);
  const [only] = notification.incidents;
  return only && count === 1 ? incidents[only.code].headline : problems(count);
}

/** How many of several problems are failing; 0 where all are of one kind. */
function failingOf(notification: Notification): number {
  const { kind, incidents, counts } = notification;
  const failing = counts
    ? (counts.fail ?? 0)
    : incidents.filter(({ severity }) => severity === 'fail').length;
  const isMixed = failing < (counts ? countOf(notification) : incidents.length);
  return isMixed && kind !== 'recovered' ? failing : 0;
}

function remarksOf(notification: Notification): string[] {
  const { kind } = notification;
  const phrases = phrasesOf(notification);
  if (kind === 'test') return [phrases.testRemark];
  return kind === 'deadletter' ? deadLetterRemarks(notification, phrases) : [];
}

function describe(incident: IncidentView, notification: Notification): IncidentText {
  const phrases = phrasesOf(notification);
  const { label: labels } = phrases;
  const over = notification.kind === 'recovered';
  const { agents, gateway, profiles, provider, outageMs } = incident;
  const where = phrases.subject.gateway(label(gateway, ID_COLUMNS));
  const listed = (list: readonly string[]) => names(list, phrases);
  const parts: (readonly [string, string | null])[] = [
    [
      agents.length === 1 ? labels.agent : labels.agents,
      agents.length > 0 ? phrases.agentsAt({ names: listed(agents), gateway: where }) : where,
    ],
    [
      profiles.length === 1 ? labels.profile : labels.profiles,
      profiles.length > 0 ? listed(profiles) : null,
    ],
    [labels.provider, provider === null ? null : label(provider, ID_COLUMNS)],
    [labels.since, sinceOf(incident, notification)],
    [labels.lasted, over && outageMs !== null ? phrases.times.duration(outageMs) : null],
    over ? [labels.expires, null] : expiry(incident, phrases),
    [labels.next, over ? phrases.nothingToDo : phrases.incidents[incident.code].next],
  ];
  const told = notification.speech?.retell(incident, Date.parse(notification.createdAt));
  const { title, remedy } = told ?? incident;
  return {
    severity: incident.severity,
    title: titleOf({ ...incident, title }, notification),
    rows: parts.flatMap(([name, text]) => (text === null ? [] : [{ label: name, text }])),
    remedy: over ? [] : remedy.map((line) => label(line, LINE_COLUMNS)),
    fix: labels.fix,
    colon: phrases.colon,
  };
}

function expiry(
  { expiresAt, remainingMs }: IncidentView,
  { label: { expires, expired }, times, counted }: AlertPhrases,
): [string, string | null] {
  if (expiresAt === null) return [expires, null];
  if (remainingMs === null) return [expires, clock(expiresAt)];
  const length = times.duration(remainingMs);
  return remainingMs > 0
    ? [expires, counted({ clock: clock(expiresAt), when: times.ahead(length) })]
    : [expired, counted({ clock: clock(expiresAt), when: times.ago(length) })];
}

/** Where the expiry is the trouble, its own row says since when. */
function sinceOf({ since, expiresAt }: IncidentView, notification: Notification): string | null {
  const { kind, createdAt } = notification;
  const { times, counted } = phrasesOf(notification);
  if (since === null) return null;
  if (kind === 'recovered') return clock(since);
  if (since === expiresAt) return null;
  const passedMs = Date.parse(createdAt) - Date.parse(since);
  if (passedMs < 1_000) return clock(since);
  return counted({ clock: clock(since), when: times.ago(times.duration(passedMs)) });
}

/** Among several incidents each says how bad it is; alone, the lead has said so. */
function titleOf(incident: IncidentView, notification: Notification): string {
  const phrases = phrasesOf(notification);
  const { title, severity } = incident;
  const told = label(title, TITLE_COLUMNS);
  if (notification.kind === 'recovered') {
    return isDiscounted(incident) ? phrases.discounted(told) : phrases.was(told);
  }
  if (countOf(notification) === 1) return told;
  return phrases.titled({ state: phrases.state[severity], title: told });
}

function countOf({ incidents, truncated }: Notification): number {
  return incidents.length + truncated;
}

function names(list: readonly string[], { andMore }: AlertPhrases): string {
  const shown = list.slice(0, MOST_NAMES).map((name) => label(name, ID_COLUMNS));
  const more = list.length - shown.length;
  const text = shown.join(', ');
  return more > 0 ? andMore(text, more) : text;
}
