// What every recorded answer of Anthropic means: by which request it comes, and to which kind of credential.
import type { AnthropicAnswer } from '../../src/demo/anthropic-answers.ts';

type Expected = readonly [
  probe: 'models' | 'usage' | 'messages',
  credential: 'api_key' | 'oauth' | 'any',
  outcome: string,
  reason: string,
];

const EXPECTED: Readonly<Record<AnthropicAnswer, Expected>> = {
  key_invalid: ['models', 'api_key', 'rejected', 'invalid'],
  bearer_invalid: ['models', 'oauth', 'rejected', 'invalid'],
  creds_invalid: ['messages', 'oauth', 'rejected', 'invalid'],
  oauth_expired: ['usage', 'oauth', 'rejected', 'expired'],
  oauth_expired_2: ['usage', 'oauth', 'rejected', 'expired'],
  oauth_revoked: ['messages', 'oauth', 'rejected', 'revoked'],
  oauth_unsupported: ['messages', 'oauth', 'inconclusive', 'probe_shape'],
  oauth_org_forbidden: ['messages', 'oauth', 'rejected', 'forbidden'],
  scope_profile: ['usage', 'oauth', 'accepted', 'scope_limited'],
  scope_inference: ['messages', 'oauth', 'rejected', 'forbidden'],
  cc_only: ['messages', 'oauth', 'rejected', 'claude_code_only'],
  cc_only_generic400: ['messages', 'oauth', 'rejected', 'claude_code_only'],
  cc_only_generic429: ['messages', 'oauth', 'rejected', 'claude_code_only'],
  third_party_extra: ['messages', 'oauth', 'rejected', 'billing'],
  third_party_extra_2: ['messages', 'oauth', 'rejected', 'billing'],
  out_of_extra: ['messages', 'oauth', 'rejected', 'billing'],
  credit_low: ['messages', 'api_key', 'rejected', 'billing'],
  spend_limit_own: ['messages', 'api_key', 'rejected', 'billing'],
  billing_402: ['messages', 'api_key', 'rejected', 'billing'],
  tier_cap_429: ['messages', 'api_key', 'rejected', 'billing'],
  org_disabled: ['messages', 'any', 'rejected', 'revoked'],
  org_hold: ['messages', 'any', 'rejected', 'revoked'],
  cc_key_creator: ['messages', 'api_key', 'rejected', 'revoked'],
  cc_too_old: ['messages', 'oauth', 'inconclusive', 'probe_shape'],
  perm: ['models', 'api_key', 'rejected', 'forbidden'],
  waf_403: ['models', 'any', 'inconclusive', 'unknown'],
  model_404: ['messages', 'any', 'inconclusive', 'probe_shape'],
  rate_429: ['messages', 'any', 'inconclusive', 'rate_limited'],
  usage_429: ['usage', 'oauth', 'not_probed', 'rate_limited_endpoint'],
  overloaded: ['messages', 'any', 'inconclusive', 'overloaded'],
  api_500: ['messages', 'any', 'inconclusive', 'overloaded'],
  redirect: ['models', 'any', 'inconclusive', 'redirect'],
};

/** One case for each answer and kind of credential. */
export const answerCases = (Object.entries(EXPECTED) as [AnthropicAnswer, Expected][]).flatMap(
  ([name, [probe, credential, outcome, reason]]) =>
    (credential === 'any' ? (['api_key', 'oauth'] as const) : [credential]).map((kind) => ({
      name,
      probe,
      kind,
      outcome,
      reason,
    })),
);
