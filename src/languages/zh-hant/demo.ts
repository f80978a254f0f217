// What `demo` says around the commands it plays, in Traditional Chinese.
import type { DemoPhrases } from '../../core/phrases/demo-phrases.ts';
import { number } from './times.ts';

export const demo: DemoPhrases = {
  sample:
    '一套完整的範例：兩個 Gateway（「home」把憑證存放在 JSON 檔案中，「server」存放在 SQLite 中）、一個供應商、一個信箱和一個 webhook 接收端。',
  madeUp: '全部都是虛構的，沒有任何內容離開這台機器。',
  headings: {
    check: '檢查：僅根據檔案，判斷每個代理程式的每個憑證',
    run: '執行：同時詢問供應商，然後通知',
    renewed: '有人為代理程式 work 貼上了新的 token；半小時後的下一次執行',
    exitCodes: '供指令碼使用的結束代碼',
  },
  asking: '從檔案來看，代理程式 night 的 token 還有 200 天有效：詢問之後才知道更多。',
  onlyNews: '只通知有變化的內容：其他問題已經通知過。',
  exitCode: (code) => `[結束代碼 ${code}]`,
  yourTurn: '現在輪到您自己的 Gateway。只會讀取，絕不更改：',
  mail: {
    to: (address) => `${address} 收到的郵件`,
    subject: (subject) => `主旨：${subject}`,
    leftOut: '[此處省略]',
    moreLeftOut: (count) => `[此處省略：另有 ${number(count)} 個，各有解決方法]`,
  },
  webhook: {
    signed: '收到 webhook，簽名正確',
    missigned: '收到 webhook，簽名不正確',
    incidents: (type, count) => `type：${type}，data.incidents 中有 ${number(count)} 個問題：`,
    moreLeftOut: (count) => `[此處省略：另有 ${number(count)} 個]`,
  },
};
