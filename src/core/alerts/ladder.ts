// Decides the rung of the expiry ladder, and which rungs a credential is told at all.
import { DAY_MS, HOUR_MS } from '../duration.ts';
import type { FindingCode } from '../finding.ts';
import type { LadderRung, Stage } from './incident.ts';
import type { AlertSeverity } from './notification.ts';

/** Nearest first. */
const RUNGS: readonly { readonly rung: LadderRung; readonly withinMs: number }[] = [
  { rung: 'expired', withinMs: 0 },
  { rung: '1h', withinMs: HOUR_MS },
  { rung: '6h', withinMs: 6 * HOUR_MS },
  { rung: '24h', withinMs: DAY_MS },
  { rung: '7d', withinMs: 7 * DAY_MS },
  { rung: '30d', withinMs: 30 * DAY_MS },
];

const ORDER: readonly Stage[] = ['30d', '7d', '24h', '6h', '1h', 'expired'];

/** How far a clock may go back without taking back what it had shown. */
const CLOCK_SLACK_MS = 2 * DAY_MS;

const COUNTS_DOWN: readonly FindingCode[] = [
  'profile_expiring',
  'profile_expiry_ahead',
  'credential_age',
];

/** The stage of a finding at `now`; what has no expiry ahead of it is its own stage. */
export function stageOf(code: FindingCode, expiresAt: number | null, now: number): Stage {
  if (code === 'profile_expired') return 'expired';
  if (expiresAt === null || !COUNTS_DOWN.includes(code)) return code;
  // The finding knows whether it is over; by a later clock its last hour has come at most.
  const remainingMs = Math.max(1, expiresAt - now);
  return RUNGS.find(({ withinMs }) => remainingMs <= withinMs)?.rung ?? code;
}

/** The height of a rung, `expired` highest; -1 for a stage that is none. */
export function rungHeight(stage: Stage): number {
  return ORDER.indexOf(stage);
}

/**
 * True for a notice at 30 or 7 days about a credential that had no more than that left when it was
 * first seen: one that lives 5 days would otherwise be announced as soon as it is made.
 */
export function isBornInside(
  stage: Stage,
  severity: AlertSeverity,
  initialRemainingMs: number,
): boolean {
  if (severity !== 'notice' || (stage !== '30d' && stage !== '7d')) return false;
  return initialRemainingMs <= widthOf(stage);
}

/**
 * True while an end is about as near as its rung says. It no longer is when the clock that reached the
 * rung was far ahead of the true time; by a day or two it may have been, and then it comes again.
 */
export function isStillNear(stage: Stage, expiresAt: number, now: number): boolean {
  return rungHeight(stage) >= 0 && expiresAt - now <= widthOf(stage) + CLOCK_SLACK_MS;
}

function widthOf(stage: Stage): number {
  return RUNGS.find(({ rung }) => rung === stage)?.withinMs ?? 0;
}
