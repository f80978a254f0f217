// The credential of an agent as every room sees it, freed from the layouts of OpenClaw's versions.
import type { Secret } from './secret.ts';

/** `aws-sdk` exists in OpenClaw's config only and never in a store. */
export type CredentialType = 'api_key' | 'token' | 'oauth';

/** Where a secret is kept when the store holds only a reference to it (OpenClaw 2026.2.26 and later). */
export interface SecretRef {
  readonly source: 'env' | 'file' | 'exec' | 'store' | 'managed';
  readonly provider: string;
  readonly id: string;
  /** Written as it was once (`secretref-env:NAME`); 2026.9 follows it no more. */
  readonly isRetired?: true;
  /** What stands in the place of the value itself; absent for nothing. */
  readonly beside?: 'text' | 'other';
}

/**
 * What is known about the value behind a SecretRef. `unknown`: it cannot or may not be looked up;
 * `absent`, `not_allowed` (off the allow-list) and `not_in_file`: it certainly does not resolve.
 */
export type RefPresence = 'present' | 'absent' | 'not_allowed' | 'not_in_file' | 'unknown';

/** Why a stored `expires` is no usable time. `seconds`: a value below 1e11 can only be epoch seconds. */
export type ExpiresFault = 'not_a_number' | 'zero' | 'negative' | 'seconds' | 'out_of_range';

/**
 * A fault in the shape of the credential text itself, found without sending it anywhere. `elsewhere`: an
 * older version kept it in a file that OpenClaw does not read any more, so that there is none.
 */
export type MaterialFault =
  | 'empty'
  | 'blank'
  | 'inner_whitespace'
  | 'newline'
  | 'not_text'
  | 'pasted_command'
  | 'elsewhere';

/** One credential profile as stored, before any judgement. */
export interface Profile {
  readonly profileId: string;
  /** As stored; compare with `normalizeProvider`. */
  readonly provider: string;
  readonly type: CredentialType;
  /** Key, token or access token; null when absent or empty. */
  readonly secret: Secret | null;
  readonly secretRef: SecretRef | null;
  /** Refresh token of an OAuth profile; null when absent or of length zero. */
  readonly refresh: Secret | null;
  readonly materialFault: MaterialFault | null;
  /** Stored expiry, epoch ms; null when absent or unusable. Values in seconds are kept as stored. */
  readonly expiresAt: number | null;
  readonly expiresFault: ExpiresFault | null;
  /** `exp` of a JWT, epoch ms; it is the provider's own word and needs no trust in the store. */
  readonly jwtExpiresAt: number | null;
  /** OpenClaw 2026.8.2 and later fence a refresh; `failed` means the login is gone. */
  readonly refreshFence: 'pending' | 'failed' | null;
  /** A saved `setup.replacement` is inactive until its setup is finished (2026.9). */
  readonly inactive: boolean;
  /** Login imported from another CLI, which refreshes it (`authFlow: "external-cli"`, `*-cli` ids). */
  readonly ownedByCli: boolean;
  readonly accountId: string | null;
  readonly email: string | null;
}

/** What OpenClaw wrote down about the use of a profile; times are epoch ms, 0 or absent become null. */
export interface UsageStats {
  readonly lastUsedAt: number | null;
  readonly lastFailureAt: number | null;
  readonly cooldownUntil: number | null;
  readonly cooldownReason: string | null;
  readonly cooldownClassification: string | null;
  /** A cooldown of one model only; the profile serves the others. */
  readonly cooldownModel: string | null;
  readonly disabledUntil: number | null;
  readonly disabledReason: string | null;
  readonly blockedUntil: number | null;
  readonly blockedReason: string | null;
  readonly blockedModel: string | null;
  readonly errorCount: number;
  readonly failureCounts: Readonly<Record<string, number>>;
}

/** Why a profile is set aside by OpenClaw, in the words of `auth.unusableProfiles`. */
export interface Unusable {
  readonly kind: 'cooldown' | 'disabled';
  readonly reason: string | null;
  readonly classification: string | null;
  /** Epoch ms. */
  readonly until: number;
  /** Set when only this model is cooling. */
  readonly model: string | null;
}
