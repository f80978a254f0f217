import { describe, expect, test } from 'vitest';
import { openaiWays } from '../../src/openclaw/openai-ways.ts';

const PROXY = 'https://proxy.example.org/v1';
const OWN = 'https://api.openai.com/v1';

/** In one word: the logins, `~` for the codex runtime, or the kind. */
function ways(model: string, provider?: object, variable: string | null = null): string {
  const { kind, by, takesCodex } = openaiWays(provider as never, variable)(model);
  return `${kind === 'ways' ? by.join('+') : kind}${takesCodex ? '~' : ''}`;
}

describe('a model of openai without a server in the config', () => {
  test.each([
    ['gpt-5.5', 'key+subscription~'],
    ['GPT-5.5', 'key+subscription~'],
    ['gpt-5.4-codex', 'key+subscription~'],
    ['chat-latest', 'key~'],
    ['gpt-5.4-nano', 'key~'],
    ['gpt-5.3-codex-spark', 'subscription~'],
    ['some-model', 'unknown~'],
  ])('%s is reached by %s', (model, expected) => {
    expect(ways(model)).toBe(expected);
  });
});

describe('a server in the config', () => {
  test.each<[string, string, object, string]>([
    ['of its own takes any name by key', 'some-model', { baseUrl: PROXY }, 'key'],
    [
      'that speaks for subscriptions takes those',
      'x',
      { baseUrl: PROXY, api: 'openai-chatgpt-responses' },
      'subscription',
    ],
    [
      'that speaks for another provider is none',
      'gpt-5.5',
      { baseUrl: PROXY, api: 'anthropic-messages' },
      'contradiction',
    ],
    ['of openai itself takes keys', 'gpt-5.5', { baseUrl: OWN }, 'key~'],
    [
      'of openai for completions takes both',
      'gpt-5.5',
      { baseUrl: OWN, api: 'openai-completions' },
      'key+subscription',
    ],
    [
      'of openai for subscriptions takes those',
      'gpt-5.5',
      { baseUrl: 'https://chatgpt.com/backend-api' },
      'subscription~',
    ],
    [
      'of openai for both is none',
      'gpt-5.5',
      { baseUrl: OWN, api: 'openai-chatgpt-responses' },
      'contradiction',
    ],
    [
      'at an odd path of openai is none',
      'gpt-5.5',
      { baseUrl: 'https://api.openai.com/v2' },
      'contradiction',
    ],
    ['that is no address is none', 'gpt-5.5', { baseUrl: 'odd' }, 'contradiction'],
    ['that is blank is not there', 'gpt-5.5', { baseUrl: ' ' }, 'key+subscription~'],
    [
      'for a model of subscriptions is none',
      'gpt-5.3-codex-spark',
      { baseUrl: OWN },
      'contradiction',
    ],
    ['with headers is not for codex', 'gpt-5.5', { headers: { a: 'b' } }, 'key+subscription'],
    [
      'of the model outranks that of the provider',
      'm',
      { baseUrl: OWN, models: [{ id: 'm', baseUrl: PROXY }] },
      'key',
    ],
  ])('%s', (_, model, provider, expected) => {
    expect(ways(model, provider)).toBe(expected);
  });

  test('may come from the environment, below the config', () => {
    expect(ways('some-model', undefined, PROXY)).toBe('key');
    expect(ways('gpt-5.5', { baseUrl: OWN }, PROXY)).toBe('key~');
    expect(ways('gpt-5.5', { api: 'openai-responses' }, PROXY)).toBe('key');
  });
});
