// What is said about profiles, in Simplified Chinese.
import { maybe } from '../../core/phrases/maybe.ts';
import type { ProfilePhrases } from '../../core/phrases/profile-phrases.ts';

export const profiles: ProfilePhrases = {
  profile_expired: {
    title: ({ profile, ago, spare }) =>
      `${profile} 已过期${maybe(ago, '（', '）')}${spare ? '（备用）' : ''}`,
    means: '该凭证已过期，且不会自动续期。',
  },
  profile_expiring: {
    title: ({ profile, ahead, spare }) =>
      `${profile} 将${maybe(ahead, '于')}过期${spare ? '（备用）' : ''}`,
    means: '该凭证将在预警时间内过期，且不会自动续期。',
  },
  profile_expiry_ahead: {
    title: ({ profile, ahead }) => `${profile} 将${maybe(ahead, '于')}过期`,
    means: '该凭证将在未来几周内过期；提前告知，以便从容更换。',
  },
  profile_refresh_due: {
    title: ({ profile, pending, idle }) =>
      pending
        ? `${profile} 正在续期`
        : `${profile} 将在下次使用时续期${maybe(idle, '（已闲置 ', '）')}`,
    means: 'access token 已过期，但 OpenClaw 持有 refresh token，只是还没有用到。',
  },
  profile_refresh_stalled: {
    title: {
      failed_fence: ({ profile }) => `${profile} 已失去登录：续期彻底失败`,
      used_since: ({ profile, ago }) =>
        `${profile} 已过期${maybe(ago, '（', '）')}，之后仍被使用却未续期`,
      failed_since: ({ profile, ago }) =>
        `${profile} 已过期${maybe(ago, '（', '）')}，此后一直失败`,
      auth_failures: ({ profile }) => `${profile} 未能续期：OpenClaw 记录了登录失败`,
      other: ({ profile }) => `${profile} 未能续期`,
    },
    means: '这个登录本应自动续期，但它已过期，而 OpenClaw 没有拿到新的登录。',
  },
  credential_age: {
    title: {
      old: ({ profile, age }) => `${profile} 已使用${maybe(age, ' ') || '很久'}`,
      ended: ({ profile, age }) => `${profile} 已使用${maybe(age, ' ') || '很久'}，可能已经失效`,
      ends: ({ profile, age, ahead }) =>
        `${profile} 已使用${maybe(age, ' ') || '很久'}，可能将${maybe(ahead, '于')}失效`,
    },
    means: '该 token 没有标明有效期；失效时间根据使用时长和通常的有效期估计。',
  },
  profile_auth_failing: {
    title: ({ profile, times, ago }) =>
      `${profile} 持续认证失败${times > 1 ? `，共 ${times} 次` : ''}${maybe(ago, '，最近一次：')}`,
    means: '无论有效期如何，OpenClaw 一直记录到提供商拒绝该凭证。',
  },
  profile_credential_missing: {
    title: {
      no_key: ({ profile }) => `${profile} 中没有密钥`,
      no_token: ({ profile }) => `${profile} 中没有 token`,
      no_access_token: ({ profile }) => `${profile} 中没有 access token`,
      other: ({ profile }) => `${profile} 中没有凭证`,
      unknown_alias: ({ profile }) => `${profile} 指向一个未定义的 secret 提供方`,
      not_allowed: ({ profile }) => `${profile} 指向的 secret 不在允许列表中`,
      not_in_file: ({ profile }) => `${profile} 指向的 secret 文件中没有该值`,
      store_row_absent: ({ profile }) => `${profile} 指向的 secret 不在 OpenClaw 中`,
      inactive_setup: ({ profile }) => `${profile} 的设置尚未完成`,
      not_stored: ({ profile }) => `${profile} 不在任何存储中`,
      not_logged_in: ({ profile }) => `${profile} 的文件中没有登录`,
    },
    means: '凭证配置存在，但其中或其引用处没有凭证。',
  },
  secret_ref_unresolved: {
    title: {
      in_key_chain: ({ profile }) => `${profile} 的登录保存在系统钥匙串中，监控程序不会读取`,
      env: ({ profile, name }) => `${profile} 来自环境变量 ${name}，此处未设置`,
      file: ({ profile, name }) => `${profile} 来自 secret 文件 ${name}，此处无法读取`,
      exec: ({ profile, name }) => `${profile} 来自程序 ${name}，监控程序从不运行它`,
      store: ({ profile, name }) => `${profile} 来自已存储的 secret ${name}，此处无法读取`,
      managed: ({ profile }) => `${profile} 来自托管的 secret，只有 Gateway 知道`,
      other: ({ profile }) => `${profile} 来自其他地方`,
    },
    means: '凭证保存在别处，监控程序不能或不允许查看：未知不等于正常。',
  },
  profile_malformed: {
    title: ({ profile, problem }) => `${profile} ${problem}`,
    sameAs: ({ profile, twin }) => `${profile} 与 ${twin} 使用同一个凭证`,
    problems: {
      empty: '中是空文本，而不是凭证',
      blank: '中只有空白字符',
      inner_whitespace: '的凭证中间有空白，像是粘贴出错',
      pasted_command: '中粘贴的是命令，而不是凭证',
      newline: '的凭证中间有换行，像是粘贴出错',
      not_text: '中的内容不是文本',
      outer_whitespace: '的凭证首尾有空白或换行',
      placeholder: '中是占位符，而不是凭证',
      unresolved: '中是变量名，而不是变量的值',
      too_short: '中的文本太短，像是粘贴不完整',
      quoted: '的凭证带有引号',
      of_another_provider: '中是另一个提供商的凭证',
      odd_prefix: '中的内容不像该提供商的凭证',
      expires_missing: '没有标明有效期，而这种登录需要它',
      expires_not_a_number: '的有效期不是数字',
      expires_zero: '的有效期为 0',
      expires_negative: '的有效期为负数',
      expires_seconds: '的有效期以秒为单位，而应为毫秒',
      expires_out_of_range: '的有效期超出任何日历范围',
      unknown_type: '的类型 OpenClaw 无法识别',
      no_provider: '没有指明提供商',
      provider_not_text: '的提供商不是文本',
      not_an_object: '不是一个对象',
      other: '的格式有误',
    },
    means: '存储的条目格式有误，OpenClaw 或提供商无法使用。',
  },
  refresh_token_shared: {
    title: ({ profile, agents }) =>
      `${profile} 的 refresh token 由多个智能体共用${maybe(agents, '：')}`,
    means: 'refresh token 只能使用一次：一个智能体续期后，其他智能体的副本随即失效。',
  },
  profile_unused: {
    title: ({ profile, provider }) => `${profile} 已存储，但没有智能体的模型使用 ${provider}`,
    means: '没有人需要该凭证，因此它的状态不计入结果。',
  },
  profile_cooldown: {
    title: ({ profile, model, left, reason }) =>
      `${profile} 正在冷却${maybe(model, '（模型 ', '）')}${maybe(left, '，还剩 ')}${maybe(reason, '（', '）')}`,
    means: '请求失败后，OpenClaw 暂时不使用该凭证配置。',
  },
  profile_disabled: {
    title: ({ profile, left, reason }) =>
      `${profile} 已停用${maybe(left, '，还剩 ')}${maybe(reason, '（', '）')}`,
    means: '因计费问题或凭证被拒，OpenClaw 在较长时间内停用该凭证配置。',
  },
};
