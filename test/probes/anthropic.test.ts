import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ClaudeCodeFace } from '../../src/demo/provider-credential.ts';
import { type DemoProvider, startProvider } from '../../src/demo/provider.ts';
import { judgeThrown } from '../../src/probes/anthropic-sdk.ts';
import { askOne, target } from '../kit/probe-run.ts';

const FAKE = 'Zq7Kx2Vw9Lm4Tn8Rb3Yc6Hd1Pf5';
const KEY = `sk-ant-api03-${FAKE}`;
const TOKEN = `sk-ant-oat01-${FAKE}`;
const setupToken = (model?: string) =>
  target('anthropic', TOKEN, { type: 'token', ...(model && { model }) });

let provider: DemoProvider;
beforeEach(async () => {
  provider = await startProvider();
  provider.setCredential(KEY, { name: 'key', state: 'accepted' });
  provider.setCredential(TOKEN, { name: 'token', state: 'accepted', inferenceOnly: true });
});
afterEach(() => provider.close());

/** The headers that decide who we are to Anthropic; a change of the SDK that alters them fails here. */
function decisiveHeaders() {
  const names = /^(?:authorization|x-api-key|anthropic-|user-agent|cookie|origin|x-custom)/;
  const { headers } = provider.journal.at(-1)!;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.test(name)));
}

describe('on the wire', () => {
  test('an API key stands in x-api-key alone', async () => {
    await askOne(target('anthropic', KEY), provider.url);
    expect(decisiveHeaders()).toEqual({
      'x-api-key': '<key>',
      'anthropic-version': '2023-06-01',
      'user-agent': 'openclaw-auth-monitor/0.0.0-test',
    });
    expect(provider.journal).toMatchObject([
      { method: 'GET', path: '/v1/models?limit=1', body: '' },
    ]);
  });

  test('an OAuth token stands in Authorization alone, with the beta it needs', async () => {
    await askOne(setupToken(), provider.url);
    expect(decisiveHeaders()).toEqual({
      authorization: 'Bearer <token>',
      'anthropic-version': '2023-06-01',
      'anthropic-beta': 'oauth-2025-04-20',
      'user-agent': 'openclaw-auth-monitor/0.0.0-test',
    });
    expect(provider.journal).toMatchObject([{ method: 'GET', path: '/api/oauth/usage' }]);
  });

  test('an OAuth token that was pasted as an API key still goes as Bearer', async () => {
    await askOne(target('anthropic', TOKEN, { type: 'api_key' }), provider.url);
    expect(decisiveHeaders()).toMatchObject({ authorization: 'Bearer <token>' });
  });

  test('inference sends one token for one character, without system block or tools', async () => {
    await askOne(setupToken('claude-demo-5'), provider.url, { level: 'inference' });
    expect(provider.journal).toMatchObject([{ method: 'POST', path: '/v1/messages' }]);
    expect(JSON.parse(provider.journal[0]!.body)).toEqual({
      model: 'claude-demo-5',
      max_tokens: 1,
      messages: [{ role: 'user', content: '.' }],
    });
  });

  test('no ANTHROPIC_ variable of the environment changes or adds anything', async () => {
    const elsewhere = await startProvider();
    const hostile = {
      ANTHROPIC_API_KEY: 'sk-ant-api03-from-the-environment',
      ANTHROPIC_AUTH_TOKEN: 'token-from-the-environment',
      ANTHROPIC_BASE_URL: elsewhere.url,
      ANTHROPIC_CUSTOM_HEADERS: 'x-custom: 1\nx-api-key: other\nauthorization: Bearer other',
      ANTHROPIC_LOG: 'debug',
      ANTHROPIC_PROFILE: 'nobody',
      ANTHROPIC_CONFIG_DIR: '/nonexistent',
    };
    const log = ['log', 'debug', 'info', 'warn', 'error'] as const;
    const spies = log.map((name) => vi.spyOn(console, name).mockImplementation(() => undefined));
    try {
      for (const [name, value] of Object.entries(hostile)) vi.stubEnv(name, value);
      for (const asked of [target('anthropic', KEY), setupToken()]) {
        const verdict = await askOne(asked, provider.url);
        expect(verdict.outcome).toBe('accepted');
        expect(Object.values(decisiveHeaders()).join()).not.toMatch(/environment|other|unknown/);
        expect(decisiveHeaders()).not.toHaveProperty('x-custom');
      }
      expect(elsewhere.journal).toEqual([]);
      for (const [name, value] of Object.entries(hostile)) expect(process.env[name]).toBe(value);
      for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    } finally {
      vi.unstubAllEnvs();
      await elsewhere.close();
    }
  });
});

describe('what a free request can tell', () => {
  test('the scope refusal of a setup-token proves that it is alive', async () => {
    expect(await askOne(setupToken(), provider.url)).toMatchObject({
      outcome: 'accepted',
      reason: 'scope_limited',
      confidence: 'certain',
      status: 403,
    });
  });

  test('a Claude-Code-only token looks alive', async () => {
    provider.setCredential(TOKEN, { name: 't', state: 'accepted', claudeCodeOnly: 'sentence' });
    expect(await askOne(setupToken(), provider.url)).toMatchObject({ outcome: 'accepted' });
  });
});

describe('Claude-Code-only at inference level', () => {
  const faces: readonly (readonly [ClaudeCodeFace, string, string])[] = [
    ['sentence', 'claude_code_only', 'certain'],
    ['error_400', 'claude_code_only', 'likely'],
    ['error_429', 'claude_code_only', 'likely'],
    ['third_party', 'billing', 'certain'],
    ['out_of_extra_usage', 'billing', 'certain'],
  ];

  test.each(faces)('the face %s is %s (%s)', async (face, reason, confidence) => {
    provider.setCredential(TOKEN, { name: 't', state: 'accepted', claudeCodeOnly: face });
    const verdict = await askOne(setupToken('claude-demo-5'), provider.url, { level: 'inference' });
    expect(verdict).toMatchObject({ outcome: 'rejected', reason, confidence, level: 'inference' });
  });

  test.each([undefined, 'claude-haiku-demo', 'claude-HAIKU-4-5'])(
    'with the model %s nothing is asked, because Haiku would pass',
    async (model) => {
      const verdict = await askOne(setupToken(model), provider.url, { level: 'inference' });
      expect(verdict).toMatchObject({ outcome: 'inconclusive', reason: 'no_model' });
      expect(provider.journal).toEqual([]);
    },
  );

  test('an unknown model is our fault, not the credential’s', async () => {
    const verdict = await askOne(setupToken('gpt-demo'), provider.url, { level: 'inference' });
    expect(verdict).toMatchObject({ outcome: 'inconclusive', reason: 'probe_shape' });
  });
});

describe('what the SDK may throw', () => {
  const named = (name: string) => Object.assign(new Error(`secret ${FAKE}`), { name });
  const idle = new AbortController().signal;
  const timedOut = AbortSignal.abort(new DOMException('', 'TimeoutError'));

  test.each([
    ['a SyntaxError', new SyntaxError('x'), idle, 'intercepted'],
    ['an APIConnectionError', named('APIConnectionError'), idle, 'network'],
    ['an APIConnectionTimeoutError', named('APIConnectionTimeoutError'), idle, 'network'],
    ['an APIUserAbortError', named('APIUserAbortError'), AbortSignal.abort(), 'network'],
    ['an APIUserAbortError', named('APIUserAbortError'), timedOut, 'network'],
    ['a DOMException AbortError', new DOMException('', 'AbortError'), idle, 'network'],
    ['a TypeError', new TypeError(FAKE), idle, 'unexpected'],
    ['no error at all', 'text', idle, 'unexpected'],
  ])('%s is inconclusive', (_, thrown, signal, reason) => {
    const verdict = judgeThrown(thrown, signal, 'metadata');
    expect(verdict).toMatchObject({ outcome: 'inconclusive', reason });
    expect(JSON.stringify(verdict)).not.toContain(FAKE);
  });
});
