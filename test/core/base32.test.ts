import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { base32 } from '../../src/core/base32.ts';

// The vectors of RFC 4648, section 10, in lower case and without padding.
test.each([
  ['', ''],
  ['f', 'my'],
  ['fo', 'mzxq'],
  ['foo', 'mzxw6'],
  ['foob', 'mzxw6yq'],
  ['fooba', 'mzxw6ytb'],
  ['foobar', 'mzxw6ytboi'],
])('%j becomes %j', (text, expected) => {
  expect(base32(Buffer.from(text))).toBe(expected);
});

test('different bytes of one length give different texts of one length', () => {
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      expect(base32(a) === base32(b)).toBe(Buffer.compare(a, b) === 0);
      expect(base32(a)).toMatch(/^[a-z2-7]{16}$/);
    }),
  );
});
