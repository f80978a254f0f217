// The names under which a severity can be set: every finding code, and its variants.
import * as z from 'zod';
import { defaultSeverity, type FindingCode } from '../core/finding.ts';
import type { SeverityTable } from '../core/policy.ts';

/** Circumstances that the checks rank by themselves, told apart in config as `code.variant`. */
export const VARIANTS: Readonly<Partial<Record<FindingCode, readonly string[]>>> = {
  profile_expired: ['spare'],
  profile_expiring: ['spare'],
  profile_refresh_due: ['idle'],
  profile_credential_missing: ['not_stored'],
  profile_malformed: ['doubtful', 'repeated'],
  profile_cooldown: ['short', 'deleted'],
  profile_disabled: ['deleted'],
  provider_exhausted: ['short'],
  claude_code_only: ['possible', 'expected'],
  credential_rejected: ['first_strike', 'forbidden', 'renewable', 'renewed'],
  credential_age: ['near'],
  store_unreadable: ['environment'],
  secret_ref_unresolved: ['env', 'file', 'exec', 'store', 'managed', 'key_chain'],
};

/** Every key that `severity` takes. */
export const SEVERITY_KEYS: readonly string[] = (
  Object.keys(defaultSeverity) as FindingCode[]
).flatMap((code) => [code, ...(VARIANTS[code] ?? []).map((variant) => `${code}.${variant}`)]);

const severity = z.enum(['fail', 'warn', 'notice', 'info', 'off']).optional();

/** Severity by finding code or `code.variant`. */
export const severityTable = z
  .strictObject(Object.fromEntries(SEVERITY_KEYS.map((key) => [key, severity])))
  .transform((table) => table as SeverityTable);
