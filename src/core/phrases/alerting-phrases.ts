// What `outbox`, `run --dry-run`, `silence` and `test` say, in English; every language says the same.
import type { EventReason, SuppressedReason } from '../alerts/decide-event.ts';
import { counted } from './counted.ts';

/** Why a channel is told nothing. */
const suppressed: Readonly<Record<SuppressedReason, string>> = {
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
const events: Readonly<Record<EventReason, string>> = {
  new: 'new',
  renewed: 'the renewed credential is in trouble too',
  worse: 'worse than told',
  changed: 'another trouble than told',
  joined: 'a further agent fails',
  still_failing: 'a reminder is due',
  recovered: 'it is over',
  owed: 'an earlier message did not get through',
};

export const alertingPhrases = {
  suppressed,
  events,
  more: (count: number) => `+ ${count} more`,
  outbox: {
    nothingTold: 'No run has told any channel anything yet.',
    nothingDelivered: 'nothing delivered yet',
    lastDelivered: (at: string) => `last delivered ${at}`,
    failingSince: (at: string, fault: string) => `failing since ${at}: ${fault}`,
    /** `fault: detail`, as it is kept. */
    error: (fault: string) => fault,
    paused: 'left alone until its config changes or a test gets through',
    heldUntil: (at: string) => `left alone until ${at}`,
    message: (parts: {
      readonly id: string;
      readonly kind: string;
      readonly channel: string;
      readonly subject: string;
    }) => `${parts.id} ${parts.kind} to ${parts.channel}: ${parts.subject}`,
    tries: (parts: { readonly made: string; readonly failed: number; readonly turn: string }) =>
      `made ${parts.made}, ${parts.failed} failed ${parts.failed === 1 ? 'run' : 'runs'}, ${parts.turn}`,
    givenUp: 'given up',
    due: 'due with the next run',
    nextTry: (at: string) => `next try ${at}`,
    owedTo: (recipients: string) => `still owed to ${recipients}`,
    heldBack: 'Held back in the last run',
  },
  plan: {
    noChannel: 'No channel is configured: nobody would be told.',
    nothing: 'Nothing would be sent: nobody has to be told anything new.',
    owed: (parts: { readonly channel: string; readonly kind: string; readonly tries: number }) =>
      `still owed to ${parts.channel}: ${parts.kind} (tried ${counted(parts.tries, 'time')})`,
    send: (parts: { readonly channel: string; readonly kind: string; readonly what: string }) =>
      `would send to ${parts.channel}: ${parts.kind}: ${parts.what}`,
    keep: (channel: string, what: string) => `not to ${channel}: ${what}`,
    keepMore: (channel: string, count: number) => `not to ${channel}: ${count} more`,
  },
  silence: {
    none: 'Nothing is silenced.',
    subjects: {
      gateway: 'gateway',
      agent: 'agent',
      profile: 'profile',
      provider: 'provider',
      code: 'code',
    },
    row: (parts: {
      readonly what: string;
      readonly end: string;
      readonly open: number;
      readonly comment: string;
    }) =>
      `${parts.what}  until ${parts.end}, mutes ${counted(parts.open, 'open incident')}: ${parts.comment}`,
  },
  test: {
    delivered: 'delivered',
    deliveredAs: (detail: string) => `delivered (${detail})`,
    awake: 'it was left alone; from the next run on it gets its messages again',
    failed: (fault: string, detail: string) => `not delivered, ${fault}: ${detail}`,
  },
};

export type AlertingPhrases = typeof alertingPhrases;
