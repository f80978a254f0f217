import { expect, test } from 'vitest';
import { LANGS, langOfLocale, messagesLocale } from '../../src/core/lang.ts';

test.each([
  ['', 'en'],
  ['C', 'en'],
  ['C.UTF-8', 'en'],
  ['POSIX', 'en'],
  ['en_GB.UTF-8', 'en'],
  ['de_DE.UTF-8', 'en'],
  ['zh', 'zh-Hans'],
  ['zh_CN.UTF-8', 'zh-Hans'],
  ['zh_SG', 'zh-Hans'],
  ['zh_TW.UTF-8', 'zh-Hant'],
  ['zh_HK', 'zh-Hant'],
  ['zh_MO.Big5', 'zh-Hant'],
  ['zh-Hant', 'zh-Hant'],
  ['zh_Hant_CN.UTF-8', 'zh-Hant'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['vi_VN.UTF-8', 'vi'],
  ['my_MM', 'my'],
  ['uz_UZ.UTF-8', 'uz'],
  ['uz_UZ@cyrillic', 'uz'],
  ['VI_vn', 'vi'],
  ['vimto', 'en'],
  ['__proto__', 'en'],
])('the locale %j is told in %s', (locale, lang) => {
  expect(langOfLocale(locale)).toBe(lang);
});

test.each(LANGS)('the tag %s is a locale of itself', (lang) => {
  expect(langOfLocale(lang)).toBe(lang);
});

test('LC_ALL comes before LC_MESSAGES and that before LANG; an empty one is not set', () => {
  const [LC_ALL, LC_MESSAGES, LANG] = ['vi_VN', 'my_MM', 'uz_UZ'];
  expect(messagesLocale({ LC_ALL, LC_MESSAGES, LANG })).toBe('vi_VN');
  expect(messagesLocale({ LC_ALL: '', LC_MESSAGES, LANG })).toBe('my_MM');
  expect(messagesLocale({ LANG })).toBe('uz_UZ');
  expect(messagesLocale({})).toBe('');
});
