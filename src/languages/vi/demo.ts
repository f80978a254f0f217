// What `demo` says around the commands it plays, in Vietnamese.
import type { DemoPhrases } from '../../core/phrases/demo-phrases.ts';
import { number } from './times.ts';

export const demo: DemoPhrases = {
  sample:
    'Một mẫu đầy đủ: hai Gateway ("home" giữ thông tin xác thực trong tệp JSON, "server" trong SQLite), một nhà cung cấp, một hộp thư và một nơi nhận webhook.',
  madeUp: 'Tất cả đều là giả, và không có gì rời khỏi máy này.',
  headings: {
    check: 'Kiểm tra: mọi thông tin xác thực của mọi agent, chỉ theo tệp',
    run: 'Chạy: hỏi thêm nhà cung cấp, rồi báo',
    renewed: 'Có người dán token mới cho agent work; lần chạy tới, nửa giờ sau',
    exitCodes: 'Mã thoát, cho script',
  },
  asking: 'Theo tệp, token của agent night còn dùng được 200 ngày: hỏi mới biết thêm.',
  onlyNews: 'Chỉ báo những gì thay đổi: các vấn đề khác đã báo rồi.',
  exitCode: (code) => `[mã thoát ${code}]`,
  yourTurn: 'Giờ đến Gateway của bạn. Nó chỉ được đọc, không bao giờ bị thay đổi:',
  mail: {
    to: (address) => `Email ${address} nhận được`,
    subject: (subject) => `Tiêu đề: ${subject}`,
    leftOut: '[lược bớt ở đây]',
    moreLeftOut: (count) => `[lược bớt ở đây: ${number(count)} mục nữa, mục nào cũng có cách sửa]`,
  },
  webhook: {
    signed: 'Webhook nhận được, chữ ký đúng',
    missigned: 'Webhook nhận được, chữ ký SAI',
    incidents: (type, count) => `type: ${type}, có ${number(count)} sự cố trong data.incidents:`,
    moreLeftOut: (count) => `[lược bớt ở đây: ${number(count)} mục nữa]`,
  },
};
