// The remarks between commands, in Vietnamese.
import type { RemedyPhrases } from '../../core/phrases/remedy-phrases.ts';

export const remedies: RemedyPhrases = {
  hiddenId: 'Một id ở đây không an toàn để dán (ký tự ẩn hoặc quá dài); lệnh này sẽ hỏi id đó:',
  beforePasteCommands: 'Trước OpenClaw 2026.6: openclaw models auth add',
  addExpiresIn: 'Thêm --expires-in 90d, hoặc đúng thời hạn của token, để biết khi nào nó hết hạn.',
  makeNew: 'Tạo thông tin xác thực mới tại nhà cung cấp, sau đó:',
  putIntoCiVariable: (name) => `Đặt nó vào biến CI/CD ${name}.`,
  putWhereStepGets: (name) => `Đặt nó vào nơi bước này lấy ${name}.`,
  logInInside: (program) => `Đăng nhập lại trong ${program} CLI, với người dùng của Gateway.`,
  logInAtOwner: (program) => `Đăng nhập lại trong ${program} CLI: nó quản lý đăng nhập này.`,
  withStateDir: (dir) => `Với OPENCLAW_STATE_DIR đặt là ${dir}:`,
  onGateway: ({ gateway, dir }) =>
    `Trên Gateway ${gateway}, với OPENCLAW_STATE_DIR đặt là ${dir ?? 'thư mục của nó'}:`,
  didYouMean: (name) => `Có phải ý bạn là ${name}?`,
  whereToDefine: {
    unknown_alias:
      'Định nghĩa nguồn secret trong secrets.providers của openclaw.json, hoặc thay thế nó:',
    not_allowed: 'Thêm biến vào allowlist của nguồn secret, hoặc thay thông tin xác thực:',
    not_in_file: 'Đặt secret vào tệp của nguồn secret, hoặc thay thông tin xác thực:',
    store_row_absent: 'Đặt lại secret vào kho secret của OpenClaw, hoặc thay thông tin xác thực:',
    inactive_setup: 'Hoàn tất thiết lập đã bắt đầu cho hồ sơ này, hoặc thay thông tin xác thực:',
  },
  correctId: 'Sửa hoặc xóa id này trong mục profiles của cấu hình trình giám sát.',
  howToSee: {
    env: 'Truyền môi trường của Gateway bằng --gateway-env FILE, hoặc đặt vào .env của chính Gateway.',
    file: 'Đặt secretFiles: true cho Gateway này trong cấu hình trình giám sát; tệp phải chỉ mình bạn đọc được.',
    other:
      'Không cần sửa gì; severity: { secret_ref_unresolved: "off" } trong cấu hình sẽ ẩn mục này.',
  },
  ownLogins: 'Cho mỗi agent một đăng nhập riêng:',
  unusedIsFine: 'Không cần làm gì; --scope all đánh giá cả các hồ sơ không ai dùng.',
  renewsItself: (renewer) => `Không cần làm gì: ${renewer} sẽ gia hạn ở lần dùng agent kế tiếp.`,
  idleTokensEnd:
    'Refresh token có thể mất hiệu lực khi lâu không dùng; để chắc chắn, hãy đăng nhập lại:',
  sayEndInStep: (name) => `Nếu biết đúng ngày hết hạn, hãy ghi rõ: --expires ${name}=DATE`,
  sayEndInConfig:
    'Nếu biết đúng ngày hết hạn, hãy đặt profiles[ID].expiresAt trong cấu hình trình giám sát.',
  useApiKey: 'Hãy dùng khóa API thay thế:',
  routeThroughClaude: 'Hoặc chạy agent qua Claude CLI (runtime claude-cli).',
  expectClaudeCodeOnly:
    'Đang chạy bằng runtime claude-cli? Hãy đặt profiles[ID].expectClaudeCodeOnly: true.',
  askAnew: (command) => `Đã khắc phục rồi? Hãy hỏi nhà cung cấp: ${command}`,
  topUp: (provider) => `Nạp thêm tiền hoặc tăng giới hạn tại ${provider}, hoặc đổi nhà cung cấp.`,
  checkNetwork:
    'Kiểm tra mạng, proxy và TLS của máy này; việc này không ảnh hưởng đến đánh giá nào.',
  triedAgain: (until) =>
    until === null
      ? 'Không cần làm gì: OpenClaw sẽ tự thử lại.'
      : `Không cần làm gì: OpenClaw sẽ thử lại sau ${until}.`,
  usedAgain: (until) =>
    until === null
      ? 'OpenClaw sẽ dùng lại khi hết thời gian tạm dừng.'
      : `OpenClaw sẽ dùng lại sau ${until}.`,
  lookAtOrder: 'Xem auth.order và auth.profiles trong openclaw.json, hoặc thêm thông tin xác thực:',
  file: (path) => `Tệp: ${path}`,
  findLocker: 'Tìm xem chương trình nào đang khóa kho này.',
  runAsOwner: 'Chạy trình giám sát với người dùng sở hữu tệp.',
  correctName: 'Sửa tên tệp, hoặc bỏ nó khỏi lệnh gọi.',
  restoreLink: 'Đặt kho trở lại nơi liên kết trỏ đến.',
  restoreStore: 'Đặt kho trở lại nơi OpenClaw mong đợi.',
  lookWhatFills: 'Kho thông tin xác thực vốn nhỏ; hãy xem cái gì đã làm nó đầy.',
  updateMonitor: 'Cập nhật openclaw-auth-monitor; phiên bản này không đánh giá được kho.',
  diskRefuses: 'Ổ đĩa hoặc hệ thống tệp từ chối đọc tệp này.',
  runAsGatewayUser:
    'Chạy trình giám sát với người dùng của Gateway, hoặc tắt nguồn này: probe.passive.',
  nothingIn: (place) => `Không có gì của Gateway trong ${place ?? 'thư mục đã chỉ định'}.`,
  nameThatOne: (dir) => `Thư mục trạng thái có lẽ là ${dir}: hãy chỉ định thư mục đó.`,
  lookedIn: (places) => `Đã tìm trong: ${places}`,
  nameStateDir: 'Chỉ định thư mục bằng --state-dir DIR, và chạy với người dùng của Gateway.',
  knownHere: (names) => `Có ở đây: ${names}`,
  setClock: 'Chỉnh lại đồng hồ, rồi chạy lại trình giám sát.',
};
