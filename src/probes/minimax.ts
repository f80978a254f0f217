// How MiniMax is asked: for what is left of the coding plan. Errors come with status 200 and a code inside.
import { fields } from './answer.ts';
import { rejected, VALID } from './classify.ts';
import { keyProbe } from './http-probe.ts';
import type { Judgement } from './probe.ts';

const REFUSALS: ReadonlyMap<unknown, Judgement> = new Map<unknown, Judgement>([
  [1002, { outcome: 'inconclusive', reason: 'rate_limited', confidence: 'certain' }],
  [1004, rejected('invalid')],
  [1008, rejected('billing', { detail: 'credit' })],
  [2049, rejected('invalid')],
]);

/** Only keys of a coding plan have this page: another kind of key is asked to log in, which says nothing. */
export const minimax = keyProbe({
  origin: 'https://api.minimax.io',
  regions: ['https://api.minimaxi.com'],
  path: '/v1/token_plan/remains',
  endpoint: 'account',
  accept(body) {
    const { status_code: code, status_msg: message } = fields(fields(body)['base_resp']);
    if (typeof code !== 'number') return null;
    if (code === 0) return VALID;
    if (typeof message === 'string' && /\bcookie\b/i.test(message)) {
      return { outcome: 'inconclusive', reason: 'probe_shape', confidence: 'certain' };
    }
    return REFUSALS.get(code) ?? null;
  },
});
