// Decides how loudly a message comes, for channels whose receivers know priorities.
import type { AlertSeverity, Notification } from './notification.ts';

/** From a phone that rings to one that stays silent. */
export type Urgency = 'urgent' | 'high' | 'normal' | 'low';

const NEWS: Readonly<Record<AlertSeverity, Urgency>> = {
  fail: 'urgent',
  warn: 'high',
  notice: 'normal',
  info: 'low',
};

const REPEATED: Readonly<Record<AlertSeverity, Urgency>> = {
  ...NEWS,
  fail: 'high',
  warn: 'normal',
};

/** What is new or worse is louder than what was told before; an end or a test alarms nobody. */
export function urgencyOf({ kind, severity }: Pick<Notification, 'kind' | 'severity'>): Urgency {
  if (kind === 'recovered' || kind === 'test') return 'normal';
  return (kind === 'reminder' || kind === 'deadletter' ? REPEATED : NEWS)[severity];
}
