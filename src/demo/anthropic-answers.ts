// What Anthropic has been seen to answer, or documents that it answers, by what is behind it.
import type { Reply } from './provider-credential.ts';

interface More {
  readonly details?: object;
  readonly requestId?: null;
  readonly headers?: Readonly<Record<string, string>>;
}

const REQUEST_ID = 'req_demo';

/** Anthropic's error envelope. */
export function error(
  status: number,
  type: string,
  message: string,
  { details, requestId, headers = {} }: More = {},
): Reply {
  const id = requestId === null ? null : REQUEST_ID;
  return {
    status,
    body: { type: 'error', error: { type, message, ...(details && { details }) }, request_id: id },
    headers: { ...(id !== null && { 'request-id': id }), ...headers },
  };
}

/** Refusals reported between 2025-09 and 2026-09, and those that the SDK's types name. */
export const anthropicAnswers = {
  key_invalid: error(401, 'authentication_error', 'invalid x-api-key'),
  bearer_invalid: error(401, 'authentication_error', 'Invalid bearer token'),
  creds_invalid: error(401, 'authentication_error', 'Invalid authentication credentials'),
  oauth_expired: error(
    401,
    'authentication_error',
    'OAuth token has expired. Please obtain a new token or refresh your existing token.',
  ),
  oauth_expired_2: error(
    401,
    'authentication_error',
    'OAuth access token has expired. Re-authenticate to continue.',
    { requestId: null },
  ),
  oauth_revoked: error(
    403,
    'permission_error',
    'OAuth token has been revoked. Please obtain a new token.',
  ),
  oauth_unsupported: error(
    401,
    'authentication_error',
    'OAuth authentication is currently not supported.',
  ),
  oauth_org_forbidden: error(
    403,
    'permission_error',
    'OAuth authentication is currently not allowed for this organization.',
  ),
  scope_profile: error(
    403,
    'permission_error',
    'OAuth token does not meet scope requirement user:profile',
    {
      details: {
        required_scopes: ['user:profile'],
        match: 'any',
        error_code: 'oauth_scope_insufficient',
      },
    },
  ),
  scope_inference: error(
    403,
    'permission_error',
    'OAuth token does not meet scope requirement any_of(user:inference, user:ccr_inference, user:voice, org:service_key_inference)',
  ),
  cc_only: error(
    400,
    'invalid_request_error',
    'This credential is only authorized for use with Claude Code and cannot be used for other API requests.',
  ),
  cc_only_generic400: error(400, 'invalid_request_error', 'Error'),
  cc_only_generic429: error(429, 'rate_limit_error', 'Error'),
  third_party_extra: error(
    400,
    'invalid_request_error',
    "Third-party apps now draw from your extra usage, not your plan limits. We've added a $200 credit to get you started. Claim it at claude.ai/settings/usage and keep going.",
  ),
  third_party_extra_2: error(
    400,
    'invalid_request_error',
    'Third-party apps now draw from your extra usage, not your plan limits. Add more at claude.ai/settings/usage and keep going.',
  ),
  out_of_extra: error(
    400,
    'invalid_request_error',
    "You're out of extra usage. Add more at claude.ai/settings/usage and keep going.",
  ),
  credit_low: error(
    400,
    'invalid_request_error',
    'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
  ),
  spend_limit_own: error(
    400,
    'invalid_request_error',
    'You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC.',
  ),
  billing_402: error(402, 'billing_error', 'Billing error'),
  tier_cap_429: error(429, 'rate_limit_error', 'x', {
    details: { error_code: 'enforced_spend_limit_reached' },
  }),
  org_disabled: error(400, 'invalid_request_error', 'This organization has been disabled.'),
  org_hold: error(400, 'invalid_request_error', 'x', {
    details: { error_code: 'organization_on_hold', appeal_url: null },
  }),
  cc_key_creator: error(400, 'invalid_request_error', 'x', {
    details: { error_code: 'claude_code_key_creator_not_member' },
  }),
  cc_too_old: error(400, 'invalid_request_error', 'x', {
    details: { error_code: 'claude_code_version_too_old' },
  }),
  perm: error(
    403,
    'permission_error',
    'Your API key does not have permission to use the specified resource',
  ),
  model_404: error(404, 'not_found_error', 'model: claude-nope'),
  rate_429: error(
    429,
    'rate_limit_error',
    "This request would exceed your account's rate limit. Please try again later.",
    {
      headers: {
        'retry-after': '1800',
        'anthropic-ratelimit-unified-status': 'rejected',
        'anthropic-ratelimit-unified-reset': '1795000000',
      },
    },
  ),
  usage_429: error(429, 'rate_limit_error', 'Rate limited. Please try again later.', {
    headers: { 'retry-after': '0' },
  }),
  overloaded: error(529, 'overloaded_error', 'Overloaded'),
  api_500: error(500, 'api_error', 'Internal server error'),
  waf_403: { status: 403, text: '<html><body>403 Forbidden</body></html>' },
  redirect: { status: 307, text: '', headers: { location: 'https://elsewhere.invalid/' } },
} as const satisfies Record<string, Reply>;

export type AnthropicAnswer = keyof typeof anthropicAnswers;
