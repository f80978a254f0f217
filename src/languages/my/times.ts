// How time and numbers are said in Burmese.
import { numbersOf, timesOf } from '../times.ts';

export const number = numbersOf('my');

export const times = timesOf('my', {
  joint: ' ',
  ago: (duration) => `လွန်ခဲ့သော ${duration}`,
  ahead: (duration) => `နောက် ${duration}`,
  justNow: 'ယခုလေးတင်',
  now: 'ယခု',
});
