// What is said about profiles, in Vietnamese.
import { maybe } from '../../core/phrases/maybe.ts';
import type { ProfilePhrases } from '../../core/phrases/profile-phrases.ts';

export const profiles: ProfilePhrases = {
  profile_expired: {
    title: ({ profile, ago, spare }) =>
      `${profile} đã hết hạn${maybe(ago, ' ')}${spare ? ' (dự phòng)' : ''}`,
    means: 'Thông tin xác thực này đã hết hạn và không có gì tự động gia hạn nó.',
  },
  profile_expiring: {
    title: ({ profile, ahead, spare }) =>
      `${profile} hết hạn${maybe(ahead, ' ')}${spare ? ' (dự phòng)' : ''}`,
    means:
      'Thông tin xác thực này sẽ hết hạn trong khoảng thời gian cảnh báo và không có gì tự động gia hạn nó.',
  },
  profile_expiry_ahead: {
    title: ({ profile, ahead }) => `${profile} sẽ hết hạn${maybe(ahead, ' ')}`,
    means:
      'Thông tin xác thực này sẽ hết hạn trong vài tuần tới; báo sớm để bạn có thời gian gia hạn.',
  },
  profile_refresh_due: {
    title: ({ profile, pending, idle }) =>
      pending
        ? `${profile} đang được gia hạn`
        : `${profile} sẽ được gia hạn ở lần dùng kế tiếp${maybe(idle, ' (không dùng trong ', ')')}`,
    means: 'Access token đã hết hạn, nhưng OpenClaw giữ refresh token và chưa cần dùng đến nó.',
  },
  profile_refresh_stalled: {
    title: {
      failed_fence: ({ profile }) => `${profile} đã mất đăng nhập: gia hạn thất bại hoàn toàn`,
      used_since: ({ profile, ago }) =>
        `${profile} đã hết hạn${maybe(ago, ' ')} và từ đó vẫn được dùng mà không được gia hạn`,
      failed_since: ({ profile, ago }) =>
        `${profile} đã hết hạn${maybe(ago, ' ')} và từ đó liên tục thất bại`,
      auth_failures: ({ profile }) =>
        `${profile} không được gia hạn: OpenClaw ghi nhận các lần đăng nhập thất bại`,
      other: ({ profile }) => `${profile} không được gia hạn`,
    },
    means:
      'Đăng nhập này lẽ ra tự gia hạn, nhưng nó đã hết hạn và OpenClaw không nhận được cái mới.',
  },
  credential_age: {
    title: {
      old: ({ profile, age }) => `${profile} đã dùng ${age ?? 'lâu'}`,
      ended: ({ profile, age }) => `${profile} đã dùng ${age ?? 'lâu'} và có lẽ đã hết hiệu lực`,
      ends: ({ profile, age, ahead }) =>
        `${profile} đã dùng ${age ?? 'lâu'} và có lẽ sẽ hết hiệu lực${maybe(ahead, ' ')}`,
    },
    means:
      'Token không ghi thời hạn; thời hạn được ước tính từ tuổi của nó và thời hạn thông thường.',
  },
  profile_auth_failing: {
    title: ({ profile, times, ago }) =>
      `${profile} liên tục xác thực thất bại${times > 1 ? `, ${times} lần` : ''}${maybe(ago, ', lần cuối ')}`,
    means:
      'OpenClaw liên tục ghi nhận nhà cung cấp từ chối thông tin xác thực này, bất kể thời hạn của nó.',
  },
  profile_credential_missing: {
    title: {
      no_key: ({ profile }) => `${profile} không chứa khóa nào`,
      no_token: ({ profile }) => `${profile} không chứa token nào`,
      no_access_token: ({ profile }) => `${profile} không chứa access token nào`,
      other: ({ profile }) => `${profile} không chứa thông tin xác thực nào`,
      unknown_alias: ({ profile }) => `${profile} trỏ đến một nguồn secret chưa được định nghĩa`,
      not_allowed: ({ profile }) =>
        `${profile} trỏ đến một secret không có trong danh sách cho phép`,
      not_in_file: ({ profile }) => `${profile} trỏ đến một tệp secret không chứa nó`,
      store_row_absent: ({ profile }) => `${profile} trỏ đến một secret mà OpenClaw không lưu`,
      inactive_setup: ({ profile }) => `${profile} đang chờ hoàn tất thiết lập`,
      not_stored: ({ profile }) => `${profile} không có trong kho nào`,
      not_logged_in: ({ profile }) => `${profile} không có đăng nhập trong tệp của nó`,
    },
    means:
      'Hồ sơ có tồn tại, nhưng bên trong hoặc sau tham chiếu của nó không có thông tin xác thực.',
  },
  secret_ref_unresolved: {
    title: {
      in_key_chain: ({ profile }) =>
        `${profile} lưu đăng nhập trong chuỗi khóa hệ thống, nơi trình giám sát không xem`,
      env: ({ profile, name }) =>
        `${profile} lấy từ biến môi trường ${name}, biến này không được đặt ở đây`,
      file: ({ profile, name }) => `${profile} lấy từ tệp secret ${name}, không đọc được ở đây`,
      exec: ({ profile, name }) =>
        `${profile} lấy từ chương trình ${name}, không bao giờ được chạy ở đây`,
      store: ({ profile, name }) => `${profile} lấy từ secret đã lưu ${name}, không đọc được ở đây`,
      managed: ({ profile }) => `${profile} lấy từ một secret được quản lý mà chỉ Gateway biết`,
      other: ({ profile }) => `${profile} lấy từ nơi khác`,
    },
    means:
      'Thông tin xác thực nằm ở nơi khác mà trình giám sát không thể hoặc không được xem: không biết không có nghĩa là ổn.',
  },
  profile_malformed: {
    title: ({ profile, problem }) => `${profile} ${problem}`,
    sameAs: ({ profile, twin }) => `${profile} chứa cùng thông tin xác thực với ${twin}`,
    problems: {
      empty: 'chứa văn bản rỗng thay vì thông tin xác thực',
      blank: 'chỉ chứa khoảng trắng',
      inner_whitespace: 'có khoảng trắng bên trong thông tin xác thực, như do dán lỗi',
      pasted_command: 'chứa một lệnh được dán vào thay vì thông tin xác thực',
      newline: 'có dấu xuống dòng bên trong thông tin xác thực, như do dán lỗi',
      not_text: 'chứa thứ không phải văn bản',
      outer_whitespace: 'có khoảng trắng hoặc dấu xuống dòng quanh thông tin xác thực',
      placeholder: 'chứa văn bản giữ chỗ thay vì thông tin xác thực',
      unresolved: 'chứa tên biến thay vì giá trị của biến',
      too_short: 'chứa văn bản quá ngắn, như do dán thiếu',
      quoted: 'chứa thông tin xác thực trong dấu ngoặc kép',
      of_another_provider: 'chứa thông tin xác thực của nhà cung cấp khác',
      odd_prefix: 'không giống thông tin xác thực của nhà cung cấp này',
      expires_missing: 'không ghi thời hạn, trong khi loại đăng nhập này cần có',
      expires_not_a_number: 'có thời hạn không phải là số',
      expires_zero: 'có thời hạn là 0',
      expires_negative: 'có thời hạn âm',
      expires_seconds: 'có thời hạn tính bằng giây thay vì mili giây',
      expires_out_of_range: 'có thời hạn vượt quá mọi lịch',
      unknown_type: 'thuộc loại mà OpenClaw không biết',
      no_provider: 'không nêu nhà cung cấp',
      provider_not_text: 'có nhà cung cấp không phải là văn bản',
      not_an_object: 'không phải là một đối tượng',
      other: 'sai định dạng',
    },
    means: 'Mục đã lưu có dạng mà OpenClaw hoặc nhà cung cấp không dùng được.',
  },
  refresh_token_shared: {
    title: ({ profile, agents }) =>
      `${profile} dùng chung một refresh token giữa các agent${maybe(agents, ': ')}`,
    means:
      'Refresh token chỉ dùng được một lần: khi một agent gia hạn đăng nhập, bản sao của các agent khác mất hiệu lực.',
  },
  profile_unused: {
    title: ({ profile, provider }) =>
      `${profile} được lưu, nhưng không mô hình nào của agent nào dùng ${provider}`,
    means: 'Không ai cần thông tin xác thực này, nên trạng thái của nó không được tính.',
  },
  profile_cooldown: {
    title: ({ profile, model, left, reason }) =>
      `${profile} đang tạm nghỉ${maybe(model, ' cho ')}${maybe(left, ', còn ')}${maybe(reason, ' (', ')')}`,
    means: 'Sau các yêu cầu thất bại, OpenClaw tạm thời không dùng hồ sơ này.',
  },
  profile_disabled: {
    title: ({ profile, left, reason }) =>
      `${profile} đã bị vô hiệu hóa${maybe(left, ', còn ')}${maybe(reason, ' (', ')')}`,
    means:
      'OpenClaw gác hồ sơ này lại lâu hơn, vì vấn đề thanh toán hoặc vì thông tin xác thực bị từ chối.',
  },
};
