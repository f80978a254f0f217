// Reads the rows of a store as OpenClaw 2026.9 does, where that is not how files were read before it.
import type { Profile } from '../core/profile.ts';
import { parseStore, parseUsage, type StoredAuth } from './parse-store.ts';

type Raw = Readonly<Record<string, unknown>>;

/** Reads the row of a store, with what it says of order and usage; null when `profiles` is no object. */
export function parseModernStore(row: unknown): StoredAuth | null {
  const entries = isRecord(row) ? row['profiles'] : undefined;
  if (typeof entries !== 'object' || entries === null) return null;
  const named = Object.entries(entries).map(([id, entry]) => [id, modernEntry(entry)] as const);
  const store = parseStore({ profiles: Object.fromEntries(named) }, {}, 'sqlite');
  if (store === null) return null;
  const kept = new Set(named.filter(([, entry]) => isElsewhere(entry)).map(([id]) => id));
  const profiles = [...store.profiles].map(([id, profile]): [string, Profile] => [
    id,
    kept.has(id) ? withoutTokens(profile) : profile,
  ]);
  return { ...store, profiles: new Map(profiles), ...parseModernUsage(row) };
}

/** Reads what a row says of order and usage: an id with blanks around it is that id, an empty record is none. */
export function parseModernUsage(row: unknown): Pick<StoredAuth, 'order' | 'stats'> {
  const usage = isRecord(row) ? row['usageStats'] : undefined;
  if (!isRecord(row) || !isRecord(usage)) return parseUsage(row);
  const stats = Object.entries(usage)
    .filter(([, entry]) => isRecord(entry) && Object.keys(entry).length > 0)
    .map(([id, entry]) => [id.trim(), entry]);
  return parseUsage({ ...row, usageStats: Object.fromEntries(stats) as Raw });
}

// The names of older imports are read where the new ones are not there at all, and a provider of blanks is none.
function modernEntry(entry: unknown): unknown {
  if (!isRecord(entry)) return entry;
  const provider = own(entry, 'provider');
  const type = Object.hasOwn(entry, 'type') ? entry['type'] : own(entry, 'mode');
  const key = Object.hasOwn(entry, 'key') ? entry['key'] : own(entry, 'apiKey');
  return {
    ...entry,
    type: type === 'apiKey' ? 'api_key' : type,
    ...(key === undefined ? {} : { key }),
    ...(typeof provider === 'string' && !isText(provider) ? { provider: '' } : {}),
  };
}

/** True for a login whose tokens an older version kept in a file that only `openclaw doctor` still reads. */
function isElsewhere(entry: unknown): boolean {
  if (!isRecord(entry) || own(entry, 'type') !== 'oauth') return false;
  const ref = own(entry, 'oauthRef');
  if (!isRecord(ref) || ['access', 'refresh'].some((name) => isText(own(entry, name))))
    return false;
  const { source, provider, id } = ref;
  const isKnown = source === 'openclaw-credentials' && provider === 'openai-codex';
  return isKnown && typeof id === 'string' && /^[a-f0-9]{32}$/.test(id);
}

function withoutTokens(profile: Profile): Profile {
  return { ...profile, secret: null, refresh: null, materialFault: 'elsewhere' };
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function own(raw: Raw, key: string): unknown {
  return Object.hasOwn(raw, key) ? raw[key] : undefined;
}

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
