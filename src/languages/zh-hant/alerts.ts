// What a notification says around its facts, in Traditional Chinese.
import { SHOW_ALL, type AlertPhrases, type Matter } from '../../core/phrases/alert-phrases.ts';
import { maybe } from '../../core/phrases/maybe.ts';
import { told } from './deliveries.ts';
import { incidents } from './incidents.ts';
import { number, times } from './times.ts';

function what({ matter, host, failing }: Matter): string {
  return `${matter}（${host}）${failing > 0 ? `，其中 ${number(failing)} 個為故障` : ''}`;
}

export const alerts: AlertPhrases = {
  lang: 'zh-Hant',
  times,
  incidents,
  state: { fail: '故障', warn: '警告', notice: '提醒', info: '供參考' },
  stage: {
    firing: '',
    escalated: '',
    reminder: '[再次提醒] ',
    recovered: '[已恢復] ',
    deadletter: '',
    test: '',
  },
  subject: {
    line: ({ topic, host, more }) =>
      `${topic}，${host}${more > 0 ? `，另有 ${number(more)} 項` : ''}`,
    topic: ({ headline, whom }) => `${headline}：${whom}`,
    test: (monitor) => `${monitor} 的測試`,
    failed: (monitor) => `${monitor} 執行失敗`,
    forgot: (monitor) => `${monitor} 遺失了通知記錄`,
    undelivered: (channel) => `警示未送達：管道 ${channel}`,
    agents: (count) => `${number(count)} 個代理程式`,
    namedAgents: (names) => `代理程式 ${names}`,
    profiles: (count) => `${number(count)} 個憑證設定檔`,
    gateway: (label) => `Gateway ${label}`,
    at: ({ what: subject, place }) => `${subject}${maybe(place, '（', '）')}`,
  },
  lead: {
    firing: ({ state, ...matter }) => `${state}：${what(matter)}。`,
    escalated: ({ state, ...matter }) => `${state}，比之前更嚴重：${what(matter)}。`,
    reminder: ({ state, ...matter }) => `${state}，仍未解決：${what(matter)}。`,
    discounted: (matter) => `不再計入：${what(matter)}。`,
    recovered: ({ matter, host }) => `已恢復：${host} 上的「${matter}」已結束。`,
    allRecovered: (matter) => `已恢復：${what(matter)}均已結束。`,
    breakdown: (host) => `${host} 上的監控程式自身失敗：修復之前沒有人判斷憑證。`,
    forgot: (host) => `${host} 先前的通知記錄已遺失：可能會重複通知。`,
    undelivered: ({ channel, host }) => `未送達：${host} 上的管道 ${channel} 不接收警示。`,
    test: (host) => `測試：該管道工作正常。傳送自 ${host}。`,
  },
  problems: (count) => `${number(count)} 個 OpenClaw 憑證問題`,
  testRemark: '這與您的憑證狀態無關，無需處理。',
  sinceFault: ({ since, fault }) => `自 ${since} 起：${told(fault)}`,
  lookInto: (command) => `檢視詳情：${command}`,
  wouldHaveTold: '本應通知的內容：',
  label: {
    agent: '代理程式',
    agents: '代理程式',
    profile: '憑證設定檔',
    profiles: '憑證設定檔',
    provider: '供應商',
    since: '開始於',
    lasted: '持續',
    expires: '過期時間',
    expired: '已過期',
    next: '接下來',
    fix: '解決方法',
  },
  colon: '：',
  agentsAt: ({ names, gateway }) => `${names}（${gateway}）`,
  nothingToDo: '無需處理。',
  counted: ({ clock, when }) => `${clock}（${when}）`,
  titled: ({ state, title }) => `${state}：${title}`,
  was: (title) => `此前：${title}`,
  discounted: (title) => `不再計入：${title}`,
  andMore: (names, more) => `${names} 等，另有 ${number(more)} 個`,
  moreIncidents: (count) => `另有 ${number(count)} 項，不太緊急。檢視全部：${SHOW_ALL}`,
  moreLines: (count) => `另有 ${number(count)} 行：${SHOW_ALL}`,
  observed: ({ clock, monitor, host }) => `由 ${host} 上的 ${monitor} 於 ${clock} 觀察到。`,
  log: (command) => ` 日誌：${command}`,
};
