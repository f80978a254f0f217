// What runs remark on stderr beside their output, in Traditional Chinese.
import type { RemarkPhrases } from '../../core/phrases/remark-phrases.ts';
import { told } from './deliveries.ts';
import { number, times } from './times.ts';

export const remarks: RemarkPhrases = {
  warning: (remark) => `警告：${remark}`,
  notice: (remark) => `提醒：${remark}`,
  duration: (ms) => times.duration(ms),
  secretForOthers: (where, path) => `${where}：其他使用者可以讀取 ${path}；請執行 chmod 600`,
  secretInConfig: (config, where) =>
    `${config}：${where} 是 secret，而其他使用者可以讀取這個檔案；請執行 chmod 600，或使用 { env }、{ file } 或 { credential }`,
  openAddress: (where, origin) => `${where}：${origin} 沒有加密；能監聽網路的人可以讀到告警`,
  openMail: (where, server) => `${where}：寄往 ${server} 的郵件沒有加密，登入也沒有`,
  pageAt: (url) => `頁面位於 ${url}`,
  openPage: '頁面未加密地提供給其他主機：請在前面放一個帶 TLS 的代理伺服器',
  nobodyIsTold: '沒有設定管道，因此不會通知任何人：請在 `notifiers` 下新增',
  delivered: ({ channel, kind, count }) => `${channel}：${kind}（${number(count)}）已送達`,
  notDelivered: ({ channel, kind, count, why }) =>
    `${channel}：${kind}（${number(count)}）未送達，${told(why)}`,
  notRenewed: ({ channel, count, why }) =>
    `${channel}：續報（${number(count)}）未送達，${told(why)}`,
  heartbeatUnheard: (origin, why) => `${origin} 沒有收到心跳（${why}）`,
  heartbeatRefused: (origin, status) => `${origin} 對心跳的回應是 HTTP ${status}`,
  stateDamaged: (path) => `${path} 已損壞，之前的通知紀錄已遺失：目前的問題會再次通知。`,
  stateAside: (damaged, path) => `${damaged}損壞的檔案保留為 ${path}。`,
  findingsAlone: '憑證太多，只保留了發現的問題',
  lastRunAgo: (duration) => `上次執行是在 ${duration}前`,
  notJudged: (why, names) => `未判斷，因為${why}：${names}`,
  notSet: '沒有設定',
  notForDependabot: 'Dependabot 拿不到 secret',
  notForFork: '來自 fork 的 pull request 拿不到 secret',
  maybeFork: '這個 pull request 可能來自 fork',
  notForForkOfProject: '來自 fork 的 merge request 拿不到 secret',
};
