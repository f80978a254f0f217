// What messages are headed with and what happens next, in Simplified Chinese.
import type { AlertPhrases } from '../../core/phrases/alert-phrases.ts';

export const incidents: AlertPhrases['incidents'] = {
  profile_expired: {
    headline: '凭证已过期',
    next: '没有该提供商其他凭证的智能体在续期之前得不到应答。',
  },
  profile_expiring: {
    headline: '凭证即将过期',
    next: '如不提前续期，到时智能体将失去该凭证。',
  },
  profile_expiry_ahead: {
    headline: '凭证将要过期',
    next: '目前一切正常；临近过期时会再次通知。',
  },
  profile_refresh_due: {
    headline: '凭证待续期',
    next: '智能体下次使用时 OpenClaw 会自动续期。',
  },
  profile_refresh_stalled: {
    headline: '凭证续期失败',
    next: 'OpenClaw 无法为该登录续期，需要重新登录。',
  },
  profile_auth_failing: {
    headline: '认证持续失败',
    next: '在更换之前，OpenClaw 使用该凭证会一直被拒绝。',
  },
  profile_credential_missing: {
    headline: '缺少凭证',
    next: '在有凭证之前，OpenClaw 会跳过该凭证配置。',
  },
  secret_ref_unresolved: {
    headline: 'secret 引用无法解析',
    next: '在引用可以解析之前，无法得知智能体能否读取该 secret。',
  },
  profile_malformed: {
    headline: '凭证配置格式有误',
    next: 'OpenClaw 无法使用当前存储的凭证配置。',
  },
  profile_cooldown: {
    headline: '凭证冷却中',
    next: '暂停结束后 OpenClaw 会自动重试。',
  },
  profile_disabled: {
    headline: '凭证已停用',
    next: '暂停结束之前 OpenClaw 不会使用它；需先解决原因。',
  },
  provider_exhausted: {
    headline: '没有可用凭证',
    next: '在有凭证配置恢复可用之前，智能体得不到该提供商的应答。',
  },
  provider_missing: {
    headline: '没有凭证',
    next: '智能体每次调用该提供商都会失败。',
  },
  provider_recovered_but_cooling: {
    headline: '凭证已恢复，OpenClaw 仍在等待',
    next: 'OpenClaw 会在自己的暂停期结束后重新使用它。',
  },
  claude_code_only: {
    headline: 'token 仅限 Claude Code',
    next: 'Anthropic 拒绝在 Claude Code 之外使用它；智能体需要其他凭证。',
  },
  credential_rejected: {
    headline: '凭证被拒绝',
    next: '在更换之前，提供商会一直拒绝它。',
  },
  billing_blocked: {
    headline: '计费受阻',
    next: '恢复余额或配额后，提供商会重新应答。',
  },
  credential_age: {
    headline: '凭证使用已久',
    next: '失效时间为估计值；它可能在那前后失效。',
  },
  refresh_token_shared: {
    headline: '共用 refresh token',
    next: '最先续期的智能体可能会使其他智能体退出登录。',
  },
  store_unreadable: {
    headline: '凭证存储无法读取',
    next: '其中内容无法判断，因此在可读之前视为故障。',
  },
  store_migration_required: {
    headline: '凭证存储需要迁移',
    next: '迁移之前 OpenClaw 拒绝为这些智能体服务。',
  },
  store_permissions: {
    headline: '凭证存储可被他人读取',
    next: '本机的其他用户可以读取其中的凭证。',
  },
  profile_unused: {
    headline: '凭证配置未使用',
    next: '没有智能体需要它。',
  },
  trace_unreadable: {
    headline: '记录无法读取',
    next: '看不到只记录在其中的拒绝；这不影响对凭证的判断。',
  },
  gateway_not_found: {
    headline: '未找到 Gateway',
    next: '在找到其状态目录之前，那里没有任何监控。',
  },
  gateway_config_invalid: {
    headline: 'Gateway 配置无效',
    next: '凭证仍会判断，但不知道其中哪些在使用。',
  },
  agent_not_found: {
    headline: '未找到智能体',
    next: '该智能体没有任何监控。',
  },
  probe_unreachable: {
    headline: '提供商无法访问',
    next: '凭证是否可用未知；下次运行会再次询问。',
  },
  clock_suspect: {
    headline: '时钟有误',
    next: '在本机时钟校准之前，任何有效期都不可信。',
  },
};
