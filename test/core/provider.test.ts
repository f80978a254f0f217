import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeProvider } from '../../src/core/provider.ts';

test.each([
  ['anthropic', 'anthropic'],
  [' Anthropic ', 'anthropic'],
  ['z.ai', 'zai'],
  ['Z-AI', 'zai'],
  ['opencode-zen', 'opencode'],
  ['qwen', 'qwen-portal'],
  ['kimi-code', 'kimi-coding'],
  ['', ''],
  ['constructor', 'constructor'],
  ['__proto__', '__proto__'],
  ['toString', 'tostring'],
  ['hasOwnProperty', 'hasownproperty'],
])('%j is compared as %j', (name, expected) => {
  expect(normalizeProvider(name)).toBe(expected);
});

test('folding a folded name changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('z.ai', 'qwen')), (name) => {
      const once = normalizeProvider(name);
      expect(normalizeProvider(once)).toBe(once);
    }),
  );
});
