// Says what became of the messages of a run: sent, still owed, held back.
import type { MonitorError } from '../core/errors.ts';
import type { ToldMessage } from '../core/history.ts';
import type { AlertState, OutboxEntry } from '../core/alerts/incident.ts';
import type { Delivery, DeliveryFault, NotificationKind } from '../core/alerts/notification.ts';
import type { Suppressed } from '../core/alerts/plan-channel.ts';
import type { Remark } from '../core/phrases/remark-phrases.ts';
import type { LogLevel } from '../world.ts';
import type { DeliveryOutcome, Sent } from './deliver.ts';
import type { StateDesk } from './state-desk.ts';

/** A message in an outcome, without its text. */
export interface MessageOutcome {
  readonly id: string;
  readonly channel: string;
  readonly kind: NotificationKind;
  readonly incidents: number;
}

export interface OwedMessage extends MessageOutcome {
  readonly attempts: number;
  /** Epoch ms. */
  readonly nextAttemptAt: number;
  readonly fault: DeliveryFault | null;
  readonly detail: string | null;
  /** `dead`: given up in this run. */
  readonly state: OutboxEntry['state'];
}

export interface AlertOutcome {
  readonly sent: readonly MessageOutcome[];
  /** Not delivered: waiting, or given up in this run. */
  readonly owed: readonly OwedMessage[];
  readonly suppressed: readonly Suppressed[];
  /** Channels that will forget what they were told, since they could not be reminded of it. */
  readonly unrenewed: readonly string[];
  /** What people have to know about the state, such as that it was lost. */
  readonly stateNotice: Remark | null;
  /** Why the state could not be used or kept; unless another run has it, the alerts went out all the same. */
  readonly stateError: MonitorError | null;
  /** As it was left, for metrics. */
  readonly state: AlertState;
}

/** What deliveries made of the state. */
export function outcomeOf(
  { notice, error }: Pick<StateDesk, 'notice' | 'error'>,
  state: AlertState,
  { sent, renewals }: Pick<DeliveryOutcome, 'sent' | 'renewals'>,
  suppressed: readonly Suppressed[],
): AlertOutcome {
  const tried = new Set(sent.map(({ entry }) => entry.id));
  const owed = state.outbox.filter((entry) => entry.state === 'owed' || tried.has(entry.id));
  return {
    sent: sent.flatMap(({ entry, delivery }) => (delivery.ok ? messageOf(entry) : [])),
    owed: owed.map(owedMessage),
    suppressed,
    unrenewed: renewals.flatMap(({ channel, delivery }) => (delivery.ok ? [] : channel)),
    stateNotice: notice,
    stateError: error,
    state,
  };
}

function messageOf({ id, channel, notification }: OutboxEntry): MessageOutcome {
  const { kind, incidents, truncated } = notification;
  return { id, channel, kind, incidents: incidents.length + truncated };
}

/** What waits, without its text. */
export function owedMessage(entry: OutboxEntry): OwedMessage {
  const { attempts, nextAttemptAt, lastError, state } = entry;
  const { fault, detail } = lastError ?? { fault: null, detail: null };
  return { ...messageOf(entry), attempts, nextAttemptAt, fault, detail, state };
}

/** What the history keeps of a message: nothing of one that did not arrive. */
export function toldOf(at: number): (sent: Sent) => readonly ToldMessage[] {
  return ({ entry: { channel, notification }, delivery }) => {
    if (!delivery.ok) return [];
    const { kind, severity, incidents, truncated, undelivered } = notification;
    const [worst] = incidents;
    return [
      {
        at,
        channel,
        kind,
        severity,
        title: worst?.title ?? undelivered?.channel ?? '',
        ...(worst && { code: worst.code }),
        incidents: incidents.length + truncated,
      },
    ];
  };
}

/** Where people hear of the messages of a run. */
export type MessageLog = (remark: Remark, level: LogLevel) => void;

/** Tells what became of each message; that a receiver knows on what it was told is no news. */
export function tellOf(
  { sent, renewals }: Pick<DeliveryOutcome, 'sent' | 'renewals'>,
  log: MessageLog,
): void {
  for (const { entry, delivery } of sent) {
    const { channel, notification } = entry;
    const message = { channel, kind: notification.kind, count: notification.incidents.length };
    if (delivery.ok) log((words) => words.delivered(message), 'info');
    else {
      const why = whyOf(delivery);
      log((words) => words.notDelivered({ ...message, why }), 'warn');
    }
  }
  for (const { channel, incidents: count, delivery } of renewals) {
    if (delivery.ok) continue;
    const why = whyOf(delivery);
    log((words) => words.notRenewed({ channel, count, why }), 'warn');
  }
}

function whyOf({ fault, detail }: Extract<Delivery, { readonly ok: false }>): string {
  return `${fault}: ${detail}`;
}
