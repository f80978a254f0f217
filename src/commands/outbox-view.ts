// Shows the outbox: as text for a person, as JSON for a program.
import type { AlertState, ChannelLog, OutboxEntry } from '../core/alerts/incident.ts';
import type { IncidentView } from '../core/alerts/notification.ts';
import { toIso } from '../core/iso.ts';
import { viewOf } from '../core/alerts/incident-view.ts';
import { formatTime, fromNow, type Times } from '../core/moment.ts';
import type { AlertingPhrases } from '../core/phrases/alerting-phrases.ts';
import type { Speech } from '../core/phrases/speech.ts';
import { notificationSubject } from '../core/alerts/notification-subject.ts';
import { visible } from '../core/terminal.ts';
import { withAgents } from './with-agents.ts';

/** Titles of one message that the text shows. */
const MOST_TITLES = 5;
const MOST_RECIPIENTS = 5;
const MOST_HELD_BACK = 20;

/** What the outbox is told in. */
export interface OutboxWording {
  readonly words: AlertingPhrases;
  readonly times: Times;
  /** Of a language other than English, in which titles are kept. */
  readonly speech: Speech | null;
  /** Epoch ms. */
  readonly now: number;
}

/** Channels, messages and what was held back, one below the other. */
export function outboxLines(state: AlertState, wording: OutboxWording): readonly string[] {
  const { outbox } = wording.words;
  const channels = Object.entries(state.channels);
  return [
    ...(channels.length === 0 ? [outbox.nothingTold] : []),
    ...channels.map(([name, log]) => `${name}: ${channelWords(log, wording)}`),
    ...state.outbox.flatMap((entry) => ['', ...entryLines(entry, state, wording)]),
    ...heldBackLines(state, wording),
  ].map((line) => visible(line));
}

function channelWords(log: ChannelLog, wording: OutboxWording): string {
  const {
    now,
    words: { outbox },
  } = wording;
  const { lastSuccessAt, trouble, heldUntil, pausedConfigKey } = log;
  const told =
    lastSuccessAt === null
      ? outbox.nothingDelivered
      : outbox.lastDelivered(at(lastSuccessAt, wording));
  return [
    told,
    ...(trouble ? [outbox.failingSince(at(trouble.sinceAt, wording), faultWords(trouble))] : []),
    ...(pausedConfigKey === null ? [] : [outbox.paused]),
    ...(heldUntil !== null && heldUntil > now ? [outbox.heldUntil(at(heldUntil, wording))] : []),
  ].join('; ');
}

function entryLines(
  entry: OutboxEntry,
  { channels }: AlertState,
  wording: OutboxWording,
): readonly string[] {
  const { now, speech, words } = wording;
  const { outbox } = words;
  const { id, channel, notification, attempts, nextAttemptAt, lastError } = entry;
  const { kind, incidents, truncated } = notification;
  const titles = incidents
    .slice(0, MOST_TITLES)
    .map((incident) => `  - ${withAgents(titleOf(incident, wording), incident.agents, words)}`);
  const more = incidents.length + truncated - titles.length;
  const subject = notificationSubject(speech ? { ...notification, speech } : notification);
  const isPaused = Object.hasOwn(channels, channel) && channels[channel]?.pausedConfigKey !== null;
  const turn =
    entry.state === 'dead'
      ? outbox.givenUp
      : isPaused
        ? outbox.paused
        : nextAttemptAt <= now
          ? outbox.due
          : outbox.nextTry(at(nextAttemptAt, wording));
  return [
    outbox.message({ id, kind, channel, subject }),
    `  ${outbox.tries({ made: at(entry.createdAt, wording), failed: attempts, turn })}`,
    ...(lastError ? [`  ${outbox.error(faultWords(lastError))}`] : []),
    ...(entry.recipients ? [`  ${outbox.owedTo(someOf(entry.recipients, words))}`] : []),
    ...titles,
    ...(more > 0 ? [`  ${words.more(more)}`] : []),
  ];
}

/** A digest of hundreds of incidents may be owed to each of them by itself. */
function someOf(recipients: readonly string[], words: AlertingPhrases): string {
  const shown = recipients.slice(0, MOST_RECIPIENTS).join(', ');
  const more = recipients.length - MOST_RECIPIENTS;
  return more > 0 ? `${shown} ${words.more(more)}` : shown;
}

function heldBackLines(state: AlertState, wording: OutboxWording): readonly string[] {
  const { words } = wording;
  const held = heldBackRows(state, wording);
  if (held.length === 0) return [];
  const shown = held.slice(0, MOST_HELD_BACK);
  const more = held.length - shown.length;
  return [
    '',
    words.outbox.heldBack,
    ...shown.map(
      ({ channel, title, agents, reason }) =>
        `  ${channel}: ${withAgents(title, agents, words)}: ${words.suppressed[reason]}`,
    ),
    ...(more > 0 ? [`  ${words.more(more)}`] : []),
  ];
}

function heldBackRows(
  { heldBack, incidents }: AlertState,
  wording: Pick<OutboxWording, 'speech' | 'now'>,
) {
  const known = new Map(
    incidents.map((incident) => {
      const agents = incident.members.flatMap(({ agent }) => agent ?? []);
      const title = titleOf(viewOf(incident, agents, wording.now), wording);
      return [incident.fingerprint, { title, agents: [...new Set(agents)] }];
    }),
  );
  return heldBack.map((row) => ({
    ...row,
    ...(known.get(row.fingerprint) ?? { title: row.fingerprint, agents: [] }),
  }));
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
    heldBack: heldBackRows(state, { speech: null, now }),
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

/** Titles are kept in English. */
function titleOf(
  incident: IncidentView,
  { speech, now }: Pick<OutboxWording, 'speech' | 'now'>,
): string {
  return speech === null ? incident.title : speech.retell(incident, now).title;
}

function at(moment: number, { now, times }: OutboxWording): string {
  return `${formatTime(toIso(moment))} (${fromNow(moment, now, times)})`;
}

function faultWords({ fault, detail }: { readonly fault: string; readonly detail: string }) {
  return `${fault}: ${detail}`;
}

function isoOrNull(moment: number | null): string | null {
  return moment === null ? null : toIso(moment);
}
