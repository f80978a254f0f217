// Why a channel did not deliver, in Vietnamese.
import type { DeliveryPhrases } from '../../core/phrases/delivery-phrases.ts';
import { toldDelivery } from '../../core/told-delivery.ts';

export const deliveries: DeliveryPhrases = {
  faults: {
    transient: 'tạm thời',
    ambiguous: 'có thể đã tới',
    auth: 'thông tin xác thực bị từ chối',
    permanent: 'vĩnh viễn',
    gone: 'không còn nữa',
  },
  reasons: {
    'no answer in time': 'không có trả lời kịp thời',
    'stopped before an answer came': 'bị dừng trước khi có trả lời',
    'the host name cannot be resolved': 'không phân giải được tên máy chủ',
    'the connection was refused': 'kết nối bị từ chối',
    'no trusted TLS connection': 'không có kết nối TLS đáng tin',
    'the proxy did not let it through': 'proxy không cho đi qua',
    'the connection was dropped': 'kết nối bị ngắt',
    'the network failed': 'lỗi mạng',
    'redirect not followed': 'không đi theo chuyển hướng',
    'the receiver is gone for good': 'bên nhận đã mất hẳn',
    'our credential is refused': 'thông tin xác thực của ta bị từ chối',
    'it did not say that it took the message': 'bên nhận không nói là đã nhận tin',
    'a recipient': 'một người nhận',
    'stopped before it was done': 'bị dừng trước khi xong',
    'the login was refused': 'đăng nhập bị từ chối',
    'sender or recipients were refused': 'người gửi hoặc người nhận bị từ chối',
    'the message was refused': 'thư bị từ chối',
    'no SMTP answer': 'không có trả lời SMTP',
    'no connection': 'không có kết nối',
    'no STARTTLS, or it failed': 'không có STARTTLS, hoặc nó thất bại',
    'nothing was sent in clear': 'không gì được gửi ở dạng không mã hóa',
    'it failed': 'thất bại',
    'port and tls do not fit: 465 is implicit, 587 is starttls':
      'cổng và tls không khớp: 465 là implicit, 587 là starttls',
    'the certificate is not trusted: name its CA in smtp.ca':
      'chứng chỉ không được tin cậy: hãy chỉ định CA của nó trong smtp.ca',
    'the certificate is for another name: set smtp.servername':
      'chứng chỉ dành cho tên khác: hãy đặt smtp.servername',
    'nobody who is still owed it is in the config': 'không ai còn chưa nhận có trong cấu hình',
    'no time left': 'không còn thời gian',
    'did not end in time and was killed': 'không kết thúc kịp và đã bị buộc dừng',
    'it may have queued the mail': 'có thể nó đã xếp thư vào hàng đợi',
    'exit by a signal': 'bị tín hiệu kết thúc',
    'cannot be started': 'không khởi động được',
    shown: 'đã hiển thị',
    'no desktop session: DBUS_SESSION_BUS_ADDRESS is not set, and XDG_RUNTIME_DIR has no bus':
      'không có phiên desktop: DBUS_SESSION_BUS_ADDRESS chưa được đặt, và XDG_RUNTIME_DIR không có bus',
    'are Termux:API and its app installed?': 'Termux:API và ứng dụng của nó đã được cài chưa?',
    'nothing was owed': 'không có gì phải gửi',
    'PagerDuty takes no more events in this minute':
      'PagerDuty không nhận thêm sự kiện trong phút này',
    'the event or the routing key is not valid': 'sự kiện hoặc khóa định tuyến không hợp lệ',
    'nothing is kept under key and tag': 'không có gì được lưu dưới key và tag đó',
    'a service behind it did not take it': 'một dịch vụ phía sau không nhận',
    'the access token is not known, or has been revoked':
      'token truy cập không được biết hoặc đã bị thu hồi',
    'no access token arrived': 'không có token truy cập nào tới',
    'the user was deactivated': 'người dùng đã bị vô hiệu hóa',
    'the user is locked': 'người dùng bị khóa',
    'the user is not in the room, or may not write there':
      'người dùng không ở trong phòng, hoặc không được viết ở đó',
    'there is no such room': 'không có phòng như vậy',
    'it is no Matrix homeserver, or not at this address':
      'đó không phải homeserver Matrix, hoặc không ở địa chỉ này',
    'the message is too large': 'tin quá lớn',
    'too many messages': 'quá nhiều tin',
    'the quota of the day is used up': 'đã dùng hết hạn mức trong ngày',
    'locked after too many refused logins': 'bị khóa sau quá nhiều lần đăng nhập bị từ chối',
    'the token is refused': 'token bị từ chối',
    'the user key is refused': 'khóa người dùng bị từ chối',
    'the quota of the month is used up': 'đã dùng hết hạn mức trong tháng',
    'the channel was deleted': 'kênh đã bị xóa',
    'an administrator forbids it': 'quản trị viên không cho phép',
    'posting to #general is denied': 'không được đăng vào #general',
    'the webhook was removed or switched off': 'webhook đã bị gỡ hoặc tắt',
    'the workspace does not exist': 'không gian làm việc không tồn tại',
    'the flow was deleted': 'luồng đã bị xóa',
    'the flow has no such trigger': 'luồng không có trình kích hoạt đó',
    'the flow is switched off, or its owner has left': 'luồng đã bị tắt, hoặc chủ của nó đã rời đi',
    'the flow expects another body: use the template for alerts':
      'luồng cần nội dung khác: hãy dùng mẫu dành cho cảnh báo',
    'the flow takes calls of signed-in users only':
      'luồng chỉ nhận lời gọi của người dùng đã đăng nhập',
    'the bot token is refused': 'token của bot bị từ chối',
    'the chat is not found': 'không tìm thấy cuộc trò chuyện',
    'somebody has to write to the bot first': 'phải có người viết cho bot trước',
    'the user has blocked the bot': 'người dùng đã chặn bot',
    'the bot is not in that chat': 'bot không ở trong cuộc trò chuyện đó',
    'the bot may not write in that chat': 'bot không được viết trong cuộc trò chuyện đó',
    'the group has no such topic': 'nhóm không có chủ đề đó',
    'the webhook or its thread was deleted': 'webhook hoặc chuỗi thảo luận của nó đã bị xóa',
  },
  sentences: {
    answered: (origin, status) => `${origin} trả lời ${status}`,
    code: (platform, code) => `mã ${code} của ${platform}`,
    accepted: (server, taken, all) => `${server} đã nhận cho ${taken} trên ${all} người`,
    took: (origin, taken, all) => `${origin} đã nhận ${taken} trên ${all} cảnh báo`,
    told: (told, all) => `đã báo ${told} trên ${all}`,
    exit: (code) => `mã thoát ${code}`,
    queuedBy: (path) => `đã được ${path} xếp vào hàng đợi`,
    refused: (recipients) => `bị từ chối hẳn: ${recipients}`,
    unexpected: (error) => `lỗi bất ngờ trong kênh: ${error}`,
    broken: (error) => `kênh gặp lỗi: ${error}`,
  },
};

/** A kept error or detail, told again. */
export function told(why: string): string {
  return toldDelivery(why, deliveries);
}
