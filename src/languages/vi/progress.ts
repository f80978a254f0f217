// What a terminal shows while a run lasts, in Vietnamese.
import type { ProgressPhrases } from '../../core/phrases/progress-phrases.ts';
import { number } from './times.ts';

export const progress: ProgressPhrases = {
  judging: (agents) => `đang đánh giá agent thứ ${number(agents)}`,
  asking: 'đang hỏi nhà cung cấp',
  asked: (done, total) => `đang hỏi nhà cung cấp ${number(done)}/${number(total)}`,
  telling: 'đang báo cho mọi người',
  sending: 'đang gửi',
};
