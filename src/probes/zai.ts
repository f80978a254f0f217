// How Z.ai (Zhipu) is asked: for the quota of the plan. Errors come with status 200 and a code of their own.
import { fields } from './answer.ts';
import { rejected } from './classify.ts';
import { keyProbe } from './http-probe.ts';
import type { Judgement } from './probe.ts';
import { amount, plainWord, validWith } from './shapes.ts';

const REFUSALS: ReadonlyMap<unknown, Judgement> = new Map([
  ...[1000, 1001, 1002, 1003, 1004, 401].map((code) => [code, rejected('invalid')] as const),
  [1113, rejected('invalid', undefined, 'likely')],
  // The plan does not cover this use.
  [1311, rejected('billing', { detail: 'plan' }, 'likely')],
]);

/** The international host and the Chinese one; a key belongs to one of them. */
export const zai = keyProbe({
  origin: 'https://api.z.ai',
  regions: ['https://open.bigmodel.cn'],
  path: '/api/monitor/usage/quota/limit',
  endpoint: 'account',
  accept(body) {
    const { success, code, data } = fields(body);
    if (typeof success !== 'boolean') return null;
    if (!success) return REFUSALS.get(amount(code)) ?? null;
    if (code !== 200) return null;
    const { level, limits } = fields(data);
    const windows = Array.isArray(limits) ? limits.map(fields) : [];
    const used = windows.flatMap(({ percentage }) => amount(percentage) ?? []);
    return validWith({
      plan: plainWord(level),
      usedPercent: used.length === 0 ? undefined : Math.max(...used),
    });
  },
});
