// What `demo` says around the commands it plays, in Simplified Chinese.
import type { DemoPhrases } from '../../core/phrases/demo-phrases.ts';
import { number } from './times.ts';

export const demo: DemoPhrases = {
  sample:
    '一套完整的示例：两个 Gateway（“home” 把凭证保存在 JSON 文件中，“server” 保存在 SQLite 中）、一个提供商、一个邮箱和一个 webhook 接收端。',
  madeUp: '全部都是虚构的，没有任何内容离开这台机器。',
  headings: {
    check: '检查：仅根据文件，判断每个智能体的每个凭证',
    run: '运行：同时询问提供商，然后通知',
    renewed: '有人为智能体 work 粘贴了新的 token；半小时后的下一次运行',
    exitCodes: '供脚本使用的退出码',
  },
  asking: '从文件来看，智能体 night 的 token 还有 200 天有效：询问之后才知道更多。',
  onlyNews: '只通知有变化的内容：其他问题已经通知过。',
  exitCode: (code) => `[退出码 ${code}]`,
  yourTurn: '现在轮到您自己的 Gateway。只会读取，绝不更改：',
  mail: {
    to: (address) => `${address} 收到的邮件`,
    subject: (subject) => `主题：${subject}`,
    leftOut: '[此处省略]',
    moreLeftOut: (count) => `[此处省略：另有 ${number(count)} 个，各有解决方法]`,
  },
  webhook: {
    signed: '收到 webhook，签名正确',
    missigned: '收到 webhook，签名不正确',
    incidents: (type, count) => `type：${type}，data.incidents 中有 ${number(count)} 个问题：`,
    moreLeftOut: (count) => `[此处省略：另有 ${number(count)} 个]`,
  },
};
