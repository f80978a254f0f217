// What messages are headed with and what happens next, in Traditional Chinese.
import type { AlertPhrases } from '../../core/phrases/alert-phrases.ts';

export const incidents: AlertPhrases['incidents'] = {
  profile_expired: {
    headline: '憑證已過期',
    next: '沒有該供應商其他憑證的代理程式在續期之前得不到回應。',
  },
  profile_expiring: {
    headline: '憑證即將過期',
    next: '如不提前續期，到時代理程式將失去該憑證。',
  },
  profile_expiry_ahead: {
    headline: '憑證將要過期',
    next: '目前一切正常；臨近過期時會再次通知。',
  },
  profile_refresh_due: {
    headline: '憑證待續期',
    next: '代理程式下次使用時 OpenClaw 會自動續期。',
  },
  profile_refresh_stalled: {
    headline: '憑證續期失敗',
    next: 'OpenClaw 無法為該登入續期，需要重新登入。',
  },
  profile_auth_failing: {
    headline: '認證持續失敗',
    next: '在更換之前，OpenClaw 使用該憑證會一直被拒絕。',
  },
  profile_credential_missing: {
    headline: '缺少憑證',
    next: '在有憑證之前，OpenClaw 會跳過該憑證設定檔。',
  },
  secret_ref_unresolved: {
    headline: 'secret 引用無法解析',
    next: '在引用可以解析之前，無法得知代理程式能否讀取該 secret。',
  },
  profile_malformed: {
    headline: '憑證設定檔格式有誤',
    next: 'OpenClaw 無法使用目前儲存的憑證設定檔。',
  },
  profile_cooldown: {
    headline: '憑證冷卻中',
    next: '暫停結束後 OpenClaw 會自動重試。',
  },
  profile_disabled: {
    headline: '憑證已停用',
    next: '暫停結束之前 OpenClaw 不會使用它；需先解決原因。',
  },
  provider_exhausted: {
    headline: '沒有可用憑證',
    next: '在有憑證設定檔恢復可用之前，代理程式得不到該供應商的回應。',
  },
  provider_missing: {
    headline: '沒有憑證',
    next: '代理程式每次呼叫該供應商都會失敗。',
  },
  provider_recovered_but_cooling: {
    headline: '憑證已恢復，OpenClaw 仍在等待',
    next: 'OpenClaw 會在自己的暫停期結束後重新使用它。',
  },
  claude_code_only: {
    headline: 'token 僅限 Claude Code',
    next: 'Anthropic 拒絕在 Claude Code 之外使用它；代理程式需要其他憑證。',
  },
  credential_rejected: {
    headline: '憑證被拒絕',
    next: '在更換之前，供應商會一直拒絕它。',
  },
  billing_blocked: {
    headline: '計費受阻',
    next: '恢復餘額或配額後，供應商會重新回應。',
  },
  credential_age: {
    headline: '憑證使用已久',
    next: '失效時間為估計值；它可能在那前後失效。',
  },
  refresh_token_shared: {
    headline: '共用 refresh token',
    next: '最先續期的代理程式可能會使其他代理程式登出。',
  },
  store_unreadable: {
    headline: '憑證儲存區無法讀取',
    next: '其中內容無法判斷，因此在可讀之前視為故障。',
  },
  store_migration_required: {
    headline: '憑證儲存區需要遷移',
    next: '遷移之前 OpenClaw 拒絕為這些代理程式服務。',
  },
  store_permissions: {
    headline: '憑證儲存區可被他人讀取',
    next: '本機的其他使用者可以讀取其中的憑證。',
  },
  profile_unused: {
    headline: '憑證設定檔未使用',
    next: '沒有代理程式需要它。',
  },
  trace_unreadable: {
    headline: '記錄無法讀取',
    next: '看不到只記錄在其中的拒絕；這不影響對憑證的判斷。',
  },
  gateway_not_found: {
    headline: '未找到 Gateway',
    next: '在找到其狀態目錄之前，那裡沒有任何監控。',
  },
  gateway_config_invalid: {
    headline: 'Gateway 設定無效',
    next: '憑證仍會判斷，但不知道其中哪些在使用。',
  },
  agent_not_found: {
    headline: '未找到代理程式',
    next: '該代理程式沒有任何監控。',
  },
  probe_unreachable: {
    headline: '供應商無法訪問',
    next: '憑證是否可用未知；下次執行會再次詢問。',
  },
  clock_suspect: {
    headline: '時鐘有誤',
    next: '在本機時鐘校準之前，任何有效期限都不可信。',
  },
};
