// What is said about profiles, in Traditional Chinese.
import { maybe } from '../../core/phrases/maybe.ts';
import type { ProfilePhrases } from '../../core/phrases/profile-phrases.ts';

export const profiles: ProfilePhrases = {
  profile_expired: {
    title: ({ profile, ago, spare }) =>
      `${profile} 已過期${maybe(ago, '（', '）')}${spare ? '（備用）' : ''}`,
    means: '該憑證已過期，且不會自動續期。',
  },
  profile_expiring: {
    title: ({ profile, ahead, spare }) =>
      `${profile} 將${maybe(ahead, '於')}過期${spare ? '（備用）' : ''}`,
    means: '該憑證將在預警時間內過期，且不會自動續期。',
  },
  profile_expiry_ahead: {
    title: ({ profile, ahead }) => `${profile} 將${maybe(ahead, '於')}過期`,
    means: '該憑證將在未來幾週內過期；提前告知，以便從容更換。',
  },
  profile_refresh_due: {
    title: ({ profile, pending, idle }) =>
      pending
        ? `${profile} 正在續期`
        : `${profile} 將在下次使用時續期${maybe(idle, '（已閒置 ', '）')}`,
    means: 'access token 已過期，但 OpenClaw 持有 refresh token，只是還沒有用到。',
  },
  profile_refresh_stalled: {
    title: {
      failed_fence: ({ profile }) => `${profile} 已失去登入：續期徹底失敗`,
      used_since: ({ profile, ago }) =>
        `${profile} 已過期${maybe(ago, '（', '）')}，之後仍被使用卻未續期`,
      failed_since: ({ profile, ago }) =>
        `${profile} 已過期${maybe(ago, '（', '）')}，此後一直失敗`,
      auth_failures: ({ profile }) => `${profile} 未能續期：OpenClaw 記錄了登入失敗`,
      other: ({ profile }) => `${profile} 未能續期`,
    },
    means: '這個登入本應自動續期，但它已過期，而 OpenClaw 沒有拿到新的登入。',
  },
  credential_age: {
    title: {
      old: ({ profile, age }) => `${profile} 已使用${maybe(age, ' ') || '很久'}`,
      ended: ({ profile, age }) => `${profile} 已使用${maybe(age, ' ') || '很久'}，可能已經失效`,
      ends: ({ profile, age, ahead }) =>
        `${profile} 已使用${maybe(age, ' ') || '很久'}，可能將${maybe(ahead, '於')}失效`,
    },
    means: '該 token 沒有標明有效期限；失效時間根據使用時長和通常的有效期限估計。',
  },
  profile_auth_failing: {
    title: ({ profile, times, ago }) =>
      `${profile} 持續認證失敗${times > 1 ? `，共 ${times} 次` : ''}${maybe(ago, '，最近一次：')}`,
    means: '無論有效期限如何，OpenClaw 一直記錄到供應商拒絕該憑證。',
  },
  profile_credential_missing: {
    title: {
      no_key: ({ profile }) => `${profile} 中沒有金鑰`,
      no_token: ({ profile }) => `${profile} 中沒有 token`,
      no_access_token: ({ profile }) => `${profile} 中沒有 access token`,
      other: ({ profile }) => `${profile} 中沒有憑證`,
      unknown_alias: ({ profile }) => `${profile} 指向一個未定義的 secret 提供者`,
      not_allowed: ({ profile }) => `${profile} 指向的 secret 不在允許清單中`,
      not_in_file: ({ profile }) => `${profile} 指向的 secret 檔案中沒有該值`,
      store_row_absent: ({ profile }) => `${profile} 指向的 secret 不在 OpenClaw 中`,
      inactive_setup: ({ profile }) => `${profile} 的設定尚未完成`,
      not_stored: ({ profile }) => `${profile} 不在任何儲存區中`,
      not_logged_in: ({ profile }) => `${profile} 的檔案中沒有登入`,
    },
    means: '憑證設定檔存在，但其中或其引用處沒有憑證。',
  },
  secret_ref_unresolved: {
    title: {
      in_key_chain: ({ profile }) => `${profile} 的登入儲存在系統鑰匙圈中，監控程式不會讀取`,
      env: ({ profile, name }) => `${profile} 來自環境變數 ${name}，此處未設定`,
      file: ({ profile, name }) => `${profile} 來自 secret 檔案 ${name}，此處無法讀取`,
      exec: ({ profile, name }) => `${profile} 來自程式 ${name}，監控程式從不執行它`,
      store: ({ profile, name }) => `${profile} 來自已儲存的 secret ${name}，此處無法讀取`,
      managed: ({ profile }) => `${profile} 來自託管的 secret，只有 Gateway 知道`,
      other: ({ profile }) => `${profile} 來自其他地方`,
    },
    means: '憑證儲存在別處，監控程式不能或不允許檢視：未知不等於正常。',
  },
  profile_malformed: {
    title: ({ profile, problem }) => `${profile} ${problem}`,
    sameAs: ({ profile, twin }) => `${profile} 與 ${twin} 使用同一個憑證`,
    problems: {
      empty: '中是空白文字，而不是憑證',
      blank: '中只有空白字元',
      inner_whitespace: '的憑證中間有空白，像是貼上出錯',
      pasted_command: '中貼上的是命令，而不是憑證',
      newline: '的憑證中間有換行，像是貼上出錯',
      not_text: '中的內容不是文字',
      outer_whitespace: '的憑證首尾有空白或換行',
      placeholder: '中是預留位置文字，而不是憑證',
      unresolved: '中是變數名，而不是變數的值',
      too_short: '中的文字太短，像是貼上不完整',
      quoted: '的憑證帶有引號',
      of_another_provider: '中是另一個供應商的憑證',
      odd_prefix: '中的內容不像該供應商的憑證',
      expires_missing: '沒有標明有效期限，而這種登入需要它',
      expires_not_a_number: '的有效期限不是數字',
      expires_zero: '的有效期限為 0',
      expires_negative: '的有效期限為負數',
      expires_seconds: '的有效期限以秒為單位，而應為毫秒',
      expires_out_of_range: '的有效期限超出任何日曆範圍',
      unknown_type: '的類型 OpenClaw 無法識別',
      no_provider: '沒有指明供應商',
      provider_not_text: '的供應商不是文字',
      not_an_object: '不是一個物件',
      other: '的格式有誤',
    },
    means: '儲存的條目格式有誤，OpenClaw 或供應商無法使用。',
  },
  refresh_token_shared: {
    title: ({ profile, agents }) =>
      `${profile} 的 refresh token 由多個代理程式共用${maybe(agents, '：')}`,
    means: 'refresh token 只能使用一次：一個代理程式續期後，其他代理程式的副本隨即失效。',
  },
  profile_unused: {
    title: ({ profile, provider }) => `${profile} 已儲存，但沒有代理程式的模型使用 ${provider}`,
    means: '沒有人需要該憑證，因此它的狀態不計入結果。',
  },
  profile_cooldown: {
    title: ({ profile, model, left, reason }) =>
      `${profile} 正在冷卻${maybe(model, '（模型 ', '）')}${maybe(left, '，還剩 ')}${maybe(reason, '（', '）')}`,
    means: '請求失敗後，OpenClaw 暫時不使用該憑證設定檔。',
  },
  profile_disabled: {
    title: ({ profile, left, reason }) =>
      `${profile} 已停用${maybe(left, '，還剩 ')}${maybe(reason, '（', '）')}`,
    means: '因計費問題或憑證被拒，OpenClaw 在較長時間內停用該憑證設定檔。',
  },
};
