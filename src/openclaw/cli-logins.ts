// The logins of other programs that OpenClaw takes into every store it reads.
import { join } from 'node:path';
import type { Profile } from '../core/profile.ts';
import type { Files } from '../world.ts';
import { readJson } from './json-file.ts';
import { parseProfile, type Era } from './parse-profile.ts';
import { EMPTY_STORE, type StoredAuth } from './parse-store.ts';

const MINIMAX = {
  provider: 'minimax-portal',
  profileId: 'minimax-portal:minimax-cli',
  file: '.minimax/oauth_creds.json',
};
const QWEN = {
  provider: 'qwen-portal',
  profileId: 'qwen-portal:qwen-cli',
  file: '.qwen/oauth_creds.json',
};

// 2026.9 has no reader for Qwen's any more.
const LOGINS = { json: [QWEN, MINIMAX], sqlite: [MINIMAX] } as const;

/** A stored copy that ends within this time is compared with the file. */
const NEAR_EXPIRY_MS = 600_000;

/** The profiles that OpenClaw syncs from `~/.qwen` and `~/.minimax`; the files are only read. */
export function readCliLogins(files: Files, home: string, era: Era): readonly Profile[] {
  return LOGINS[era].flatMap(({ provider, profileId, file }) => {
    const { value } = readJson(files, join(home, file));
    if (typeof value !== 'object' || value === null) return [];
    const login = value as Record<string, unknown>;
    const { access_token: access, refresh_token: refresh, expiry_date: expires } = login;
    if (!isText(access) || !isText(refresh) || !Number.isFinite(expires)) return [];
    const entry = { type: 'oauth', provider, access, refresh, expires };
    const reading = parseProfile(profileId, entry, era);
    return reading.ok ? [{ ...reading.profile, ownedByCli: true }] : [];
  });
}

/** `store` with the logins that it lacks or holds older copies of; null when there are none at all. */
export function withLogins(
  store: StoredAuth | null,
  logins: readonly Profile[],
  now: number,
): StoredAuth | null {
  const taken = logins.filter((login) =>
    takesLogin(store?.profiles.get(login.profileId), login, now),
  );
  if (taken.length === 0) return store;
  const added = taken.map((login) => [login.profileId, login] as const);
  const base = store ?? EMPTY_STORE;
  return { ...base, profiles: new Map([...base.profiles, ...added]) };
}

function takesLogin(stored: Profile | undefined, login: Profile, now: number): boolean {
  if (stored === undefined || stored.provider !== login.provider || stored.type === 'api_key')
    return true;
  // What states no time there counts as fresh, and so does a time beyond the calendar.
  const { expiresAt, expiresFault, type } = stored;
  if (expiresAt === null && !ENDED.has(expiresFault)) return false;
  const endsAt = expiresAt ?? 0;
  if (endsAt - now > NEAR_EXPIRY_MS) return false;
  return type !== 'oauth' || endsAt <= now || (login.expiresAt ?? 0) > endsAt;
}

/** Faults of an `expires` that is a number all the same, and long past. */
const ENDED: ReadonlySet<Profile['expiresFault']> = new Set(['zero', 'negative']);

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
