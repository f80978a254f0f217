// Decides whether OpenClaw has set a profile aside, and until when.
import { MINUTE_MS } from './duration.ts';
import type { Unusable, UsageStats } from './profile.ts';

/** A window up to this long is noise: OpenClaw's shortest cooldowns are 30 s to 5 min. */
export const SHORT_WINDOW_MS = 5 * MINUTE_MS;

// Failures of one model say nothing about the others (OpenClaw 2026.4.5 and later).
const MODEL_SCOPED = new Set(['rate_limit', 'timeout', 'model_not_found']);
// These route around their own limits; OpenClaw 2026.9 lets their cooldowns pass.
const BYPASS_COOLDOWN = new Set(['openrouter', 'kilocode']);

/**
 * The window that keeps a profile unusable at `now`, as `auth.unusableProfiles` names it: `disabled`
 * when that window is open, else `cooldown`; until the latest open one. Null when it is usable.
 */
export function unusableAt(
  stats: UsageStats | null,
  provider: string,
  now: number,
): Unusable | null {
  if (stats === null) return null;
  const open = (until: number | null): number => (until !== null && until > now ? until : 0);
  const disabled = open(stats.disabledUntil);
  const bypass = BYPASS_COOLDOWN.has(provider);
  const cooldown = bypass ? 0 : open(stats.cooldownUntil);
  const blocked = bypass ? 0 : open(stats.blockedUntil);
  const until = Math.max(disabled, cooldown, blocked);
  if (until === 0) return null;
  if (disabled > 0) {
    return {
      kind: 'disabled',
      reason: stats.disabledReason,
      classification: null,
      until,
      model: null,
    };
  }
  const byBlock = blocked >= cooldown;
  return {
    kind: 'cooldown',
    reason: byBlock ? stats.blockedReason : stats.cooldownReason,
    classification: stats.cooldownClassification,
    until,
    model: byBlock ? stats.blockedModel : scopedModel(stats),
  };
}

/** Length of the window in ms, measured from the failure that opened it where that is known. */
export function windowMs(stats: UsageStats | null, until: number, now: number): number {
  const openedAt = stats?.lastFailureAt;
  return until - (openedAt !== null && openedAt !== undefined && openedAt <= now ? openedAt : now);
}

function scopedModel(stats: UsageStats): string | null {
  return stats.cooldownReason !== null && MODEL_SCOPED.has(stats.cooldownReason)
    ? stats.cooldownModel
    : null;
}
