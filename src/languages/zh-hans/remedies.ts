// The remarks between commands, in Simplified Chinese.
import type { RemedyPhrases } from '../../core/phrases/remedy-phrases.ts';

export const remedies: RemedyPhrases = {
  hiddenId: '此处的 id 不宜直接粘贴（含隐藏字符或过长）；以下命令会询问它：',
  beforePasteCommands: 'OpenClaw 2026.6 之前请用：openclaw models auth add',
  addExpiresIn: '请加上 --expires-in 90d 或该 token 的实际有效期，以便知道它何时失效。',
  makeNew: '先在提供商处创建新的凭证，然后：',
  putIntoCiVariable: (name) => `将它存入 CI/CD 变量 ${name}。`,
  putWhereStepGets: (name) => `将它存到该步骤读取 ${name} 的位置。`,
  logInInside: (program) => `以 Gateway 的用户身份，在 ${program} CLI 中重新登录。`,
  logInAtOwner: (program) => `在 ${program} CLI 中重新登录：这个登录归它管理。`,
  withStateDir: (dir) => `将 OPENCLAW_STATE_DIR 设为 ${dir} 后执行：`,
  onGateway: ({ gateway, dir }) =>
    `在 Gateway ${gateway} 上，将 OPENCLAW_STATE_DIR 设为${dir === null ? '它的目录' : ` ${dir} `}后执行：`,
  didYouMean: (name) => `您是不是想输入 ${name}？`,
  whereToDefine: {
    unknown_alias: '在 openclaw.json 的 secrets.providers 中定义该 secret 提供方，或替换它：',
    not_allowed: '将该变量加入其 secret 提供方的 allowlist，或替换凭证：',
    not_in_file: '将 secret 写入其提供方的文件，或替换凭证：',
    store_row_absent: '将 secret 重新存入 OpenClaw 的 secret 存储，或替换凭证：',
    inactive_setup: '完成该凭证配置尚未结束的设置，或替换凭证：',
  },
  correctId: '请在监控程序配置的 profiles 下更正或删除这个 id。',
  howToSee: {
    env: '用 --gateway-env FILE 传入 Gateway 的环境变量，或写入 Gateway 自己的 .env。',
    file: '在监控程序的配置中为该 Gateway 设置 secretFiles: true；该文件必须仅自己可读。',
    other: '无需修复；在配置中设置 severity: { secret_ref_unresolved: "off" } 即可隐藏。',
  },
  ownLogins: '让每个智能体各自登录：',
  unusedIsFine: '无需处理；--scope all 也会判断无人使用的凭证配置。',
  renewsItself: (renewer) => `无需处理：下次使用该智能体时，${renewer} 会自动续期。`,
  idleTokensEnd: 'refresh token 长期不用可能失效；稳妥起见，请重新登录：',
  sayEndInStep: (name) => `如果知道确切的失效时间，请注明：--expires ${name}=DATE`,
  sayEndInConfig: '如果知道确切的失效时间，请在监控程序的配置中设置 profiles[ID].expiresAt。',
  useApiKey: '请改用 API 密钥：',
  routeThroughClaude: '或者让智能体通过 Claude CLI 运行（runtime claude-cli）。',
  expectClaudeCodeOnly:
    '由 claude-cli runtime 提供服务？请设置 profiles[ID].expectClaudeCodeOnly: true。',
  askAnew: (command) => `已经修复？请询问提供商：${command}`,
  topUp: (provider) => `请在 ${provider} 充值或提高上限，或改用其他提供商。`,
  checkNetwork: '请检查本机的网络、代理和 TLS；这不影响对凭证的判断。',
  triedAgain: (until) =>
    until === null
      ? '无需处理：OpenClaw 会自动重试。'
      : `无需处理：OpenClaw 会在 ${until} 之后重试。`,
  usedAgain: (until) =>
    until === null
      ? '暂停结束后 OpenClaw 会重新使用它。'
      : `OpenClaw 会在 ${until} 之后重新使用它。`,
  lookAtOrder: '请检查 openclaw.json 中的 auth.order 和 auth.profiles，或添加凭证：',
  file: (path) => `文件：${path}`,
  findLocker: '找出是哪个程序一直锁定该存储。',
  runAsOwner: '请以该文件所有者的身份运行监控程序。',
  correctName: '请更正文件名，或从调用中去掉它。',
  restoreLink: '请将存储放回链接所指的位置。',
  restoreStore: '请将存储放回 OpenClaw 预期的位置。',
  lookWhatFills: '凭证存储通常很小；请查看是什么占满了它。',
  updateMonitor: '请更新 openclaw-auth-monitor；当前版本无法判断该存储。',
  diskRefuses: '磁盘或文件系统拒绝读取该文件。',
  runAsGatewayUser: '请以 Gateway 的用户身份运行监控程序，或关闭该来源：probe.passive。',
  nothingIn: (place) => `${place ?? '指定的目录'} 中没有 Gateway 的任何内容。`,
  nameThatOne: (dir) => `状态目录可能是 ${dir}：请指定它。`,
  lookedIn: (places) => `已查找：${places}`,
  nameStateDir: '请用 --state-dir DIR 指定目录，并以 Gateway 的用户身份运行。',
  knownHere: (names) => `此处已知：${names}`,
  setClock: '请校准时钟，然后重新运行监控程序。',
};
