// Decides whether a message may reach a person at this time of day.
import type { AlertPolicy } from './alert-policy.ts';
import type { AlertSeverity, NotificationKind } from './notification.ts';

/**
 * Inside the quiet hours only failures, escalations (to a mere notice excepted: 7 days left wake
 * nobody) and what is about the monitor itself are sent. The rest waits; nothing is dropped.
 * `fromMinute` is quiet, `toMinute` no longer is; equal ends mean never.
 */
export function mayInterrupt(
  kind: NotificationKind,
  severity: AlertSeverity,
  { quietHours }: AlertPolicy,
  now: number,
): boolean {
  if (quietHours === null || severity === 'fail') return true;
  if (kind === 'escalated' && severity !== 'notice') return true;
  if (kind === 'deadletter' || kind === 'test') return true;
  const { fromMinute, toMinute, zone } = quietHours;
  const minute = minuteOfDay(now, zone);
  const isQuiet =
    fromMinute <= toMinute
      ? minute >= fromMinute && minute < toMinute
      : minute >= fromMinute || minute < toMinute;
  return !isQuiet;
}

/** Minutes since midnight on the wall of an IANA zone; daylight saving included. */
function minuteOfDay(now: number, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const [hour, minute] = clock.format(now).split(':').map(Number) as [number, number];
  return hour * 60 + minute;
}
