// What a channel speaks in: the sentences of its language, and a way to tell an incident in them.
import type { IncidentView } from '../alerts/notification.ts';
import type { AlertPhrases } from './alert-phrases.ts';

export interface Speech {
  readonly alerts: AlertPhrases;
  /** Title and remedy as of `now` (epoch ms); incidents are kept in English. */
  readonly retell: (incident: IncidentView, now: number) => Pick<IncidentView, 'title' | 'remedy'>;
}
