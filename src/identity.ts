// Names credentials and findings without telling anything about a secret.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { base32 } from './core/base32.ts';
import type { Finding } from './core/finding.ts';
import type { Profile } from './core/profile.ts';
import { normalizeProvider } from './core/provider.ts';
import type { Secret } from './core/secret.ts';

/** Characters of an id: 80 bits, far beyond any chance of a clash. */
const ID_LENGTH = 16;

/** Derives the identities of one run. */
export interface Identity {
  /**
   * The same for every profile that carries the same credential, on this install only: an HMAC with
   * the install's salt, so that no list of likely secrets can be tried against it.
   */
  credentialId(profile: Profile): string;
  /**
   * The same for the same secret at the same host, whatever kind it is stored as: those share one
   * request. Keyed like `credentialId`, and not to be told from it.
   */
  secretKey(provider: string, origin: string, secret: Secret): string;
  /** The same on every host for the same finding; derived from names alone. */
  fingerprint(finding: Finding): string;
}

/** `salt` null: a random one, so that ids hold for this run only. */
export function createIdentity(salt: Buffer | null): Identity {
  const key = salt ?? randomBytes(32);
  return {
    credentialId(profile) {
      const provider = normalizeProvider(profile.provider);
      const hmac = createHmac('sha256', key).update(`${provider}\0${profile.type}\0`);
      return base32(hmac.update(materialOf(profile)).digest()).slice(0, ID_LENGTH);
    },
    secretKey(provider, origin, secret) {
      const hmac = createHmac('sha256', key).update(`secret\0${provider}\0${origin}\0`);
      return base32(hmac.update(secret.reveal()).digest()).slice(0, ID_LENGTH);
    },
    fingerprint({ code, gateway, agent, provider, profileId, facts }) {
      const subject = [code, gateway, agent, provider, profileId, facts['path'] ?? null];
      const digest = createHash('sha256').update(JSON.stringify(subject)).digest();
      return base32(digest).slice(0, ID_LENGTH);
    },
  };
}

function materialOf(profile: Profile): string {
  const text = (secret: Secret | null) => secret?.reveal() ?? '';
  if (profile.secret !== null || profile.refresh !== null) {
    return `value\0${text(profile.secret)}\0${profile.secret === null ? text(profile.refresh) : ''}`;
  }
  const ref = profile.secretRef;
  return ref ? `ref\0${ref.source}\0${ref.provider}\0${ref.id}` : `none\0${profile.profileId}`;
}
