// The remarks between commands, in Traditional Chinese.
import type { RemedyPhrases } from '../../core/phrases/remedy-phrases.ts';

export const remedies: RemedyPhrases = {
  hiddenId: '此處的 id 不宜直接貼上（含隱藏字元或過長）；以下命令會詢問它：',
  beforePasteCommands: 'OpenClaw 2026.6 之前請用：openclaw models auth add',
  addExpiresIn: '請加上 --expires-in 90d 或該 token 的實際有效期限，以便知道它何時失效。',
  makeNew: '先在供應商處建立新的憑證，然後：',
  putIntoCiVariable: (name) => `將它存入 CI/CD 變數 ${name}。`,
  putWhereStepGets: (name) => `將它存到該步驟讀取 ${name} 的位置。`,
  logInInside: (program) => `以 Gateway 的使用者身分，在 ${program} CLI 中重新登入。`,
  logInAtOwner: (program) => `在 ${program} CLI 中重新登入：這個登入歸它管理。`,
  withStateDir: (dir) => `將 OPENCLAW_STATE_DIR 設為 ${dir} 後執行：`,
  onGateway: ({ gateway, dir }) =>
    `在 Gateway ${gateway} 上，將 OPENCLAW_STATE_DIR 設為${dir === null ? '它的目錄' : ` ${dir} `}後執行：`,
  didYouMean: (name) => `您是不是想輸入 ${name}？`,
  whereToDefine: {
    unknown_alias: '在 openclaw.json 的 secrets.providers 中定義該 secret 提供者，或替換它：',
    not_allowed: '將該變數加入其 secret 提供者的 allowlist，或替換憑證：',
    not_in_file: '將 secret 寫入其提供者的檔案，或替換憑證：',
    store_row_absent: '將 secret 重新存入 OpenClaw 的 secret 儲存區，或替換憑證：',
    inactive_setup: '完成該憑證設定檔尚未結束的設定，或替換憑證：',
  },
  correctId: '請在監控程式設定的 profiles 下更正或刪除這個 id。',
  howToSee: {
    env: '用 --gateway-env FILE 傳入 Gateway 的環境變數，或寫入 Gateway 自己的 .env。',
    file: '在監控程式的設定中為該 Gateway 設定 secretFiles: true；該檔案必須僅自己可讀。',
    other: '無需修復；在設定中設定 severity: { secret_ref_unresolved: "off" } 即可隱藏。',
  },
  ownLogins: '讓每個代理程式各自登入：',
  unusedIsFine: '無需處理；--scope all 也會判斷無人使用的憑證設定檔。',
  renewsItself: (renewer) => `無需處理：下次使用該代理程式時，${renewer} 會自動續期。`,
  idleTokensEnd: 'refresh token 長期不用可能失效；穩妥起見，請重新登入：',
  sayEndInStep: (name) => `如果知道確切的失效時間，請註明：--expires ${name}=DATE`,
  sayEndInConfig: '如果知道確切的失效時間，請在監控程式的設定中設定 profiles[ID].expiresAt。',
  useApiKey: '請改用 API 金鑰：',
  routeThroughClaude: '或者讓代理程式透過 Claude CLI 執行（runtime claude-cli）。',
  expectClaudeCodeOnly:
    '由 claude-cli runtime 提供服務？請設定 profiles[ID].expectClaudeCodeOnly: true。',
  askAnew: (command) => `已經修復？請詢問供應商：${command}`,
  topUp: (provider) => `請在 ${provider} 儲值或提高上限，或改用其他供應商。`,
  checkNetwork: '請檢查本機的網路、Proxy 和 TLS；這不影響對憑證的判斷。',
  triedAgain: (until) =>
    until === null
      ? '無需處理：OpenClaw 會自動重試。'
      : `無需處理：OpenClaw 會在 ${until} 之後重試。`,
  usedAgain: (until) =>
    until === null
      ? '暫停結束後 OpenClaw 會重新使用它。'
      : `OpenClaw 會在 ${until} 之後重新使用它。`,
  lookAtOrder: '請檢查 openclaw.json 中的 auth.order 和 auth.profiles，或新增憑證：',
  file: (path) => `檔案：${path}`,
  findLocker: '找出是哪個程式一直鎖定該儲存區。',
  runAsOwner: '請以該檔案所有者的身分執行監控程式。',
  correctName: '請更正檔名，或從呼叫中去掉它。',
  restoreLink: '請將儲存區放回連結所指的位置。',
  restoreStore: '請將儲存區放回 OpenClaw 預期的位置。',
  lookWhatFills: '憑證儲存區通常很小；請檢視是什麼佔滿了它。',
  updateMonitor: '請更新 openclaw-auth-monitor；目前版本無法判斷該儲存區。',
  diskRefuses: '磁碟或檔案系統拒絕讀取該檔案。',
  runAsGatewayUser: '請以 Gateway 的使用者身分執行監控程式，或關閉該來源：probe.passive。',
  nothingIn: (place) => `${place ?? '指定的目錄'} 中沒有 Gateway 的任何內容。`,
  nameThatOne: (dir) => `狀態目錄可能是 ${dir}：請指定它。`,
  lookedIn: (places) => `已搜尋：${places}`,
  nameStateDir: '請用 --state-dir DIR 指定目錄，並以 Gateway 的使用者身分執行。',
  knownHere: (names) => `此處已知：${names}`,
  setClock: '請校準時鐘，然後重新執行監控程式。',
};
