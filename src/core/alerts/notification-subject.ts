// Decides the one-line form of a notification: the subject of a mail, the title on a phone.
import type { IncidentView, Notification } from './notification.ts';
import { alertPhrases, type AlertPhrases } from '../phrases/alert-phrases.ts';
import { label } from '../terminal.ts';

const ID_COLUMNS = 60;
const SUBJECT_COLUMNS = 200;

/**
 * One line without control characters, at most 200 columns: what, whose, where. Gmail ignores
 * `[bracketed]` words when it compares subjects, so the stage goes into brackets and the identity never
 * does: a reminder and a recovery stay in the thread, two profiles do not share one (TwiN/gatus#1563,
 * TwiN/gatus#460).
 */
export function notificationSubject(notification: Notification): string {
  const { kind, monitor, speech } = notification;
  const phrases = speech?.alerts ?? alertPhrases;
  const line = phrases.subject.line({
    topic: topicOf(notification, phrases),
    host: label(monitor.host, ID_COLUMNS),
    more: moreOf(notification),
  });
  return label(phrases.stage[kind] + line, SUBJECT_COLUMNS);
}

/** The identity of the conversation: the worst incident's; null for what is about no incident. */
export function threadKey({ kind, incidents }: Notification): string | null {
  return kind === 'test' || kind === 'deadletter' ? null : (incidents[0]?.fingerprint ?? null);
}

function topicOf(
  { kind, incidents, monitor, undelivered, alsoUndelivered = [], breakdown, lost }: Notification,
  { subject, incidents: words, andMore }: AlertPhrases,
): string {
  const worst = incidents[0];
  if (kind === 'test') return subject.test(label(monitor.name, ID_COLUMNS));
  if (breakdown) return subject.failed(label(monitor.name, ID_COLUMNS));
  if (lost) return subject.forgot(label(monitor.name, ID_COLUMNS));
  if (kind === 'deadletter') {
    const channel = label(undelivered?.channel ?? 'unknown', ID_COLUMNS);
    const more = alsoUndelivered.length;
    return subject.undelivered(more > 0 ? andMore(channel, more) : channel);
  }
  if (!worst) return 'OpenClaw auth';
  return subject.topic({ headline: words[worst.code].headline, whom: whom(worst, subject) });
}

function moreOf({ kind, incidents, truncated }: Notification): number {
  return kind === 'test' || kind === 'deadletter' ? 0 : incidents.length - 1 + truncated;
}

/** `anthropic:default (agent main)`, `agents main, work`, or the gateway when no agent is concerned. */
function whom(
  { profiles, provider, agents, gateway }: IncidentView,
  subject: AlertPhrases['subject'],
): string {
  const elsewhere = gateway === 'default' ? [] : [subject.gateway(label(gateway, ID_COLUMNS))];
  const place = [...agentsOf(agents, subject), ...elsewhere].join(', ');
  const what =
    profiles.length > 2
      ? subject.profiles(profiles.length)
      : profiles.length > 0
        ? few(profiles)
        : provider && label(provider, ID_COLUMNS);
  if (what) return subject.at({ what, place });
  return place === '' ? subject.gateway('default') : place;
}

function agentsOf(agents: readonly string[], subject: AlertPhrases['subject']): string[] {
  if (agents.length === 0) return [];
  if (agents.length > 2) return [subject.agents(agents.length)];
  return [subject.namedAgents(few(agents), agents.length)];
}

function few(names: readonly string[]): string {
  return names.map((name) => label(name, ID_COLUMNS)).join(', ');
}
