// The line of a new config that keeps the language of whoever made it: a timer runs without their locale.
import type { Lang } from '../core/lang.ts';

/** Nothing for English, which is spoken by itself. */
export function langLine(lang: Lang | null): string {
  return lang === null || lang === 'en' ? '' : `  lang: '${lang}',\n`;
}
