// How Venice is asked: for the limits of the key, which also tell its end.
import { fields } from './answer.ts';
import { rejected } from './classify.ts';
import { keyProbe } from './http-probe.ts';
import { amount, isoTime, validWith } from './shapes.ts';

/** `/billing/balance` would need an Admin key. */
export const venice = keyProbe({
  origin: 'https://api.venice.ai',
  path: '/api/v1/api_keys/rate_limits',
  endpoint: 'account',
  accept(body) {
    const limits = { ...fields(body), ...fields(fields(body)['data']) };
    const { accessPermitted, keyExpiration, balances } = limits;
    if (typeof accessPermitted !== 'boolean') return null;
    if (!accessPermitted) return rejected('billing', { detail: 'access' }, 'likely');
    return validWith({
      expiresAt: isoTime(keyExpiration),
      creditLeft: amount(fields(balances)['USD'] ?? fields(balances)['usd']),
    });
  },
});
