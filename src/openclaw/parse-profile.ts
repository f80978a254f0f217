// Turns one stored credential of any era into a Profile, or says why it is none.
import type { CredentialType, ExpiresFault, MaterialFault, Profile } from '../core/profile.ts';
import { Secret } from '../core/secret.ts';
import { jwtExpiry } from './jwt.ts';
import { parseSecretRef } from './secret-refs.ts';

/** Largest time a Date holds; OpenClaw 2026.9 calls later ones `invalid_expires`. */
const MAX_TIME_MS = 8_640_000_000_000_000;
/** Below this a value cannot be epoch ms of this century: 1e11 ms is March 1973. */
const SECONDS_BELOW = 100_000_000_000;

const FENCE =
  /^openclaw-oauth-refresh-fence:v1:[a-f0-9]{32}:(failed:)?(?:access|refresh):[a-f0-9]{64}$/;

// 2026.9 still reads the key names of older imports.
const TYPE_ALIASES: Readonly<Record<string, CredentialType>> = {
  api_key: 'api_key',
  apiKey: 'api_key',
  token: 'token',
  oauth: 'oauth',
};

const MATERIAL_KEYS = {
  api_key: ['key', 'apiKey'],
  token: ['token'],
  oauth: ['access'],
} as const satisfies Record<CredentialType, readonly string[]>;

export type ProfileReading =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly problem: string; readonly provider: string | null };

type Raw = Readonly<Record<string, unknown>>;

/** Reads one entry of `profiles`. Never throws, whatever the value is. */
export function parseProfile(profileId: string, value: unknown): ProfileReading {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, problem: 'not_an_object', provider: null };
  }
  const raw = value as Raw;
  const provider = own(raw, 'provider');
  if (typeof provider !== 'string' || provider === '') {
    return { ok: false, problem: provider ? 'provider_not_text' : 'no_provider', provider: null };
  }
  const named = own(raw, 'type') ?? own(raw, 'mode');
  const type =
    typeof named === 'string' && Object.hasOwn(TYPE_ALIASES, named)
      ? TYPE_ALIASES[named]
      : undefined;
  if (type === undefined) return { ok: false, problem: 'unknown_type', provider };
  return { ok: true, profile: profileOf(profileId, provider, type, raw) };
}

function profileOf(profileId: string, provider: string, type: CredentialType, raw: Raw): Profile {
  const stored = MATERIAL_KEYS[type]
    .map((key) => own(raw, key))
    .find((found) => found !== undefined);
  const secretRef =
    type === 'oauth'
      ? null
      : (parseSecretRef(own(raw, `${refPrefix(type)}Ref`)) ?? parseSecretRef(stored));
  const text = secretRef === null && typeof stored === 'string' ? stored : null;
  const refresh = type === 'oauth' ? own(raw, 'refresh') : undefined;
  const fence = fenceOf(text, refresh);
  const expires =
    type === 'api_key' ? { at: null, fault: null } : parseExpires(own(raw, 'expires'));
  return {
    profileId,
    provider,
    type,
    secret: text === null || text === '' || fence !== null ? null : new Secret(text),
    secretRef,
    refresh: typeof refresh === 'string' && refresh !== '' ? new Secret(refresh) : null,
    materialFault: secretRef === null ? materialFault(stored) : null,
    expiresAt: expires.at,
    expiresFault: fence === null ? expires.fault : null,
    jwtExpiresAt: text === null ? null : jwtExpiry(text),
    refreshFence: fence,
    inactive: isInactive(own(raw, 'setup')),
    ownedByCli: own(raw, 'authFlow') === 'external-cli' || /:(?:claude|codex)-cli$/.test(profileId),
    accountId: textOrNull(own(raw, 'accountId')),
    email: textOrNull(own(raw, 'email')),
  };
}

/** Reads a stored `expires`: epoch ms, or the reason why it is none. Values in seconds are kept as stored. */
export function parseExpires(value: unknown): { at: number | null; fault: ExpiresFault | null } {
  if (value === undefined || value === null) return { at: null, fault: null };
  if (typeof value !== 'number' || !Number.isFinite(value))
    return { at: null, fault: 'not_a_number' };
  if (value === 0) return { at: null, fault: 'zero' };
  if (value < 0) return { at: null, fault: 'negative' };
  if (value > MAX_TIME_MS) return { at: null, fault: 'out_of_range' };
  return { at: value, fault: value < SECONDS_BELOW ? 'seconds' : null };
}

function materialFault(stored: unknown): MaterialFault | null {
  if (stored === undefined || stored === null) return null;
  if (typeof stored !== 'string') return 'not_text';
  if (stored === '') return 'empty';
  const trimmed = stored.trim();
  if (trimmed === '') return 'blank';
  if (/[\r\n]/.test(trimmed)) return 'newline';
  return /\s/.test(trimmed) ? 'inner_whitespace' : null;
}

function fenceOf(access: string | null, refresh: unknown): 'pending' | 'failed' | null {
  for (const value of [access, refresh]) {
    const match = typeof value === 'string' ? FENCE.exec(value) : null;
    if (match) return match[1] === undefined ? 'pending' : 'failed';
  }
  return null;
}

function isInactive(setup: unknown): boolean {
  return typeof setup === 'object' && setup !== null && own(setup as Raw, 'replacement') === true;
}

function refPrefix(type: CredentialType): string {
  return type === 'api_key' ? 'key' : 'token';
}

function own(raw: Raw, key: string): unknown {
  return Object.hasOwn(raw, key) ? raw[key] : undefined;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
