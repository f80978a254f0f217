// Plays every recorded answer from a real server through the real SDK.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anthropicAnswers } from '../../src/demo/anthropic-answers.ts';
import { type DemoProvider, startProvider } from '../../src/demo/provider.ts';
import { answerCases } from '../kit/answer-cases.ts';
import { askOne, target } from '../kit/probe-run.ts';
import { expectNoTrace } from '../kit/probe-suite.ts';

const BODY = 'Zq7Kx2Vw9Lm4Tn8Rb3Yc6Hd1Pf5';
const SECRETS = { api_key: `sk-ant-api03-${BODY}`, oauth: `sk-ant-oat01-${BODY}` };

let provider: DemoProvider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider.close());

test.each(answerCases)(
  '$name is $outcome: $reason ($kind)',
  async ({ name, probe, kind, ...means }) => {
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
  },
);
