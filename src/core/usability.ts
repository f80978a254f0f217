// Decides whether OpenClaw has set a profile aside, and until when.
import { MINUTE_MS } from './duration.ts';
import type { Unusable, UsageStats } from './profile.ts';

/** A window shorter than this is noise: OpenClaw's cooldowns after a blip last 30 s to a few minutes. */
export const SHORT_WINDOW_MS = 5 * MINUTE_MS;

// Failures of one model say nothing about the others (OpenClaw 2026.4.5 and later).
const MODEL_SCOPED = new Set(['rate_limit', 'timeout', 'model_not_found']);
// These route around their own limits; OpenClaw 2026.9 lets every window of theirs pass.
const BYPASS_WINDOWS = new Set(['openrouter', 'kilocode']);

/** A stretch of time in which OpenClaw does not use a profile. */
interface Window {
  readonly kind: Unusable['kind'];
  readonly reason: string | null;
  /** Epoch ms. */
  readonly until: number;
  /** The only model it holds for; null when it holds for all. */
  readonly model: string | null;
}

/** Most profiles are not set aside, so the list is made once. */
const NO_WINDOWS: readonly Window[] = [];

/**
 * The windows that are open at `now`. `provider` is normalised; null in the JSON era, when no provider
 * was let off.
 */
export function openWindows(
  stats: UsageStats | null,
  provider: string | null,
  now: number,
): readonly Window[] {
  if (stats === null || (provider !== null && BYPASS_WINDOWS.has(provider))) return NO_WINDOWS;
  const { disabledUntil, blockedUntil, cooldownUntil } = stats;
  if (disabledUntil === null && blockedUntil === null && cooldownUntil === null) return NO_WINDOWS;
  const windows: (Omit<Window, 'until'> & { readonly until: number | null })[] = [
    {
      kind: 'disabled',
      reason: stats.disabledReason,
      until: disabledUntil,
      model: null,
    },
    {
      kind: 'cooldown',
      reason: stats.blockedReason,
      until: blockedUntil,
      model: stats.blockedModel,
    },
    {
      kind: 'cooldown',
      reason: stats.cooldownReason,
      until: cooldownUntil,
      model: scopedModel(stats),
    },
  ];
  return windows.filter((window): window is Window => window.until !== null && window.until > now);
}

/**
 * What keeps a profile unusable at `now`, as `auth.unusableProfiles` names it: `disabled` when that
 * window is open, else `cooldown`; until the latest open one. Null when it is usable.
 */
export function unusableAt(
  stats: UsageStats | null,
  provider: string | null,
  now: number,
): Unusable | null {
  const windows = openWindows(stats, provider, now);
  if (windows.length === 0) return null;
  const [head] = windows.toSorted((a, b) => b.until - a.until);
  if (head === undefined) return null;
  const named = windows.find(({ kind }) => kind === 'disabled') ?? head;
  const { kind, reason } = named;
  return {
    kind,
    reason,
    classification: kind === 'cooldown' ? (stats?.cooldownClassification ?? null) : null,
    until: head.until,
    // One window for all models, or two for different ones, leave no model to rely on.
    model: windows.every(({ model }) => model === head.model) ? head.model : null,
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
