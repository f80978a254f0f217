// Decides how a message reads in a chat and on a phone: no columns, since letters differ in width there.
import type { IncidentText, NotificationText } from './notification-text.ts';

/** The message as plain text for a narrow screen, lines ended by LF, none at the end. */
export function chatText({ lead, remarks, incidents, more, observed }: NotificationText): string {
  const tail = more === null ? [observed] : [more, observed];
  return [lead, ...remarks, ...incidents.map(incidentText), ...tail].join('\n\n');
}

function incidentText({ title, rows, remedy, fix, colon }: IncidentText): string {
  return [
    title,
    ...rows.map(({ label, text }) => `${label}${colon} ${text}`),
    ...(remedy.length > 0 ? [fix + colon, ...remedy] : []),
  ].join('\n');
}
