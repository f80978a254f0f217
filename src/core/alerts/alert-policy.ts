// How and when people are told: reminders, quiet hours, storm cap, and who gets what.
import type { AlertSeverity, Notifier } from './notification.ts';

export interface AlertPolicy {
  /** Time between reminders of a failing incident, ms. */
  readonly reminderMs: number;
  /** Time of day in which nothing below `fail` is sent; minutes since midnight in `zone`. */
  readonly quietHours: {
    readonly fromMinute: number;
    readonly toMinute: number;
    readonly zone: string;
  } | null;
  /** Messages per channel and hour; more is gathered into a digest. */
  readonly stormCap: number;
}

export const DEFAULT_ALERT_POLICY: AlertPolicy = {
  reminderMs: 86_400_000,
  quietHours: null,
  stormCap: 20,
};

/** What a channel wants to hear; an empty list means all. */
export interface ChannelWishes {
  readonly minSeverity: AlertSeverity;
  readonly reminders: boolean;
  readonly recoveries: boolean;
  readonly agents: readonly string[];
  readonly providers: readonly string[];
  readonly codes: readonly string[];
}

/** A notifier and what it wants to hear. */
export interface Channel extends ChannelWishes {
  readonly notifier: Notifier;
  /** Changes with the channel's own config, so that one given up on is tried again; a keyed digest. */
  readonly configKey: string;
}
