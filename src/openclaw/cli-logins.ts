// The logins of other programs that OpenClaw 2026.2 takes into every store it reads.
import { join } from 'node:path';
import type { Profile } from '../core/profile.ts';
import type { Files } from '../world.ts';
import { readJson } from './json-store.ts';
import { parseProfile } from './parse-profile.ts';

const LOGINS = [
  { provider: 'qwen-portal', profileId: 'qwen-portal:qwen-cli', file: '.qwen/oauth_creds.json' },
  {
    provider: 'minimax-portal',
    profileId: 'minimax-portal:minimax-cli',
    file: '.minimax/oauth_creds.json',
  },
] as const;

/** Left over when a stored copy ends within this time; then the file counts instead. */
const NEAR_EXPIRY_MS = 600_000;

/** The profiles that OpenClaw 2026.2 syncs from `~/.qwen` and `~/.minimax`; the files are only read. */
export function readCliLogins(files: Files, home: string): readonly Profile[] {
  return LOGINS.flatMap(({ provider, profileId, file }) => {
    const { value } = readJson(files, join(home, file));
    if (typeof value !== 'object' || value === null) return [];
    const login = value as Record<string, unknown>;
    const { access_token: access, refresh_token: refresh, expiry_date: expires } = login;
    if (!access || !refresh || typeof expires !== 'number') return [];
    const reading = parseProfile(profileId, { type: 'oauth', provider, access, refresh, expires });
    return reading.ok ? [{ ...reading.profile, ownedByCli: true }] : [];
  });
}

/** True when OpenClaw 2026.2 would take the login instead of what is stored under its id. */
export function takesLogin(stored: Profile | undefined, login: Profile, now: number): boolean {
  if (stored === undefined || stored.provider !== login.provider || stored.type !== 'oauth')
    return true;
  return stored.expiresAt === null || stored.expiresAt - now <= NEAR_EXPIRY_MS;
}
