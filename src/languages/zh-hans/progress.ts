// What a terminal shows while a run lasts, in Simplified Chinese.
import type { ProgressPhrases } from '../../core/phrases/progress-phrases.ts';
import { number } from './times.ts';

export const progress: ProgressPhrases = {
  judging: (agents) => `正在判断第 ${number(agents)} 个智能体`,
  asking: '正在询问提供商',
  asked: (done, total) => `正在询问提供商 ${number(done)}/${number(total)}`,
  telling: '正在通知',
  sending: '正在发送',
};
