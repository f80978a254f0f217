// What a terminal shows while a run lasts, in Burmese.
import type { ProgressPhrases } from '../../core/phrases/progress-phrases.ts';
import { number } from './times.ts';

export const progress: ProgressPhrases = {
  judging: (agents) => `agent ${number(agents)} ကို စစ်ဆေးနေသည်`,
  asking: 'provider များကို မေးနေသည်',
  asked: (done, total) => `provider များကို မေးနေသည် ${number(done)}/${number(total)}`,
  telling: 'အသိပေးနေသည်',
  sending: 'ပို့နေသည်',
};
