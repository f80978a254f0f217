// Decides whether what came later settles a refusal that OpenClaw met.
import type { RecordedRefusal } from '../core/recorded-error.ts';

/**
 * What speaks for a credential: the provider's yes to a free or a paid request, a token that states when
 * it was issued, the user who declares it, or (`stored`) the end that a token was stored with.
 */
export interface LaterProof {
  readonly kind: 'metadata' | 'inference' | 'issued' | 'declared' | 'stored';
  /** Epoch ms. */
  readonly at: number;
}

/** What a login that is alive cannot be. */
const DEAD: ReadonlySet<unknown> = new Set<RecordedRefusal['reason']>([
  'invalid',
  'expired',
  'revoked',
  'refresh_failed',
]);

// A free request sees neither credit nor for whom a token is meant, and a login that was renewed by
// itself is the same account under the same plan. Another credential is none of those that were refused.
const SETTLES: Readonly<Record<LaterProof['kind'], (reason: unknown) => boolean>> = {
  metadata: (reason) => DEAD.has(reason),
  issued: (reason) => DEAD.has(reason),
  inference: () => true,
  declared: () => true,
  // Whoever stores a token says when it ends, and nobody has used it yet.
  stored: () => false,
};

/** True when one of the proofs is newer than a refusal at `at` (epoch ms) and contradicts its reason. */
export function isSettledBy(proofs: readonly LaterProof[], reason: unknown, at: number): boolean {
  return proofs.some((proof) => proof.at > at && SETTLES[proof.kind](reason));
}

/**
 * Epoch ms from which on another token was stored than the one that was refused at `at` as dead; null
 * where nothing shows that. The new one is then unproved, no longer refused.
 */
export function renewedSince(
  proofs: readonly LaterProof[],
  reason: unknown,
  at: number,
): number | null {
  if (!DEAD.has(reason)) return null;
  return proofs.find((proof) => proof.kind === 'stored' && proof.at > at)?.at ?? null;
}
