// What the named rules are and do, in Simplified Chinese.
import type { RulePhrases } from '../../core/phrases/rule-phrases.ts';

const picked = 'OpenClaw 从不选用它，但 2026.2 会因此判为失败。';

export const rules: RulePhrases = {
  rules: {
    refreshable_login: {
      what: '带有 refresh token 的登录在 access token 到期时算待续期，而不算过期。',
      why: 'OpenClaw 会在下次使用时续期；但自 2026.4.18 起，它自己的检查只看时钟。',
    },
    stalled_refresh: {
      what: '可续期的登录在到期之后仍被使用、尝试或拒绝，却没有续期，判为故障。',
      why: '这说明续期不起作用；OpenClaw 2026.2 把所有可续期的登录都视为正常。',
    },
    failed_fence: {
      what: 'OpenClaw 标记为续期失败的登录需要重新登录。',
      why: 'OpenClaw 会把两个 token 换成无法续期的标记。',
    },
    pending_fence: {
      what: '正在续期的登录只算待续期。',
      why: '在续期的几秒内，OpenClaw 称其为过期。',
    },
    cli_login: {
      what: '由其他程序拥有的登录，不会因为 OpenClaw 用过它而算作续期失败。',
      why: '那个程序在自己的文件中续期，OpenClaw 随后接手。',
    },
    unresolved_reference: {
      what: '没有查看的 SecretRef 是否存在算未知：为警告；exec 和托管的为提醒。',
      why: '监控程序不运行任何程序，也不擅自打开文件；OpenClaw 2026.9 在此判为失败。',
    },
    empty_credential: {
      what: '其中没有密钥、token 或登录的凭证配置算缺少。',
      why: 'OpenClaw 2026.2 把空密钥也算作凭证。',
    },
    seconds_for_ms: {
      what: '以秒存储的过期时间会被指明为格式有误。',
      why: 'OpenClaw 会把它读作 1970 年 1 月的某一天：过期，或对可续期的登录视为正常。',
    },
    unused_provider: {
      what: '没有智能体的模型使用其提供商的凭证配置会列出，但不计入。',
      why: '没有人需要它；OpenClaw 2026.2 会因此判为失败。',
    },
    ordered_out: {
      what: '被认证顺序或 auth.profiles 列表排除的凭证配置会列出，但不计入。',
      why: picked,
    },
    mode_excluded: {
      what: '类型与配置中声明的 mode 不同的凭证配置不计入。',
      why: picked,
    },
    spare: {
      what: '同一提供商有正常的凭证配置时，已过期或即将过期的另一个仍计入，标为备用。',
      why: '需要它时它已不可用；OpenClaw 2026.9 对此不作提示。',
    },
    other_agents: {
      what: '判断每一个智能体，包括仅存在于磁盘上的。',
      why: 'OpenClaw 只判断一个智能体，而且从不判断配置中没有的。',
    },
    model_cooldown: {
      what: '只涉及一个模型的冷却，只要智能体在那里还有其他模型，凭证配置仍算可用。',
      why: 'OpenClaw 会继续用它来运行其他模型。',
    },
    short_cooldown: {
      what: '总时长不到五分钟的冷却仅供参考。',
      why: '提供商稍有波动，OpenClaw 就会这样暂停。',
    },
    last_usable: {
      what: '某提供商没有任何 OpenClaw 现在会使用的凭证配置时，判为故障。',
      why: '智能体无法调用模型；OpenClaw 2026.7 及之前此时以 0 退出。',
    },
    repeated_refusals: {
      what: 'OpenClaw 不断记录拒绝的凭证配置判为故障，包括在其短暂冷却之间。',
      why: 'OpenClaw 只用几分钟的冷却来表示失效的密钥，定时检查可能错过。',
    },
    deleted_profile: {
      what: 'OpenClaw 对已不再存储的凭证配置记下的冷却不算发现。',
      why: 'OpenClaw 仍把它们列为不可用的凭证配置。',
    },
    gateway_keys: {
      what: '只在 Gateway 服务的环境中才有的密钥算存在。',
      why: '询问 OpenClaw 的 shell 或定时器环境不同，会回答“缺少”。',
    },
    shared_refresh_token: {
      what: '多个智能体共用一个 refresh token 为提醒。',
      why: '如果它只能使用一次，最先续期的智能体会使其他智能体退出登录。',
    },
    retired_json: {
      what: '数据库旁边的 JSON 存储无论内容如何都判为故障。',
      why: '自 2026.8 起，OpenClaw 在迁移完成之前拒绝运行该智能体。',
    },
    half_written_store: {
      what: '无法解析的 JSON 存储会在片刻之后再读一次，之后才判为故障。',
      why: 'JSON 时期的 OpenClaw 直接改写文件，读取时可能遇到写了一半的文件。',
    },
  },
  effects: {
    becomes: (severity) => `变为 ${severity}`,
    strict: '登录按时钟计入，每个存储的凭证配置都计入',
    watched: '这一个凭证配置计入',
    everything: '每个存储的凭证配置都计入',
    leftOut: '不在配置中的智能体被排除',
    noEvidence: '它的计数不作为依据',
    noService: '不读取服务的 unit',
  },
};
