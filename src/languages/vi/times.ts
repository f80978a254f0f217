// How time and numbers are said in Vietnamese.
import { numbersOf, timesOf } from '../times.ts';

export const number = numbersOf('vi');

export const times = timesOf('vi', {
  joint: ' ',
  ago: (duration) => `${duration} trước`,
  ahead: (duration) => `sau ${duration} nữa`,
  justNow: 'vừa xong',
  now: 'ngay bây giờ',
});
