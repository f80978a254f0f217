// How DeepSeek is asked: for the balance, which also says whether requests are served at all.
import { fields } from './answer.ts';
import { rejected } from './classify.ts';
import { keyProbe } from './http-probe.ts';
import { amount, plainWord, told, validWith } from './shapes.ts';

/** An account without balance answers 200 with `is_available: false`. */
export const deepseek = keyProbe({
  origin: 'https://api.deepseek.com',
  path: '/user/balance',
  endpoint: 'account',
  accept(body) {
    const { is_available: available, balance_infos: balances } = fields(body);
    if (typeof available !== 'boolean') return null;
    const { total_balance: left, currency } = fields(Array.isArray(balances) ? balances[0] : null);
    const facts = { creditLeft: amount(left), currency: plainWord(currency) };
    return available
      ? validWith(facts)
      : rejected('billing', { detail: 'credit', ...told(facts).facts });
  },
});
