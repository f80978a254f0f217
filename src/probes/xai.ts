// How xAI is asked: its key endpoint answers 200 for a blocked key too, so the flags decide.
import { fields } from './answer.ts';
import { rejected, VALID } from './classify.ts';
import { keyProbe } from './http-probe.ts';

const BLOCKS = ['team_blocked', 'api_key_blocked', 'api_key_disabled'];

/** xAI refuses a wrong key with 400 as often as with 401. */
export const xai = keyProbe({
  origin: 'https://api.x.ai',
  path: '/v1/api-key',
  endpoint: 'account',
  invalidStatuses: [400],
  accept: (body) => {
    const key = fields(body);
    if (!BLOCKS.some((flag) => typeof key[flag] === 'boolean')) return null;
    const block = BLOCKS.find((flag) => key[flag] === true);
    return block === undefined ? VALID : rejected('revoked', { detail: block });
  },
});
