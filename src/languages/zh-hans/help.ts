// What `--help` says, in Simplified Chinese.
import type { HelpPhrases } from '../../core/phrases/help-phrases.ts';

const frame: HelpPhrases = {
  purpose: '在 OpenClaw 智能体失声之前，告诉您有凭证即将失效。',
  usage: '用法：',
  shortFor: (program, command) => `（${program} 的简称；不给命令时：${command}）`,
  commands: '命令',
  options: '选项',
  optionsOf: (command) => `${command} 的选项`,
  examples: '示例',
  exitCodes: '退出码',
  exits: (codes) => `退出码：${codes}。`,
  codes: {
    fine: '所有需要计入的凭证都正常',
    failing: '有凭证已过期、缺失、被拒绝或不可用，或者无法判断',
    expiring: '有凭证在提醒时段（24 h）内过期',
    own: '用法错误、程序出错、无法写入、无法读取、配置不能使用',
    undelivered: '正常，但有消息尚未送达',
  },
  oneOf: (choices) => `可选值：${choices}。`,
  repeatable: '可以重复。',
  joint: '',
  tellsMore: (help) => `${help} 会说明某个命令的更多内容。`,
};

/** By the sentence of the command table. */
const sentences = {
  'Judge every credential of every agent and print a report.':
    '判断每个智能体的每个凭证，并打印报告。',
  'Check, probe, and tell people what changed: what timers and cron call.':
    '检查、询问提供商，并把变化通知给人：由定时器和 cron 调用。',
  'Tell people what changed, from a JSON report made elsewhere.':
    '根据在别处生成的 JSON 报告通知变化。',
  'Run on a schedule in one process.': '在一个进程中按时间表运行。',
  'Write a judgement to look at: a page, a calendar, any format.':
    '写出供查看的判断结果：页面、日历或任何格式。',
  'Set it up: what is judged, who is told, a test message, a config, the schedule.':
    '完成设置：判断什么、通知谁、测试消息、配置、时间表。',
  'Send a test message through each channel and say what happened.':
    '通过每个渠道发送一条测试消息，并说明结果。',
  'Why a verdict came out so, what it means, how to fix it, how to switch the rule.':
    '为什么得出某个结论、它的含义、如何修复、如何调整规则。',
  'What the channels are still owed, how they fare, and what was held back.':
    '渠道还有哪些消息未送达、各自的状况，以及哪些消息被保留。',
  'Mute messages about something for a time; verdicts and exit codes stay.':
    '在一段时间内静音某些消息；结论和退出码不变。',
  'Make the scheduled run live here; without a target it lists them.':
    '把定时运行安装到本机；不给目标时列出可用目标。',
  'Take away what install made, and nothing else.': '移除 install 建立的内容，仅此而已。',
  'The health of the monitor itself: config, channels, state, schedule, coverage.':
    '监控程序自身的健康状况：配置、渠道、状态、时间表、覆盖范围。',
  'For OnFailure= of units: say why one failed, tell people if need be.':
    '供 unit 的 OnFailure= 使用：说明它为何失败，必要时通知。',
  'Print a JSON Schema: of the config, the report or the webhook body.':
    '打印 JSON Schema：配置、报告或 webhook 正文的。',
  'Judge credentials that a CI step holds in environment variables.':
    '判断 CI 步骤放在环境变量中的凭证。',
  'The whole job on a built-in sample, on this machine only.':
    '用内置示例演示全过程，只在本机进行。',
  'OpenClaw state directory to judge.': '要判断的 OpenClaw 状态目录。',
  'OpenClaw profile: judges ~/.openclaw-NAME.': 'OpenClaw 的 profile：判断 ~/.openclaw-NAME。',
  "File with the gateway's environment.": '含有 Gateway 环境变量的文件。',
  'The same, but Node reads the file first: it must exist.':
    '同上，但 Node 会先读取该文件：它必须存在。',
  'Only this agent (ID or LABEL/ID).': '只看这个智能体（ID 或 LABEL/ID）。',
  'Only credentials of this provider.': '只看这个提供商的凭证。',
  'Only this profile id.': '只看这个凭证配置 id。',
  'Rules to judge by.': '判断所用的规则。',
  'Providers in use, or every stored profile.': '正在使用的提供商，或所有已存储的凭证配置。',
  'Expiring from this long before the end (24h).': '距到期多久时算作即将过期（24h）。',
  'Ask the providers; alone it means metadata.': '也询问提供商；不带值时为 metadata。',
  'How to print the report (text).': '如何打印报告（text）。',
  'Same as --format json.': '与 --format json 相同。',
  'Same as --format plain: one TSV line per finding.': '与 --format plain 相同：每个发现一行 TSV。',
  'Write the report to a file instead of stdout.': '把报告写入文件，而不是标准输出。',
  'No colour, like NO_COLOR.': '不用颜色，同 NO_COLOR。',
  'Print only what needs attention.': '只打印需要注意的内容。',
  'Print all healthy and unused credentials, too.': '也打印所有正常的和未使用的凭证。',
  'Config to use; a named one must exist.': '要使用的配置；指定的文件必须存在。',
  "Directory of the monitor's own state.": '监控程序自身状态的目录。',
  'Judge as if it were this time.': '按这个时间判断。',
  'Language of reports and messages.': '报告和消息的语言。',
  'Least level that is logged (info).': '日志记录的最低级别（info）。',
  'Show help.': '显示帮助。',
  'Show the version.': '显示版本。',
  'Say what would be sent to whom and why; send and store nothing.':
    '说明会向谁发送什么以及原因；不发送也不保存任何内容。',
  'Report of `check --json`; - reads standard input.':
    '`check --json` 的报告；- 表示读取标准输入。',
  'Serve the page, metrics and health; alone on 127.0.0.1:18780.':
    '提供页面、指标和健康检查；不带值时为 127.0.0.1:18780。',
  'What the last run found, without judging again.': '上次运行的结果，不重新判断。',
  'Ask nothing: flags, and defaults for the rest.': '不提问：使用给出的选项，其余用默认值。',
  'Add a channel; its flags follow.': '添加一个渠道；随后给出它的选项。',
  'Change a channel of the config; flags of its kind say what.':
    '更改配置中的一个渠道；由该类型的选项说明改什么。',
  'Take a channel out of the config.': '从配置中去掉一个渠道。',
  'Send no test message.': '不发送测试消息。',
  'Keep a channel whose test fails.': '保留测试失败的渠道。',
  'Make the schedule live there, as `install` does.': '把时间表安装到那里，与 `install` 相同。',
  'Where to write it.': '写到哪里。',
  'Print JSON.': '打印 JSON。',
  'Mute this agent (ID or LABEL/ID).': '静音这个智能体（ID 或 LABEL/ID）。',
  'Mute this profile id.': '静音这个凭证配置 id。',
  'Mute this provider.': '静音这个提供商。',
  'Mute this finding.': '静音这种发现。',
  'Mute this gateway.': '静音这个 Gateway。',
  'End: an ISO time, or a duration like 8h from now.':
    '结束时间：ISO 时间，或从现在起的时长，例如 8h。',
  'Why, for whoever reads it later.': '原因，供以后阅读的人了解。',
  'Say what would be done, and do nothing.': '说明会做什么，但什么也不做。',
  'Also replace or remove files that were changed by hand.': '也替换或移除手动更改过的文件。',
  "Units of the machine (root's default).": '本机的 unit（root 的默认值）。',
  "Units of your own user manager (everybody else's default).":
    '您自己的用户管理器的 unit（其他用户的默认值）。',
  'Two system units: who reads credentials has no network.':
    '两个系统 unit：读取凭证的那个没有网络。',
  'One long-lived process instead of a timer.': '用一个长期运行的进程代替定时器。',
  'Whose gateway it is; for units of the machine.': '是谁的 Gateway；用于本机的 unit。',
  'When the timer fires, as systemd writes it (*:0/30).':
    '定时器何时触发，按 systemd 的写法（*:0/30）。',
  'When cron or launchd runs it: five fields of numbers (*/30 * * * *).':
    'cron 或 launchd 何时运行：五个数字字段（*/30 * * * *）。',
  'How often a phone looks, 15m at least (30m).': '手机多久查看一次，至少 15m（30m）。',
  'On a phone: the gateway is there, asked over SSH.':
    '在手机上：Gateway 在那台主机，通过 SSH 询问。',
  'On the gateway: let this SSH key read the report, and nothing else.':
    '在 Gateway 上：只允许这个 SSH 密钥读取报告，别无其他。',
  'Leave what the monitor remembers.': '保留监控程序记住的内容。',
  'Variable that holds a credential.': '存放凭证的变量。',
  'When the credential in NAME ends.': 'NAME 中的凭证何时到期。',
  'When it was made; its end is then estimated.': '它的签发时间；据此估计到期时间。',
  'How long it lives once issued (365d).': '签发后的有效期（365d）。',
  'An empty variable fails, in pull requests of forks too.':
    '变量为空即失败，来自 fork 的 pull request 也不例外。',
  'Write a report besides, e.g. junit=auth.xml.': '另外写出一份报告，例如 junit=auth.xml。',
  'From which verdict on the step fails (expiring).': '从哪种结论开始让步骤失败（expiring）。',
  'judge the gateway of this user': '判断当前用户的 Gateway',
  'one agent, as JSON': '一个智能体，输出 JSON',
  'ask the providers too': '也询问提供商',
  'in a script': '在脚本中',
  'one scheduled run': '一次定时运行',
  'see what would be sent': '查看会发送什么',
  'alert from another machine': '从另一台机器通知',
  'every half hour, until stopped': '每半小时一次，直到停止',
  'with a page at http://127.0.0.1:18780/': '并在 http://127.0.0.1:18780/ 提供页面',
  'one page, to open anywhere': '一个页面，随处可打开',
  'a calendar of expiries': '到期日历',
  'what the last run found': '上次运行的结果',
  'the wizard': '设置向导',
  'the same in a script': '在脚本中完成同样的事',
  'only the channel named email': '只测试名为 email 的渠道',
  'the worst that was found, in short': '发现的最严重的问题，简短说明',
  'the whole story of a profile': '一个凭证配置的完整经过',
  'what a finding means': '一种发现的含义',
  'is everything delivered?': '全部送达了吗？',
  'send all of it now': '现在发送全部',
  'give a message up for good': '彻底放弃一条消息',
  'nothing about agent lab today': '今天不再提示智能体 lab',
  'what is muted, and until when': '静音了什么，到何时',
  'end it; an ID may be cut short': '结束静音；ID 可以只写开头',
  'a hardened timer for the gateway of alice': '为 alice 的 Gateway 安装加固的定时器',
  'see what it makes': '查看它会建立什么',
  'a line in your crontab': '在您的 crontab 中加一行',
  'a phone that asks a gateway elsewhere': '由手机查看别处的 Gateway',
  'for all users of the host': '针对本机的所有用户',
  'is everything in place, and what is not covered?': '一切就绪了吗？还有什么没有覆盖？',
  'in a unit, with its MONITOR_* variables': '在 unit 中，使用它的 MONITOR_* 变量',
  'schema of check --json': 'check --json 的 schema',
  'is the key in this variable accepted?': '这个变量中的密钥被接受吗？',
  'a setup token, which lives a year': '有效期一年的 setup token',
  'report, alerts, a recovery': '报告、通知、恢复',
  '0 fine, 1 failing or not to be judged, 2 expiring': '0 正常，1 失败或无法判断，2 即将过期',
  '0 fine, 1 failing or not to be judged, 2 expiring, 75 fine but a message is still owed':
    '0 正常，1 失败或无法判断，2 即将过期，75 正常但仍有消息未送达',
  "0 fine, 1 failing or not to be judged, 2 expiring (the report's), 75 fine but a message is still owed":
    '0 正常，1 失败或无法判断，2 即将过期（按报告），75 正常但仍有消息未送达',
  '0 after SIGTERM or SIGINT, 73 the page cannot be served':
    '0 在 SIGTERM 或 SIGINT 之后，73 无法提供页面',
  '0 fine, 1 failing or not to be judged, 2 expiring, 74 the last run is unknown or over a day old':
    '0 正常，1 失败或无法判断，2 即将过期，74 上次运行未知或已超过一天',
  '0, 73 cannot write, 78 the config that is there cannot be used':
    '0，73 无法写入，78 现有的配置不能使用',
  '0 all delivered, 75 one was not': '0 全部送达，75 有未送达的',
  '0, 64 neither a code nor a stored profile': '0，64 既不是代码也不是已存储的凭证配置',
  '0 nothing is owed, 75 something is owed or was given up':
    '0 没有未送达的，75 有未送达或已放弃的',
  '0': '0',
  '0, 73 the machine does not let it': '0，73 本机不允许',
  '0, 1 something is broken': '0，1 有故障',
  '0 told or nothing to tell, 75 nobody could be told': '0 已通知或无需通知，75 无法通知任何人',
  '0 fine, 1 failing or not to be judged, 2 expiring, less what --fail-on lets pass':
    '0 正常，1 失败或无法判断，2 即将过期，--fail-on 放行的除外',
};

export const help = { frame, sentences };
