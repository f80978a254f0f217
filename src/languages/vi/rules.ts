// What the named rules are and do, in Vietnamese.
import type { RulePhrases } from '../../core/phrases/rule-phrases.ts';

const picked = 'OpenClaw không bao giờ chọn nó, nhưng bản 2026.2 vẫn báo hỏng vì nó.';

export const rules: RulePhrases = {
  rules: {
    refreshable_login: {
      what: 'Đăng nhập có refresh token được coi là cần gia hạn, không phải hết hạn, khi access token kết thúc.',
      why: 'OpenClaw gia hạn ở lần dùng tới; từ 2026.4.18, lệnh kiểm tra của chính nó vẫn chỉ xét đồng hồ.',
    },
    stalled_refresh: {
      what: 'Đăng nhập gia hạn được mà sau khi hết hạn vẫn được dùng, thử hoặc bị từ chối và không được gia hạn thì bị coi là hỏng.',
      why: 'Khi đó việc gia hạn không hoạt động; OpenClaw 2026.2 coi mọi đăng nhập gia hạn được là ổn.',
    },
    failed_fence: {
      what: 'Đăng nhập mà OpenClaw đánh dấu là gia hạn thất bại cần được đăng nhập lại.',
      why: 'OpenClaw thay cả hai token bằng dấu mà không gì gia hạn được.',
    },
    pending_fence: {
      what: 'Đăng nhập đang được gia hạn chỉ được coi là cần gia hạn.',
      why: 'OpenClaw gọi nó là hết hạn trong vài giây gia hạn.',
    },
    cli_login: {
      what: 'Đăng nhập do chương trình khác sở hữu không bị coi là kẹt chỉ vì OpenClaw đã dùng nó.',
      why: 'Chương trình đó gia hạn trong tệp riêng, rồi OpenClaw nhận lại sau.',
    },
    unresolved_reference: {
      what: 'SecretRef không được tra thì không rõ có hay không: cảnh báo, hoặc lưu ý với exec và managed.',
      why: 'Trình giám sát không chạy chương trình nào và không tự mở tệp; OpenClaw 2026.9 báo hỏng ở đó.',
    },
    empty_credential: {
      what: 'Hồ sơ không chứa khóa, token hay đăng nhập bị coi là thiếu.',
      why: 'OpenClaw 2026.2 tính cả khóa rỗng là thông tin xác thực.',
    },
    seconds_for_ms: {
      what: 'Thời hạn lưu theo giây được nêu là hồ sơ sai dạng.',
      why: 'OpenClaw đọc nó thành một ngày tháng 1 năm 1970: hết hạn, hoặc ổn với đăng nhập gia hạn được.',
    },
    unused_provider: {
      what: 'Hồ sơ của nhà cung cấp mà không mô hình nào của agent nào dùng được nêu ra nhưng không tính.',
      why: 'Không có gì cần đến nó; OpenClaw 2026.2 báo hỏng vì nó.',
    },
    ordered_out: {
      what: 'Hồ sơ bị thứ tự hoặc danh sách trong auth.profiles loại ra được nêu ra nhưng không tính.',
      why: picked,
    },
    mode_excluded: {
      what: 'Hồ sơ có loại khác với mode mà cấu hình khai báo thì không tính.',
      why: picked,
    },
    spare: {
      what: 'Hồ sơ đã hoặc sắp hết hạn bên cạnh một hồ sơ ổn cùng nhà cung cấp vẫn tính, ghi là dự phòng.',
      why: 'Khi cần thì nó không còn; OpenClaw 2026.9 không nói gì về nó.',
    },
    other_agents: {
      what: 'Mọi agent đều được đánh giá, kể cả agent chỉ có trên đĩa.',
      why: 'OpenClaw chỉ đánh giá một agent, và không bao giờ đánh giá agent ngoài cấu hình.',
    },
    model_cooldown: {
      what: 'Khi chỉ một mô hình tạm nghỉ, hồ sơ vẫn dùng được miễn là agent còn mô hình khác ở đó.',
      why: 'OpenClaw vẫn dùng nó cho các mô hình khác.',
    },
    short_cooldown: {
      what: 'Lần tạm nghỉ có tổng thời gian dưới năm phút chỉ để biết.',
      why: 'OpenClaw tạm nghỉ như vậy sau mỗi trục trặc nhỏ của nhà cung cấp.',
    },
    last_usable: {
      what: 'Nhà cung cấp bị coi là hỏng khi không còn hồ sơ nào mà OpenClaw sẽ dùng lúc này.',
      why: 'Agent không gọi được mô hình; OpenClaw đến bản 2026.7 khi đó kết thúc với mã 0.',
    },
    repeated_refusals: {
      what: 'Hồ sơ mà OpenClaw liên tục ghi nhận bị từ chối thì bị coi là hỏng, kể cả giữa các lần tạm nghỉ ngắn.',
      why: 'OpenClaw chỉ thể hiện khóa chết bằng vài phút tạm nghỉ, và lịch chạy có thể bỏ lỡ.',
    },
    deleted_profile: {
      what: 'Lần tạm nghỉ mà OpenClaw ghi cho hồ sơ không còn được lưu không phải là phát hiện.',
      why: 'OpenClaw vẫn liệt kê chúng là hồ sơ không dùng được.',
    },
    gateway_keys: {
      what: 'Khóa chỉ có trong môi trường của dịch vụ Gateway vẫn được coi là có.',
      why: 'Shell hoặc timer nơi hỏi OpenClaw có môi trường khác và sẽ nói là thiếu.',
    },
    shared_refresh_token: {
      what: 'Một refresh token ở nhiều agent là một lưu ý.',
      why: 'Nếu nó chỉ dùng được một lần, agent gia hạn trước sẽ làm các agent khác bị đăng xuất.',
    },
    retired_json: {
      what: 'Kho JSON nằm cạnh cơ sở dữ liệu bị coi là hỏng, dù chứa gì.',
      why: 'OpenClaw từ 2026.8 từ chối agent cho đến khi chuyển đổi xong.',
    },
    half_written_store: {
      what: 'Kho JSON không phân tích được sẽ được đọc lại sau giây lát rồi mới bị coi là hỏng.',
      why: 'OpenClaw thời JSON ghi đè tại chỗ, nên có thể đọc phải tệp mới ghi một nửa.',
    },
  },
  effects: {
    becomes: (severity) => `nó là ${severity}`,
    strict: 'đăng nhập tính theo đồng hồ, và mọi hồ sơ được lưu đều tính',
    watched: 'riêng hồ sơ này được tính',
    everything: 'mọi hồ sơ được lưu đều tính',
    leftOut: 'agent ngoài cấu hình bị bỏ ra',
    noEvidence: 'số lần nó đếm không phải là căn cứ',
    noService: 'không đọc unit của dịch vụ',
  },
};
