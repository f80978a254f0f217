// Signs a webhook body: Standard Webhooks, or the way GitHub does it.
import { createHmac } from 'node:crypto';

/** What is signed; `id` holds no dot, because dots part the signed text. */
export interface SignedParts {
  readonly id: string;
  /** Seconds since the epoch, of this attempt. */
  readonly timestamp: number;
  readonly body: string;
}

/**
 * The key that a Standard Webhooks secret stands for: base64 after `whsec_`, else the text itself.
 * Null when the base64 is malformed or empty.
 */
export function standardKey(secret: string): Buffer | null {
  if (!secret.startsWith('whsec_')) return Buffer.from(secret, 'utf8');
  const encoded = secret.slice('whsec_'.length);
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2,3})?={0,2}$/.test(encoded) && encoded !== ''
    ? Buffer.from(encoded, 'base64')
    : null;
}

/** `webhook-signature`: one `v1,<base64>` for each key, so that a receiver may hold the old or the new. */
export function standardSignature(keys: readonly Buffer[], parts: SignedParts): string {
  const signed = `${parts.id}.${parts.timestamp}.${parts.body}`;
  return keys
    .map((key) => `v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
    .join(' ');
}

/** `X-Hub-Signature-256` as GitHub sends it: the body alone, so it can be replayed. */
export function githubSignature(key: Buffer, body: string): string {
  return `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;
}
