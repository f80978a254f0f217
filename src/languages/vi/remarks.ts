// What runs remark on stderr beside their output, in Vietnamese.
import type { RemarkPhrases } from '../../core/phrases/remark-phrases.ts';
import { told } from './deliveries.ts';
import { number, times } from './times.ts';

export const remarks: RemarkPhrases = {
  warning: (remark) => `cảnh báo: ${remark}`,
  notice: (remark) => `lưu ý: ${remark}`,
  duration: (ms) => times.duration(ms),
  secretForOthers: (where, path) => `${where}: người khác đọc được ${path}; hãy chmod 600`,
  secretInConfig: (config, where) =>
    `${config}: ${where} là secret nằm trong tệp mà người khác đọc được; hãy chmod 600, hoặc dùng { env }, { file } hay { credential }`,
  openAddress: (where, origin) =>
    `${where}: ${origin} không được mã hóa; ai nghe lén được thì đọc được cảnh báo`,
  openMail: (where, server) =>
    `${where}: thư gửi đến ${server} không được mã hóa, đăng nhập cũng vậy`,
  pageAt: (url) => `trang ở ${url}`,
  openPage: 'trang được phục vụ cho máy khác mà không mã hóa: hãy đặt một proxy có TLS ở trước',
  nobodyIsTold: 'chưa cấu hình kênh nào nên không ai được báo: hãy thêm vào `notifiers`',
  delivered: ({ channel, kind, count }) => `${channel}: ${kind} (${number(count)}) đã gửi được`,
  notDelivered: ({ channel, kind, count, why }) =>
    `${channel}: ${kind} (${number(count)}) không gửi được, ${told(why)}`,
  notRenewed: ({ channel, count, why }) =>
    `${channel}: báo tiếp (${number(count)}) không gửi được, ${told(why)}`,
  heartbeatUnheard: (origin, why) => `${origin} không nhận được nhịp tim (${why})`,
  heartbeatRefused: (origin, status) => `${origin} trả lời nhịp tim bằng HTTP ${status}`,
  stateDamaged: (path) =>
    `${path} bị hỏng nên những gì đã báo bị quên: các vấn đề hiện có sẽ được báo lại.`,
  stateAside: (damaged, path) => `${damaged} Tệp hỏng được giữ ở ${path}.`,
  findingsAlone: 'quá nhiều thông tin xác thực nên chỉ giữ lại các phát hiện',
  lastRunAgo: (duration) => `lần chạy gần nhất cách đây ${duration}`,
  notJudged: (why, names) => `không đánh giá, vì ${why}: ${names}`,
  notSet: 'chưa được đặt',
  notForDependabot: 'Dependabot không nhận được secret',
  notForFork: 'pull request từ fork không nhận được secret',
  maybeFork: 'pull request này có thể đến từ fork',
  notForForkOfProject: 'merge request từ fork không nhận được secret',
};
