// What a notification says around its facts, in Vietnamese.
import { SHOW_ALL, type AlertPhrases, type Matter } from '../../core/phrases/alert-phrases.ts';
import { maybe } from '../../core/phrases/maybe.ts';
import { told } from './deliveries.ts';
import { incidents } from './incidents.ts';
import { number, times } from './times.ts';

function what({ matter, host, failing }: Matter): string {
  return `${matter} trên ${host}${failing > 0 ? `, trong đó ${number(failing)} đang hỏng` : ''}`;
}

export const alerts: AlertPhrases = {
  lang: 'vi',
  times,
  incidents,
  state: { fail: 'Đang hỏng', warn: 'Cảnh báo', notice: 'Lưu ý', info: 'Để biết' },
  stage: {
    firing: '',
    escalated: '',
    reminder: '[Nhắc lại] ',
    recovered: '[Đã khắc phục] ',
    deadletter: '',
    test: '',
  },
  subject: {
    line: ({ topic, host, more }) =>
      `${topic} trên ${host}${more > 0 ? ` + ${number(more)} mục khác` : ''}`,
    topic: ({ headline, whom }) => `${headline}: ${whom}`,
    test: (monitor) => `Thử từ ${monitor}`,
    failed: (monitor) => `${monitor} bị lỗi`,
    forgot: (monitor) => `${monitor} đã mất ghi nhớ về các thông báo`,
    undelivered: (channel) => `Không gửi được cảnh báo: kênh ${channel}`,
    agents: (count) => `${number(count)} agent`,
    namedAgents: (names) => `agent ${names}`,
    profiles: (count) => `${number(count)} hồ sơ`,
    gateway: (label) => `Gateway ${label}`,
    at: ({ what: subject, place }) => `${subject}${maybe(place, ' (', ')')}`,
  },
  lead: {
    firing: ({ state, ...matter }) => `${state}: ${what(matter)}.`,
    escalated: ({ state, ...matter }) => `${state}, nặng hơn trước: ${what(matter)}.`,
    reminder: ({ state, ...matter }) => `${state}, vẫn chưa xử lý: ${what(matter)}.`,
    discounted: (matter) => `Không còn tính: ${what(matter)}.`,
    recovered: ({ matter, host }) => `Đã khắc phục: "${matter}" trên ${host} đã kết thúc.`,
    allRecovered: (matter) => `Đã khắc phục: ${what(matter)} đã kết thúc.`,
    breakdown: (host) =>
      `Chính trình giám sát bị lỗi trên ${host}: không ai đánh giá thông tin xác thực cho đến khi được sửa.`,
    forgot: (host) => `Những gì đã báo trước đây từ ${host} đã bị quên: có thể sẽ báo lại.`,
    undelivered: ({ channel, host }) =>
      `Không gửi được: kênh ${channel} trên ${host} không nhận cảnh báo.`,
    test: (host) => `Thử: kênh này hoạt động. Gửi từ ${host}.`,
  },
  problems: (count) => `${number(count)} vấn đề với thông tin xác thực OpenClaw`,
  testRemark: 'Tin này không nói gì về thông tin xác thực của bạn, và không cần làm gì.',
  sinceFault: ({ since, fault }) => `Từ ${since}: ${told(fault)}`,
  lookInto: (command) => `Để xem chi tiết: ${command}`,
  wouldHaveTold: 'Nội dung lẽ ra phải báo:',
  label: {
    agent: 'Agent',
    agents: 'Agent',
    profile: 'Hồ sơ',
    profiles: 'Hồ sơ',
    provider: 'Nhà cung cấp',
    since: 'Từ',
    lasted: 'Kéo dài',
    expires: 'Hết hạn',
    expired: 'Đã hết hạn',
    next: 'Tiếp theo',
    fix: 'Cách sửa',
  },
  colon: ':',
  agentsAt: ({ names, gateway }) => `${names} (${gateway})`,
  nothingToDo: 'Không cần làm gì.',
  counted: ({ clock, when }) => `${clock} (${when})`,
  titled: ({ state, title }) => `${state}: ${title}`,
  was: (title) => `Trước đó: ${title}`,
  discounted: (title) => `Không còn tính: ${title}`,
  andMore: (names, more) => `${names} + ${number(more)} nữa`,
  moreIncidents: (count) => `+ ${number(count)} mục khác, ít khẩn cấp hơn. Xem tất cả: ${SHOW_ALL}`,
  moreLines: (count) => `+ ${number(count)} dòng nữa: ${SHOW_ALL}`,
  observed: ({ clock, monitor, host }) => `${monitor} trên ${host} ghi nhận lúc ${clock}.`,
  log: (command) => ` Nhật ký: ${command}`,
};
