// What messages are headed with and what happens next, in Vietnamese.
import type { AlertPhrases } from '../../core/phrases/alert-phrases.ts';

export const incidents: AlertPhrases['incidents'] = {
  profile_expired: {
    headline: 'Xác thực đã hết hạn',
    next: 'Agent không có thông tin xác thực khác cho nhà cung cấp này sẽ không được trả lời cho đến khi gia hạn.',
  },
  profile_expiring: {
    headline: 'Xác thực sắp hết hạn',
    next: 'Đến lúc đó các agent mất thông tin xác thực này, trừ khi được gia hạn trước.',
  },
  profile_expiry_ahead: {
    headline: 'Xác thực sẽ hết hạn',
    next: 'Chưa có gì hỏng; bạn sẽ được báo lại khi gần hết hạn.',
  },
  profile_refresh_due: {
    headline: 'Xác thực cần gia hạn',
    next: 'OpenClaw tự gia hạn khi agent dùng lần kế tiếp.',
  },
  profile_refresh_stalled: {
    headline: 'Gia hạn xác thực thất bại',
    next: 'OpenClaw không gia hạn được đăng nhập này và cần đăng nhập mới.',
  },
  profile_auth_failing: {
    headline: 'Xác thực liên tục thất bại',
    next: 'OpenClaw tiếp tục bị từ chối với thông tin xác thực này cho đến khi được thay.',
  },
  profile_credential_missing: {
    headline: 'Thiếu thông tin xác thực',
    next: 'OpenClaw bỏ qua hồ sơ này cho đến khi nó có thông tin xác thực.',
  },
  secret_ref_unresolved: {
    headline: 'Tham chiếu secret không tìm được',
    next: 'Chưa biết các agent có đọc được secret này không cho đến khi tham chiếu dẫn đến nơi nào đó.',
  },
  profile_malformed: {
    headline: 'Hồ sơ xác thực sai định dạng',
    next: 'OpenClaw không dùng được hồ sơ như đang lưu.',
  },
  profile_cooldown: {
    headline: 'Xác thực đang tạm nghỉ',
    next: 'OpenClaw tự thử lại khi hết thời gian tạm dừng.',
  },
  profile_disabled: {
    headline: 'Xác thực bị vô hiệu hóa',
    next: 'OpenClaw không dùng nó cho đến khi hết thời gian tạm dừng; cần xử lý nguyên nhân trước.',
  },
  provider_exhausted: {
    headline: 'Không có xác thực dùng được',
    next: 'Các agent không được nhà cung cấp này trả lời cho đến khi một hồ sơ dùng lại được.',
  },
  provider_missing: {
    headline: 'Không có thông tin xác thực',
    next: 'Các agent thất bại mỗi khi gọi nhà cung cấp này.',
  },
  provider_recovered_but_cooling: {
    headline: 'Xác thực đã ổn, OpenClaw vẫn chờ',
    next: 'OpenClaw dùng lại khi hết thời gian tạm dừng của chính nó.',
  },
  claude_code_only: {
    headline: 'Token chỉ dành cho Claude Code',
    next: 'Anthropic từ chối nó ngoài Claude Code; các agent cần thông tin xác thực khác.',
  },
  credential_rejected: {
    headline: 'Thông tin xác thực bị từ chối',
    next: 'Nhà cung cấp từ chối nó cho đến khi được thay.',
  },
  billing_blocked: {
    headline: 'Bị chặn vì thanh toán',
    next: 'Nhà cung cấp trả lời lại khi số dư hoặc hạn ngạch được khôi phục.',
  },
  credential_age: {
    headline: 'Thông tin xác thực đã cũ',
    next: 'Thời hạn của nó là ước tính; nó có thể ngừng hoạt động vào khoảng đó.',
  },
  refresh_token_shared: {
    headline: 'Dùng chung refresh token',
    next: 'Agent đầu tiên gia hạn có thể làm các agent khác bị đăng xuất.',
  },
  store_unreadable: {
    headline: 'Không đọc được kho xác thực',
    next: 'Không đánh giá được nội dung bên trong, nên coi là hỏng cho đến khi đọc được.',
  },
  store_migration_required: {
    headline: 'Kho xác thực cần chuyển đổi',
    next: 'OpenClaw từ chối phục vụ các agent này cho đến khi kho được chuyển đổi.',
  },
  store_permissions: {
    headline: 'Người khác đọc được kho xác thực',
    next: 'Người dùng khác trên máy này đọc được thông tin xác thực bên trong.',
  },
  profile_unused: {
    headline: 'Hồ sơ xác thực không dùng',
    next: 'Không agent nào cần nó.',
  },
  trace_unreadable: {
    headline: 'Không đọc được bản ghi',
    next: 'Không thấy các lần từ chối chỉ ghi ở đó; việc này không ảnh hưởng đến đánh giá nào.',
  },
  gateway_not_found: {
    headline: 'Không tìm thấy Gateway',
    next: 'Không có gì được giám sát ở đó cho đến khi tìm thấy thư mục trạng thái.',
  },
  gateway_config_invalid: {
    headline: 'Cấu hình Gateway không hợp lệ',
    next: 'Thông tin xác thực vẫn được đánh giá, nhưng không biết cái nào đang được dùng.',
  },
  agent_not_found: {
    headline: 'Không tìm thấy agent',
    next: 'Không có gì được giám sát cho agent này.',
  },
  probe_unreachable: {
    headline: 'Không liên lạc được nhà cung cấp',
    next: 'Không biết thông tin xác thực có dùng được không; lần chạy sau sẽ hỏi lại.',
  },
  clock_suspect: {
    headline: 'Đồng hồ sai',
    next: 'Không thể tin thời hạn nào cho đến khi đồng hồ của máy này đúng.',
  },
};
