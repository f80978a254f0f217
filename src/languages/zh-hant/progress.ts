// What a terminal shows while a run lasts, in Traditional Chinese.
import type { ProgressPhrases } from '../../core/phrases/progress-phrases.ts';
import { number } from './times.ts';

export const progress: ProgressPhrases = {
  judging: (agents) => `正在判斷第 ${number(agents)} 個代理程式`,
  asking: '正在詢問供應商',
  asked: (done, total) => `正在詢問供應商 ${number(done)}/${number(total)}`,
  telling: '正在通知',
  sending: '正在傳送',
};
