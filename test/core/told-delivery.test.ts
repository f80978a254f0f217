import { expect, test } from 'vitest';
import { toldDelivery } from '../../src/core/told-delivery.ts';
import { deliverySentences, ownReasons } from '../../src/core/phrases/delivery-phrases.ts';
import type { DeliveryPhrases } from '../../src/core/phrases/delivery-phrases.ts';
import { deliveries as vi } from '../../src/languages/vi/deliveries.ts';
import { deliveries as zhHans } from '../../src/languages/zh-hans/deliveries.ts';

/** English itself: told in it, everything reads as it is kept. */
const english = {
  faults: {
    transient: 'transient',
    ambiguous: 'ambiguous',
    auth: 'auth',
    permanent: 'permanent',
    gone: 'gone',
  },
  reasons: Object.fromEntries(ownReasons.map((reason) => [reason, reason])),
  sentences: deliverySentences,
} as DeliveryPhrases;

test.each([
  ['https://a.example: no answer in time (ETIMEDOUT)', 'không có trả lời kịp thời', '未按时应答'],
  ['https://a.example answered 410, the receiver is gone for good', 'trả lời 410', '应答 410'],
  ['https://a.example answered 503', 'trả lời 503', '应答 503'],
  ["https://a.example answered 400: ntfy's code 40901", 'mã 40901 của ntfy', '代码 40901'],
  ['m.example:25: no STARTTLS, or it failed; nothing was sent in clear (ETLS)', 'hoặc nó', '明文'],
  [
    'm.example:25: the login was refused (535 no; the login was refused)',
    'đăng nhập',
    '登录被拒绝',
  ],
  ['m.example:25 accepted it for 1 of 2; a@b.c: the message was refused (550)', '1 trên 2', '消息'],
  [
    'm.example:465: no connection (E); port and tls do not fit: 465 is implicit, 587 is starttls',
    'cổng',
    '端口',
  ],
  ['/opt/my page: exit 3 (no answer in time; it failed)', 'mã thoát 3', '退出码 3'],
  ['/opt/page: cannot be started (no time left)', 'không còn thời gian', '没有剩余时间'],
  [
    '/usr/sbin/sendmail did not end in time and was killed; it may have queued the mail',
    'hàng đợi',
    '终止',
  ],
  [
    'termux-notification cannot be started (ENOENT); are Termux:API and its app installed?',
    'chưa?',
    '无法启动',
  ],
  [
    'https://a.example answered 400: the chat is not found; somebody has to write to the bot first',
    'phải có',
    '找不到',
  ],
  [
    'https://a.example answered 404: channel_not_found, the channel was deleted',
    'kênh đã',
    '频道已',
  ],
  [
    '2 of 5 told; https://a.example: the connection was refused (ECONNREFUSED)',
    '2 trên 5',
    '已告知 2',
  ],
  ['https://a.example took 1 of 3 alerts; refused for good: a, b', '1 trên 3', '永久拒绝：a, b'],
])('%s is told in other languages', (kept, inVietnamese, inChinese) => {
  expect(toldDelivery(kept, english)).toBe(kept);
  expect(toldDelivery(`transient: ${kept}`, vi)).toContain(inVietnamese);
  expect(toldDelivery(kept, zhHans)).toContain(inChinese);
  const own = toldDelivery(`chat: auth: ${kept}`, vi).replaceAll(/\(.*\)/g, '');
  expect(own).toMatch(/^chat: thông tin xác thực bị từ chối: /);
  expect(own).not.toMatch(/\b(?:the|was|it|not|of|and|answered|exit|told)\b/);
});

test('what the other side said stays as it is', () => {
  const said = '(535 5.7.8 the login was refused; no answer in time)';
  expect(toldDelivery(`auth: m.example:25: the login was refused ${said}`, vi)).toBe(
    `thông tin xác thực bị từ chối: m.example:25: đăng nhập bị từ chối ${said}`,
  );
  expect(toldDelivery('words of an earlier version', vi)).toBe('words of an earlier version');
});
