// Decides what is remembered of earlier runs for people to look back at: verdicts as spans, messages sent.
import type { Verdict } from './exit-code.ts';
import { DAY_MS } from './duration.ts';
import type { FindingCode } from './finding.ts';
import type { AlertSeverity, NotificationKind } from './alerts/notification.ts';

/** Runs in a row that found the same. Times are epoch ms. */
export interface VerdictSpan {
  readonly verdict: Verdict;
  readonly problems: number;
  readonly warnings: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** A message that arrived. */
export interface ToldMessage {
  readonly at: number;
  readonly channel: string;
  readonly kind: NotificationKind;
  readonly severity: AlertSeverity;
  /** Of the worst incident, or what the message was about. */
  readonly title: string;
  /** Of the worst incident; messages of earlier versions have none. */
  readonly code?: FindingCode;
  readonly incidents: number;
}

/** Oldest first. */
export interface History {
  readonly verdicts: readonly VerdictSpan[];
  readonly told: readonly ToldMessage[];
}

export const emptyHistory: History = { verdicts: [], told: [] };

const MOST_SPANS = 200;
const MOST_MESSAGES = 100;
const KEPT_MS = 90 * DAY_MS;

type RunEnd = Pick<VerdictSpan, 'verdict' | 'problems' | 'warnings'>;

/** The history with one more run; what lies ahead of `now` comes from a clock that was wrong and goes. */
export function withRun(history: History, end: RunEnd, now: number): History {
  const before = history.verdicts.filter((span) => isKept(span.lastAt, now));
  const last = before.at(-1);
  const goesOn =
    last?.verdict === end.verdict &&
    last.problems === end.problems &&
    last.warnings === end.warnings;
  const verdicts = goesOn
    ? [...before.slice(0, -1), { ...last, lastAt: now }]
    : [...before, { ...end, firstAt: now, lastAt: now }];
  return { ...history, verdicts: verdicts.slice(-MOST_SPANS) };
}

/** The history with messages that arrived. */
export function withTold(history: History, fresh: readonly ToldMessage[], now: number): History {
  if (fresh.length === 0) return history;
  const told = [...history.told.filter(({ at }) => isKept(at, now)), ...fresh];
  return { ...history, told: told.slice(-MOST_MESSAGES) };
}

function isKept(at: number, now: number): boolean {
  return at <= now && now - at <= KEPT_MS;
}
