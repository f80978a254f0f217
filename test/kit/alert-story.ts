// Tells alert stories on a fake clock: a fleet, channels that can break, and every message they got.
import { acknowledge } from '../../src/core/alerts/acknowledge.ts';
import { DEFAULT_ALERT_POLICY, type AlertPolicy } from '../../src/core/alerts/alert-policy.ts';
import type { ChannelInfo } from '../../src/core/alerts/audience.ts';
import { enqueueDeadLetters } from '../../src/core/alerts/dead-letters.ts';
import { DAY_MS, HOUR_MS } from '../../src/core/duration.ts';
import { emptyAlertState, type AlertState } from '../../src/core/alerts/incident.ts';
import type { Delivery, Notification } from '../../src/core/alerts/notification.ts';
import { comeHome, dueEntries, enqueue, sendOff } from '../../src/core/alerts/outbox.ts';
import { reduce, type Reduction } from '../../src/core/alerts/reduce.ts';
import type { Report, ReportFinding, ReportProfile } from '../../src/core/report.ts';
import { base32Hash } from '../../src/state/hash.ts';
import { makeReport, reportAgent, reportProfile } from './report.ts';

/** 2026-03-02 is a Monday; 12:00 in UTC. */
export const STORY_START = Date.parse('2026-03-02T12:00:00Z');

export const LETTERHEAD = {
  monitor: { name: 'openclaw-auth-monitor', version: '0.0.0', host: 'host1' },
  verdict: 'failing',
  hash: base32Hash,
} as const;

/** A profile of the fleet: agent → profile id → what is stored. `expiresAt` in epoch ms. */
interface Stored {
  readonly credentialId: string;
  readonly expiresAt: number | null;
  readonly refreshable?: boolean;
  readonly probe?: ReportProfile['probe'];
}
export type Fleet = Readonly<Record<string, Readonly<Record<string, Stored>>>>;

const iso = (at: number): string => new Date(at).toISOString();

/** A finding with the little that the alert side reads. */
export function sign(
  code: ReportFinding['code'],
  severity: ReportFinding['severity'],
  subject: Partial<ReportFinding> = {},
): ReportFinding {
  const { gateway = 'default', agent = 'main', profileId = null } = subject;
  return {
    code,
    severity,
    gateway,
    agent,
    provider: profileId?.split(':')[0] ?? null,
    profileId,
    since: null,
    facts: {},
    title: `${code} ${profileId ?? ''}`,
    remedy: [`fix --agent ${agent}`],
    fingerprint: `f-${code}-${agent}-${profileId}`,
    ...subject,
  };
}

/** What `check` would report of a fleet at `now`, with further findings; names that pass `only` survive a filter. */
export function fleetReport(
  fleet: Fleet,
  now: number,
  extra: readonly ReportFinding[] = [],
  only: ((agent: string, profileId: string) => boolean) | null = null,
): Report {
  const findings: ReportFinding[] = [];
  const agents = Object.entries(fleet).map(([agent, stored]) =>
    reportAgent(
      agent,
      Object.entries(stored)
        .filter(([profileId]) => only?.(agent, profileId) ?? true)
        .map(([profileId, { expiresAt, ...rest }]) => {
          if (expiresAt !== null) {
            findings.push(...endOf(agent, profileId, expiresAt, rest.refreshable ?? false, now));
          }
          return reportProfile({
            profileId,
            ...rest,
            expiresAt: expiresAt === null ? null : iso(expiresAt),
            remainingMs: expiresAt === null ? null : expiresAt - now,
          });
        }),
    ),
  );
  return makeReport(agents, [...findings, ...extra], {
    generatedAt: iso(now),
    filtered: only !== null,
  });
}

function endOf(
  agent: string,
  profileId: string,
  expiresAt: number,
  refreshable: boolean,
  now: number,
): readonly ReportFinding[] {
  const remainingMs = expiresAt - now;
  const facts = { expiresAt: iso(expiresAt) };
  if (refreshable || remainingMs > 30 * DAY_MS) return [];
  if (remainingMs <= 0) {
    const since = iso(expiresAt);
    return [sign('profile_expired', 'fail', { agent, profileId, facts, since })];
  }
  return remainingMs <= DAY_MS
    ? [sign('profile_expiring', 'warn', { agent, profileId, facts })]
    : [sign('profile_expiry_ahead', 'notice', { agent, profileId, facts })];
}

/** A channel that wants to hear everything. */
export function listener(name: string, changes: Partial<ChannelInfo> = {}): ChannelInfo {
  return {
    name,
    minSeverity: 'notice',
    reminders: true,
    recoveries: true,
    agents: [],
    providers: [],
    codes: [],
    configKey: `${name}-1`,
    ...changes,
  };
}

/** Runs the monitor again and again; `messages` is what arrived, one line each, until it is taken. */
export class Story {
  now = STORY_START;
  state: AlertState = emptyAlertState();
  fleet: Fleet = {};
  extra: readonly ReportFinding[] = [];
  channels: readonly ChannelInfo[];
  policy: AlertPolicy;
  /** How a channel answers; absent means it takes everything. */
  readonly answers = new Map<string, (notification: Notification) => Delivery>();
  readonly inbox: {
    readonly channel: string;
    readonly notification: Notification;
    readonly at: number;
  }[] = [];
  #read = 0;

  constructor(
    channels: readonly ChannelInfo[] = [listener('ops')],
    policy: Partial<AlertPolicy> = {},
  ) {
    this.channels = channels;
    this.policy = { ...DEFAULT_ALERT_POLICY, ...policy };
  }

  /** One run of the timer on the fleet, or on another report. */
  run(report: Report = fleetReport(this.fleet, this.now, this.extra)): Reduction {
    const { now, policy, channels } = this;
    const reduction = reduce(this.state, report, now, policy, channels, base32Hash);
    const owed = enqueue(reduction.state, reduction.planned, now, LETTERHEAD);
    this.state = sendOff(owed, now, policy);
    this.#deliver();
    this.state = enqueueDeadLetters(this.state, now, LETTERHEAD);
    this.#deliver();
    this.state = comeHome(this.state);
    // What is kept goes through the file.
    this.state = JSON.parse(JSON.stringify(this.state)) as AlertState;
    return reduction;
  }

  /** Runs at every step until `lengthMs` have passed. */
  runFor(lengthMs: number, stepMs: number = HOUR_MS / 2): void {
    const end = this.now + lengthMs;
    while (this.now < end) {
      this.now = Math.min(end, this.now + stepMs);
      this.run();
    }
  }

  /** The messages since the last call, as `channel kind code@agents`, worst incident first. */
  messages(): readonly string[] {
    const fresh = this.inbox.slice(this.#read);
    this.#read = this.inbox.length;
    return fresh.map(({ channel, notification }) => `${channel} ${summary(notification)}`);
  }

  /** As `messages`, with the time since the start of the story, for stories over hours. */
  timedMessages(): readonly string[] {
    const fresh = this.inbox.slice(this.#read);
    const texts = this.messages();
    return texts.map((text, index) => {
      const hours = ((fresh[index]?.at ?? 0) - STORY_START) / HOUR_MS;
      return `+${hours}h ${text}`;
    });
  }

  #deliver(): void {
    for (const { name } of this.channels) {
      const tried = new Set<string>();
      for (;;) {
        const due = dueEntries(this.state, name, this.now, this.policy);
        const entry = due.find(({ id }) => !tried.has(id));
        if (!entry) break;
        tried.add(entry.id);
        const delivery = this.answers.get(name)?.(entry.notification) ?? { ok: true };
        if (delivery.ok) {
          this.inbox.push({ channel: name, notification: entry.notification, at: this.now });
        }
        this.state = acknowledge(this.state, entry.id, delivery, this.now);
      }
    }
  }
}

export const DOWN: Delivery = { ok: false, fault: 'transient', detail: 'connection refused' };

function summary({ kind, incidents, undelivered }: Notification): string {
  const views = incidents.map(({ code, agents }) => `${code}@${agents.join('+') || '-'}`);
  const about = undelivered ? ` about ${undelivered.channel}` : '';
  return `${kind}${about} ${views.join(', ')}`.trim();
}
