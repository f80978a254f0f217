import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify, type Question, VALID } from '../../src/probes/classify.ts';
import { runProbes } from '../../src/probes/run-probes.ts';
import { guarded, runOptions, target } from '../kit/probe-run.ts';
import {
  type AnthropicCase,
  anthropicCases,
  otherCases,
  type RecordedAnswer,
  replayFetch,
  replayHttp,
} from './fixtures.ts';

const SECRET = 'Zq7Kx2Vw9Lm4Tn8Rb3Yc6Hd1Pf5';

/** Which request the SDK makes depends on the credential and the level; these are the ways to each. */
function askedLike({ probe, credential }: AnthropicCase['asked'], kind: 'api_key' | 'oauth') {
  const isOauth = (credential === 'both' ? kind : credential) === 'oauth';
  const secret = `${isOauth ? 'sk-ant-oat01' : 'sk-ant-api03'}-${SECRET}`;
  const level = probe === 'messages' ? 'inference' : 'metadata';
  return { target: target('anthropic', secret, { model: 'claude-demo-5' }), level } as const;
}

async function verdictOf(
  asked: ReturnType<typeof askedLike>,
  answer: RecordedAnswer,
): Promise<unknown> {
  const replay = { fetch: replayFetch(answer), http: replayHttp(answer) };
  const options = { ...runOptions, ...guarded, ...replay, level: asked.level };
  return (await runProbes([asked.target], options)).get(asked.target.key);
}

describe("Anthropic's answers as they were reported", () => {
  for (const { name, asked, answer, means, seenIn } of anthropicCases) {
    const kinds =
      asked.credential === 'both' ? (['api_key', 'oauth'] as const) : [asked.credential];
    for (const kind of kinds) {
      test(`${name} (${kind}, ${asked.probe}; ${seenIn})`, async () => {
        expect(await verdictOf(askedLike(asked, kind), answer)).toMatchObject({ ...means });
      });
    }
  }
});

describe("other providers' answers", () => {
  for (const { provider, type, name, answer, means } of otherCases) {
    test(`${provider}, ${type}: ${name}`, async () => {
      const asked = { target: target(provider, SECRET, { type }), level: 'metadata' } as const;
      const verdict = await verdictOf(asked, answer);
      expect(verdict).toMatchObject({ ...means });
      expect((verdict as { facts?: unknown }).facts).toEqual(means.facts);
    });
  }
});

describe('the order of evidence', () => {
  const question: Question = { endpoint: 'messages', credential: 'oauth', accept: () => VALID };
  const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
    status,
    body,
    header: (name: string) => headers[name] ?? null,
    headerNames: Object.keys(headers),
  });
  const envelope = (message: string, code?: string) => ({
    error: { type: 'x', message, ...(code && { details: { error_code: code } }) },
  });

  test('a code outranks the words', () => {
    const body = envelope('Your key has been revoked', 'enforced_spend_limit_reached');
    expect(classify(question, answer(429, body))).toMatchObject({ reason: 'billing' });
  });

  test('an unknown code leaves the decision to the words', () => {
    const body = envelope('Your key has been revoked', 'something_new');
    expect(classify(question, answer(400, body))).toMatchObject({ reason: 'revoked' });
  });

  test('words outrank the bare status', () => {
    const body = envelope('OAuth token has expired.');
    expect(classify(question, answer(401, body))).toMatchObject({ reason: 'expired' });
  });

  test.each([
    'retry-after',
    'anthropic-ratelimit-unified-status',
    'anthropic-ratelimit-unified-reset',
    'anthropic-ratelimit-unified-7d_opus-status',
  ])('a 429 that only says Error is a real limit when it has %s', (name) => {
    const limited = answer(429, envelope('Error'), { [name]: '1' });
    expect(classify(question, limited)).toMatchObject({ reason: 'rate_limited' });
  });

  test('an Error without more says nothing about an API key, nor at another endpoint', () => {
    const asKey = { ...question, credential: 'api_key' } as const;
    const atModels = { ...question, endpoint: 'models' } as const;
    for (const other of [asKey, atModels]) {
      expect(classify(other, answer(429, envelope('Error')))).toMatchObject({
        reason: 'rate_limited',
      });
      expect(classify(other, answer(400, envelope('Error')))).toMatchObject({
        reason: 'probe_shape',
      });
    }
  });

  test('what a failing server says is no evidence', () => {
    const body = envelope('Your key has been revoked');
    expect(classify(question, answer(503, body))).toMatchObject({ reason: 'overloaded' });
  });

  test('a code that is a name of every object decides nothing', () => {
    const body = envelope('x', 'constructor');
    expect(classify(question, answer(418, body))).toMatchObject({ reason: 'unknown' });
  });

  test('the date on which a spend limit ends is kept, a nonsense date is not', () => {
    const said = (date: string) =>
      classify(
        question,
        answer(400, envelope(`specified API usage limits. You will regain access on ${date}`)),
      );
    expect(said('2026-12-01')).toMatchObject({ facts: { regainAt: Date.parse('2026-12-01') } });
    const moment = '2026-12-01 at 15:30 UTC.';
    expect(said(moment)).toMatchObject({ facts: { regainAt: Date.parse('2026-12-01T15:30Z') } });
    expect(said('2026-99-99').facts).toEqual({ detail: 'spend_limit' });
  });

  test('any JSON with any status becomes one of the four outcomes and never throws', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.jsonValue(), (status, body) => {
        const { outcome } = classify({ ...question, accept: () => null }, answer(status, body));
        expect(['rejected', 'inconclusive', 'not_probed']).toContain(outcome);
      }),
    );
  });

  test('nothing but a 2xx, a scope or a restricted key is ever accepted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 599 }), fc.string(), (status, message) => {
        fc.pre(!/scope/i.test(message));
        expect(classify(question, answer(status, envelope(message))).outcome).not.toBe('accepted');
      }),
    );
  });

  const CODES = {
    organization_on_hold: 'revoked',
    claude_code_key_creator_not_member: 'revoked',
    enforced_spend_limit_reached: 'billing',
    linked_organization_billing_unavailable: 'billing',
    ramp_limit_exceeded: 'rate_limited',
    oauth_scope_insufficient: 'forbidden',
    claude_code_version_too_old: 'probe_shape',
    token_expired: 'expired',
    insufficient_quota: 'billing',
  };
  const SENTENCES = [
    'Error',
    'Invalid bearer token',
    'OAuth token has expired.',
    'OAuth token has been revoked.',
    'This organization has been disabled.',
    'This credential is only authorized for use with Claude Code.',
    'Your credit balance is too low.',
    'OAuth authentication is currently not supported.',
    'Overloaded',
  ];
  const anySentence = fc.constantFrom(...SENTENCES);

  test('a known code decides whatever status and sentence come with it', () => {
    const statuses = fc.constantFrom(400, 401, 402, 403, 404, 429, 500, 529);
    const codes = fc.constantFrom(...(Object.keys(CODES) as (keyof typeof CODES)[]));
    fc.assert(
      fc.property(statuses, codes, anySentence, (status, code, message) => {
        expect(classify(question, answer(status, envelope(message, code))).reason).toBe(
          CODES[code],
        );
      }),
    );
  });

  test('the status of a failing server decides whatever sentence comes with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 599 }), anySentence, (status, message) => {
        expect(classify(question, answer(status, envelope(message))).reason).toBe('overloaded');
      }),
    );
  });

  test('a sentence without meaning leaves the decision to the status', () => {
    const words = fc.string().filter((text) => text !== 'Error' && !/[a-z]{4}/i.test(text));
    const byStatus = { 401: 'invalid', 403: 'forbidden', 404: 'probe_shape', 429: 'rate_limited' };
    const statuses = fc.constantFrom(401, 403, 404, 429);
    fc.assert(
      fc.property(statuses, words, (status, message) => {
        expect(classify(question, answer(status, envelope(message))).reason).toBe(byStatus[status]);
      }),
    );
  });
});
