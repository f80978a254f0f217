// How Google is asked: Gemini API keys at the API, OAuth logins at Google's token information.
import { fields } from './answer.ts';
import { VALID } from './classify.ts';
import { httpProbe, KEYS } from './http-probe.ts';
import { unixTime, validWith } from './shapes.ts';

/** Gemini API keys. A bad key is a 400 with the reason API_KEY_INVALID; 403 is a key without Gemini. */
export const google = httpProbe({
  types: KEYS,
  origin: 'https://generativelanguage.googleapis.com',
  path: '/v1beta/models?pageSize=1',
  // Google also takes `?key=`, which would put the key into logs.
  headers: ({ secret }) => ({ 'x-goog-api-key': secret.reveal() }),
  endpoint: 'models',
  credential: 'api_key',
  accept: (body) => {
    const models = fields(body)['models'];
    return Array.isArray(models) && models.length > 0 ? VALID : null;
  },
});

/** Gemini CLI and Antigravity logins. Says that the token lives, not that Gemini still serves it. */
export const googleLogin = httpProbe({
  types: ['oauth'],
  origin: 'https://oauth2.googleapis.com',
  path: '/tokeninfo',
  headers: () => ({}),
  form: ({ secret }) => ({ access_token: secret.reveal() }),
  endpoint: 'account',
  credential: 'oauth',
  accept: (body) => {
    const { exp, scope } = fields(body);
    if (typeof scope !== 'string') return null;
    return validWith({ expiresAt: unixTime(exp) });
  },
});
