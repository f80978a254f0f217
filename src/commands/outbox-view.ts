// Shows the outbox: as text for a person, as JSON for a program.
import { suppressedWords } from '../core/alerts/held-back-words.ts';
import type { AlertState, ChannelLog, OutboxEntry } from '../core/alerts/incident.ts';
import { toIso } from '../core/iso.ts';
import { formatTime, fromNow } from '../core/moment.ts';
import { notificationSubject } from '../core/alerts/notification-subject.ts';
import { visible } from '../core/terminal.ts';

/** Titles of one message that the text shows. */
const MOST_TITLES = 5;
const MOST_HELD_BACK = 20;

/** Channels, messages and what was held back, one below the other. */
export function outboxText(state: AlertState, now: number): string {
  const channels = Object.entries(state.channels);
  const lines = [
    ...(channels.length === 0 ? ['No run has told any channel anything yet.'] : []),
    ...channels.map(([name, log]) => `${name}: ${channelWords(log, now)}`),
    ...state.outbox.flatMap((entry) => ['', ...entryLines(entry, now)]),
    ...heldBackLines(state),
  ];
  return `${lines.map((line) => visible(line)).join('\n')}\n`;
}

function channelWords(log: ChannelLog, now: number): string {
  const { lastSuccessAt, trouble, heldUntil, pausedConfigKey } = log;
  const told =
    lastSuccessAt === null ? 'nothing delivered yet' : `last delivered ${at(lastSuccessAt, now)}`;
  return [
    told,
    ...(trouble ? [`failing since ${at(trouble.sinceAt, now)}: ${faultWords(trouble)}`] : []),
    ...(pausedConfigKey === null ? [] : ['left alone until its config changes']),
    ...(heldUntil !== null && heldUntil > now ? [`left alone until ${at(heldUntil, now)}`] : []),
  ].join('; ');
}

function entryLines(entry: OutboxEntry, now: number): readonly string[] {
  const { id, channel, notification, attempts, nextAttemptAt, lastError } = entry;
  const { kind, incidents, truncated } = notification;
  const titles = incidents.slice(0, MOST_TITLES).map(({ title }) => `  - ${title}`);
  const more = incidents.length + truncated - titles.length;
  const turn =
    entry.state === 'dead'
      ? 'given up'
      : nextAttemptAt <= now
        ? 'due with the next run'
        : `next try ${at(nextAttemptAt, now)}`;
  return [
    `${id} ${kind} to ${channel}: ${notificationSubject(notification)}`,
    `  made ${at(entry.createdAt, now)}, ${attempts} failed ${attempts === 1 ? 'run' : 'runs'}, ${turn}`,
    ...(lastError ? [`  ${faultWords(lastError)}`] : []),
    ...(entry.recipients ? [`  still owed to ${entry.recipients.join(', ')}`] : []),
    ...titles,
    ...(more > 0 ? [`  + ${more} more`] : []),
  ];
}

function heldBackLines(state: AlertState): readonly string[] {
  const held = heldBackRows(state);
  if (held.length === 0) return [];
  const shown = held.slice(0, MOST_HELD_BACK);
  const more = held.length - shown.length;
  return [
    '',
    'Held back in the last run',
    ...shown.map(
      ({ channel, title, reason }) => `  ${channel}: ${title}: ${suppressedWords[reason]}`,
    ),
    ...(more > 0 ? [`  + ${more} more`] : []),
  ];
}

function heldBackRows({ heldBack, incidents }: AlertState) {
  const titles = new Map(incidents.map(({ fingerprint, title }) => [fingerprint, title]));
  return heldBack.map((row) => ({ ...row, title: titles.get(row.fingerprint) ?? row.fingerprint }));
}

/** The same as one JSON object; times in ISO 8601. */
export function outboxJson(state: AlertState, now: number): string {
  const shown = {
    schemaVersion: 1,
    generatedAt: toIso(now),
    lastRunAt: isoOrNull(state.lastRunAt),
    channels: Object.entries(state.channels).map(([name, log]) => ({
      name,
      lastSuccessAt: isoOrNull(log.lastSuccessAt),
      heldUntil: isoOrNull(log.heldUntil),
      paused: log.pausedConfigKey !== null,
      trouble: log.trouble && {
        fault: log.trouble.fault,
        detail: log.trouble.detail,
        since: toIso(log.trouble.sinceAt),
        toldOthersAt: isoOrNull(log.trouble.toldOthersAt),
      },
      attempts: state.counters[name] ?? {},
    })),
    messages: state.outbox.map((entry) => ({
      id: entry.id,
      channel: entry.channel,
      state: entry.state,
      kind: entry.notification.kind,
      severity: entry.notification.severity,
      createdAt: toIso(entry.createdAt),
      attempts: entry.attempts,
      nextAttemptAt: entry.state === 'dead' ? null : toIso(entry.nextAttemptAt),
      error: entry.lastError,
      recipients: entry.recipients,
      incidents: entry.notification.incidents,
      truncated: entry.notification.truncated,
    })),
    heldBack: heldBackRows(state),
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

function at(moment: number, now: number): string {
  return `${formatTime(toIso(moment))} (${fromNow(moment, now)})`;
}

function faultWords({ fault, detail }: { readonly fault: string; readonly detail: string }) {
  return `${fault}: ${detail}`;
}

function isoOrNull(moment: number | null): string | null {
  return moment === null ? null : toIso(moment);
}
