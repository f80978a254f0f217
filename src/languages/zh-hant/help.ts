// What `--help` says, in Traditional Chinese.
import type { HelpPhrases } from '../../core/phrases/help-phrases.ts';

const frame: HelpPhrases = {
  purpose: '在 OpenClaw 代理程式失声之前，告訴您有憑證即將失效。',
  usage: '用法：',
  shortFor: (program, command) => `（${program} 的簡稱；不給指令時：${command}）`,
  commands: '指令',
  options: '選項',
  optionsOf: (command) => `${command} 的選項`,
  examples: '範例',
  exitCodes: '退出碼',
  exits: (codes) => `退出碼：${codes}。`,
  codes: {
    fine: '所有需要計入的憑證都正常',
    failing: '有憑證已過期、缺失、被拒絕或不可用，或者無法判斷',
    expiring: '有憑證在提醒時段（24 h）內過期',
    own: '用法錯誤、程式出錯、無法寫入、無法讀取、設定不能使用',
    undelivered: '正常，但有訊息尚未送達',
  },
  oneOf: (choices) => `可選值：${choices}。`,
  repeatable: '可以重複。',
  joint: '',
  tellsMore: (help) => `${help} 會說明某個指令的更多內容。`,
};

/** By the sentence of the command table. */
const sentences = {
  'Judge every credential of every agent and print a report.':
    '判斷每個代理程式的每個憑證，並打印報告。',
  'Check, probe, and tell people what changed: what timers and cron call.':
    '檢查、詢問供應商，並把變化通知給人：由計時器和 cron 調用。',
  'Tell people what changed, from a JSON report made elsewhere.':
    '根據在別處生成的 JSON 報告通知變化。',
  'Run on a schedule in one process.': '在一個進程中按排程執行。',
  'Write a judgement to look at: a page, a calendar, any format.':
    '寫出供查看的判斷結果：頁面、日曆或任何格式。',
  'Set it up: what is judged, who is told, a test message, a config, the schedule.':
    '完成設定：判斷什麼、通知誰、測試訊息、設定、排程。',
  'Send a test message through each channel and say what happened.':
    '透過每個管道傳送一條測試訊息，並說明結果。',
  'Why a verdict came out so, what it means, how to fix it, how to switch the rule.':
    '為什麼得出某個結論、它的含義、如何修複、如何調整規則。',
  'What the channels are still owed, how they fare, and what was held back.':
    '管道還有哪些訊息未送達、各自的狀況，以及哪些訊息被保留。',
  'Mute messages about something for a time; verdicts and exit codes stay.':
    '在一段時間內靜音某些訊息；結論和退出碼不變。',
  'Make the scheduled run live here; without a target it lists them.':
    '把定時執行安裝到本機；不給目標時列出可用目標。',
  'Take away what install made, and nothing else.': '移除 install 建立的內容，僅此而已。',
  'The health of the monitor itself: config, channels, state, schedule, coverage.':
    '監控程式自身的健康狀況：設定、管道、狀態、排程、覆盖範圍。',
  'For OnFailure= of units: say why one failed, tell people if need be.':
    '供 unit 的 OnFailure= 使用：說明它為何失敗，必要時通知。',
  'Print a JSON Schema: of the config, the report or the webhook body.':
    '打印 JSON Schema：設定、報告或 webhook 正文的。',
  'Judge credentials that a CI step holds in environment variables.':
    '判斷 CI 步骤放在環境變數中的憑證。',
  'The whole job on a built-in sample, on this machine only.':
    '用內置範例演示全過程，只在本機進行。',
  'OpenClaw state directory to judge.': '要判斷的 OpenClaw 狀態目錄。',
  'OpenClaw profile: judges ~/.openclaw-NAME.': 'OpenClaw 的 profile：判斷 ~/.openclaw-NAME。',
  "File with the gateway's environment.": '含有 Gateway 環境變數的檔案。',
  'The same, but Node reads the file first: it must exist.':
    '同上，但 Node 會先讀取該檔案：它必須存在。',
  'Only this agent (ID or LABEL/ID).': '只看這個代理程式（ID 或 LABEL/ID）。',
  'Only credentials of this provider.': '只看這個供應商的憑證。',
  'Only this profile id.': '只看這個憑證設定檔 id。',
  'Rules to judge by.': '判斷所用的規則。',
  'Providers in use, or every stored profile.': '正在使用的供應商，或所有已存儲的憑證設定檔。',
  'Expiring from this long before the end (24h).': '距到期多久時算作即將過期（24h）。',
  'Ask the providers; alone it means metadata.': '也詢問供應商；不帶值時為 metadata。',
  'How to print the report (text).': '如何打印報告（text）。',
  'Same as --format json.': '與 --format json 相同。',
  'Same as --format plain: one TSV line per finding.': '與 --format plain 相同：每個發現一行 TSV。',
  'Write the report to a file instead of stdout.': '把報告寫入檔案，而不是標準輸出。',
  'No colour, like NO_COLOR.': '不用顏色，同 NO_COLOR。',
  'Print only what needs attention.': '只打印需要注意的內容。',
  'Print all healthy and unused credentials, too.': '也打印所有正常的和未使用的憑證。',
  'Config to use; a named one must exist.': '要使用的設定；指定的檔案必須存在。',
  "Directory of the monitor's own state.": '監控程式自身狀態的目錄。',
  'Judge as if it were this time.': '按這個時間判斷。',
  'Language of reports and messages.': '報告和訊息的語言。',
  'Least level that is logged (info).': '日誌記錄的最低級別（info）。',
  'Show help.': '顯示幫助。',
  'Show the version.': '顯示版本。',
  'Say what would be sent to whom and why; send and store nothing.':
    '說明會向誰傳送什麼以及原因；不傳送也不儲存任何內容。',
  'Report of `check --json`; - reads standard input.':
    '`check --json` 的報告；- 表示讀取標準輸入。',
  'Serve the page, metrics and health; alone on 127.0.0.1:18780.':
    '提供頁面、指標和健康檢查；不帶值時為 127.0.0.1:18780。',
  'What the last run found, without judging again.': '上次執行的結果，不重新判斷。',
  'Ask nothing: flags, and defaults for the rest.': '不提問：使用給出的選項，其餘用預設值。',
  'Add a channel; its flags follow.': '新增一個管道；隨後給出它的選項。',
  'Change a channel of the config; flags of its kind say what.':
    '更改設定中的一個管道；由該類型的選項說明改什麼。',
  'Take a channel out of the config.': '從設定中去掉一個管道。',
  'Send no test message.': '不傳送測試訊息。',
  'Keep a channel whose test fails.': '保留測試失敗的管道。',
  'Make the schedule live there, as `install` does.': '把排程安裝到那裡，與 `install` 相同。',
  'Where to write it.': '寫到哪裡。',
  'Print JSON.': '打印 JSON。',
  'Mute this agent (ID or LABEL/ID).': '靜音這個代理程式（ID 或 LABEL/ID）。',
  'Mute this profile id.': '靜音這個憑證設定檔 id。',
  'Mute this provider.': '靜音這個供應商。',
  'Mute this finding.': '靜音這種發現。',
  'Mute this gateway.': '靜音這個 Gateway。',
  'End: an ISO time, or a duration like 8h from now.':
    '結束時間：ISO 時間，或從現在起的時長，例如 8h。',
  'Why, for whoever reads it later.': '原因，供以後閱讀的人了解。',
  'Say what would be done, and do nothing.': '說明會做什麼，但什麼也不做。',
  'Also replace or remove files that were changed by hand.': '也替換或移除手動更改過的檔案。',
  "Units of the machine (root's default).": '本機的 unit（root 的預設值）。',
  "Units of your own user manager (everybody else's default).":
    '您自己的使用者管理器的 unit（其他使用者的預設值）。',
  'Two system units: who reads credentials has no network.':
    '兩個系統 unit：讀取憑證的那個沒有網絡。',
  'One long-lived process instead of a timer.': '用一個長期執行的進程代替計時器。',
  'Whose gateway it is; for units of the machine.': '是誰的 Gateway；用於本機的 unit。',
  'When the timer fires, as systemd writes it (*:0/30).':
    '計時器何時觸發，按 systemd 的寫法（*:0/30）。',
  'When cron or launchd runs it: five fields of numbers (*/30 * * * *).':
    'cron 或 launchd 何時執行：五個數字欄位（*/30 * * * *）。',
  'How often a phone looks, 15m at least (30m).': '手機多久查看一次，至少 15m（30m）。',
  'On a phone: the gateway is there, asked over SSH.':
    '在手機上：Gateway 在那台主機，透過 SSH 詢問。',
  'On the gateway: let this SSH key read the report, and nothing else.':
    '在 Gateway 上：只允許這個 SSH 金鑰讀取報告，別無其他。',
  'Leave what the monitor remembers.': '保留監控程式記住的內容。',
  'Variable that holds a credential.': '存放憑證的變數。',
  'When the credential in NAME ends.': 'NAME 中的憑證何時到期。',
  'When it was made; its end is then estimated.': '它的籤發時間；據此估计到期時間。',
  'How long it lives once issued (365d).': '籤發後的有效期（365d）。',
  'An empty variable fails, in pull requests of forks too.':
    '變數為空即失敗，來自 fork 的 pull request 也不例外。',
  'Write a report besides, e.g. junit=auth.xml.': '另外寫出一份報告，例如 junit=auth.xml。',
  'From which verdict on the step fails (expiring).': '從哪種結論開始讓步骤失敗（expiring）。',
  'judge the gateway of this user': '判斷當前使用者的 Gateway',
  'one agent, as JSON': '一個代理程式，輸出 JSON',
  'ask the providers too': '也詢問供應商',
  'in a script': '在指令稿中',
  'one scheduled run': '一次定時執行',
  'see what would be sent': '查看會傳送什麼',
  'alert from another machine': '從另一台機器通知',
  'every half hour, until stopped': '每半小時一次，直到停止',
  'with a page at http://127.0.0.1:18780/': '並在 http://127.0.0.1:18780/ 提供頁面',
  'one page, to open anywhere': '一個頁面，隨處可開啟',
  'a calendar of expiries': '到期日曆',
  'what the last run found': '上次執行的結果',
  'the wizard': '設定向導',
  'the same in a script': '在指令稿中完成同樣的事',
  'only the channel named email': '只測試名為 email 的管道',
  'the worst that was found, in short': '發現的最嚴重的問題，簡短說明',
  'the whole story of a profile': '一個憑證設定檔的完整經過',
  'what a finding means': '一種發現的含義',
  'is everything delivered?': '全部送達了嗎？',
  'send all of it now': '現在傳送全部',
  'give a message up for good': '徹底放弃一條訊息',
  'nothing about agent lab today': '今天不再提示代理程式 lab',
  'what is muted, and until when': '靜音了什麼，到何時',
  'end it; an ID may be cut short': '結束靜音；ID 可以只寫開頭',
  'a hardened timer for the gateway of alice': '為 alice 的 Gateway 安裝加固的計時器',
  'see what it makes': '查看它會建立什麼',
  'a line in your crontab': '在您的 crontab 中加一行',
  'a phone that asks a gateway elsewhere': '由手機查看別處的 Gateway',
  'for all users of the host': '針對本機的所有使用者',
  'is everything in place, and what is not covered?': '一切就绪了嗎？還有什麼沒有覆盖？',
  'in a unit, with its MONITOR_* variables': '在 unit 中，使用它的 MONITOR_* 變數',
  'schema of check --json': 'check --json 的 schema',
  'is the key in this variable accepted?': '這個變數中的金鑰被接受嗎？',
  'a setup token, which lives a year': '有效期一年的 setup token',
  'report, alerts, a recovery': '報告、通知、恢復',
  '0 fine, 1 failing or not to be judged, 2 expiring': '0 正常，1 失敗或無法判斷，2 即將過期',
  '0 fine, 1 failing or not to be judged, 2 expiring, 75 fine but a message is still owed':
    '0 正常，1 失敗或無法判斷，2 即將過期，75 正常但仍有訊息未送達',
  "0 fine, 1 failing or not to be judged, 2 expiring (the report's), 75 fine but a message is still owed":
    '0 正常，1 失敗或無法判斷，2 即將過期（按報告），75 正常但仍有訊息未送達',
  '0 after SIGTERM or SIGINT, 73 the page cannot be served':
    '0 在 SIGTERM 或 SIGINT 之後，73 無法提供頁面',
  '0 fine, 1 failing or not to be judged, 2 expiring, 74 the last run is unknown or over a day old':
    '0 正常，1 失敗或無法判斷，2 即將過期，74 上次執行未知或已超過一天',
  '0, 73 cannot write, 78 the config that is there cannot be used':
    '0，73 無法寫入，78 現有的設定不能使用',
  '0 all delivered, 75 one was not': '0 全部送達，75 有未送達的',
  '0, 64 neither a code nor a stored profile': '0，64 既不是代碼也不是已存儲的憑證設定檔',
  '0 nothing is owed, 75 something is owed or was given up':
    '0 沒有未送達的，75 有未送達或已放弃的',
  '0': '0',
  '0, 73 the machine does not let it': '0，73 本機不允許',
  '0, 1 something is broken': '0，1 有故障',
  '0 told or nothing to tell, 75 nobody could be told': '0 已通知或無需通知，75 無法通知任何人',
  '0 fine, 1 failing or not to be judged, 2 expiring, less what --fail-on lets pass':
    '0 正常，1 失敗或無法判斷，2 即將過期，--fail-on 放行的除外',
};

export const help = { frame, sentences };
