// The digest behind fingerprints and message ids.
import { createHash } from 'node:crypto';
import { base32 } from '../core/base32.ts';

/** SHA-256 in lower-case base32 without padding: fit for headers, file names and dedup keys. */
export function base32Hash(text: string): string {
  return base32(createHash('sha256').update(text).digest());
}
