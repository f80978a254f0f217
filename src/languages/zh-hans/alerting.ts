// What `outbox`, `run --dry-run`, `silence` and `test` say, in Simplified Chinese.
import type { AlertingPhrases } from '../../core/phrases/alerting-phrases.ts';
import { told } from './deliveries.ts';
import { number } from './times.ts';

export const alerting: AlertingPhrases = {
  suppressed: {
    not_routed: '该渠道的智能体、提供商或代码不包括它',
    below_min_severity: '低于该渠道的 minSeverity',
    silenced: '已静音',
    not_judged: '本次运行没有检查',
    flapping: '提供商刚刚收回过这样的答复；第二次运行仍得到时才通知',
    quiet_hours: '等待免打扰时段结束',
    storm_cap: '超出 stormCap；有余量时合并为一条消息',
    already_told: '已经通知过',
    already_owed: '关于它的消息尚未送达',
    reminders_off: '该渠道关闭了再次提醒',
    recoveries_off: '该渠道关闭了恢复通知',
    never_told: '通知之前已结束',
  },
  events: {
    new: '新问题',
    renewed: '更换后的凭证也有问题',
    worse: '比已通知的更严重',
    changed: '与已通知的问题不同',
    joined: '又有一个智能体失败',
    still_failing: '到了再次提醒的时间',
    recovered: '已结束',
    owed: '之前的消息没有送达',
  },
  more: (count) => `+ 另有 ${number(count)} 项`,
  outbox: {
    nothingTold: '尚未向任何渠道发送过通知。',
    nothingDelivered: '尚未送达任何消息',
    lastDelivered: (at) => `上次送达 ${at}`,
    failingSince: (at, fault) => `自 ${at} 起失败：${told(fault)}`,
    error: (fault) => told(fault),
    paused: '暂停，直到其配置更改或测试成功',
    heldUntil: (at) => `暂停至 ${at}`,
    message: ({ id, kind, channel, subject }) => `${id} ${kind} 发往 ${channel}：${subject}`,
    tries: ({ made, failed, turn }) => `创建于 ${made}，${number(failed)} 次运行失败，${turn}`,
    givenUp: '已放弃',
    due: '下次运行时发送',
    nextTry: (at) => `下次尝试 ${at}`,
    owedTo: (recipients) => `尚未送达 ${recipients}`,
    heldBack: '上次运行中未发送的内容',
  },
  plan: {
    noChannel: '没有配置渠道：不会通知任何人。',
    nothing: '不会发送任何消息：没有新的内容需要通知。',
    owed: ({ channel, kind, tries }) =>
      `仍待发往 ${channel}：${kind}（已尝试 ${number(tries)} 次）`,
    send: ({ channel, kind, what }) => `将发往 ${channel}：${kind}：${what}`,
    keep: (channel, what) => `不发往 ${channel}：${what}`,
    keepMore: (channel, count) => `不发往 ${channel}：另有 ${number(count)} 项`,
  },
  silence: {
    none: '没有静音的内容。',
    subjects: {
      gateway: 'Gateway',
      agent: '智能体',
      profile: '凭证配置',
      provider: '提供商',
      code: '代码',
    },
    row: ({ what, end, open, comment }) =>
      `${what}  直到 ${end}，静音 ${number(open)} 个未结束的问题：${comment}`,
  },
  test: {
    delivered: '已送达',
    deliveredAs: (detail) => `已送达（${told(detail)}）`,
    awake: '它曾被暂停；从下次运行起恢复发送消息',
    failed: (fault, detail) => `未送达，${told(`${fault}: ${detail}`)}`,
  },
};
