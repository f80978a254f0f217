// The block of the JSON report that says what became of the messages of a run.
import type { SuppressedReason } from './alerts/decide-event.ts';
import type { DeliveryFault, NotificationKind } from './alerts/notification.ts';
import type { Iso } from './report.ts';

/** Only in the report of a command that tells people. */
export interface ReportAlerts {
  readonly sent: readonly ReportMessage[];
  /** Waiting for a later run, or given up in this one. */
  readonly owed: readonly ReportOwedMessage[];
  /** What a channel was not told in this run, and why; `already_told` and the like included. */
  readonly heldBack: readonly ReportHeldBack[];
  /** What is wrong with the memory of what was told; null when nothing is. */
  readonly problem: string | null;
}

export interface ReportMessage {
  /** As in `outbox`, and the `webhook-id` of a webhook. */
  readonly id: string;
  readonly channel: string;
  readonly kind: NotificationKind;
  /** Number of incidents in it. */
  readonly incidents: number;
}

export interface ReportOwedMessage extends ReportMessage {
  /** Runs that tried it. */
  readonly attempts: number;
  /** Null when it was given up. */
  readonly nextAttemptAt: Iso | null;
  readonly fault: DeliveryFault | null;
  readonly detail: string | null;
}

export interface ReportHeldBack {
  readonly channel: string;
  /** Of the incident. */
  readonly fingerprint: string;
  readonly title: string;
  readonly reason: SuppressedReason;
}
