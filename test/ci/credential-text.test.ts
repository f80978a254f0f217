// What the text of a credential tells by itself.
import { describe, expect, test } from 'vitest';
import { providerOf, providerOfVariable, textFault, typeOf } from '../../src/ci/credential-text.ts';

const KEY = `sk-ant-api03-${'Fk3Zt9Qw'.repeat(11)}`;
const SETUP = `sk-ant-oat01-${'Fk3Zt9Qw'.repeat(12)}`;
const JWT = 'eyJhbGciOiJub25lIn0.eyJleHAiOjF9.c2ln';

test.each([
  [KEY, 'anthropic'],
  [SETUP, 'anthropic'],
  ['sk-or-v1-0000000000000000', 'openrouter'],
  ['sk-proj-0000000000000000', 'openai'],
  ['gsk_0000000000000000', 'groq'],
  [' xai-0000000000000000', 'xai'],
  ['sk-0000000000000000', null],
  ['', null],
])('the prefix of %s names %s', (value, provider) => {
  expect(providerOf(value)).toBe(provider);
});

test.each([
  ['CLAUDE_CODE_OAUTH_TOKEN', 'anthropic'],
  ['HF_TOKEN', 'huggingface'],
  ['MY_KEY', null],
  ['constructor', null],
])('the variable %s usually holds a credential of %s', (name, provider) => {
  expect(providerOfVariable(name)).toBe(provider);
});

test.each([
  [SETUP, 'token'],
  [JWT, 'token'],
  [KEY, 'api_key'],
  ['anything', 'api_key'],
])('%s is a %s', (value, type) => {
  expect(typeOf(value)).toBe(type);
});

describe('the fault of a text', () => {
  test.each([
    ['a sound key', KEY, 'anthropic', null],
    ['a sound setup token', SETUP, 'anthropic', null],
    ['an unfilled expression', '${{ secrets.KEY }}', 'anthropic', 'unresolved'],
    ['a variable of a shell', '$ANTHROPIC_API_KEY', 'anthropic', 'unresolved'],
    ['a variable of a batch file', '%ANTHROPIC_API_KEY%', 'anthropic', 'unresolved'],
    ['a placeholder', 'changeme', 'openai', 'placeholder'],
    ['a placeholder in angle brackets', '<your key here>', 'openai', 'placeholder'],
    ['a row of x', 'xxxxxxxxxxxxxxxxxxxxxxx', 'openai', 'placeholder'],
    ['15 characters', 'a'.repeat(15), 'openai', 'too_short'],
    ['16 characters', 'a'.repeat(16), 'openai', null],
    ['79 characters of a setup token', SETUP.slice(0, 79), 'anthropic', 'too_short'],
    ['80 characters of a setup token', SETUP.slice(0, 80), 'anthropic', null],
    ['quotation marks', `"${KEY}"`, 'anthropic', 'quoted'],
    ['a key of another provider', KEY, 'openai', 'of_another_provider'],
    ['a key of no known shape', 'proxy-key-000000000000', 'anthropic', 'odd_prefix'],
    ['a line break at the end', `${KEY}\n`, 'anthropic', 'outer_whitespace'],
    ['a line break inside, which is judged elsewhere', 'a b\nc', 'openai', null],
    ['nothing but blanks, which is judged elsewhere', '  ', 'openai', null],
  ])('%s', (_, value, provider, problem) => {
    expect(textFault(value, provider)?.problem ?? null).toBe(problem);
  });

  test('counts as doubtful only where a gateway in between could want it so', () => {
    expect(textFault('proxy-key-000000000000', 'anthropic')?.certain).toBe(false);
    expect(textFault(`${KEY}\n`, 'anthropic')?.certain).toBe(false);
    expect(textFault('changeme', 'anthropic')?.certain).toBe(true);
  });
});
