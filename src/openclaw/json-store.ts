// Reads the stores of the JSON era (up to 2026.6.4), legacy files in memory only.
import type { StoreFault } from '../core/agent.ts';
import type { Files } from '../world.ts';
import { below } from './below.ts';
import { readJson, unreadable } from './json-file.ts';
import { EMPTY_STORE, parseStore, type StoredAuth } from './parse-store.ts';

export interface StoreReading {
  /** Null when there is no store, or none that can be read. */
  readonly store: StoredAuth | null;
  readonly path: string;
  readonly exists: boolean;
  readonly fault: StoreFault | null;
}

export const STORE_FILE = 'auth-profiles.json';
/** Since 2026.4.5 the usage stands in a file of its own. */
const STATE_FILE = 'auth-state.json';

/** Reads `<agentDir>/auth-profiles.json`. Never throws: what cannot be read becomes a fault. */
export function readJsonStore(files: Files, agentDir: string): StoreReading {
  const path = below(agentDir, STORE_FILE);
  const { value, exists, mode, fault } = readJson(files, path);
  if (value === undefined) return { store: null, path, exists, fault };
  const state = readJson(files, below(agentDir, STATE_FILE));
  const store = parseStore(value, state.value ?? value, 'json');
  return store === null
    ? { store: null, path, exists, fault: unreadable(path, 'corrupt', 'profiles is no object') }
    : { store, path, exists, fault: state.fault ?? permissionFault(path, mode) };
}

/** A store that group or others can read is a notice; null when it is private. `mode`: permission bits. */
export function permissionFault(path: string, mode: number): StoreFault | null {
  if (process.platform === 'win32' || (mode & 0o077) === 0) return null;
  return {
    code: 'store_permissions',
    path,
    problem: 'readable_by_others',
    detail: mode.toString(8),
  };
}

/**
 * Reads the files that OpenClaw 2026.2 imports when an agent has no store: `<agentDir>/auth.json` and
 * `<state>/credentials/oauth.json`. Nothing is written or deleted, unlike there.
 */
export function readLegacyStores(
  files: Files,
  agentDir: string,
  oauthDir: string,
): { readonly store: StoredAuth | null; readonly faults: readonly StoreFault[] } {
  const own = readJson(files, below(agentDir, 'auth.json'));
  const shared = readJson(files, below(oauthDir, 'oauth.json'));
  const imported = [
    (isStore(own.value) ? [] : entriesOf(own.value)).filter(([, entry]) => 'type' in entry),
    entriesOf(shared.value).map(
      ([provider, entry]) => [provider, { type: 'oauth', ...entry }] as const,
    ),
  ];
  const faults = [own.fault, shared.fault].filter((fault) => fault !== null);
  const profiles: Record<string, unknown> = {};
  for (const [provider, entry] of imported.flat()) {
    profiles[`${provider}:default`] ??= { provider, ...entry };
  }
  const store = parseStore({ profiles }, {}, 'json') ?? EMPTY_STORE;
  return { store: store.profiles.size === 0 ? null : store, faults };
}

// `auth.json` is also the name of a cache with another layout.
function isStore(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'profiles' in value;
}

function entriesOf(value: unknown): [string, Record<string, unknown>][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).filter(
    (entry): entry is [string, Record<string, unknown>] =>
      typeof entry[1] === 'object' && entry[1] !== null,
  );
}
