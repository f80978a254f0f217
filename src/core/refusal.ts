// Knows by which codes and sentences providers refuse a credential; our own probes and OpenClaw's
// records are read by the same ones.
import type { ErrorWords } from './error-words.ts';

export type RefusalReason =
  | 'invalid'
  | 'expired'
  | 'revoked'
  | 'forbidden'
  | 'billing'
  | 'claude_code_only';

/** Why a credential is refused; facts narrow it, in closed words and numbers. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** Anthropic's typed codes (SDK 1.11), and OpenAI's for what has ended or is not paid. */
const BY_CODE: ReadonlyMap<string, Refusal> = new Map<string, Refusal>([
  ['organization_on_hold', { reason: 'revoked', facts: { detail: 'org_disabled' } }],
  ['claude_code_key_creator_not_member', { reason: 'revoked', facts: { detail: 'orphaned_key' } }],
  ['enforced_spend_limit_reached', { reason: 'billing', facts: { detail: 'tier_cap' } }],
  ['contract_spend_limit_reached', { reason: 'billing', facts: { detail: 'tier_cap' } }],
  [
    'linked_organization_billing_unavailable',
    { reason: 'billing', facts: { detail: 'linked_org' } },
  ],
  [
    'linked_organization_spend_limit_reached',
    { reason: 'billing', facts: { detail: 'linked_org' } },
  ],
  ['token_expired', { reason: 'expired' }],
  ['token_invalidated', { reason: 'revoked' }],
  ['token_revoked', { reason: 'revoked' }],
  ['account_deactivated', { reason: 'revoked' }],
  ['deactivated_workspace', { reason: 'revoked', facts: { detail: 'org_disabled' } }],
  ['insufficient_quota', { reason: 'billing', facts: { detail: 'credit' } }],
  ['billing_not_active', { reason: 'billing', facts: { detail: 'credit' } }],
  ['billing_hard_limit_reached', { reason: 'billing', facts: { detail: 'spend_limit' } }],
]);

/** Sentences seen from Anthropic, Google and OpenAI; they hold on every 4xx. */
const BY_WORDS: readonly (readonly [RegExp, Refusal])[] = [
  [
    /\b(?:only|restricted|limited|reserved|exclusively|outside)\b[^.]{0,60}\bclaude[\s_-]*code\b|\bclaude[\s_-]*code (?:only|exclusively)\b *(?:[.,;)]|$)/i,
    { reason: 'claude_code_only', facts: { face: 'sentence' } },
  ],
  [
    /\b(?:organi[sz]ation|workspace) (?:has been|is) (?:disabled|deactivated|suspended)/i,
    { reason: 'revoked', facts: { detail: 'org_disabled' } },
  ],
  [/\b(?:has been|was) revoked|reported as leaked/i, { reason: 'revoked' }],
  [
    /\b(?:key|account) (?:has been|is) (?:disabled|deactivated|suspended|deleted)/i,
    { reason: 'revoked' },
  ],
  [/\b(?:token|key) (?:has |is )?expired/i, { reason: 'expired' }],
];

const BILLING: readonly (readonly [RegExp, string])[] = [
  [/extra usage|usage credits are required/i, 'extra_usage'],
  [/\bthird[- ]party (?:app|client|harness|tool)/i, 'extra_usage'],
  [/credit balance is too low|insufficient[_ ](?:quota|balance|credits|funds)/i, 'credit'],
  [/specified API usage limits/i, 'spend_limit'],
];

/** What machine codes say of the credential; null when none of them is known. */
export function refusalByCodes({ codes }: Pick<ErrorWords, 'codes'>): Refusal | null {
  const code = codes.find((each) => BY_CODE.has(each));
  return code === undefined ? null : (BY_CODE.get(code) ?? null);
}

/** What a sentence says of the credential; read only where no code decided. */
export function refusalByWords(message: string): Refusal | null {
  return BY_WORDS.find(([pattern]) => pattern.test(message))?.[1] ?? null;
}

/** A refusal over credit, limits or the plan, with the day from which it works again where it is told. */
export function refusalByBilling(
  status: number | null,
  { codes, message }: ErrorWords,
): Refusal | null {
  const said = [...codes, message].join(' ');
  const detail = BILLING.find(([pattern]) => pattern.test(said))?.[1];
  const isBilling = status === 402 || codes.includes('billing_error');
  if (detail === undefined) return isBilling ? { reason: 'billing' } : null;
  const [, date = '', clock = '00:00'] =
    /regain access on (\d{4}-\d\d-\d\d)(?: at (\d\d:\d\d) UTC)?/i.exec(message) ?? [];
  const regainAt = Date.parse(`${date}T${clock}Z`);
  return {
    reason: 'billing',
    facts: { detail, ...(Number.isFinite(regainAt) && { regainAt }) },
  };
}

/** Codes for a credential that does not exist; Google's come with a 400, OpenAI's and Anthropic's with a 401. */
const INVALID: ReadonlySet<string> = new Set([
  'api_key_invalid',
  'invalid_api_key',
  'invalid_token',
  'authentication_error',
  'invalid_authentication_error',
]);

/** True where a code says that nobody knows the credential, whatever the status is. */
export function isUnknownByCodes({ codes }: Pick<ErrorWords, 'codes'>): boolean {
  return codes.some((code) => INVALID.has(code));
}
