// Sends what waits in the outbox at once, because a person asked for it.
import { DEFAULT_ALERT_POLICY, type Channel } from '../core/alerts/alert-policy.ts';
import type { Notification } from '../core/alerts/notification.ts';
import { comeHome, retryOwed, sendOff } from '../core/alerts/outbox.ts';
import { outcomeOf, tellOf, type AlertOutcome, type MessageLog } from './alert-outcome.ts';
import { BUDGET_MS, deliverDue } from './deliver.ts';
import { base32Hash } from './hash.ts';
import { openDesk } from './state-desk.ts';

export interface RetryInput {
  readonly stateDir: string;
  /** The one message to send; null means all of them, the ones given up too. */
  readonly entryId: string | null;
  /** Epoch ms. */
  readonly now: number;
  readonly channels: readonly Channel[];
  readonly monitor: Notification['monitor'];
  readonly signal: AbortSignal;
  /** Progress for people, one line each. */
  readonly log: MessageLog;
}

/**
 * Tries what is owed or was given up, whatever held it back: its turn, a pause, quiet hours. Rejects
 * with the fault when the state cannot be had; nothing is sent then.
 */
export async function retryAlerts(input: RetryInput): Promise<AlertOutcome> {
  const { now, channels, signal, log, monitor } = input;
  const desk = await openDesk(input.stateDir, now, signal);
  try {
    if (desk.error !== null) throw desk.error;
    const owed = retryOwed(comeHome(desk.state), input.entryId, now);
    const due = sendOff(owed, now, DEFAULT_ALERT_POLICY);
    desk.save(due);
    const delivered = await deliverDue(due, channels, now, {
      signal,
      budgetMs: BUDGET_MS,
      policy: DEFAULT_ALERT_POLICY,
      letterhead: { monitor, verdict: 'failing', hash: base32Hash },
      save: (next) => desk.save(next),
    });
    tellOf({ ...delivered, renewals: [] }, log);
    return outcomeOf(desk, delivered.state, delivered, []);
  } finally {
    desk.close();
  }
}
