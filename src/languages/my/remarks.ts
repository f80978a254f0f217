// What runs remark on stderr beside their output, in Burmese.
import type { RemarkPhrases } from '../../core/phrases/remark-phrases.ts';
import { told } from './deliveries.ts';
import { number, times } from './times.ts';

export const remarks: RemarkPhrases = {
  warning: (remark) => `သတိပေးချက်: ${remark}`,
  notice: (remark) => `အသိပေးချက်: ${remark}`,
  duration: (ms) => times.duration(ms),
  secretForOthers: (where, path) => `${where}: ${path} ကို အခြားသူများ ဖတ်နိုင်သည်။ chmod 600 လုပ်ပါ`,
  secretInConfig: (config, where) =>
    `${config}: ${where} သည် အခြားသူများ ဖတ်နိုင်သောဖိုင်ထဲမှ secret ဖြစ်သည်။ chmod 600 လုပ်ပါ သို့မဟုတ် { env }၊ { file } သို့မဟုတ် { credential } ကို သုံးပါ`,
  openAddress: (where, origin) =>
    `${where}: ${origin} ကို စာမဝှက်ထားပါ။ ကြားဖြတ်နားထောင်နိုင်သူက သတိပေးချက်များကို ဖတ်နိုင်သည်`,
  openMail: (where, server) => `${where}: ${server} သို့ email ကို စာမဝှက်ထားပါ၊ login ကိုလည်း မဝှက်ပါ`,
  pageAt: (url) => `စာမျက်နှာ - ${url}`,
  openPage: 'စာမျက်နှာကို အခြားစက်များသို့ စာမဝှက်ဘဲ ပေးနေသည် - ရှေ့တွင် TLS ပါသော proxy ထားပါ',
  nobodyIsTold: 'channel မသတ်မှတ်ရသေးသဖြင့် မည်သူ့ကိုမျှ အသိမပေးပါ - `notifiers` အောက်တွင် ထည့်ပါ',
  delivered: ({ channel, kind, count }) => `${channel}: ${kind} (${number(count)}) ပို့ပြီး`,
  notDelivered: ({ channel, kind, count, why }) =>
    `${channel}: ${kind} (${number(count)}) မပို့နိုင်ပါ၊ ${told(why)}`,
  notRenewed: ({ channel, count, why }) =>
    `${channel}: ဆက်လက်အသိပေးစာ (${number(count)}) မပို့နိုင်ပါ၊ ${told(why)}`,
  heartbeatUnheard: (origin, why) => `${origin} က heartbeat ကို မရပါ (${why})`,
  heartbeatRefused: (origin, status) => `${origin} က heartbeat ကို HTTP ${status} ဖြင့် ဖြေသည်`,
  stateDamaged: (path) =>
    `${path} ပျက်နေသဖြင့် ယခင် အသိပေးခဲ့သမျှ မှတ်တမ်း ပျောက်သွားသည် - လက်ရှိပြဿနာများကို ထပ်မံအသိပေးမည်။`,
  stateAside: (damaged, path) => `${damaged} ပျက်နေသောဖိုင်ကို ${path} အဖြစ် သိမ်းထားသည်။`,
  findingsAlone: 'အထောက်အထား များလွန်းသဖြင့် တွေ့ရှိချက်များကိုသာ သိမ်းထားသည်',
  lastRunAgo: (duration) => `နောက်ဆုံး run သည် လွန်ခဲ့သော ${duration} က ဖြစ်သည်`,
  notJudged: (why, names) => `မစစ်ဆေးပါ၊ အကြောင်းမှာ ${why} - ${names}`,
  notSet: 'သတ်မှတ်မထားပါ',
  notForDependabot: 'Dependabot က secret မရပါ',
  notForFork: 'fork မှ pull request များက secret မရပါ',
  maybeFork: 'ဤ pull request သည် fork မှ ဖြစ်နိုင်သည်',
  notForForkOfProject: 'fork မှ merge request များက secret မရပါ',
};
