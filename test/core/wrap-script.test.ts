import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/core/terminal.ts';
import { wrapScript } from '../../src/core/wrap-script.ts';

describe('a text without blanks between its words', () => {
  test.each([
    [
      'Chinese fills its lines, and no line begins with what closes',
      'openai 没有可用的凭证配置：openai:team 正在冷却或已停用，还剩 4小时',
      24,
      ['openai 没有可用的凭证配', '置：openai:team 正在冷却', '或已停用，还剩 4小时'],
    ],
    [
      'what opens goes along with what it opens',
      '下次过期（五小时后）再看',
      10,
      ['下次过期', '（五小时', '后）再看'],
    ],
    [
      'what closes goes with a word of another script',
      '应为 "all"；实际',
      8,
      ['应为', '"all"；', '实际'],
    ],
    [
      'what opens goes along with a word of another script',
      '实际为“defalt”，您是指（all）吗',
      10,
      ['实际为', '“defalt”，', '您是指', '（all）吗'],
    ],
    ['Burmese is broken between syllables', 'သက်တမ်းကုန်တော့မည်', 9, ['သက်တမ်းကုန်', 'တော့မည်']],
    ['a stacked consonant stays on its own', 'ပြဿနာသတ္တိ', 6, ['ပြဿနာ', 'သတ္တိ']],
    ['a mark goes with what it ends', 'မှတ်ပြီး\u00a0-', 5, ['မှတ်', 'ပြီး\u00a0-']],
    ['a word of another script stays whole', '请在 openai 充值', 12, ['请在 openai', '充值']],
    ['what is too long for any line is cut', 'abcdefghij 好', 4, ['abcd', 'efgh', 'ij', '好']],
  ])('%s', (_, text, columns, lines) => {
    expect(wrapScript(text, columns)).toEqual(lines);
  });

  test('nothing is lost, and nothing but blanks goes', () => {
    const letters = 'aZ9 -（）「」“”，。中文字အကခ့်္ိုါာ၊။👩'.match(/./gu) ?? [];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...letters), { maxLength: 60 }),
        fc.integer({ min: 4, max: 30 }),
        (all, columns) => {
          const text = all.join('');
          const lines = wrapScript(text, columns);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
          for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
        },
      ),
    );
  });
});
