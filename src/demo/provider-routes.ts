// What the loopback provider answers on every path that a probe asks.
import { messages, models, organization, usage } from './provider-anthropic.ts';
import {
  ok,
  type ProviderRequest,
  type Refusal,
  type Reply,
  type Route,
  secretIn,
} from './provider-credential.ts';

/** Answers `METHOD /path` without query; 404 elsewhere. */
export function replyTo(routeName: string, request: ProviderRequest): Reply {
  const route = ROUTES.get(routeName);
  return route ? route(request) : plain(404, 'not_found', 'no such route');
}

/** OpenAI's envelope, which most others copy. */
const plain = (status: number, code: string, message: string): Reply => ({
  status,
  body: { error: { message, type: 'invalid_request_error', code } },
});

const OPENAI_LIKE: Readonly<Record<Refusal, Reply>> = {
  invalid: plain(401, 'invalid_api_key', 'Incorrect API key provided.'),
  expired: plain(401, 'token_expired', 'Your login has ended.'),
  revoked: plain(401, 'token_invalidated', 'Your login was ended.'),
  forbidden: plain(403, 'forbidden', 'Not for you.'),
  billing: plain(402, 'insufficient_quota', 'You exceeded your current quota.'),
  rate_limited: plain(429, 'rate_limit_exceeded', 'Slow down.'),
  overloaded: plain(503, 'server_error', 'Try again.'),
};

const XAI = {
  ...OPENAI_LIKE,
  invalid: { status: 400, body: { code: 'invalid argument', error: 'Incorrect API key provided' } },
};

const keyFault = (message: string): Reply => ({
  status: 400,
  body: {
    error: {
      code: 400,
      message,
      status: 'INVALID_ARGUMENT',
      details: [{ reason: 'API_KEY_INVALID' }],
    },
  },
});

const GOOGLE = {
  ...OPENAI_LIKE,
  invalid: keyFault('API key not valid. Please pass a valid API key.'),
  expired: keyFault('API key expired. Please renew the API key.'),
};

const TOKEN_INFO = {
  ...OPENAI_LIKE,
  invalid: { status: 400, body: { error: 'invalid_token', error_description: 'Invalid Value' } },
};

const ZAI_OK = { code: 200, msg: 'Operation successful', success: true };
const ZAI = {
  ...OPENAI_LIKE,
  invalid: ok({ code: 1002, msg: 'token invalid', success: false }),
};

const base = (code: number, message: string) => ({ status_code: code, status_msg: message });
const MINIMAX = {
  ...OPENAI_LIKE,
  invalid: ok({ base_resp: base(2049, 'invalid api key') }),
  billing: ok({ base_resp: base(1008, 'insufficient balance') }),
};

const GITHUB = {
  ...OPENAI_LIKE,
  invalid: { status: 401, body: { message: 'Bad credentials', status: '401' } },
  rate_limited: { status: 403, body: { message: 'API rate limit exceeded for user ID 1.' } },
};

/** A route that looks for the secret in one header only and answers `accepted` when it is good. */
function keyed(
  carrier: 'authorization' | 'x-goog-api-key' | 'form',
  refusals: Readonly<Record<Refusal, Reply>>,
  accepted: unknown,
): Route {
  return (request) => {
    const { [carrier]: header } = request.headers;
    const isCarried = carrier === 'form' ? request.body !== '' : typeof header === 'string';
    const secret = isCarried ? secretIn(request) : null;
    const credential = secret === null ? undefined : request.lookUp(secret);
    if (credential?.answer) return credential.answer;
    const state = credential?.state ?? 'invalid';
    return state === 'accepted' ? ok(accepted) : refusals[state];
  };
}

const LIST = { object: 'list', data: [{ id: 'model-a', object: 'model' }] };

const ROUTES: ReadonlyMap<string, Route> = new Map([
  ['GET /v1/models', byHeaders(models, keyed('authorization', OPENAI_LIKE, LIST))],
  ['GET /api/oauth/usage', usage],
  ['POST /v1/messages', messages],
  ['GET /v1/organizations/me', organization],
  ['GET /openai/v1/models', keyed('authorization', OPENAI_LIKE, LIST)],
  [
    'GET /backend-api/wham/usage',
    keyed('authorization', OPENAI_LIKE, { plan_type: 'plus', rate_limit: {} }),
  ],
  [
    'GET /v1beta/models',
    keyed('x-goog-api-key', GOOGLE, { models: [{ name: 'models/gemini-demo' }] }),
  ],
  ['POST /tokeninfo', keyed('form', TOKEN_INFO, { scope: 'openid', exp: '1893456000' })],
  [
    'GET /api/v1/key',
    keyed('authorization', OPENAI_LIKE, {
      data: {
        label: 'demo',
        limit_remaining: 4.5,
        is_free_tier: false,
        expires_at: '2030-01-01T00:00:00Z',
      },
    }),
  ],
  [
    'GET /v1/api-key',
    keyed('authorization', XAI, {
      team_blocked: false,
      api_key_blocked: false,
      api_key_disabled: false,
    }),
  ],
  [
    'GET /user/balance',
    keyed('authorization', OPENAI_LIKE, { is_available: true, balance_infos: [] }),
  ],
  [
    'GET /api/v1/api_keys/rate_limits',
    keyed('authorization', OPENAI_LIKE, { data: { accessPermitted: true, keyExpiration: null } }),
  ],
  [
    'GET /api/whoami-v2',
    keyed('authorization', OPENAI_LIKE, { type: 'user', name: 'demo', auth: {} }),
  ],
  [
    'GET /v1/credits',
    keyed('authorization', OPENAI_LIKE, { balance: '12.50', total_used: '1.00' }),
  ],
  [
    'GET /v1/users/me/balance',
    keyed('authorization', OPENAI_LIKE, {
      code: 0,
      data: { available_balance: 49.5, voucher_balance: 46.5, cash_balance: 3 },
      status: true,
    }),
  ],
  ['GET /api/monitor/usage/quota/limit', keyed('authorization', ZAI, { ...ZAI_OK, data: {} })],
  [
    'GET /v1/token_plan/remains',
    keyed('authorization', MINIMAX, { model_remains: [], base_resp: base(0, 'success') }),
  ],
  [
    'GET /copilot_internal/user',
    keyed('authorization', GITHUB, { login: 'demo', copilot_plan: 'individual' }),
  ],
]);

/** Anthropic and the copies of OpenAI share this path; only Anthropic's requests carry a version. */
function byHeaders(ofAnthropic: Route, ofOthers: Route): Route {
  return (request) =>
    request.headers['anthropic-version'] === undefined ? ofOthers(request) : ofAnthropic(request);
}
