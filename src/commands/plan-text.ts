// Says in words what a run would send to whom and why, and what not and why.
import type { Channel } from '../core/alert-policy.ts';
import { visible } from '../core/terminal.ts';
import type { AlertPlan } from '../state/index.ts';

/** One line per message and per silence; the reader is a person at a terminal. */
export function planText(plan: AlertPlan, channels: readonly Channel[]): string {
  const lines = [
    ...(channels.length === 0 ? ['No channel is configured: nobody would be told.'] : []),
    ...plan.planned.map(
      ({ channel, kind, incidents }) =>
        `would send to ${channel}: ${kind}: ${incidents.map(({ title }) => title).join('; ')}`,
    ),
    ...plan.owed.map(
      ({ channel, kind, attempts }) =>
        `still owed to ${channel}: ${kind} (tried ${attempts} times)`,
    ),
    ...plan.suppressed.map(
      ({ channel, reason, fingerprint }) =>
        `not to ${channel}: incident ${fingerprint} (${reason})`,
    ),
    ...[plan.stateNotice, plan.stateError?.message ?? null].filter((line) => line !== null),
  ];
  const told =
    lines.length > 0 ? lines : ['Nothing would be sent: nobody has to be told anything new.'];
  return `${told.map((line) => visible(line)).join('\n')}\n`;
}
