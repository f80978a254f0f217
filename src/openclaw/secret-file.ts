// Reads the value behind a file SecretRef, where the user allows it, under OpenClaw's own rules for such files.
import { resolve } from 'node:path';
import type { Profile, SecretRef } from '../core/profile.ts';
import { Secret } from '../core/secret.ts';
import type { Files } from '../world.ts';
import type { Resolved } from './agent-context.ts';
import type { ConfigFacts, SecretProvider } from './config-facts.ts';
import { withValue } from './parse-profile.ts';
import { expandTilde, gatewayHome, type GatewaySource, type SystemView } from './state-dir.ts';

/** Largest file unless `maxBytes` says otherwise, and the most that it may say (OpenClaw 2026.9.6). */
const MAX_BYTES = 1024 * 1024;
const LIMIT_BYTES = 20 * MAX_BYTES;

/** `absent`: the file can be read and holds no such value. `refused`: it may not or must not be read. */
type FileValue =
  | { readonly ok: true; readonly value: Secret }
  | { readonly ok: false; readonly why: 'absent' | 'refused' };

const REFUSED: FileValue = { ok: false, why: 'refused' };
const ABSENT: FileValue = { ok: false, why: 'absent' };

/** Follows the file references of a gateway. */
export function secretFiles(
  view: SystemView,
  source: GatewaySource,
  facts: Pick<ConfigFacts, 'secretProviders' | 'secretDefaults'>,
): (profile: Profile, ref: SecretRef) => Resolved {
  const home = gatewayHome(view, source);
  return (profile, ref) => {
    const alias = ref.provider || (facts.secretDefaults.get('file') ?? 'default');
    const provider = facts.secretProviders.get(alias);
    if (!provider?.path) return { profile, refPresence: 'absent', foundIn: null };
    const path = resolve(source.stateDir, expandTilde(provider.path, home));
    const found = readSecretFile(view.files, path, ref, provider);
    if (found.ok) {
      return {
        profile: withValue(profile, found.value.reveal()),
        refPresence: 'present',
        foundIn: path,
      };
    }
    const refPresence = found.why === 'absent' ? 'not_in_file' : 'unknown';
    return { profile, refPresence, foundIn: null };
  };
}

/**
 * The value of `ref` in the file at `path`: a regular file with one link and no other readers, not
 * reached through a link itself. Never throws.
 */
export function readSecretFile(
  files: Files,
  path: string,
  ref: SecretRef,
  { singleValue, maxBytes }: Pick<SecretProvider, 'singleValue' | 'maxBytes'>,
): FileValue {
  try {
    const stat = files.stat(path);
    if (stat === null) return ABSENT;
    const isPrivate = stat.isFile && stat.links === 1 && (stat.mode & 0o077) === 0;
    if (!isPrivate || files.isSymlink(path)) return REFUSED;
    if (stat.size > Math.min(maxBytes ?? MAX_BYTES, LIMIT_BYTES)) return REFUSED;
    const text = files
      .read(path)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
    const value = singleValue ? text.trim() : at(objectIn(text), ref.id);
    if (typeof value !== 'string' || value.trim() === '') return ABSENT;
    return { ok: true, value: new Secret(value) };
  } catch {
    return REFUSED;
  }
}

function objectIn(text: string): unknown {
  const parsed: unknown = JSON.parse(text);
  return Array.isArray(parsed) ? null : parsed;
}

/** What a JSON pointer leads to (RFC 6901); undefined when it leads nowhere. */
function at(value: unknown, pointer: string): unknown {
  let found = value;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[key];
  }
  return found;
}
