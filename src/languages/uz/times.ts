// How time and numbers are said in Uzbek.
import { numbersOf, timesOf } from '../times.ts';

export const number = numbersOf('uz');

export const times = timesOf('uz', {
  joint: ' ',
  ago: (duration) => `${duration} oldin`,
  ahead: (duration) => `${duration}dan keyin`,
  justNow: 'hozirgina',
  now: 'hozir',
});
