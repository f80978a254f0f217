// What is said about providers, stores, gateways and agents, in Simplified Chinese.
import { maybe } from '../../core/phrases/maybe.ts';
import type { ProviderPhrases } from '../../core/phrases/provider-phrases.ts';

export const providers: ProviderPhrases = {
  provider_exhausted: {
    title: {
      one: ({ provider, profile, left }) =>
        `${provider} 没有可用的凭证配置：${profile} 正在冷却或已停用${maybe(left, '，还剩 ')}`,
      several: ({ provider, count, left }) =>
        `${provider} 没有可用的凭证配置：全部 ${count} 个都在冷却或已停用${maybe(left, '，还剩 ')}`,
      all: ({ provider, left }) =>
        `${provider} 没有可用的凭证配置：全部都在冷却或已停用${maybe(left, '，还剩 ')}`,
    },
    means: '智能体用于该提供商的所有凭证配置都已搁置，因此它的请求现在会失败。',
  },
  provider_missing: {
    title: ({ provider, usedBy }) => `没有 ${provider} 的凭证${maybe(usedBy, '，用于 ')}`,
    none: '完全没有凭证',
    excluded: ({ provider }) => `${provider} 没有可用的凭证：顺序或模式设置排除了所有凭证配置`,
    means: '智能体的某个模型需要一个提供商，而该提供商既没有凭证配置也没有密钥。',
  },
  provider_recovered_but_cooling: {
    title: ({ profile, left }) => `${profile} 已恢复可用，但仍被搁置${maybe(left, '，还剩 ')}`,
    means: '提供商已重新接受该凭证，而 OpenClaw 仍在等待自己的暂停期结束。',
  },
  claude_code_only: {
    title: {
      certain: ({ profile }) => `${profile} 只能在 Claude Code 中使用`,
      likely: ({ profile }) => `${profile} 似乎只能在 Claude Code 中使用`,
      possible: ({ profile }) => `${profile} 可能只能在 Claude Code 中使用`,
    },
    seen: (title) => `${title}：OpenClaw 已被拒绝`,
    means: 'Anthropic 只接受 Claude Code 使用该 token，拒绝其他任何程序的请求。',
  },
  credential_rejected: {
    title: {
      invalid: ({ profile, provider, status }) =>
        `${profile} 被 ${provider} 以无效为由拒绝${maybe(status, '（', '）')}`,
      revoked: ({ profile, provider, status }) =>
        `${profile} 已在 ${provider} 被撤销${maybe(status, '（', '）')}`,
      expired: ({ profile, provider, status }) =>
        `${profile} 被 ${provider} 以过期为由拒绝${maybe(status, '（', '）')}`,
      forbidden: ({ profile, provider, status }) =>
        `${profile} 在 ${provider} 没有权限${maybe(status, '（', '）')}`,
      renewed: ({ profile, provider, status }) =>
        `${profile} 在更换之前曾被 ${provider} 拒绝${maybe(status, '（', '）')}`,
      other: ({ profile, provider, status, reason }) =>
        `${profile} 被 ${provider} 拒绝${maybe(reason, '：')}${maybe(status, '（', '）')}`,
    },
    means: '提供商明确表示该凭证无效、已撤销或已过期。',
  },
  billing_blocked: {
    title: ({ profile, reason }) => `${profile} 因计费问题被拒绝${maybe(reason, '（', '）')}`,
    means: '凭证本身有效，但余额、配额、消费上限或套餐阻止了它的请求。',
  },
  probe_unreachable: {
    title: ({ provider, passed, reason }) =>
      `${provider} 没有应答${maybe(passed, '，已持续 ')}${maybe(reason, '（', '）')}`,
    means: '无法询问凭证是否可用，因此对它一无所知。',
  },
  store_unreadable: {
    title: ({ what, problem }) => `${what}${problem}`,
    store: '凭证存储',
    login: ({ program }) => `${program} 的登录文件`,
    missing: '指定的环境变量文件不存在',
    problems: {
      corrupt: '已损坏',
      empty: '是空文件',
      busy: '一直被另一个程序锁定',
      permission: '没有读取权限',
      dangling_link: '是指向空处的链接',
      not_a_file: '不是普通文件',
      too_large: '超出监控程序可读取的大小',
      newer_schema: '来自比本监控程序所知更新的 OpenClaw',
      older_schema: '是旧格式',
      other_agent: '属于另一个代理',
      schema: '含有监控程序不认识的表',
      unreadable: '无法读取',
    },
    means: '无法判断该存储中的凭证，这绝不算作正常。',
  },
  store_migration_required: {
    title: '数据库旁留有已弃用的 JSON 存储：OpenClaw 拒绝提供服务',
    means: 'OpenClaw 2026.8 及以后的版本会停用智能体，直到其旧凭证文件完成迁移。',
  },
  store_permissions: {
    title: ({ mode }) => `凭证存储对其他用户开放${maybe(mode, '（模式 ', '）')}`,
    means: '本机的其他用户可以读取这些凭证。',
  },
  trace_unreadable: {
    title: {
      permission: '没有权限读取 OpenClaw 的一份记录',
      not_a_file: 'OpenClaw 的一份记录不是普通文件',
      compressed: 'OpenClaw 的一份记录含有当前 Node.js 无法解压的行',
      schema: 'OpenClaw 的一份记录含有未知版本的表',
      busy: 'OpenClaw 的一份记录一直被另一个程序锁定',
      corrupt: 'OpenClaw 的一份记录已损坏',
      too_large: 'OpenClaw 的一份记录对当前 Node.js 来说太大',
      other: 'OpenClaw 的一份记录无法读取',
    },
    means: '监控程序无法打开某个日志或会话记录，因此看不到只记录在其中的拒绝。',
  },
  gateway_not_found: {
    title: '未找到 OpenClaw Gateway',
    means: '在查找的位置没有 OpenClaw 状态目录，因此无法判断任何内容。',
  },
  gateway_config_invalid: {
    title: ({ problem, detail }) =>
      `无法使用 OpenClaw 的配置文件${maybe(problem, '：')}${maybe(detail, '（', '）')}`,
    problems: {
      not_object: '顶层不是对象',
      circular_include: 'include 形成循环',
      include_too_deep: 'include 嵌套过深',
      too_many_files: 'include 的文件过多',
      not_a_file: '不是普通文件',
      too_large: '大于 8 MiB',
      unreadable: '无法读取',
      not_json5: '不是 JSON5',
      nested_too_deeply: '嵌套过深',
      include_not_object: '旁边有其他键的 include 不是对象',
      include_not_text: 'include 没有指明文件',
      unset_variable: '有变量未设置',
      not_accepted: 'OpenClaw 不接受',
    },
    means: 'OpenClaw 无法用该配置文件启动；不知道在使用哪些模型。',
  },
  agent_not_found: {
    title: ({ agent }) => (agent === null ? '没有这个名称的智能体' : `没有智能体 ${agent}`),
    means: '要求检查的智能体在这里的任何 Gateway 中都不存在，因此无法判断。',
  },
  clock_suspect: {
    title: ({ newest }) => `本机时钟偏慢${maybe(newest, '：', ' 早已过去')}`,
    means: '时钟显示的时间早于已经发生的事情，因此无法判断任何有效期。',
  },
};
