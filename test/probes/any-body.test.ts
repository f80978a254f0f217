// Bodies of any shape: no provider's reading of them breaks, and none takes nonsense for a yes.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { probes } from '../../src/probes/index.ts';
import { runProbes } from '../../src/probes/run-probes.ts';
import { mutated, STUBBORN } from '../kit/mutations.ts';
import { guarded, runOptions, target } from '../kit/probe-run.ts';
import { otherCases, replayFetch, replayHttp } from './fixtures.ts';

const FAKE = 'Zq7Kx2Vw9Lm4Tn8Rb3Yc6Hd1Pf5';

async function ask(provider: string, type: 'api_key' | 'oauth', status: number, body: unknown) {
  const asked = target(provider, FAKE, { type });
  const answer = { status, body };
  const replay = { fetch: replayFetch(answer), http: replayHttp(answer) };
  const verdicts = await runProbes([asked], { ...runOptions, ...guarded, ...replay });
  return verdicts.get(asked.key);
}

const kinds = Object.keys(probes).flatMap((provider) =>
  (['api_key', 'oauth'] as const)
    .filter((type) => probes[provider as keyof typeof probes].origins({ type }).length > 0)
    .map((type) => ({ provider, type })),
);

/** Bodies that providers send, with another value in one of their places. */
const bodies = mutated(otherCases.flatMap(({ answer }) => (answer.body ? [answer.body] : [])));

test.each([
  ['zai', 'api_key', { success: false, code: STUBBORN }, 'intercepted'],
  ['google-gemini-cli', 'oauth', { scope: 'openid', exp: STUBBORN }, 'valid'],
  ['google-gemini-cli', 'oauth', { scope: 'openid', exp: 1e300 }, 'valid'],
  [
    'openai',
    'oauth',
    { plan_type: 'x', rate_limit: { primary_window: { reset_at: -1e300 } } },
    'valid',
  ],
] as const)('%s, %s: %j', async (provider, type, body, reason) => {
  const verdict = await ask(provider, type, 200, body);
  expect(verdict?.reason).toBe(reason);
  expect(Object.keys(verdict?.facts ?? {}).filter((name) => name.endsWith('At'))).toEqual([]);
});

test.each(kinds)('$provider, $type', async ({ provider, type }) => {
  const statuses = fc.constantFrom(200, 400, 401, 403, 404, 418, 429, 500, 503);
  await fc.assert(
    fc.asyncProperty(statuses, fc.oneof(bodies, fc.jsonValue()), async (status, body) => {
      const verdict = await ask(provider, type, status, body);
      expect(verdict?.reason).not.toBe('unexpected');
      if (status >= 500) expect(verdict?.outcome).not.toBe('accepted');
      if (verdict?.outcome !== 'accepted' || status !== 200) return;
      // Only an object can be a provider's yes, and what it tells are plain words and numbers.
      expect(body).toBeTypeOf('object');
      for (const [name, fact] of Object.entries(verdict.facts ?? {})) {
        expect(String(fact)).toMatch(/^-?[\w.+-]{1,32}$/);
        if (name.endsWith('At')) expect(Number.isNaN(new Date(Number(fact)).getTime())).toBe(false);
      }
    }),
    { numRuns: provider === 'anthropic' ? 40 : 150 },
  );
});
