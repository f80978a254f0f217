import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePoints, cutToLength, utf16Units, utf8Bytes } from '../../src/core/text-length.ts';

test.each([
  ['', 0, 0, 0],
  ['a', 1, 1, 1],
  ['ä', 1, 1, 2],
  ['€', 1, 1, 3],
  ['😀', 2, 1, 4],
])('%j has %i units, %i code points, %i bytes', (text, units, points, bytes) => {
  expect([utf16Units(text), codePoints(text), utf8Bytes(text)]).toEqual([units, points, bytes]);
});

test.each([
  ['abc', 3, utf16Units, 'abc'],
  ['abcd', 3, utf16Units, 'ab…'],
  ['a😀b', 3, utf16Units, 'a…'],
  ['a😀b', 3, codePoints, 'a😀b'],
  ['a😀bc', 3, codePoints, 'a😀…'],
  ['äöü', 5, utf8Bytes, 'ä…'],
  ['äöü', 6, utf8Bytes, 'äöü'],
  ['abc', 0, utf16Units, ''],
  ['abcd', 2, utf8Bytes, ''],
])('%j in %i is cut by its unit (%#)', (text, limit, measure, cut) => {
  expect(cutToLength(text, limit, measure)).toBe(cut);
});

test('a cut text never exceeds its limit and holds no half character', () => {
  const measures = fc.constantFrom(utf16Units, codePoints, utf8Bytes);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(40), measures, (text, limit, measure) => {
      const cut = cutToLength(text, limit, measure);
      expect(measure(cut)).toBeLessThanOrEqual(limit);
      expect(cut).not.toMatch(/\p{Cs}/u);
    }),
  );
});
