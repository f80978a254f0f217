// How OpenRouter is asked: its key endpoint also tells the key's own expiry and what is left to spend.
import { fields } from './answer.ts';
import { rejected } from './classify.ts';
import { keyProbe } from './http-probe.ts';
import { isoTime, told, validWith } from './shapes.ts';

/** `/api/v1/models` is public and proves nothing; `/api/v1/key` is not. */
export const openrouter = keyProbe({
  origin: 'https://openrouter.ai',
  path: '/api/v1/key',
  endpoint: 'account',
  accept(body) {
    const key = fields(fields(body)['data']);
    if (!('limit_remaining' in key) && !('is_free_tier' in key)) return null;
    const { limit_remaining: left, is_free_tier: isFree } = key;
    const facts = {
      expiresAt: isoTime(key['expires_at']),
      limitRemaining: typeof left === 'number' ? left : undefined,
      freeTier: isFree === true ? true : undefined,
    };
    // A key at its own limit is refused with 402 on every request but those for free models.
    return typeof left === 'number' && left <= 0
      ? rejected('billing', { detail: 'spend_limit', ...told(facts).facts })
      : validWith(facts);
  },
});
