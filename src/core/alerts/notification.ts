// What the alert side hands to a channel, and what a channel answers. The notification is also the
// `data` of the public webhook body.
import type { Verdict } from '../exit-code.ts';
import type { FindingCode, Severity } from '../finding.ts';
import type { Speech } from '../phrases/speech.ts';
import type { Iso } from '../report.ts';

export type NotificationKind =
  | 'firing'
  | 'escalated'
  | 'reminder'
  | 'recovered'
  | 'deadletter'
  | 'test';

/** The severities that can reach a person. */
export type AlertSeverity = Exclude<Severity, 'off'>;

/** One incident as told to people and machines. Facts only; channels make sentences with core/message.ts. */
export interface IncidentView {
  /** The incident's identity: stable from firing to recovery and over retries. */
  readonly fingerprint: string;
  readonly code: FindingCode;
  readonly severity: AlertSeverity;
  readonly title: string;
  readonly gateway: string;
  readonly agents: readonly string[];
  readonly provider: string | null;
  readonly profiles: readonly string[];
  readonly since: Iso | null;
  readonly expiresAt: Iso | null;
  readonly remainingMs: number | null;
  /** Length of the outage once recovered. */
  readonly outageMs: number | null;
  readonly facts: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly remedy: readonly string[];
}

/** One message to one channel, frozen when it is committed: retries send exactly this. */
export interface Notification {
  /** Becomes webhook-id, Message-ID and the like; the same over all retries. */
  readonly id: string;
  readonly kind: NotificationKind;
  readonly createdAt: Iso;
  readonly severity: AlertSeverity;
  readonly verdict: Verdict;
  /** Worst first. */
  readonly incidents: readonly IncidentView[];
  /** How many further incidents were left out. */
  readonly truncated: number;
  /** All incidents by severity, those left out included; absent where none was left out. */
  readonly counts?: Readonly<Partial<Record<AlertSeverity, number>>>;
  /** What failed to be delivered elsewhere; only for `deadletter`. */
  readonly undelivered?: Undelivered;
  /** Further channels in trouble; absent where there is only one. */
  readonly alsoUndelivered?: readonly Undelivered[];
  /** What was told before is forgotten, since the state was damaged; only for `deadletter`. */
  readonly lost?: { readonly error: string; readonly since: Iso };
  /** The monitor itself failed; only for `deadletter`. */
  readonly breakdown?: { readonly unit: string; readonly error: string; readonly since: Iso };
  readonly monitor: {
    readonly name: string;
    readonly version: string;
    readonly host: string;
    /** Of the systemd unit that made it: `journalctl _SYSTEMD_INVOCATION_ID=` shows its log. */
    readonly invocationId?: string;
  };
  /** Of the channel that sends it, English when absent; never kept, and in no JSON. */
  readonly speech?: Speech;
}

/** A channel that does not take its alerts. */
export interface Undelivered {
  readonly channel: string;
  readonly error: string;
  readonly since: Iso;
}

/**
 * Why a delivery failed. transient: try again; ambiguous: it may have arrived, try again with the same
 * id; auth: the channel's own credential is refused; permanent: this message will never pass;
 * gone: the channel itself is gone until its config changes.
 */
export type DeliveryFault = 'transient' | 'ambiguous' | 'auth' | 'permanent' | 'gone';

export interface DeliveryFailure {
  readonly ok: false;
  readonly fault: DeliveryFault;
  /** For people; scheme, host and port at most of any URL, never a secret. */
  readonly detail: string;
  /** The receiver's own wish (Retry-After), ms from now. */
  readonly retryAfterMs?: number;
  /** Recipients that still have to get it; absent when the channel has no recipients. */
  readonly pending?: readonly string[];
  /** Recipients refused for good. */
  readonly refused?: readonly string[];
}

export type Delivery =
  | { readonly ok: true; readonly detail?: string; readonly refused?: readonly string[] }
  | DeliveryFailure;

/** A channel ready to send. `send` never throws and ends within its `signal`. */
export interface Notifier {
  readonly name: string;
  readonly type: string;
  /** Tells each incident by itself: none may be merely counted, it would never be told. */
  readonly tellsEach?: true;
  send(notification: Notification, attempt: DeliveryAttempt): Promise<Delivery>;
  /**
   * For a receiver that forgets what is not repeated: tells it once in each run what it knows and what
   * still goes on. Never throws and ends within its `signal`.
   */
  renew?(standing: Standing, attempt: DeliveryAttempt): Promise<Delivery>;
}

/** Incidents that a channel was told of and that go on, as severe as they were told. */
export type Standing = Pick<Notification, 'incidents' | 'monitor' | 'speech'>;

export interface DeliveryAttempt {
  /** Epoch ms of this attempt. */
  readonly now: number;
  readonly signal: AbortSignal;
  /** Only these recipients are still owed the message; absent means all. */
  readonly recipients?: readonly string[];
}
