// How Anthropic is asked: which request fits the kind of credential, and what its answers look like.
import { fields } from './answer.ts';
import { askSdk, type SdkRequest } from './anthropic-sdk.ts';
import { VALID } from './classify.ts';
import { type Probe, type ProbeTarget, withoutAnswer } from './probe.ts';
import { amount, isoTime, validWith } from './shapes.ts';

/** Refresh tokens are single-use and cookies are a person's session: neither is ever sent. */
const NEVER_SENT: Readonly<Record<string, string>> = {
  'sk-ant-ort': 'refresh_token',
  'sk-ant-sid': 'session_cookie',
};

/** Free for API keys, and dead ones get a 401; says nothing about credit. */
const MODELS: SdkRequest = {
  endpoint: 'models',
  credential: 'api_key',
  method: 'get',
  path: '/v1/models?limit=1',
  accept: (body) => {
    const { data, has_more: hasMore } = fields(body);
    return Array.isArray(data) && typeof hasMore === 'boolean' ? VALID : null;
  },
};

const ORGANIZATION: SdkRequest = {
  endpoint: 'account',
  credential: 'api_key',
  method: 'get',
  path: '/v1/organizations/me',
  accept: (body) => (fields(body)['type'] === 'organization' ? VALID : null),
};

/**
 * A setup-token lacks the scope for this page, and that refusal proves that it is alive. The page limits
 * foreign user agents hard, so its 429 says nothing (anthropics/claude-code#30930, #31637).
 */
const USAGE: SdkRequest = {
  endpoint: 'account',
  credential: 'oauth',
  limitsItself: true,
  method: 'get',
  path: '/api/oauth/usage',
  accept(body) {
    const { five_hour: fiveHours, seven_day: sevenDays } = fields(body);
    if (fiveHours === undefined && sevenDays === undefined) return null;
    return validWith({
      fiveHourUsedPercent: amount(fields(fiveHours)['utilization']),
      fiveHourResetsAt: isoTime(fields(fiveHours)['resets_at']),
      sevenDayUsedPercent: amount(fields(sevenDays)['utilization']),
      sevenDayResetsAt: isoTime(fields(sevenDays)['resets_at']),
    });
  },
};

/** No system block, no tools: the honest request that a Claude-Code-only token is refused for. */
const message = (model: string, credential: SdkRequest['credential']): SdkRequest => ({
  endpoint: 'messages',
  credential,
  method: 'post',
  path: '/v1/messages',
  body: { model, max_tokens: 1, messages: [{ role: 'user', content: '.' }] },
  accept: (body) =>
    fields(body)['type'] === 'message' && Array.isArray(fields(body)['content']) ? VALID : null,
});

/** API keys, Admin keys, setup-tokens and OAuth logins. */
export const anthropic: Probe = {
  origins: () => ['https://api.anthropic.com'],
  deepest: ({ secret }) => (isAdminKey(secret.reveal()) ? 'metadata' : 'inference'),
  async ask(target, means) {
    const text = target.secret.reveal();
    const unsent = Object.entries(NEVER_SENT).find(([prefix]) => text.startsWith(prefix));
    if (unsent) return withoutAnswer('not_probed', unsent[1], means.level);
    if (isAdminKey(text)) {
      return askSdk(ORGANIZATION, target, { ...means, level: 'metadata' });
    }
    const credential = kindOf(target);
    if (means.level === 'metadata') {
      return askSdk(credential === 'oauth' ? USAGE : MODELS, target, means);
    }
    // Haiku answers even to a restricted token, so it can settle nothing.
    if (!target.model || /haiku/i.test(target.model)) {
      return withoutAnswer('inconclusive', 'no_model', means.level);
    }
    return askSdk(message(target.model, credential), target, means);
  },
};

function isAdminKey(text: string): boolean {
  return text.startsWith('sk-ant-admin');
}

/** The prefix decides, as in OpenClaw: an access token pasted as an API key still needs Bearer. */
function kindOf({ secret, type }: ProbeTarget): SdkRequest['credential'] {
  const text = secret.reveal();
  if (text.startsWith('sk-ant-oat')) return 'oauth';
  return text.startsWith('sk-ant-api') || type === 'api_key' ? 'api_key' : 'oauth';
}
