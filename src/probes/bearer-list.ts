// The providers that take a Bearer key at one endpoint: one row each.
import { fields } from './answer.ts';
import { rejected, VALID } from './classify.ts';
import { bearer, type FreeRequest, httpProbe, KEYS } from './http-probe.ts';
import { isoTime, openAiList, unproved, validWith } from './shapes.ts';

const row = (
  origin: string,
  path: string,
  endpoint: FreeRequest['endpoint'],
  accept: FreeRequest['accept'],
) =>
  httpProbe({
    types: KEYS,
    headers: bearer,
    credential: 'api_key',
    origin,
    path,
    endpoint,
    accept,
  });

const likelyList = unproved(openAiList);

export const groq = row('https://api.groq.com', '/openai/v1/models', 'models', likelyList);

export const mistral = row('https://api.mistral.ai', '/v1/models', 'models', likelyList);

/** Not `/public/v1/models`, which anybody may read. */
export const cerebras = row('https://api.cerebras.ai', '/v1/models', 'models', likelyList);

export const deepseek = row('https://api.deepseek.com', '/user/balance', 'account', (body) => {
  const available = fields(body)['is_available'];
  if (typeof available !== 'boolean') return null;
  return available ? VALID : rejected('billing', { detail: 'credit' });
});

export const venice = row(
  'https://api.venice.ai',
  '/api/v1/api_keys/rate_limits',
  'account',
  (body) => {
    const { accessPermitted, keyExpiration } = { ...fields(body), ...fields(fields(body)['data']) };
    if (typeof accessPermitted !== 'boolean') return null;
    return accessPermitted
      ? validWith({ expiresAt: isoTime(keyExpiration) })
      : rejected('billing', { detail: 'access' }, 'likely');
  },
);

export const huggingface = row('https://huggingface.co', '/api/whoami-v2', 'account', (body) =>
  typeof fields(body)['name'] === 'string' && 'auth' in fields(body) ? VALID : null,
);

export const vercelAiGateway = row(
  'https://ai-gateway.vercel.sh',
  '/v1/credits',
  'account',
  (body) => (['string', 'number'].includes(typeof fields(body)['balance']) ? VALID : null),
);
