// What is said about providers, stores, gateways and agents, in Traditional Chinese.
import { maybe } from '../../core/phrases/maybe.ts';
import type { ProviderPhrases } from '../../core/phrases/provider-phrases.ts';

export const providers: ProviderPhrases = {
  provider_exhausted: {
    title: {
      one: ({ provider, profile, left }) =>
        `${provider} 沒有可用的憑證設定檔：${profile} 正在冷卻或已停用${maybe(left, '，還剩 ')}`,
      several: ({ provider, count, left }) =>
        `${provider} 沒有可用的憑證設定檔：全部 ${count} 個都在冷卻或已停用${maybe(left, '，還剩 ')}`,
      all: ({ provider, left }) =>
        `${provider} 沒有可用的憑證設定檔：全部都在冷卻或已停用${maybe(left, '，還剩 ')}`,
    },
    means: '代理程式用於該供應商的所有憑證設定檔都已擱置，因此它的請求現在會失敗。',
  },
  provider_missing: {
    title: ({ provider, usedBy }) => `沒有 ${provider} 的憑證${maybe(usedBy, '，用於 ')}`,
    none: '完全沒有憑證',
    excluded: ({ provider }) => `${provider} 沒有可用的憑證：順序或模式設定排除了所有憑證設定檔`,
    means: '代理程式的某個模型需要一個供應商，而該供應商既沒有憑證設定檔也沒有金鑰。',
  },
  provider_recovered_but_cooling: {
    title: ({ profile, left }) => `${profile} 已恢復可用，但仍被擱置${maybe(left, '，還剩 ')}`,
    means: '供應商已重新接受該憑證，而 OpenClaw 仍在等待自己的暫停期結束。',
  },
  claude_code_only: {
    title: {
      certain: ({ profile }) => `${profile} 只能在 Claude Code 中使用`,
      likely: ({ profile }) => `${profile} 似乎只能在 Claude Code 中使用`,
      possible: ({ profile }) => `${profile} 可能只能在 Claude Code 中使用`,
    },
    seen: (title) => `${title}：OpenClaw 已被拒絕`,
    means: 'Anthropic 只接受 Claude Code 使用該 token，拒絕其他任何程式的請求。',
  },
  credential_rejected: {
    title: {
      invalid: ({ profile, provider, status }) =>
        `${profile} 被 ${provider} 以無效為由拒絕${maybe(status, '（', '）')}`,
      revoked: ({ profile, provider, status }) =>
        `${profile} 已在 ${provider} 被撤銷${maybe(status, '（', '）')}`,
      expired: ({ profile, provider, status }) =>
        `${profile} 被 ${provider} 以過期為由拒絕${maybe(status, '（', '）')}`,
      forbidden: ({ profile, provider, status }) =>
        `${profile} 在 ${provider} 沒有權限${maybe(status, '（', '）')}`,
      renewed: ({ profile, provider, status }) =>
        `${profile} 在更換之前曾被 ${provider} 拒絕${maybe(status, '（', '）')}`,
      other: ({ profile, provider, status, reason }) =>
        `${profile} 被 ${provider} 拒絕${maybe(reason, '：')}${maybe(status, '（', '）')}`,
    },
    means: '供應商明確表示該憑證無效、已撤銷或已過期。',
  },
  billing_blocked: {
    title: ({ profile, reason }) => `${profile} 因計費問題被拒絕${maybe(reason, '（', '）')}`,
    means: '憑證本身有效，但餘額、配額、消費上限或方案阻止了它的請求。',
  },
  probe_unreachable: {
    title: ({ provider, passed, reason }) =>
      `${provider} 沒有回應${maybe(passed, '，已持續 ')}${maybe(reason, '（', '）')}`,
    means: '無法詢問憑證是否可用，因此對它一無所知。',
  },
  store_unreadable: {
    title: ({ what, problem }) => `${what}${problem}`,
    store: '憑證儲存區',
    login: ({ program }) => `${program} 的登入檔案`,
    missing: '指定的環境變數檔案不存在',
    problems: {
      corrupt: '已損壞',
      empty: '是空檔案',
      busy: '一直被另一個程式鎖定',
      permission: '沒有讀取權限',
      dangling_link: '是指向空處的連結',
      not_a_file: '不是普通檔案',
      too_large: '超出監控程式可讀取的大小',
      newer_schema: '來自比本監控程式所知更新的 OpenClaw',
      older_schema: '是舊格式',
      other_agent: '屬於另一個代理',
      schema: '含有監控程式不認識的表',
      unreadable: '無法讀取',
    },
    means: '無法判斷該儲存區中的憑證，這絕不算作正常。',
  },
  store_migration_required: {
    title: '資料庫旁留有已棄用的 JSON 儲存區：OpenClaw 拒絕提供服務',
    means: 'OpenClaw 2026.8 及以後的版本會停用代理程式，直到其舊憑證檔案完成遷移。',
  },
  store_permissions: {
    title: ({ mode }) => `憑證儲存區對其他使用者開放${maybe(mode, '（模式 ', '）')}`,
    means: '本機的其他使用者可以讀取這些憑證。',
  },
  trace_unreadable: {
    title: {
      permission: '沒有權限讀取 OpenClaw 的一份記錄',
      not_a_file: 'OpenClaw 的一份記錄不是普通檔案',
      compressed: 'OpenClaw 的一份記錄含有目前 Node.js 無法解壓的行',
      schema: 'OpenClaw 的一份記錄含有未知版本的表',
      busy: 'OpenClaw 的一份記錄一直被另一個程式鎖定',
      corrupt: 'OpenClaw 的一份記錄已損壞',
      too_large: 'OpenClaw 的一份記錄對目前 Node.js 來說太大',
      other: 'OpenClaw 的一份記錄無法讀取',
    },
    means: '監控程式無法開啟某個日誌或對話記錄，因此看不到只記錄在其中的拒絕。',
  },
  gateway_not_found: {
    title: '未找到 OpenClaw Gateway',
    means: '在搜尋的位置沒有 OpenClaw 狀態目錄，因此無法判斷任何內容。',
  },
  gateway_config_invalid: {
    title: ({ problem, detail }) =>
      `無法使用 OpenClaw 的設定檔${maybe(problem, '：')}${maybe(detail, '（', '）')}`,
    problems: {
      not_object: '頂層不是物件',
      circular_include: 'include 形成循環',
      include_too_deep: 'include 巢狀過深',
      too_many_files: 'include 的檔案過多',
      not_a_file: '不是一般檔案',
      too_large: '大於 8 MiB',
      unreadable: '無法讀取',
      not_json5: '不是 JSON5',
      nested_too_deeply: '巢狀過深',
      include_not_object: '旁邊有其他鍵的 include 不是物件',
      include_not_text: 'include 沒有指明檔案',
      unset_variable: '有變數未設定',
      not_accepted: 'OpenClaw 不接受',
    },
    means: 'OpenClaw 無法用該設定檔啟動；不知道在使用哪些模型。',
  },
  agent_not_found: {
    title: ({ agent }) => (agent === null ? '沒有這個名稱的代理程式' : `沒有代理程式 ${agent}`),
    means: '要求檢查的代理程式在這裡的任何 Gateway 中都不存在，因此無法判斷。',
  },
  clock_suspect: {
    title: ({ newest }) => `本機時鐘偏慢${maybe(newest, '：', ' 早已過去')}`,
    means: '時鐘顯示的時間早於已經發生的事情，因此無法判斷任何有效期限。',
  },
};
