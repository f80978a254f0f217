// Writes into the report what became of the messages of a run.
import type { MonitorError } from './core/errors.ts';
import { toIso } from './core/iso.ts';
import { remarkPhrases } from './core/phrases/remark-phrases.ts';
import type { ReportAlerts } from './core/report-alerts.ts';
import { inEnglish } from './core/told-fault.ts';
import type { AlertOutcome, OwedMessage } from './state/index.ts';

/** The outcome for programs; `fault`: why the state has no place at all. */
export function reportAlerts(outcome: AlertOutcome, fault: MonitorError | null): ReportAlerts {
  const { sent, owed, suppressed, stateError, stateNotice } = outcome;
  const error = fault ?? stateError;
  return {
    sent,
    owed: owed.map(reportOwed),
    heldBack: suppressed.map(({ channel, fingerprint, title, reason }) => ({
      channel,
      fingerprint,
      title,
      reason,
    })),
    problem: error === null ? (stateNotice?.(remarkPhrases) ?? null) : inEnglish(error),
  };
}

function reportOwed({ state, nextAttemptAt, ...message }: OwedMessage) {
  return { ...message, nextAttemptAt: state === 'dead' ? null : toIso(nextAttemptAt) };
}
