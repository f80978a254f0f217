// What the alert side remembers between runs: open incidents, who was told what, what is still owed.
import type { FindingCode } from '../finding.ts';
import type { AlertSeverity, DeliveryFault, Notification } from './notification.ts';
import { emptyHistory, type History } from '../history.ts';
import type { FirstSights, ProbeNotes } from '../probe-note.ts';

/** Steps towards an expiry; a person is told once at each of them. */
export type LadderRung = '30d' | '7d' | '24h' | '6h' | '1h' | 'expired';

/** How far an incident has come: a rung of the ladder, or the code of what has no ladder. */
export type Stage = LadderRung | FindingCode;

/** Findings of one class and one root cause are stages of one incident. */
export type IncidentClass =
  | 'credential'
  | 'probe'
  | 'reference'
  | 'sharing'
  | 'unusable'
  | 'unused'
  | 'store'
  | 'permissions'
  | 'provider'
  | 'exhausted'
  | 'reach'
  | 'gateway'
  | 'clock';

/** The evidence that a probe finding rests on; a weaker one cannot take it back. */
export type EvidenceLevel = 'passive' | 'metadata' | 'inference';

/** Someone who suffers: an agent and its profile, as far as they are known. */
export interface Member {
  readonly agent: string | null;
  readonly profileId: string | null;
}

/** What one channel has been told of an incident. */
export interface ChannelMark {
  /** Told about the present generation of the credential. */
  readonly told: readonly { readonly stage: Stage; readonly severity: AlertSeverity }[];
  /** Agents named so far; an empty name stands for no agent. */
  readonly agents: readonly string[];
  /** Epoch ms at which the last message was made or arrived. */
  readonly lastAt: number;
  /** Epoch ms at which a message about it arrived, or may have; null as long as none did. */
  readonly arrivedAt: number | null;
}

/** One trouble: a gateway, a class and a root cause, with everyone who has it. Times are epoch ms. */
export interface Incident {
  /** Stable from firing to recovery; never derived from a secret. */
  readonly fingerprint: string;
  readonly gateway: string;
  readonly class: IncidentClass;
  /** The root cause; `credential:<credentialId>` and the like. */
  readonly root: string;
  readonly code: FindingCode;
  readonly severity: AlertSeverity;
  readonly stage: Stage;
  readonly title: string;
  readonly provider: string | null;
  readonly facts: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly remedy: readonly string[];
  readonly members: readonly Member[];
  /** The credential that is in trouble; null where OpenClaw renews it by itself or none is involved. */
  readonly generation: string | null;
  readonly expiresAt: number | null;
  /** Only for probe findings. */
  readonly level: EvidenceLevel | null;
  readonly openedAt: number;
  /** Since when it fails; null when it never did. */
  readonly failingSinceAt: number | null;
  /** Set while recoveries still have to be told. */
  readonly recoveredAt: number | null;
  readonly marks: Readonly<Record<string, ChannelMark>>;
}

/** A frozen message that a channel still has to deliver. */
export interface OutboxEntry {
  readonly id: string;
  readonly channel: string;
  readonly notification: Notification;
  readonly createdAt: number;
  /** Runs that tried it. */
  readonly attempts: number;
  readonly nextAttemptAt: number;
  /** Incidents that the message counts and does not name, by fingerprint. */
  readonly others: readonly string[];
  /** The recipients still owed; null means all. */
  readonly recipients: readonly string[] | null;
  /** Recipients that refused it for good. */
  readonly refused: readonly string[];
  /** Somebody got it, or may have. */
  readonly hasArrived: boolean;
  /** It is being sent. Still so when a run begins: the one before was killed over it. */
  readonly isOnItsWay: boolean;
  readonly lastError: { readonly fault: DeliveryFault; readonly detail: string } | null;
  /** `dead` is given up and kept for people to see. */
  readonly state: 'owed' | 'dead';
}

/** How a channel fares. Times are epoch ms. */
export interface ChannelLog {
  readonly configKey: string;
  readonly lastSuccessAt: number | null;
  /** Messages that got through in the last hour, for the storm cap. */
  readonly sentAt: readonly number[];
  /** Nothing is tried before: Retry-After, or a refused login. */
  readonly heldUntil: number | null;
  /** The channel is gone as long as its config stays this one. */
  readonly pausedConfigKey: string | null;
  /** Since the last full success. */
  readonly trouble: {
    readonly fault: DeliveryFault;
    readonly detail: string;
    readonly sinceAt: number;
    /** When the other channels were told. */
    readonly toldOthersAt: number | null;
  } | null;
}

/** Mutes messages about what it matches, for a time; null matches everything. */
export interface Silence {
  readonly id: string;
  readonly gateway: string | null;
  readonly agent: string | null;
  readonly profileId: string | null;
  readonly provider: string | null;
  readonly code: string | null;
  readonly comment: string;
  readonly createdAt: number;
  /** Epoch ms. */
  readonly until: number;
}

/** When a credential was first seen and how long it had left, which decides its first rungs. */
export interface CredentialSeen {
  readonly firstSeenAt: number;
  readonly initialRemainingMs: number;
  readonly expiresAt: number;
}

/** Why a channel was not told of an incident that is open. */
export type HeldBackReason =
  | 'not_routed'
  | 'below_min_severity'
  | 'silenced'
  | 'not_judged'
  | 'flapping'
  | 'quiet_hours'
  | 'storm_cap'
  | 'reminders_off';

/** What the last run kept from a channel. */
export interface HeldBack {
  readonly fingerprint: string;
  readonly channel: string;
  readonly reason: HeldBackReason;
}

/** The one state file. Keys unknown to this version are kept. */
export interface AlertState {
  readonly schemaVersion: 2;
  readonly lastRunAt: number | null;
  /** Messages made so far; part of every message id. */
  readonly sequence: number;
  readonly incidents: readonly Incident[];
  readonly outbox: readonly OutboxEntry[];
  readonly channels: Readonly<Record<string, ChannelLog>>;
  /** Delivery attempts by channel and outcome (`delivered` or the fault). */
  readonly counters: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By credentialId; only credentials whose end is ahead. */
  readonly credentials: Readonly<Record<string, CredentialSeen>>;
  readonly silences: readonly Silence[];
  /** When a provider took a bad answer back, by fingerprint, epoch ms; only of the last hours. */
  readonly recovered: Readonly<Record<string, number>>;
  /** Worst first, and no more of them than people read. */
  readonly heldBack: readonly HeldBack[];
  readonly probes: ProbeNotes;
  readonly firstSeen: FirstSights;
  /** For people to look back at; nothing is decided by it. */
  readonly history: History;
}

/** The state before the first run. */
export function emptyAlertState(): AlertState {
  return {
    schemaVersion: 2,
    lastRunAt: null,
    sequence: 0,
    incidents: [],
    outbox: [],
    channels: {},
    counters: {},
    credentials: {},
    silences: [],
    probes: {},
    firstSeen: {},
    recovered: {},
    heldBack: [],
    history: emptyHistory,
  };
}

/** A digest of a text in lower-case base32, at least 26 characters. */
export type Hash = (text: string) => string;

/** Fingerprints and message ids: 130 bits, and short enough for every header and dedup key. */
export function shortHash(hash: Hash, parts: readonly unknown[]): string {
  return hash(JSON.stringify(parts)).slice(0, 26);
}
