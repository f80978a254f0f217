// How the loopback provider plays Anthropic: its header rules, its error words, its five refusals.
import { anthropicAnswers, error } from './anthropic-answers.ts';
import {
  type ClaudeCodeFace,
  ok,
  type ProviderCredential,
  type ProviderRequest,
  type Refusal,
  type Reply,
  type Route,
} from './provider-credential.ts';

const ANTHROPIC: Readonly<Record<Refusal, Reply>> = {
  invalid: anthropicAnswers.bearer_invalid,
  expired: anthropicAnswers.oauth_expired,
  revoked: anthropicAnswers.oauth_revoked,
  forbidden: anthropicAnswers.perm,
  billing: anthropicAnswers.credit_low,
  rate_limited: anthropicAnswers.rate_429,
  overloaded: anthropicAnswers.overloaded,
};

const FACES: Readonly<Record<ClaudeCodeFace, Reply>> = {
  sentence: anthropicAnswers.cc_only,
  error_400: anthropicAnswers.cc_only_generic400,
  error_429: anthropicAnswers.cc_only_generic429,
  third_party: anthropicAnswers.third_party_extra,
  out_of_extra_usage: anthropicAnswers.out_of_extra,
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
    if (credential.answer) return credential.answer;
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
