// What runs remark on stderr beside their output, in Simplified Chinese.
import type { RemarkPhrases } from '../../core/phrases/remark-phrases.ts';
import { told } from './deliveries.ts';
import { number, times } from './times.ts';

export const remarks: RemarkPhrases = {
  warning: (remark) => `警告：${remark}`,
  notice: (remark) => `提醒：${remark}`,
  duration: (ms) => times.duration(ms),
  secretForOthers: (where, path) => `${where}：其他用户可以读取 ${path}；请执行 chmod 600`,
  secretInConfig: (config, where) =>
    `${config}：${where} 是 secret，而其他用户可以读取这个文件；请执行 chmod 600，或使用 { env }、{ file } 或 { credential }`,
  openAddress: (where, origin) => `${where}：${origin} 没有加密；能监听网络的人可以读到告警`,
  openMail: (where, server) => `${where}：发往 ${server} 的邮件没有加密，登录也没有`,
  pageAt: (url) => `页面位于 ${url}`,
  openPage: '页面未加密地提供给其他主机：请在前面放一个带 TLS 的代理',
  nobodyIsTold: '没有配置渠道，因此不会通知任何人：请在 `notifiers` 下添加',
  delivered: ({ channel, kind, count }) => `${channel}：${kind}（${number(count)}）已送达`,
  notDelivered: ({ channel, kind, count, why }) =>
    `${channel}：${kind}（${number(count)}）未送达，${told(why)}`,
  notRenewed: ({ channel, count, why }) =>
    `${channel}：续报（${number(count)}）未送达，${told(why)}`,
  heartbeatUnheard: (origin, why) => `${origin} 没有收到心跳（${why}）`,
  heartbeatRefused: (origin, status) => `${origin} 对心跳的应答是 HTTP ${status}`,
  stateDamaged: (path) => `${path} 已损坏，之前的通知记录已丢失：当前的问题会再次通知。`,
  stateAside: (damaged, path) => `${damaged}损坏的文件保留为 ${path}。`,
  findingsAlone: '凭证太多，只保留了发现的问题',
  lastRunAgo: (duration) => `上次运行是在${duration}前`,
  notJudged: (why, names) => `未判断，因为${why}：${names}`,
  notSet: '没有设置',
  notForDependabot: 'Dependabot 拿不到 secret',
  notForFork: '来自 fork 的 pull request 拿不到 secret',
  maybeFork: '这个 pull request 可能来自 fork',
  notForForkOfProject: '来自 fork 的 merge request 拿不到 secret',
};
