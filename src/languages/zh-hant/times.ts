// How time and numbers are said in Traditional Chinese.
import { numbersOf, timesOf } from '../times.ts';

export const number = numbersOf('zh-Hant');

export const times = timesOf('zh-Hant', {
  joint: ' ',
  ago: (duration) => `${duration}前`,
  ahead: (duration) => `${duration}後`,
  justNow: '剛剛',
  now: '此刻',
});
