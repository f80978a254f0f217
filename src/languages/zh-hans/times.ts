// How time and numbers are said in Simplified Chinese.
import { numbersOf, timesOf } from '../times.ts';

export const number = numbersOf('zh-Hans');

export const times = timesOf('zh-Hans', {
  joint: '',
  ago: (duration) => `${duration}前`,
  ahead: (duration) => `${duration}后`,
  justNow: '刚刚',
  now: '此刻',
});
