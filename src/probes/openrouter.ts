// How OpenRouter is asked: its key endpoint also tells the key's own expiry and what is left to spend.
import { fields } from './answer.ts';
import { bearer, httpProbe, KEYS } from './http-probe.ts';
import { isoTime, validWith } from './shapes.ts';

/** `/api/v1/models` is public and proves nothing; `/api/v1/key` is not. */
export const openrouter = httpProbe({
  types: KEYS,
  origin: 'https://openrouter.ai',
  path: '/api/v1/key',
  headers: bearer,
  endpoint: 'account',
  credential: 'api_key',
  accept: (body) => {
    const key = fields(fields(body)['data']);
    if (!('limit_remaining' in key) && !('is_free_tier' in key)) return null;
    const left = key['limit_remaining'];
    return validWith({
      expiresAt: isoTime(key['expires_at']),
      limitRemaining: typeof left === 'number' ? left : undefined,
    });
  },
});
