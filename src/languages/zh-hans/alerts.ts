// What a notification says around its facts, in Simplified Chinese.
import { SHOW_ALL, type AlertPhrases, type Matter } from '../../core/phrases/alert-phrases.ts';
import { maybe } from '../../core/phrases/maybe.ts';
import { told } from './deliveries.ts';
import { incidents } from './incidents.ts';
import { number, times } from './times.ts';

function what({ matter, host, failing }: Matter): string {
  return `${matter}（${host}）${failing > 0 ? `，其中 ${number(failing)} 个为故障` : ''}`;
}

export const alerts: AlertPhrases = {
  lang: 'zh-Hans',
  times,
  incidents,
  state: { fail: '故障', warn: '警告', notice: '提醒', info: '供参考' },
  stage: {
    firing: '',
    escalated: '',
    reminder: '[再次提醒] ',
    recovered: '[已恢复] ',
    deadletter: '',
    test: '',
  },
  subject: {
    line: ({ topic, host, more }) =>
      `${topic}，${host}${more > 0 ? `，另有 ${number(more)} 项` : ''}`,
    topic: ({ headline, whom }) => `${headline}：${whom}`,
    test: (monitor) => `${monitor} 的测试`,
    failed: (monitor) => `${monitor} 运行失败`,
    forgot: (monitor) => `${monitor} 丢失了通知记录`,
    undelivered: (channel) => `告警未送达：渠道 ${channel}`,
    agents: (count) => `${number(count)} 个智能体`,
    namedAgents: (names) => `智能体 ${names}`,
    profiles: (count) => `${number(count)} 个凭证配置`,
    gateway: (label) => `Gateway ${label}`,
    at: ({ what: subject, place }) => `${subject}${maybe(place, '（', '）')}`,
  },
  lead: {
    firing: ({ state, ...matter }) => `${state}：${what(matter)}。`,
    escalated: ({ state, ...matter }) => `${state}，比之前更严重：${what(matter)}。`,
    reminder: ({ state, ...matter }) => `${state}，仍未解决：${what(matter)}。`,
    discounted: (matter) => `不再计入：${what(matter)}。`,
    recovered: ({ matter, host }) => `已恢复：${host} 上的“${matter}”已结束。`,
    allRecovered: (matter) => `已恢复：${what(matter)}均已结束。`,
    breakdown: (host) => `${host} 上的监控程序自身失败：修复之前没有人判断凭证。`,
    forgot: (host) => `${host} 此前的通知记录已丢失：可能会重复通知。`,
    undelivered: ({ channel, host }) => `未送达：${host} 上的渠道 ${channel} 不接收告警。`,
    test: (host) => `测试：该渠道工作正常。发送自 ${host}。`,
  },
  problems: (count) => `${number(count)} 个 OpenClaw 凭证问题`,
  testRemark: '这与您的凭证状态无关，无需处理。',
  sinceFault: ({ since, fault }) => `自 ${since} 起：${told(fault)}`,
  lookInto: (command) => `查看详情：${command}`,
  wouldHaveTold: '本应通知的内容：',
  label: {
    agent: '智能体',
    agents: '智能体',
    profile: '凭证配置',
    profiles: '凭证配置',
    provider: '提供商',
    since: '开始于',
    lasted: '持续',
    expires: '过期时间',
    expired: '已过期',
    next: '接下来',
    fix: '解决方法',
  },
  colon: '：',
  agentsAt: ({ names, gateway }) => `${names}（${gateway}）`,
  nothingToDo: '无需处理。',
  counted: ({ clock, when }) => `${clock}（${when}）`,
  titled: ({ state, title }) => `${state}：${title}`,
  was: (title) => `此前：${title}`,
  discounted: (title) => `不再计入：${title}`,
  andMore: (names, more) => `${names} 等，另有 ${number(more)} 个`,
  moreIncidents: (count) => `另有 ${number(count)} 项，不太紧急。查看全部：${SHOW_ALL}`,
  moreLines: (count) => `另有 ${number(count)} 行：${SHOW_ALL}`,
  observed: ({ clock, monitor, host }) => `由 ${host} 上的 ${monitor} 于 ${clock} 观察到。`,
  log: (command) => ` 日志：${command}`,
};
