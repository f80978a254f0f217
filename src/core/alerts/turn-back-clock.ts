// Keeps alerts going when the clock went back: no time in the state may lie ahead of it.
import type { AlertState } from './incident.ts';

/**
 * A reminder, a retry or a hold that waits for a time the clock had shown before would wait too long,
 * after a wrong date for years. Nothing is told again, since what was told is not a matter of time.
 */
export function turnBackClock(state: AlertState, now: number): AlertState {
  if (state.lastRunAt === null || state.lastRunAt <= now) return state;
  const back = (at: number): number => Math.min(at, now);
  return {
    ...state,
    incidents: state.incidents.map((incident) => ({
      ...incident,
      marks: Object.fromEntries(
        Object.entries(incident.marks).map(([channel, mark]) => [
          channel,
          { ...mark, lastAt: back(mark.lastAt) },
        ]),
      ),
    })),
    outbox: state.outbox.map((entry) => ({
      ...entry,
      createdAt: back(entry.createdAt),
      nextAttemptAt: back(entry.nextAttemptAt),
    })),
    channels: Object.fromEntries(
      Object.entries(state.channels).map(([name, log]) => [
        name,
        {
          ...log,
          sentAt: log.sentAt.map(back),
          heldUntil: null,
          trouble: log.trouble && { ...log.trouble, sinceAt: back(log.trouble.sinceAt) },
        },
      ]),
    ),
  };
}
