// Plays every recorded answer from a real server through the real SDK.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AnthropicAnswer, anthropicAnswers } from '../../src/demo/anthropic-answers.ts';
import { type DemoProvider, startProvider } from '../../src/demo/provider.ts';
import { askOne, target } from '../kit/probe-run.ts';
import { expectNoTrace } from '../kit/probe-suite.ts';

type Expected = readonly [
  probe: 'models' | 'usage' | 'messages',
  credential: 'api_key' | 'oauth' | 'any',
  outcome: string,
  reason: string,
];

const EXPECTED: Readonly<Record<AnthropicAnswer, Expected>> = {
  key_invalid: ['models', 'api_key', 'rejected', 'invalid'],
  bearer_invalid: ['models', 'oauth', 'rejected', 'invalid'],
  creds_invalid: ['messages', 'oauth', 'rejected', 'invalid'],
  oauth_expired: ['usage', 'oauth', 'rejected', 'expired'],
  oauth_expired_2: ['usage', 'oauth', 'rejected', 'expired'],
  oauth_revoked: ['messages', 'oauth', 'rejected', 'revoked'],
  oauth_unsupported: ['messages', 'oauth', 'inconclusive', 'probe_shape'],
  oauth_org_forbidden: ['messages', 'oauth', 'rejected', 'forbidden'],
  scope_profile: ['usage', 'oauth', 'accepted', 'scope_limited'],
  scope_inference: ['messages', 'oauth', 'rejected', 'forbidden'],
  cc_only: ['messages', 'oauth', 'rejected', 'claude_code_only'],
  cc_only_generic400: ['messages', 'oauth', 'rejected', 'claude_code_only'],
  cc_only_generic429: ['messages', 'oauth', 'rejected', 'claude_code_only'],
  third_party_extra: ['messages', 'oauth', 'rejected', 'billing'],
  third_party_extra_2: ['messages', 'oauth', 'rejected', 'billing'],
  out_of_extra: ['messages', 'oauth', 'rejected', 'billing'],
  credit_low: ['messages', 'api_key', 'rejected', 'billing'],
  spend_limit_own: ['messages', 'api_key', 'rejected', 'billing'],
  billing_402: ['messages', 'api_key', 'rejected', 'billing'],
  tier_cap_429: ['messages', 'api_key', 'rejected', 'billing'],
  org_disabled: ['messages', 'any', 'rejected', 'revoked'],
  org_hold: ['messages', 'any', 'rejected', 'revoked'],
  cc_key_creator: ['messages', 'api_key', 'rejected', 'revoked'],
  cc_too_old: ['messages', 'oauth', 'inconclusive', 'probe_shape'],
  perm: ['models', 'api_key', 'rejected', 'forbidden'],
  waf_403: ['models', 'any', 'inconclusive', 'unknown'],
  model_404: ['messages', 'any', 'inconclusive', 'probe_shape'],
  rate_429: ['messages', 'any', 'inconclusive', 'rate_limited'],
  usage_429: ['usage', 'oauth', 'not_probed', 'rate_limited_endpoint'],
  overloaded: ['messages', 'any', 'inconclusive', 'overloaded'],
  api_500: ['messages', 'any', 'inconclusive', 'overloaded'],
  redirect: ['models', 'any', 'inconclusive', 'redirect'],
};

const BODY = 'Zq7Kx2Vw9Lm4Tn8Rb3Yc6Hd1Pf5';
const SECRETS = { api_key: `sk-ant-api03-${BODY}`, oauth: `sk-ant-oat01-${BODY}` };

let provider: DemoProvider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider.close());

const cases = (Object.entries(EXPECTED) as [AnthropicAnswer, Expected][]).flatMap(
  ([name, [probe, credential, outcome, reason]]) =>
    (credential === 'any' ? (['api_key', 'oauth'] as const) : [credential]).map((kind) => ({
      name,
      probe,
      kind,
      outcome,
      reason,
    })),
);

test.each(cases)('$name is $outcome: $reason ($kind)', async ({ name, probe, kind, ...means }) => {
  const secret = SECRETS[kind];
  provider.setCredential(secret, {
    name: 'asked',
    state: 'accepted',
    answer: anthropicAnswers[name],
  });
  const level = probe === 'messages' ? 'inference' : 'metadata';
  const asked = target('anthropic', secret, { model: 'claude-demo-5' });
  const before = provider.journal.length;
  const verdict = await askOne(asked, provider.url, { level });
  expect(verdict).toMatchObject({ ...means, level });
  expect(provider.journal).toHaveLength(before + 1);
  expectNoTrace(JSON.stringify(verdict), secret);
});
