// How Moonshot is asked: for the balance. Keys of its two regions are of no use to each other.
import { fields } from './answer.ts';
import { rejected } from './classify.ts';
import { keyProbe } from './http-probe.ts';
import { amount, validWith } from './shapes.ts';

/** A key without balance authenticates and is refused on every request. */
export const moonshot = keyProbe({
  origin: 'https://api.moonshot.ai',
  regions: ['https://api.moonshot.cn'],
  path: '/v1/users/me/balance',
  endpoint: 'account',
  accept(body) {
    const { code, data } = fields(body);
    const creditLeft = amount(fields(data)['available_balance']);
    if (code !== 0 || creditLeft === undefined) return null;
    return creditLeft > 0
      ? validWith({ creditLeft })
      : rejected('billing', { detail: 'credit', creditLeft });
  },
});
