// What `--help` says, in Vietnamese.
import type { HelpPhrases } from '../../core/phrases/help-phrases.ts';

const frame: HelpPhrases = {
  purpose: 'báo cho bạn biết một thông tin xác thực sắp chết trước khi các agent OpenClaw im lặng.',
  usage: 'Cách dùng: ',
  shortFor: (program, command) => `(tên ngắn của ${program}; không có lệnh: ${command})`,
  commands: 'Các lệnh',
  options: 'Tùy chọn',
  optionsOf: (command) => `Tùy chọn của ${command}`,
  examples: 'Ví dụ',
  exitCodes: 'Mã thoát',
  exits: (codes) => `Mã thoát: ${codes}.`,
  codes: {
    fine: 'mọi thông tin xác thực cần tính đều ổn',
    failing: 'có thứ đã hết hạn, thiếu, bị từ chối, không dùng được, hoặc không đánh giá được',
    expiring: 'có thứ hết hạn trong khoảng cảnh báo (24 h)',
    own: 'dùng sai, lỗi chương trình, không ghi được, không đọc được, cấu hình hỏng',
    undelivered: 'ổn, nhưng có tin chưa gửi được',
  },
  oneOf: (choices) => `Một trong: ${choices}.`,
  repeatable: 'Có thể lặp lại.',
  joint: ' ',
  tellsMore: (help) => `${help} cho biết thêm về một lệnh.`,
};

/** By the sentence of the command table. */
const sentences = {
  'Judge every credential of every agent and print a report.':
    'Đánh giá mọi thông tin xác thực của mọi agent và in báo cáo.',
  'Check, probe, and tell people what changed: what timers and cron call.':
    'Kiểm tra, hỏi nhà cung cấp và báo cho mọi người điều đã đổi: thứ mà timer và cron gọi.',
  'Tell people what changed, from a JSON report made elsewhere.':
    'Báo điều đã đổi, từ một báo cáo JSON tạo ở nơi khác.',
  'Run on a schedule in one process.': 'Chạy theo lịch trong một tiến trình.',
  'Write a judgement to look at: a page, a calendar, any format.':
    'Ghi kết quả đánh giá để xem: trang, lịch hoặc định dạng bất kỳ.',
  'Set it up: what is judged, who is told, a test message, a config, the schedule.':
    'Thiết lập: đánh giá gì, báo cho ai, tin thử, cấu hình, lịch chạy.',
  'Send a test message through each channel and say what happened.':
    'Gửi một tin thử qua từng kênh và cho biết kết quả.',
  'Why a verdict came out so, what it means, how to fix it, how to switch the rule.':
    'Vì sao có kết luận đó, nó nghĩa là gì, cách sửa, cách đổi quy tắc.',
  'What the channels are still owed, how they fare, and what was held back.':
    'Các kênh còn nợ tin gì, hoạt động ra sao, và tin nào bị giữ lại.',
  'Mute messages about something for a time; verdicts and exit codes stay.':
    'Tắt tiếng tin về một điều trong một thời gian; kết luận và mã thoát giữ nguyên.',
  'Make the scheduled run live here; without a target it lists them.':
    'Đặt lịch chạy ngay tại đây; không có đích thì liệt kê các đích.',
  'Take away what install made, and nothing else.': 'Gỡ những gì install đã tạo, và không gì khác.',
  'The health of the monitor itself: config, channels, state, schedule, coverage.':
    'Tình trạng của chính chương trình giám sát: cấu hình, kênh, trạng thái, lịch, phạm vi.',
  'For OnFailure= of units: say why one failed, tell people if need be.':
    'Cho OnFailure= của unit: nói vì sao unit hỏng, báo cho mọi người nếu cần.',
  'Print a JSON Schema: of the config, the report or the webhook body.':
    'In một JSON Schema: của cấu hình, báo cáo hoặc nội dung webhook.',
  'Judge credentials that a CI step holds in environment variables.':
    'Đánh giá thông tin xác thực mà một bước CI giữ trong biến môi trường.',
  'The whole job on a built-in sample, on this machine only.':
    'Toàn bộ công việc trên một mẫu có sẵn, chỉ trên máy này.',
  'OpenClaw state directory to judge.': 'Thư mục trạng thái OpenClaw cần đánh giá.',
  'OpenClaw profile: judges ~/.openclaw-NAME.': 'Profile của OpenClaw: đánh giá ~/.openclaw-NAME.',
  "File with the gateway's environment.": 'Tệp chứa biến môi trường của Gateway.',
  'The same, but Node reads the file first: it must exist.':
    'Như trên, nhưng Node đọc tệp trước: tệp phải tồn tại.',
  'Only this agent (ID or LABEL/ID).': 'Chỉ agent này (ID hoặc LABEL/ID).',
  'Only credentials of this provider.': 'Chỉ thông tin xác thực của nhà cung cấp này.',
  'Only this profile id.': 'Chỉ id hồ sơ này.',
  'Rules to judge by.': 'Bộ quy tắc dùng để đánh giá.',
  'Providers in use, or every stored profile.':
    'Các nhà cung cấp đang dùng, hoặc mọi hồ sơ đã lưu.',
  'Expiring from this long before the end (24h).': 'Coi là sắp hết hạn khi còn chừng này (24h).',
  'Ask the providers; alone it means metadata.':
    'Hỏi cả nhà cung cấp; viết một mình nghĩa là metadata.',
  'How to print the report (text).': 'Cách in báo cáo (text).',
  'Same as --format json.': 'Giống --format json.',
  'Same as --format plain: one TSV line per finding.':
    'Giống --format plain: mỗi phát hiện một dòng TSV.',
  'Write the report to a file instead of stdout.': 'Ghi báo cáo vào tệp thay vì đầu ra chuẩn.',
  'No colour, like NO_COLOR.': 'Không dùng màu, như NO_COLOR.',
  'Print only what needs attention.': 'Chỉ in những gì cần chú ý.',
  'Print all healthy and unused credentials, too.':
    'In cả mọi thông tin xác thực còn tốt và không dùng.',
  'Config to use; a named one must exist.': 'Cấu hình cần dùng; tệp được nêu phải tồn tại.',
  "Directory of the monitor's own state.": 'Thư mục trạng thái riêng của chương trình giám sát.',
  'Judge as if it were this time.': 'Đánh giá như thể đang là lúc này.',
  'Language of reports and messages.': 'Ngôn ngữ của báo cáo và tin nhắn.',
  'Least level that is logged (info).': 'Mức thấp nhất được ghi nhật ký (info).',
  'Show help.': 'Hiện trợ giúp.',
  'Show the version.': 'Hiện phiên bản.',
  'Say what would be sent to whom and why; send and store nothing.':
    'Nói sẽ gửi gì, cho ai và vì sao; không gửi và không lưu gì.',
  'Report of `check --json`; - reads standard input.':
    'Báo cáo của `check --json`; - đọc đầu vào chuẩn.',
  'Serve the page, metrics and health; alone on 127.0.0.1:18780.':
    'Phục vụ trang, số đo và kiểm tra sức khỏe; viết một mình là 127.0.0.1:18780.',
  'What the last run found, without judging again.':
    'Kết quả của lần chạy trước, không đánh giá lại.',
  'Ask nothing: flags, and defaults for the rest.':
    'Không hỏi gì: dùng tùy chọn đã cho, còn lại lấy mặc định.',
  'Add a channel; its flags follow.': 'Thêm một kênh; các tùy chọn của kênh theo sau.',
  'Change a channel of the config; flags of its kind say what.':
    'Sửa một kênh trong cấu hình; tùy chọn của loại kênh đó nói sửa gì.',
  'Take a channel out of the config.': 'Bỏ một kênh khỏi cấu hình.',
  'Send no test message.': 'Không gửi tin thử.',
  'Keep a channel whose test fails.': 'Giữ kênh có tin thử bị lỗi.',
  'Make the schedule live there, as `install` does.': 'Đặt lịch chạy ở đó, như `install` làm.',
  'Where to write it.': 'Ghi vào đâu.',
  'Print JSON.': 'In JSON.',
  'Mute this agent (ID or LABEL/ID).': 'Tắt tiếng agent này (ID hoặc LABEL/ID).',
  'Mute this profile id.': 'Tắt tiếng id hồ sơ này.',
  'Mute this provider.': 'Tắt tiếng nhà cung cấp này.',
  'Mute this finding.': 'Tắt tiếng loại phát hiện này.',
  'Mute this gateway.': 'Tắt tiếng Gateway này.',
  'End: an ISO time, or a duration like 8h from now.':
    'Lúc kết thúc: thời điểm ISO, hoặc khoảng thời gian như 8h kể từ bây giờ.',
  'Why, for whoever reads it later.': 'Lý do, cho người đọc sau này.',
  'Say what would be done, and do nothing.': 'Nói sẽ làm gì, và không làm gì cả.',
  'Also replace or remove files that were changed by hand.':
    'Thay hoặc gỡ cả những tệp đã bị sửa bằng tay.',
  "Units of the machine (root's default).": 'Unit của máy (mặc định của root).',
  "Units of your own user manager (everybody else's default).":
    'Unit của trình quản lý riêng của bạn (mặc định của người khác).',
  'Two system units: who reads credentials has no network.':
    'Hai unit hệ thống: bên đọc thông tin xác thực không có mạng.',
  'One long-lived process instead of a timer.': 'Một tiến trình chạy lâu dài thay cho timer.',
  'Whose gateway it is; for units of the machine.': 'Gateway của ai; dành cho unit của máy.',
  'When the timer fires, as systemd writes it (*:0/30).':
    'Khi nào timer chạy, theo cách viết của systemd (*:0/30).',
  'When cron or launchd runs it: five fields of numbers (*/30 * * * *).':
    'Khi nào cron hoặc launchd chạy: năm trường số (*/30 * * * *).',
  'How often a phone looks, 15m at least (30m).':
    'Điện thoại xem bao lâu một lần, ít nhất 15m (30m).',
  'On a phone: the gateway is there, asked over SSH.':
    'Trên điện thoại: Gateway ở máy đó, hỏi qua SSH.',
  'On the gateway: let this SSH key read the report, and nothing else.':
    'Trên Gateway: chỉ cho khóa SSH này đọc báo cáo, không gì khác.',
  'Leave what the monitor remembers.': 'Để lại những gì chương trình giám sát ghi nhớ.',
  'Variable that holds a credential.': 'Biến chứa thông tin xác thực.',
  'When the credential in NAME ends.': 'Khi nào thông tin xác thực trong NAME hết hạn.',
  'When it was made; its end is then estimated.': 'Được tạo khi nào; từ đó ước tính lúc hết hạn.',
  'How long it lives once issued (365d).': 'Có hiệu lực bao lâu sau khi cấp (365d).',
  'An empty variable fails, in pull requests of forks too.':
    'Biến rỗng là thất bại, kể cả trong pull request từ fork.',
  'Write a report besides, e.g. junit=auth.xml.': 'Ghi thêm một báo cáo, ví dụ junit=auth.xml.',
  'From which verdict on the step fails (expiring).':
    'Từ kết luận nào thì bước này thất bại (expiring).',
  'judge the gateway of this user': 'đánh giá Gateway của người dùng này',
  'one agent, as JSON': 'một agent, dạng JSON',
  'ask the providers too': 'hỏi cả nhà cung cấp',
  'in a script': 'trong script',
  'one scheduled run': 'một lần chạy theo lịch',
  'see what would be sent': 'xem sẽ gửi gì',
  'alert from another machine': 'báo từ một máy khác',
  'every half hour, until stopped': 'mỗi nửa giờ, cho đến khi dừng',
  'with a page at http://127.0.0.1:18780/': 'kèm trang tại http://127.0.0.1:18780/',
  'one page, to open anywhere': 'một trang, mở được ở đâu cũng được',
  'a calendar of expiries': 'lịch các lần hết hạn',
  'what the last run found': 'kết quả của lần chạy trước',
  'the wizard': 'trình hướng dẫn',
  'the same in a script': 'cũng việc đó trong script',
  'only the channel named email': 'chỉ kênh tên email',
  'the worst that was found, in short': 'điều tệ nhất đã tìm thấy, tóm tắt',
  'the whole story of a profile': 'toàn bộ câu chuyện của một hồ sơ',
  'what a finding means': 'một phát hiện nghĩa là gì',
  'is everything delivered?': 'mọi tin đã đến nơi chưa?',
  'send all of it now': 'gửi tất cả ngay bây giờ',
  'give a message up for good': 'bỏ hẳn một tin',
  'nothing about agent lab today': 'hôm nay không báo gì về agent lab',
  'what is muted, and until when': 'đang tắt tiếng gì, đến khi nào',
  'end it; an ID may be cut short': 'kết thúc nó; có thể viết tắt ID',
  'a hardened timer for the gateway of alice':
    'timer được tăng cường bảo mật cho Gateway của alice',
  'see what it makes': 'xem nó sẽ tạo gì',
  'a line in your crontab': 'một dòng trong crontab của bạn',
  'a phone that asks a gateway elsewhere': 'điện thoại hỏi một Gateway ở nơi khác',
  'for all users of the host': 'cho mọi người dùng của máy',
  'is everything in place, and what is not covered?':
    'mọi thứ đã sẵn sàng chưa, và còn gì chưa bao quát?',
  'in a unit, with its MONITOR_* variables': 'trong unit, với các biến MONITOR_* của nó',
  'schema of check --json': 'schema của check --json',
  'is the key in this variable accepted?': 'khóa trong biến này có được chấp nhận không?',
  'a setup token, which lives a year': 'một setup token, có hiệu lực một năm',
  'report, alerts, a recovery': 'báo cáo, tin báo, khắc phục',
  '0 fine, 1 failing or not to be judged, 2 expiring':
    '0 ổn, 1 đang hỏng hoặc không đánh giá được, 2 sắp hết hạn',
  '0 fine, 1 failing or not to be judged, 2 expiring, 75 fine but a message is still owed':
    '0 ổn, 1 đang hỏng hoặc không đánh giá được, 2 sắp hết hạn, 75 ổn nhưng còn nợ tin',
  "0 fine, 1 failing or not to be judged, 2 expiring (the report's), 75 fine but a message is still owed":
    '0 ổn, 1 đang hỏng hoặc không đánh giá được, 2 sắp hết hạn (theo báo cáo), 75 ổn nhưng còn nợ tin',
  '0 after SIGTERM or SIGINT, 73 the page cannot be served':
    '0 sau SIGTERM hoặc SIGINT, 73 không phục vụ được trang',
  '0 fine, 1 failing or not to be judged, 2 expiring, 74 the last run is unknown or over a day old':
    '0 ổn, 1 đang hỏng hoặc không đánh giá được, 2 sắp hết hạn, 74 không rõ lần chạy trước hoặc đã quá một ngày',
  '0, 73 cannot write, 78 the config that is there cannot be used':
    '0, 73 không ghi được, 78 không dùng được cấu hình hiện có',
  '0 all delivered, 75 one was not': '0 đã gửi được hết, 75 có tin không gửi được',
  '0, 64 neither a code nor a stored profile': '0, 64 không phải mã cũng không phải hồ sơ đã lưu',
  '0 nothing is owed, 75 something is owed or was given up':
    '0 không còn nợ gì, 75 còn nợ hoặc đã bỏ',
  '0': '0',
  '0, 73 the machine does not let it': '0, 73 máy không cho phép',
  '0, 1 something is broken': '0, 1 có thứ bị hỏng',
  '0 told or nothing to tell, 75 nobody could be told':
    '0 đã báo hoặc không có gì để báo, 75 không báo được cho ai',
  '0 fine, 1 failing or not to be judged, 2 expiring, less what --fail-on lets pass':
    '0 ổn, 1 đang hỏng hoặc không đánh giá được, 2 sắp hết hạn, trừ những gì --fail-on cho qua',
};

export const help = { frame, sentences };
