// Says in words what a run would send to whom and why, and what not and why.
import type { Channel } from '../core/alerts/alert-policy.ts';
import { eventWords, suppressedWords } from '../core/alerts/held-back-words.ts';
import type { Planned } from '../core/alerts/plan-channel.ts';
import { visible } from '../core/terminal.ts';
import type { AlertPlan } from '../state/index.ts';

/** Incidents of one message, and refusals to one channel, that a person reads. */
const MOST_ROWS = 20;

/** A line per message, one below it per incident, and one per thing held back; the reader is a person at a terminal. */
export function planText(plan: AlertPlan, channels: readonly Channel[]): string {
  const lines = [
    ...(channels.length === 0 ? ['No channel is configured: nobody would be told.'] : []),
    ...plan.planned.flatMap(messageLines),
    ...plan.owed.map(
      ({ channel, kind, attempts }) =>
        `still owed to ${channel}: ${kind} (tried ${attempts} times)`,
    ),
    ...channels.flatMap(({ notifier: { name } }) => suppressedLines(plan, name)),
    ...[plan.stateNotice, plan.stateError?.message ?? null].filter((line) => line !== null),
  ];
  const told =
    lines.length > 0 ? lines : ['Nothing would be sent: nobody has to be told anything new.'];
  return `${told.map((line) => visible(line)).join('\n')}\n`;
}

function messageLines({ channel, kind, incidents, others, why }: Planned): readonly string[] {
  const shown = incidents.slice(0, MOST_ROWS);
  const more = incidents.length + others.length - shown.length;
  const titles = shown.map(({ title }) => title).join('; ');
  return [
    `would send to ${channel}: ${kind}: ${titles}${more > 0 ? ` + ${more} more` : ''}`,
    ...shown.map(({ fingerprint, title, agents }) => {
      const reason = why[fingerprint];
      const whom = agents.length === 0 ? '' : ` (${agents.join(', ')})`;
      return `  ${title}${whom}: ${reason === undefined ? 'new' : eventWords[reason]}`;
    }),
  ];
}

function suppressedLines({ suppressed }: AlertPlan, name: string): readonly string[] {
  const rows = suppressed.filter(({ channel }) => channel === name);
  const shown = rows.slice(0, MOST_ROWS);
  const more = rows.length - shown.length;
  return [
    ...shown.map(({ title, reason }) => `not to ${name}: ${title}: ${suppressedWords[reason]}`),
    ...(more > 0 ? [`not to ${name}: ${more} more`] : []),
  ];
}
