// Turns one stored credential of any era into a Profile, or says why it is none.
import type {
  CredentialType,
  ExpiresFault,
  MaterialFault,
  Profile,
  SecretRef,
} from '../core/profile.ts';
import { Secret } from '../core/secret.ts';
import { jwtExpiry } from './jwt.ts';
import { parseSecretRef } from './secret-refs.ts';

/** Largest time a Date holds; OpenClaw 2026.9 calls later ones `invalid_expires`. */
const MAX_TIME_MS = 8_640_000_000_000_000;
/** Below this a value cannot be epoch ms of this century: 1e11 ms is March 1973. */
const SECONDS_BELOW = 100_000_000_000;

// OpenClaw 2026.8.2 and later write it, with `expires: 1`, while a refresh runs and after it failed.
const FENCE =
  /^openclaw-oauth-refresh-fence:v1:([a-f0-9]{32}:(failed:)?)(access|refresh):[a-f0-9]{64}$/;

/** JSON: up to 2026.6.4; SQLite: later, with its own reading of odd values. */
export type Era = 'json' | 'sqlite';

/** What an onboarding prompt got instead of a key; 2026.9 calls it `malformed_api_key`. */
const PASTED_COMMAND = /^openclaw\s+onboard\s(?:.*\s)?--auth-choice(?:[\s=]|$)/i;

const TYPES: Readonly<Record<string, CredentialType>> = {
  api_key: 'api_key',
  token: 'token',
  oauth: 'oauth',
};

const MATERIAL_KEYS: Readonly<Record<CredentialType, string>> = {
  api_key: 'key',
  token: 'token',
  oauth: 'access',
};

/** Anything else than the characters of every credential that is whole. */
const UNUSUAL = /[^!-~]/;

export type ProfileReading =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly problem: string; readonly provider: string | null };

type Raw = Readonly<Record<string, unknown>>;

/** Reads one entry of `profiles`. Never throws, whatever the value is. */
export function parseProfile(profileId: string, value: unknown, era: Era): ProfileReading {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, problem: 'not_an_object', provider: null };
  }
  const raw = value as Raw;
  const [named, provider] = [own(raw, 'type'), own(raw, 'provider')];
  const known = typeof named === 'string' && Object.hasOwn(TYPES, named) ? TYPES[named] : undefined;
  if (known === undefined) {
    return { ok: false, problem: 'unknown_type', provider: textOrNull(provider) };
  }
  if (typeof provider !== 'string' || provider === '') {
    return { ok: false, problem: provider ? 'provider_not_text' : 'no_provider', provider: null };
  }
  return { ok: true, profile: profileOf(profileId, provider, known, raw, era) };
}

// A reference of its own outranks the stored text, unless it is written as it was once.
function refOf(field: unknown, stored: unknown, era: Era): SecretRef | null {
  const explicit = aliased(field, era);
  const passed = explicit?.isRetired === true && (era === 'sqlite' || !isBlank(stored));
  const inline = typeof stored === 'string' ? parseSecretRef(stored) : aliased(stored, era);
  const ref = passed ? inline : (explicit ?? inline);
  if (ref === null || stored === undefined || stored === null) return ref;
  return { ...ref, beside: typeof stored === 'string' ? 'text' : 'other' };
}

// Only a text in the place of the value itself is read with `secrets.defaults`; any other reference that
// names no provider means the one that is called `default` (2026.9.6, measured).
function aliased(value: unknown, era: Era): SecretRef | null {
  const ref = parseSecretRef(value);
  return ref === null || ref.provider !== '' || era === 'json'
    ? ref
    : { ...ref, provider: 'default' };
}

function isBlank(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  );
}

function profileOf(
  profileId: string,
  provider: string,
  type: CredentialType,
  raw: Raw,
  era: Era,
): Profile {
  const stored = own(raw, MATERIAL_KEYS[type]);
  const secretRef = type === 'oauth' ? null : refOf(own(raw, `${refPrefix(type)}Ref`), stored, era);
  const text = secretRef === null && typeof stored === 'string' ? stored : null;
  const refresh = type === 'oauth' ? own(raw, 'refresh') : undefined;
  const fence = own(raw, 'expires') === 1 ? fenceOf(text, refresh) : null;
  const expires =
    type === 'api_key' ? { at: null, fault: null } : parseExpires(own(raw, 'expires'), era);
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

/** A profile whose reference was followed to this text. */
export function withValue(profile: Profile, text: string): Profile {
  const secret = new Secret(text);
  return { ...profile, secret, materialFault: materialFault(text), jwtExpiresAt: jwtExpiry(text) };
}

/**
 * Reads a stored `expires`: epoch ms, or the reason why it is none. Values in seconds are kept as
 * stored. `null` is no expiry in the JSON era and `invalid_expires` in the SQLite era.
 */
export function parseExpires(
  value: unknown,
  era: Era,
): { at: number | null; fault: ExpiresFault | null } {
  if (value === undefined || (value === null && era === 'json')) return { at: null, fault: null };
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
  if (!UNUSUAL.test(stored)) return null;
  const trimmed = stored.trim();
  if (trimmed === '') return 'blank';
  if (PASTED_COMMAND.test(trimmed)) return 'pasted_command';
  if (/[\r\n]/.test(trimmed)) return 'newline';
  return /\s/.test(trimmed) ? 'inner_whitespace' : null;
}

function fenceOf(access: string | null, refresh: unknown): 'pending' | 'failed' | null {
  // Both halves, of one claim and in one state; anything else is an ordinary login that has ended.
  const marks = [access, refresh].map((value) =>
    typeof value === 'string' ? FENCE.exec(value) : null,
  );
  const [first, second] = marks;
  if (first?.[3] !== 'access' || second?.[3] !== 'refresh' || first[1] !== second[1]) return null;
  return first[2] === undefined ? 'pending' : 'failed';
}

function isInactive(setup: unknown): boolean {
  if (typeof setup !== 'object' || setup === null) return false;
  const { replacement, modelRef, configJson } = setup as Raw;
  // One that does not say what it sets up is dropped (2026.9.6).
  return replacement === true && [modelRef, configJson].every((text) => isText(text));
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
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
