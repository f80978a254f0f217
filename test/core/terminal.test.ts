import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  columnsOf,
  cut,
  hidesSomething,
  label,
  padColumns,
  takeColumns,
  visible,
  wrapColumns,
} from '../../src/core/terminal.ts';

const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

describe('visible text', () => {
  test.each([
    ['a newline', 'a\nb\r\tc', 'a\\nb\\r\\tc'],
    ['an escape sequence', '\u001b[31mred', '\\u{1b}[31mred'],
    ['a C1 control sequence introducer', '\u009b31m', '\\u{9b}31m'],
    ['NUL and DEL', '\u0000\u007f', '\\u{0}\\u{7f}'],
    ['a bidi override', 'a\u202etxt', 'a\\u{202e}txt'],
    ['a zero-width space', 'a\u200bb', 'a\\u{200b}b'],
    ['a hangul filler', '\u3164', '\\u{3164}'],
    ['a line separator', 'a\u2028b', 'a\\u{2028}b'],
    ['a lone surrogate', 'a\ud800b', 'a\\u{d800}b'],
    ['a noncharacter', '\uffff', '\\u{ffff}'],
    ['a tag character', '\u{e0041}', '\\u{e0041}'],
  ])('shows %s as an escape', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
    expect(hidesSomething(text)).toBe(true);
  });

  test.each(['anthropic:default', 'jos\u00e9', '鍵', '🔑', 'a\\b', ''])(
    'leaves %j as it is',
    (text) => {
      expect(visible(text)).toBe(text);
      expect(hidesSomething(text)).toBe(false);
    },
  );

  test('escapes everything beyond ASCII for a terminal that shows no more', () => {
    expect(visible('é鍵', 'ascii')).toBe('\\u{e9}\\u{9375}');
  });

  test('holds nothing hidden, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(HIDDEN);
        expect(visible(text, 'ascii')).toMatch(/^[\x20-\x7e]*$/);
        expect(visible(visible(text))).toBe(visible(text));
      }),
    );
  });
});

describe('columns', () => {
  test.each([
    ['abc', 3],
    ['鍵', 2],
    ['ｆ', 2],
    ['한', 2],
    ['🔑', 2],
    ['é', 1],
    ['e\u0301', 1],
    ['✗', 1],
    ['', 0],
  ])('%j takes %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  test.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abc...'],
    ['鍵鍵鍵', 6, '鍵鍵鍵'],
    ['鍵鍵鍵鍵', 6, '鍵...'],
    ['鍵鍵鍵鍵', 7, '鍵鍵...'],
    ['abcdef', 2, '..'],
  ])('cutting %j to %i columns gives %j', (text, columns, shown) => {
    expect(cut(text, columns)).toBe(shown);
  });

  test('a wide character that would stand half outside is left out', () => {
    expect(takeColumns('a鍵b', 2)).toBe('a');
  });

  test('padding counts columns, not characters', () => {
    expect(padColumns('鍵', 4)).toBe('鍵  ');
    expect(padColumns('abcde', 4)).toBe('abcde');
  });

  test('a label never takes more than its columns, and is never read whole', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('x'.repeat(20_000)));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (name, columns) => {
        const shown = label(name, columns);
        expect(columnsOf(shown)).toBeLessThanOrEqual(columns);
        expect(shown.length).toBeLessThanOrEqual(columns * 5 + 3);
      }),
    );
  });

  test('a text of combining marks alone does not pass for short', () => {
    expect(label('\u0301'.repeat(10_000), 10).length).toBeLessThan(60);
  });
});

describe('wrapping', () => {
  test('breaks at spaces', () => {
    expect(wrapColumns('one two three', 7)).toEqual(['one two', 'three']);
  });

  test('breaks a word that is longer than a line', () => {
    expect(wrapColumns('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
  });

  test('loses nothing and keeps to the width', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '鍵', ' '), maxLength: 60 });
    fc.assert(
      fc.property(word, fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrapColumns(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
