// How the loopback provider plays Anthropic: its header rules, its error words, its five refusals.
import {
  type ClaudeCodeFace,
  ok,
  type ProviderCredential,
  type ProviderRequest,
  type Refusal,
  type Reply,
  type Route,
} from './provider-credential.ts';

/** Anthropic's envelope. */
function error(status: number, type: string, message: string, headers = {}): Reply {
  const body = { type: 'error', error: { type, message }, request_id: 'req_demo' };
  return { status, body, headers: { 'request-id': 'req_demo', ...headers } };
}

const LIMITED = { 'retry-after': '1800', 'anthropic-ratelimit-unified-status': 'rejected' };

const ANTHROPIC: Readonly<Record<Refusal, Reply>> = {
  invalid: error(401, 'authentication_error', 'Invalid bearer token'),
  expired: error(
    401,
    'authentication_error',
    'OAuth token has expired. Please obtain a new token.',
  ),
  revoked: error(
    403,
    'permission_error',
    'OAuth token has been revoked. Please obtain a new token.',
  ),
  forbidden: error(403, 'permission_error', 'Your API key does not have permission.'),
  billing: error(400, 'invalid_request_error', 'Your credit balance is too low to access the API.'),
  rate_limited: error(429, 'rate_limit_error', 'This would exceed your rate limit.', LIMITED),
  overloaded: error(529, 'overloaded_error', 'Overloaded'),
};

const FACES: Readonly<Record<ClaudeCodeFace, Reply>> = {
  sentence: error(
    400,
    'invalid_request_error',
    'This credential is only authorized for use with Claude Code and cannot be used for other API requests.',
  ),
  error_400: error(400, 'invalid_request_error', 'Error'),
  error_429: error(429, 'rate_limit_error', 'Error'),
  third_party: error(
    400,
    'invalid_request_error',
    'Third-party apps now draw from your extra usage, not your plan limits.',
  ),
  out_of_extra_usage: error(400, 'invalid_request_error', "You're out of extra usage."),
};

/** Anthropic's own rules: which header a credential must stand in, and never two at once. */
function anthropic(
  answer: (credential: ProviderCredential, request: ProviderRequest) => Reply,
): Route {
  return (request) => {
    const { headers } = request;
    const key = headers['x-api-key'];
    const token = headers.authorization?.replace(/^Bearer /, '');
    const version = headers['anthropic-version'];
    if (key !== undefined && token !== undefined) {
      return error(400, 'invalid_request_error', 'two credentials in one request');
    }
    if (headers.origin !== undefined)
      return error(401, 'authentication_error', 'CORS requests are not allowed');
    if (version !== '2023-06-01' && version !== '2026-10-21') {
      return error(400, 'invalid_request_error', 'anthropic-version: header is required');
    }
    if (token !== undefined && !String(headers['anthropic-beta']).includes('oauth-2025-04-20')) {
      return error(401, 'authentication_error', 'OAuth authentication is currently not supported.');
    }
    const secret = key === undefined ? token : String(key);
    const belongsInBearer = secret?.startsWith('sk-ant-oat') ?? false;
    const credential = secret === undefined ? undefined : request.lookUp(secret);
    if (credential === undefined || belongsInBearer !== (token !== undefined)) {
      return error(
        401,
        'authentication_error',
        token === undefined ? 'invalid x-api-key' : 'Invalid bearer token',
      );
    }
    return credential.state === 'accepted'
      ? answer(credential, request)
      : ANTHROPIC[credential.state];
  };
}

/** `/v1/models`. */
export const models = anthropic(() =>
  ok({ data: [{ type: 'model', id: 'claude-demo' }], has_more: true, first_id: 'a', last_id: 'a' }),
);

/** `/api/oauth/usage`: 403 for a setup-token, which proves that it is alive. */
export const usage = anthropic(({ inferenceOnly }) =>
  inferenceOnly
    ? error(403, 'permission_error', 'OAuth token does not meet scope requirement user:profile')
    : ok({ five_hour: { utilization: 3 }, seven_day: { utilization: 1 } }),
);

/** `/v1/messages`. */
export const messages = anthropic(({ claudeCodeOnly }, { body }) => {
  const { model = '', system } = JSON.parse(body) as { model?: string; system?: unknown };
  if (!model.startsWith('claude-')) return error(404, 'not_found_error', `model: ${model}`);
  // Haiku is exempt, and so is whoever presents itself as Claude Code, which the monitor never does.
  const isExempt =
    model.includes('haiku') || JSON.stringify(system ?? '').includes('You are Claude Code');
  if (claudeCodeOnly && !isExempt) return FACES[claudeCodeOnly];
  return ok({ type: 'message', role: 'assistant', content: [{ type: 'text', text: 'O' }], model });
});

/** `/v1/organizations/me`. */
export const organization = anthropic(() => ok({ type: 'organization', id: 'org', name: 'Demo' }));
