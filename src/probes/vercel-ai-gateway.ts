// How Vercel's AI Gateway is asked: for the credit that is left. Its list of models is public.
import { fields } from './answer.ts';
import { rejected } from './classify.ts';
import { keyProbe } from './http-probe.ts';
import { amount, validWith } from './shapes.ts';

/** The balance is a text. A key of one's own at a provider works without credit, hence only likely. */
export const vercelAiGateway = keyProbe({
  origin: 'https://ai-gateway.vercel.sh',
  path: '/v1/credits',
  endpoint: 'account',
  accept(body) {
    const creditLeft = amount(fields(body)['balance']);
    if (creditLeft === undefined) return null;
    return creditLeft > 0
      ? validWith({ creditLeft })
      : rejected('billing', { detail: 'credit', creditLeft }, 'likely');
  },
});
