// How OpenAI is asked: API keys at the API, ChatGPT logins (Codex) at chatgpt.com.
import { fields } from './answer.ts';
import { bearer, type FreeRequest, httpProbe, KEYS } from './http-probe.ts';
import { amount, openAiList, plainWord, unixTime, validWith } from './shapes.ts';

const apiKey: FreeRequest = {
  types: KEYS,
  origin: 'https://api.openai.com',
  path: '/v1/models',
  headers: bearer,
  endpoint: 'models',
  credential: 'api_key',
  accept: openAiList,
};

/** The usage page that Codex itself reads; it draws on nothing. */
const chatGptLogin: FreeRequest = {
  types: ['oauth'],
  origin: 'https://chatgpt.com',
  path: '/backend-api/wham/usage',
  headers: (target) => ({
    ...bearer(target),
    ...(target.accountId !== null && { 'chatgpt-account-id': target.accountId }),
  }),
  endpoint: 'account',
  credential: 'oauth',
  accept(body) {
    const { plan_type: plan, rate_limit: limit, credits } = fields(body);
    if (typeof plan !== 'string' && (typeof limit !== 'object' || limit === null)) return null;
    const window = fields(fields(limit)['primary_window']);
    return validWith({
      plan: plainWord(plan),
      extraCreditLeft: amount(fields(credits)['balance']),
      usedPercent: amount(window['used_percent']),
      limitResetsAt: unixTime(window['reset_at']),
    });
  },
};

/** `openai`; OpenClaw 2026.9 keeps ChatGPT logins under this name too. */
export const openai = httpProbe(apiKey, chatGptLogin);

/** `openai-codex`, the name of ChatGPT logins up to 2026.8; a pasted token is one as well. */
export const openaiCodex = httpProbe({ ...chatGptLogin, types: ['oauth', 'token'] });
