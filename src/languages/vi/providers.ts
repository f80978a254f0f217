// What is said about providers, stores, gateways and agents, in Vietnamese.
import { maybe } from '../../core/phrases/maybe.ts';
import type { ProviderPhrases } from '../../core/phrases/provider-phrases.ts';

export const providers: ProviderPhrases = {
  provider_exhausted: {
    title: {
      one: ({ provider, profile, left }) =>
        `không có hồ sơ dùng được cho ${provider}: ${profile} đang tạm nghỉ hoặc bị vô hiệu hóa${maybe(left, ', còn ')}`,
      several: ({ provider, count, left }) =>
        `không có hồ sơ dùng được cho ${provider}: cả ${count} đều đang tạm nghỉ hoặc bị vô hiệu hóa${maybe(left, ', còn ')}`,
      all: ({ provider, left }) =>
        `không có hồ sơ dùng được cho ${provider}: tất cả đang tạm nghỉ hoặc bị vô hiệu hóa${maybe(left, ', còn ')}`,
    },
    means:
      'Mọi hồ sơ mà agent có cho nhà cung cấp này đều bị gác lại, nên các yêu cầu của nó hiện đang thất bại.',
  },
  provider_missing: {
    title: ({ provider, usedBy }) =>
      `không có thông tin xác thực cho ${provider}${maybe(usedBy, ', dùng làm ')}`,
    none: 'không có thông tin xác thực nào',
    excluded: ({ provider }) =>
      `không có thông tin xác thực dùng được cho ${provider}: thứ tự hoặc chế độ loại trừ mọi hồ sơ`,
    means: 'Một mô hình của agent cần một nhà cung cấp chưa có hồ sơ lẫn khóa.',
  },
  provider_recovered_but_cooling: {
    title: ({ profile, left }) =>
      `${profile} đã dùng lại được, nhưng vẫn bị gác lại${maybe(left, ', còn ')}`,
    means:
      'Nhà cung cấp đã chấp nhận lại thông tin xác thực, trong khi OpenClaw vẫn chờ hết thời gian tạm dừng của mình.',
  },
  claude_code_only: {
    title: {
      certain: ({ profile }) => `${profile} chỉ dùng được trong Claude Code`,
      likely: ({ profile }) => `${profile} dường như chỉ dùng được trong Claude Code`,
      possible: ({ profile }) => `${profile} có thể chỉ dùng được trong Claude Code`,
    },
    seen: (title) => `${title}: OpenClaw đã bị từ chối`,
    means:
      'Anthropic chỉ chấp nhận token này từ Claude Code và từ chối yêu cầu của mọi chương trình khác.',
  },
  credential_rejected: {
    title: {
      invalid: ({ profile, provider, status }) =>
        `${profile} bị ${provider} từ chối vì không hợp lệ${maybe(status, ' (', ')')}`,
      revoked: ({ profile, provider, status }) =>
        `${profile} đã bị thu hồi tại ${provider}${maybe(status, ' (', ')')}`,
      expired: ({ profile, provider, status }) =>
        `${profile} bị ${provider} từ chối vì đã hết hạn${maybe(status, ' (', ')')}`,
      forbidden: ({ profile, provider, status }) =>
        `${profile} không có quyền tại ${provider}${maybe(status, ' (', ')')}`,
      renewed: ({ profile, provider, status }) =>
        `${profile} đã bị ${provider} từ chối trước khi được thay mới${maybe(status, ' (', ')')}`,
      other: ({ profile, provider, status, reason }) =>
        `${profile} bị ${provider} từ chối${maybe(reason, ': ')}${maybe(status, ' (', ')')}`,
    },
    means:
      'Chính nhà cung cấp cho biết thông tin xác thực này không hợp lệ, đã bị thu hồi hoặc đã hết hạn.',
  },
  billing_blocked: {
    title: ({ profile, reason }) =>
      `${profile} bị từ chối vì vấn đề thanh toán${maybe(reason, ' (', ')')}`,
    means:
      'Thông tin xác thực là thật, nhưng số dư, hạn ngạch, giới hạn chi tiêu hoặc gói dịch vụ chặn các yêu cầu.',
  },
  probe_unreachable: {
    title: ({ provider, passed, reason }) =>
      `${provider} không trả lời${maybe(passed, ' trong ')}${maybe(reason, ' (', ')')}`,
    means: 'Không thể hỏi thông tin xác thực có dùng được hay không; không biết gì về nó.',
  },
  store_unreadable: {
    title: ({ what, problem }) => `${what} ${problem}`,
    store: 'kho thông tin xác thực',
    login: ({ program }) => `tệp đăng nhập của ${program}`,
    missing: 'tệp môi trường được chỉ định không tồn tại',
    problems: {
      corrupt: 'bị hỏng',
      empty: 'là tệp rỗng',
      busy: 'luôn bị chương trình khác khóa',
      permission: 'không được phép đọc',
      dangling_link: 'là liên kết không trỏ đến đâu cả',
      not_a_file: 'không phải là tệp thông thường',
      too_large: 'lớn hơn mức trình giám sát đọc',
      newer_schema: 'thuộc phiên bản OpenClaw mới hơn trình giám sát này biết',
      older_schema: 'có định dạng cũ',
      other_agent: 'thuộc về một agent khác',
      schema: 'có các bảng mà trình giám sát này không biết',
      unreadable: 'không đọc được',
    },
    means:
      'Không thể đánh giá thông tin xác thực trong kho này, điều đó không bao giờ được coi là ổn.',
  },
  store_migration_required: {
    title: 'một kho JSON đã ngừng dùng nằm cạnh cơ sở dữ liệu: OpenClaw từ chối phục vụ',
    means:
      'OpenClaw 2026.8 trở đi dừng agent cho đến khi các tệp thông tin xác thực cũ được chuyển đổi.',
  },
  store_permissions: {
    title: ({ mode }) =>
      `kho thông tin xác thực mở cho người dùng khác${maybe(mode, ' (quyền ', ')')}`,
    means: 'Người dùng khác trên máy này đọc được các thông tin xác thực.',
  },
  trace_unreadable: {
    title: {
      permission: 'không được phép đọc một bản ghi của OpenClaw',
      not_a_file: 'một bản ghi của OpenClaw không phải là tệp thông thường',
      compressed: 'một bản ghi của OpenClaw có các dòng mà Node.js này không giải nén được',
      schema: 'một bản ghi của OpenClaw có các bảng thuộc phiên bản không rõ',
      busy: 'một bản ghi của OpenClaw luôn bị chương trình khác khóa',
      corrupt: 'một bản ghi của OpenClaw bị hỏng',
      too_large: 'một bản ghi của OpenClaw quá lớn đối với Node.js này',
      other: 'không đọc được một bản ghi của OpenClaw',
    },
    means:
      'Trình giám sát không mở được một nhật ký hoặc bản ghi phiên, nên không thấy lần từ chối chỉ được ghi ở đó.',
  },
  gateway_not_found: {
    title: 'không tìm thấy OpenClaw Gateway nào',
    means: 'Không có thư mục trạng thái OpenClaw ở nơi đã tìm, nên không thể đánh giá gì.',
  },
  gateway_config_invalid: {
    title: ({ problem, detail }) =>
      `không dùng được tệp cấu hình của OpenClaw${maybe(problem, ': ')}${maybe(detail, ' (', ')')}`,
    problems: {
      not_object: 'cấp ngoài cùng không phải là đối tượng',
      circular_include: 'các include thành vòng lặp',
      include_too_deep: 'include lồng quá sâu',
      too_many_files: 'include quá nhiều tệp',
      not_a_file: 'không phải tệp thường',
      too_large: 'lớn hơn 8 MiB',
      unreadable: 'không đọc được',
      not_json5: 'không phải JSON5',
      nested_too_deeply: 'lồng quá sâu',
      include_not_object: 'include có khóa bên cạnh không phải là đối tượng',
      include_not_text: 'include không nêu tệp',
      unset_variable: 'có biến chưa được đặt',
      not_accepted: 'OpenClaw không chấp nhận',
    },
    means: 'OpenClaw không thể khởi động với cấu hình này; không biết mô hình nào đang được dùng.',
  },
  agent_not_found: {
    title: ({ agent }) =>
      agent === null ? 'không có agent nào mang tên đó' : `không có agent ${agent}`,
    means: 'Agent được yêu cầu không có ở Gateway nào tại đây, nên không thể đánh giá.',
  },
  clock_suspect: {
    title: ({ newest }) => `đồng hồ của máy này chạy chậm${maybe(newest, ': ', ' đã qua rồi')}`,
    means: 'Đồng hồ chỉ thời điểm trước một việc đã xảy ra, nên không thể đánh giá thời hạn nào.',
  },
};
