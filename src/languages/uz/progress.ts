// What a terminal shows while a run lasts, in Uzbek.
import type { ProgressPhrases } from '../../core/phrases/progress-phrases.ts';
import { number } from './times.ts';

export const progress: ProgressPhrases = {
  judging: (agents) => `${number(agents)}-agent baholanmoqda`,
  asking: 'provayderlardan soʻralmoqda',
  asked: (done, total) => `provayderlardan soʻralmoqda ${number(done)}/${number(total)}`,
  telling: 'xabar berilmoqda',
  sending: 'yuborilmoqda',
};
