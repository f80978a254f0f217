// What the named rules are and do, in Traditional Chinese.
import type { RulePhrases } from '../../core/phrases/rule-phrases.ts';

const picked = 'OpenClaw 從不選用它，但 2026.2 會因此判為失敗。';

export const rules: RulePhrases = {
  rules: {
    refreshable_login: {
      what: '帶有 refresh token 的登入在 access token 到期時算待續期，而不算過期。',
      why: 'OpenClaw 會在下次使用時續期；但自 2026.4.18 起，它自己的檢查只看時鐘。',
    },
    stalled_refresh: {
      what: '可續期的登入在到期之後仍被使用、嘗試或拒絕，卻沒有續期，判為故障。',
      why: '這說明續期不起作用；OpenClaw 2026.2 把所有可續期的登入都視為正常。',
    },
    failed_fence: {
      what: 'OpenClaw 標記為續期失敗的登入需要重新登入。',
      why: 'OpenClaw 會把兩個 token 換成無法續期的標記。',
    },
    pending_fence: {
      what: '正在續期的登入只算待續期。',
      why: '在續期的幾秒內，OpenClaw 稱其為過期。',
    },
    cli_login: {
      what: '由其他程式擁有的登入，不會因為 OpenClaw 用過它而算作續期失敗。',
      why: '那個程式在自己的檔案中續期，OpenClaw 隨後接手。',
    },
    unresolved_reference: {
      what: '沒有檢視的 SecretRef 是否存在算未知：為警告；exec 和託管的為提醒。',
      why: '監控程式不執行任何程式，也不擅自開啟檔案；OpenClaw 2026.9 在此判為失敗。',
    },
    empty_credential: {
      what: '其中沒有金鑰、token 或登入的憑證設定檔算缺少。',
      why: 'OpenClaw 2026.2 把空金鑰也算作憑證。',
    },
    seconds_for_ms: {
      what: '以秒儲存的過期時間會被指明為格式有誤。',
      why: 'OpenClaw 會把它讀作 1970 年 1 月的某一天：過期，或對可續期的登入視為正常。',
    },
    unused_provider: {
      what: '沒有代理程式的模型使用其供應商的憑證設定檔會列出，但不計入。',
      why: '沒有人需要它；OpenClaw 2026.2 會因此判為失敗。',
    },
    ordered_out: {
      what: '被認證順序或 auth.profiles 列表排除的憑證設定檔會列出，但不計入。',
      why: picked,
    },
    mode_excluded: {
      what: '類型與設定中宣告的 mode 不同的憑證設定檔不計入。',
      why: picked,
    },
    spare: {
      what: '同一供應商有正常的憑證設定檔時，已過期或即將過期的另一個仍計入，標為備用。',
      why: '需要它時它已不可用；OpenClaw 2026.9 對此不作提示。',
    },
    other_agents: {
      what: '判斷每一個代理程式，包括僅存在於磁碟上的。',
      why: 'OpenClaw 只判斷一個代理程式，而且從不判斷設定中沒有的。',
    },
    model_cooldown: {
      what: '只涉及一個模型的冷卻，只要代理程式在那裡還有其他模型，憑證設定檔仍算可用。',
      why: 'OpenClaw 會繼續用它來執行其他模型。',
    },
    short_cooldown: {
      what: '總時長不到五分鐘的冷卻僅供參考。',
      why: '供應商稍有波動，OpenClaw 就會這樣暫停。',
    },
    last_usable: {
      what: '某供應商沒有任何 OpenClaw 現在會使用的憑證設定檔時，判為故障。',
      why: '代理程式無法呼叫模型；OpenClaw 2026.7 及之前此時以 0 退出。',
    },
    repeated_refusals: {
      what: 'OpenClaw 不斷記錄拒絕的憑證設定檔判為故障，包括在其短暫冷卻之間。',
      why: 'OpenClaw 只用幾分鐘的冷卻來表示失效的金鑰，定時檢查可能錯過。',
    },
    deleted_profile: {
      what: 'OpenClaw 對已不再儲存的憑證設定檔記下的冷卻不算發現。',
      why: 'OpenClaw 仍把它們列為不可用的憑證設定檔。',
    },
    gateway_keys: {
      what: '只在 Gateway 服務的環境中才有的金鑰算存在。',
      why: '詢問 OpenClaw 的 shell 或定時器環境不同，會回答「缺少」。',
    },
    shared_refresh_token: {
      what: '多個代理程式共用一個 refresh token 為提醒。',
      why: '如果它只能使用一次，最先續期的代理程式會使其他代理程式登出。',
    },
    retired_json: {
      what: '資料庫旁邊的 JSON 儲存無論內容如何都判為故障。',
      why: '自 2026.8 起，OpenClaw 在遷移完成之前拒絕執行該代理程式。',
    },
    half_written_store: {
      what: '無法解析的 JSON 儲存會在片刻之後再讀一次，之後才判為故障。',
      why: 'JSON 時期的 OpenClaw 直接改寫檔案，讀取時可能遇到寫了一半的檔案。',
    },
  },
  effects: {
    becomes: (severity) => `變為 ${severity}`,
    strict: '登入按時鐘計入，每個儲存的憑證設定檔都計入',
    watched: '這一個憑證設定檔計入',
    everything: '每個儲存的憑證設定檔都計入',
    leftOut: '不在設定中的代理程式被排除',
    noEvidence: '它的計數不作為依據',
    noService: '不讀取服務的 unit',
  },
};
