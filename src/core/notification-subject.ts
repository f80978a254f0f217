// Decides the one-line form of a notification: the subject of a mail, the title on a phone.
import { incidentWords } from './incident-words.ts';
import type { IncidentView, Notification, NotificationKind } from './notification.ts';
import { label } from './terminal.ts';

const ID_COLUMNS = 60;
const SUBJECT_COLUMNS = 200;

/**
 * Gmail ignores `[bracketed]` words when it compares subjects, so the stage goes into brackets and
 * the identity never does: a reminder and a recovery stay in the thread, two profiles do not share
 * one (TwiN/gatus#1563, TwiN/gatus#460).
 */
const STAGE: Readonly<Record<NotificationKind, string>> = {
  firing: '',
  escalated: '',
  reminder: '[Reminder] ',
  recovered: '[Recovered] ',
  deadletter: '',
  test: '',
};

/** One line without control characters, at most 200 columns: what, whose, where. */
export function notificationSubject(notification: Notification): string {
  const { kind, monitor } = notification;
  const host = label(monitor.host, ID_COLUMNS);
  return label(
    `${STAGE[kind]}${topicOf(notification)} on ${host}${moreOf(notification)}`,
    SUBJECT_COLUMNS,
  );
}

/** The identity of the conversation: the worst incident's; null for what is about no incident. */
export function threadKey({ kind, incidents }: Notification): string | null {
  return kind === 'test' || kind === 'deadletter' ? null : (incidents[0]?.fingerprint ?? null);
}

function topicOf({ kind, incidents, monitor, undelivered, breakdown }: Notification): string {
  const worst = incidents[0];
  if (kind === 'test') return `Test from ${label(monitor.name, ID_COLUMNS)}`;
  if (breakdown) return `${label(monitor.name, ID_COLUMNS)} failed`;
  if (kind === 'deadletter') {
    return `Alerts undelivered: channel ${label(undelivered?.channel ?? 'unknown', ID_COLUMNS)}`;
  }
  if (!worst) return 'OpenClaw auth';
  return `${incidentWords[worst.code].headline}: ${whom(worst)}`;
}

function moreOf({ kind, incidents, truncated }: Notification): string {
  const more = incidents.length - 1 + truncated;
  return more > 0 && kind !== 'test' && kind !== 'deadletter' ? ` + ${more} more` : '';
}

/** `anthropic:default (agent main)`, `agents main, work`, or the gateway when no agent is concerned. */
function whom({ profiles, provider, agents, gateway }: IncidentView): string {
  const elsewhere = gateway === 'default' ? [] : [`gateway ${label(gateway, ID_COLUMNS)}`];
  const place = [...agentsOf(agents), ...elsewhere].join(', ');
  const what =
    profiles.length > 0 ? few(profiles, 'profiles') : provider && label(provider, ID_COLUMNS);
  if (what) return place === '' ? what : `${what} (${place})`;
  return place === '' ? 'gateway default' : place;
}

function agentsOf(agents: readonly string[]): string[] {
  if (agents.length === 0) return [];
  if (agents.length > 2) return [`${agents.length} agents`];
  return [`agent${agents.length > 1 ? 's' : ''} ${few(agents, 'agents')}`];
}

function few(names: readonly string[], noun: string): string {
  if (names.length > 2) return `${names.length} ${noun}`;
  return names.map((name) => label(name, ID_COLUMNS)).join(', ');
}
