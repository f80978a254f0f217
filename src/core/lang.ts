// Decides in which language a person is told things. On the hot path.

/** BCP 47 tags of the languages there are. */
export const LANGS = ['en', 'zh-Hans', 'zh-Hant', 'vi', 'my', 'uz'] as const;
export type Lang = (typeof LANGS)[number];

/** The language of a POSIX locale such as `zh_TW.UTF-8`; English for `C` and what nobody here speaks. */
export function langOfLocale(locale: string): Lang {
  const [language = '', ...rest] = locale.toLowerCase().split(/[_.@-]/);
  if (language === 'zh') {
    const isTraditional = rest.includes('hant') || rest.some((part) => /^(?:tw|hk|mo)$/.test(part));
    return isTraditional && !rest.includes('hans') ? 'zh-Hant' : 'zh-Hans';
  }
  return LANGS.find((lang) => lang === language) ?? 'en';
}

/** The locale of messages, as POSIX orders the variables: an empty one counts as not set. */
export function messagesLocale(env: Readonly<Record<string, string | undefined>>): string {
  return env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
}
