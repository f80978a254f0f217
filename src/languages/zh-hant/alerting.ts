// What `outbox`, `run --dry-run`, `silence` and `test` say, in Traditional Chinese.
import type { AlertingPhrases } from '../../core/phrases/alerting-phrases.ts';
import { told } from './deliveries.ts';
import { number } from './times.ts';

export const alerting: AlertingPhrases = {
  suppressed: {
    not_routed: '該管道的代理程式、供應商或代碼不包括它',
    below_min_severity: '低於該管道的 minSeverity',
    silenced: '已靜音',
    not_judged: '本次執行沒有檢查',
    flapping: '供應商剛剛收回過這樣的答覆；第二次執行仍得到時才通知',
    quiet_hours: '等待免打擾時段結束',
    storm_cap: '超出 stormCap；有餘量時合併為一條訊息',
    already_told: '已經通知過',
    already_owed: '關於它的訊息尚未送達',
    reminders_off: '該管道關閉了再次提醒',
    recoveries_off: '該管道關閉了恢復通知',
    never_told: '通知之前已結束',
  },
  events: {
    new: '新問題',
    renewed: '更換後的憑證也有問題',
    worse: '比已通知的更嚴重',
    changed: '與已通知的問題不同',
    joined: '又有一個代理程式失敗',
    still_failing: '到了再次提醒的時間',
    recovered: '已結束',
    owed: '之前的訊息沒有送達',
  },
  more: (count) => `+ 另有 ${number(count)} 項`,
  outbox: {
    nothingTold: '尚未向任何管道傳送過通知。',
    nothingDelivered: '尚未送達任何訊息',
    lastDelivered: (at) => `上次送達 ${at}`,
    failingSince: (at, fault) => `自 ${at} 起失敗：${told(fault)}`,
    error: (fault) => told(fault),
    paused: '暫停，直到其設定更改或測試成功',
    heldUntil: (at) => `暫停至 ${at}`,
    message: ({ id, kind, channel, subject }) => `${id} ${kind} 發往 ${channel}：${subject}`,
    tries: ({ made, failed, turn }) => `創建於 ${made}，${number(failed)} 次執行失敗，${turn}`,
    givenUp: '已放棄',
    due: '下次執行時傳送',
    nextTry: (at) => `下次嘗試 ${at}`,
    owedTo: (recipients) => `尚未送達 ${recipients}`,
    heldBack: '上次執行中未傳送的內容',
  },
  plan: {
    noChannel: '沒有設定管道：不會通知任何人。',
    nothing: '不會傳送任何訊息：沒有新的內容需要通知。',
    owed: ({ channel, kind, tries }) =>
      `仍待發往 ${channel}：${kind}（已嘗試 ${number(tries)} 次）`,
    send: ({ channel, kind, what }) => `將發往 ${channel}：${kind}：${what}`,
    keep: (channel, what) => `不發往 ${channel}：${what}`,
    keepMore: (channel, count) => `不發往 ${channel}：另有 ${number(count)} 項`,
  },
  silence: {
    none: '沒有靜音的內容。',
    subjects: {
      gateway: 'Gateway',
      agent: '代理程式',
      profile: '憑證設定檔',
      provider: '供應商',
      code: '代碼',
    },
    row: ({ what, end, open, comment }) =>
      `${what}  直到 ${end}，靜音 ${number(open)} 個未結束的問題：${comment}`,
  },
  test: {
    delivered: '已送達',
    deliveredAs: (detail) => `已送達（${told(detail)}）`,
    awake: '它曾被暫停；從下次執行起恢復傳送訊息',
    failed: (fault, detail) => `未送達，${told(`${fault}: ${detail}`)}`,
  },
};
