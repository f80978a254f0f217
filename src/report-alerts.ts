// Writes into the report what became of the messages of a run.
import { toIso } from './core/iso.ts';
import type { ReportAlerts } from './core/report-alerts.ts';
import type { AlertOutcome, OwedMessage } from './state/index.ts';

/** The outcome for programs; `fault`: why the state has no place at all. */
export function reportAlerts(outcome: AlertOutcome, fault: Error | null): ReportAlerts {
  const { sent, owed, suppressed, stateError, stateNotice } = outcome;
  return {
    sent,
    owed: owed.map(reportOwed),
    heldBack: suppressed.map(({ channel, fingerprint, title, reason }) => ({
      channel,
      fingerprint,
      title,
      reason,
    })),
    problem: (fault ?? stateError)?.message ?? stateNotice,
  };
}

function reportOwed({ state, nextAttemptAt, ...message }: OwedMessage) {
  return { ...message, nextAttemptAt: state === 'dead' ? null : toIso(nextAttemptAt) };
}
