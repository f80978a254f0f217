// Decides what of a message is told where a channel's limit has no room for all of it.
import type { Notification } from './notification.ts';
import { alertPhrases } from '../phrases/alert-phrases.ts';
import {
  describeNotification,
  type IncidentText,
  type NotificationText,
} from './notification-text.ts';
import { cut } from '../terminal.ts';

/** How much of one incident is told, tried in order until at least the worst fits. */
interface Detail {
  /** Of each text. */
  readonly columns: number;
  readonly rows: number;
  readonly commands: number;
}

interface Terms extends Detail {
  /** Says how many lines of a remedy were left out. */
  readonly moreLines: (count: number) => string;
}

const DETAILS: readonly Detail[] = [
  { columns: Infinity, rows: Infinity, commands: Infinity },
  { columns: 300, rows: Infinity, commands: 6 },
  { columns: 120, rows: Infinity, commands: 2 },
  { columns: 60, rows: 4, commands: 1 },
  { columns: 20, rows: 0, commands: 0 },
];

const MOST_INCIDENTS = 20;

/**
 * Renders as much of a notification as fits: the worst incidents in full, the others counted (`+ N
 * more`); where even the worst is too long, first its commands and then its texts are cut. Texts are
 * cut before they are rendered, so markup and escapes stay whole. The last resort takes less than 1,000
 * UTF-16 units, whatever the names; a channel with less room cuts what it gets.
 */
export function fitNotification(
  notification: Notification,
  render: (text: NotificationText) => string,
  fits: (rendered: string) => boolean,
): string {
  const whole = Math.min(MOST_INCIDENTS, notification.incidents.length);
  const { moreLines } = notification.speech?.alerts ?? alertPhrases;
  let rendered = '';
  for (const detail of DETAILS) {
    for (let most = whole; most >= Math.min(1, whole); most -= 1) {
      rendered = render(
        reduce(describeNotification(notification, { most }), { ...detail, moreLines }),
      );
      if (fits(rendered)) return rendered;
    }
  }
  return rendered;
}

function reduce(text: NotificationText, detail: Terms): NotificationText {
  const { columns } = detail;
  if (columns === Infinity) return text;
  const { lead, remarks, incidents, more, observed } = text;
  return {
    ...text,
    lead: cut(lead, columns),
    remarks: remarks.map((remark) => cut(remark, columns)),
    incidents: incidents.map((incident) => reduceIncident(incident, detail)),
    more: more === null ? null : cut(more, columns),
    observed: cut(observed, columns),
  };
}

function reduceIncident(
  incident: IncidentText,
  { columns, rows: mostRows, commands, moreLines }: Terms,
): IncidentText {
  const { title, rows, remedy } = incident;
  // A command that is cut, or that lacks the remark before it, would be a wrong one.
  const tooLong = remedy.findIndex((line) => line.length > columns);
  const whole = remedy.slice(0, Math.min(commands, tooLong < 0 ? Infinity : tooLong));
  const left = remedy.length - whole.length;
  return {
    ...incident,
    title: cut(title, columns),
    rows: rows.slice(0, mostRows).map(({ label, text }) => ({ label, text: cut(text, columns) })),
    remedy: left > 0 && commands > 0 ? [...whole, `# ${moreLines(left)}`] : whole,
  };
}
