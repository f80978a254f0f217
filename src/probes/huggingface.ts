// How Hugging Face is asked: who am I. The router's list of models is public and proves nothing.
import { fields } from './answer.ts';
import { keyProbe } from './http-probe.ts';
import { plainWord, validWith } from './shapes.ts';

/** Also tells the token's role: `read`, `write` or `fineGrained`. */
export const huggingface = keyProbe({
  origin: 'https://huggingface.co',
  path: '/api/whoami-v2',
  endpoint: 'account',
  accept(body) {
    const { name, auth } = fields(body);
    if (typeof name !== 'string' || auth === undefined) return null;
    return validWith({ role: plainWord(fields(fields(auth)['accessToken'])['role']) });
  },
});
