// What `outbox`, `run --dry-run`, `silence` and `test` say, in Vietnamese.
import type { AlertingPhrases } from '../../core/phrases/alerting-phrases.ts';
import { told } from './deliveries.ts';
import { number } from './times.ts';

export const alerting: AlertingPhrases = {
  suppressed: {
    not_routed: 'agent, nhà cung cấp hoặc mã của kênh không bao gồm nó',
    below_min_severity: 'dưới minSeverity của kênh',
    silenced: 'đã tắt tiếng',
    not_judged: 'không được xem trong lần chạy này',
    flapping: 'nhà cung cấp vừa rút lại câu trả lời như vậy; sẽ báo khi lần chạy thứ hai lại gặp',
    quiet_hours: 'chờ hết giờ yên lặng',
    storm_cap: 'vượt stormCap; sẽ gộp vào một tin khi có chỗ',
    already_told: 'đã báo rồi',
    already_owed: 'tin về nó vẫn còn nợ',
    reminders_off: 'kênh tắt nhắc lại',
    recoveries_off: 'kênh tắt tin khắc phục',
    never_told: 'kết thúc trước khi kịp báo',
  },
  events: {
    new: 'mới',
    renewed: 'thông tin xác thực mới cũng gặp vấn đề',
    worse: 'nặng hơn lần đã báo',
    changed: 'vấn đề khác với lần đã báo',
    joined: 'thêm một agent bị hỏng',
    still_failing: 'đến lúc nhắc lại',
    recovered: 'đã kết thúc',
    owed: 'tin trước đó không đến nơi',
  },
  more: (count) => `+ ${number(count)} mục nữa`,
  outbox: {
    nothingTold: 'Chưa lần chạy nào báo gì cho kênh nào.',
    nothingDelivered: 'chưa gửi được gì',
    lastDelivered: (at) => `gửi được gần nhất ${at}`,
    failingSince: (at, fault) => `hỏng từ ${at}: ${told(fault)}`,
    error: (fault) => told(fault),
    paused: 'để yên cho đến khi cấu hình của nó đổi hoặc thử gửi được',
    heldUntil: (at) => `để yên đến ${at}`,
    message: ({ id, kind, channel, subject }) => `${id} ${kind} đến ${channel}: ${subject}`,
    tries: ({ made, failed, turn }) =>
      `tạo ${made}, ${number(failed)} lần chạy không gửi được, ${turn}`,
    givenUp: 'đã bỏ',
    due: 'đến lượt ở lần chạy tới',
    nextTry: (at) => `thử lại ${at}`,
    owedTo: (recipients) => `còn nợ ${recipients}`,
    heldBack: 'Bị giữ lại trong lần chạy gần nhất',
  },
  plan: {
    noChannel: 'Chưa cấu hình kênh nào: sẽ không ai được báo.',
    nothing: 'Sẽ không gửi gì: không có gì mới để báo.',
    owed: ({ channel, kind, tries }) => `còn nợ ${channel}: ${kind} (đã thử ${number(tries)} lần)`,
    send: ({ channel, kind, what }) => `sẽ gửi đến ${channel}: ${kind}: ${what}`,
    keep: (channel, what) => `không gửi đến ${channel}: ${what}`,
    keepMore: (channel, count) => `không gửi đến ${channel}: ${number(count)} mục nữa`,
  },
  silence: {
    none: 'Không có gì bị tắt tiếng.',
    subjects: {
      gateway: 'Gateway',
      agent: 'agent',
      profile: 'hồ sơ',
      provider: 'nhà cung cấp',
      code: 'mã',
    },
    row: ({ what, end, open, comment }) =>
      `${what}  đến ${end}, tắt tiếng ${number(open)} sự cố đang mở: ${comment}`,
  },
  test: {
    delivered: 'đã gửi được',
    deliveredAs: (detail) => `đã gửi được (${told(detail)})`,
    awake: 'kênh này từng bị để yên; từ lần chạy tới nó lại nhận tin',
    failed: (fault, detail) => `không gửi được, ${told(`${fault}: ${detail}`)}`,
  },
};
