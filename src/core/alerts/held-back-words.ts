// Decides in which words people read why they are told something, and why not.
import type { EventReason, SuppressedReason } from './decide-event.ts';

/** Why a channel is told nothing. */
export const suppressedWords: Readonly<Record<SuppressedReason, string>> = {
  not_routed: 'its agents, providers or codes leave it out',
  below_min_severity: 'below its minSeverity',
  silenced: 'silenced',
  not_judged: 'not looked at in this run',
  flapping: 'the provider just took such an answer back; told when a second run gets it again',
  quiet_hours: 'waits for the end of the quiet hours',
  storm_cap: 'over its stormCap; comes in one message when there is room',
  already_told: 'told already',
  already_owed: 'a message about it is still owed',
  reminders_off: 'its reminders are off',
  recoveries_off: 'its recoveries are off',
  never_told: 'over before it was told',
};

/** Why a channel is told something. */
export const eventWords: Readonly<Record<EventReason, string>> = {
  new: 'new',
  renewed: 'the renewed credential is in trouble too',
  worse: 'worse than told',
  changed: 'another trouble than told',
  joined: 'a further agent fails',
  still_failing: 'a reminder is due',
  recovered: 'it is over',
  owed: 'an earlier message did not get through',
};
