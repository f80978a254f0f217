// Decides what a person reads when a channel, the state or the monitor itself is in trouble.
import { clock } from './clock.ts';
import type { Notification } from './alerts/notification.ts';
import type { AlertPhrases } from './phrases/alert-phrases.ts';
import { label } from './terminal.ts';

const ID_COLUMNS = 120;
const LINE_COLUMNS = 600;

/** The state in one line. */
export function deadLetterLead(
  { undelivered, alsoUndelivered = [], lost, breakdown }: Notification,
  host: string,
  { lead, andMore }: AlertPhrases,
): string {
  if (breakdown) return lead.breakdown(host);
  if (lost) return lead.forgot(host);
  const first = label(undelivered?.channel ?? 'unknown', ID_COLUMNS);
  const more = alsoUndelivered.length;
  return lead.undelivered({ channel: more > 0 ? andMore(first, more) : first, host });
}

/** Since when and why, and how to look into it. */
export function deadLetterRemarks(
  { incidents, undelivered, alsoUndelivered = [], lost, breakdown }: Notification,
  phrases: AlertPhrases,
): string[] {
  const since = (at: string, fault: string) =>
    phrases.sinceFault({ since: clock(at), fault: label(fault, LINE_COLUMNS) });
  if (breakdown) {
    const command = `journalctl -u ${label(breakdown.unit, ID_COLUMNS)}`;
    return [since(breakdown.since, breakdown.error), phrases.lookInto(command)];
  }
  if (lost) return [since(lost.since, lost.error)];
  return [
    ...(undelivered ? [since(undelivered.since, undelivered.error)] : []),
    ...alsoUndelivered.map((one) => since(one.since, `${one.channel}: ${one.error}`)),
    phrases.lookInto('auth-monitor test'),
    ...(incidents.length > 0 ? [phrases.wouldHaveTold] : []),
  ];
}
