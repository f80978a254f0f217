// Reads the JSON of a credential store and of its usage state, entry by entry.
import type { MalformedProfile } from '../core/agent.ts';
import type { Profile, UsageStats } from '../core/profile.ts';
import { normalizeProvider } from '../core/provider.ts';
import { parseProfile, type Era } from './parse-profile.ts';

/** An entry that is no usable profile, before it is known who inherits it. */
export type MalformedEntry = Omit<MalformedProfile, 'inheritedFrom'>;

/** A store before it is merged with the one it inherits from. */
export interface StoredAuth {
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly malformed: readonly MalformedEntry[];
  readonly order: ReadonlyMap<string, readonly string[]>;
  readonly stats: ReadonlyMap<string, UsageStats>;
}

export const EMPTY_STORE: StoredAuth = {
  profiles: new Map(),
  malformed: [],
  order: new Map(),
  stats: new Map(),
};

type Raw = Readonly<Record<string, unknown>>;

/** Largest time a Date holds; what claims to be later is none. */
const MAX_TIME_MS = 8_640_000_000_000_000;

// Other words, say of a later version or of a hand that edited the file, are dropped as in 2026.9.6.
const REASONS = new Set(
  (
    'auth auth_permanent format overloaded rate_limit billing timeout model_not_found session_expired ' +
    'empty_response no_error_details unclassified unknown subscription_limit'
  ).split(' '),
);

/** Reads `{profiles, order?, usageStats?}`; null when `profiles` is no object (a list passes, as in 2026.2.9). */
export function parseStore(value: unknown, state: unknown, era: Era): StoredAuth | null {
  const entries = isRecord(value) ? value['profiles'] : undefined;
  if (typeof entries !== 'object' || entries === null) return null;
  const profiles = new Map<string, Profile>();
  const malformed: MalformedEntry[] = [];
  for (const [profileId, entry] of Object.entries(entries)) {
    const reading = parseProfile(profileId, entry, era);
    if (reading.ok) profiles.set(profileId, reading.profile);
    else malformed.push({ profileId, provider: reading.provider, problem: reading.problem });
  }
  return { profiles, malformed, ...parseUsage(state) };
}

/** Reads `{order?, usageStats?}`; entries of another shape are dropped. */
export function parseUsage(value: unknown): Pick<StoredAuth, 'order' | 'stats'> {
  const raw = isRecord(value) ? value : {};
  const order = new Map<string, readonly string[]>();
  for (const [provider, ids] of entriesOf(raw['order'])) {
    if (!Array.isArray(ids)) continue;
    const named = ids
      .filter((id): id is string => typeof id === 'string')
      .map((id) => id.trim())
      .filter((id) => id !== '');
    // A stored order without a name is none; only the config can order nothing (both versions).
    if (named.length > 0) order.set(normalizeProvider(provider), named);
  }
  const stats = new Map<string, UsageStats>();
  for (const [profileId, entry] of entriesOf(raw['usageStats'])) {
    if (isRecord(entry)) stats.set(profileId, parseStats(entry));
  }
  return { order, stats };
}

function parseStats(raw: Raw): UsageStats {
  return {
    lastUsedAt: time(raw['lastUsed']),
    lastFailureAt: time(raw['lastFailureAt']),
    cooldownUntil: time(raw['cooldownUntil']),
    cooldownReason: reason(raw['cooldownReason']),
    cooldownClassification: word(raw['cooldownClassification']),
    cooldownModel: word(raw['cooldownModel']),
    disabledUntil: time(raw['disabledUntil']),
    disabledReason: reason(raw['disabledReason']),
    blockedUntil: time(raw['blockedUntil']),
    blockedReason: reason(raw['blockedReason']),
    blockedModel: raw['blockedScope'] === 'model' ? word(raw['blockedModel']) : null,
    errorCount: time(raw['errorCount']) ?? 0,
    failureCounts: Object.fromEntries(
      entriesOf(raw['failureCounts']).filter(
        (entry): entry is [string, number] => typeof entry[1] === 'number',
      ),
    ),
  };
}

function time(value: unknown): number | null {
  return typeof value === 'number' && value > 0 && value <= MAX_TIME_MS ? value : null;
}

function reason(value: unknown): string | null {
  return typeof value === 'string' && REASONS.has(value) ? value : null;
}

function word(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}
