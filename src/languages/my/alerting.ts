// What `outbox`, `run --dry-run`, `silence` and `test` say, in Burmese.
import type { AlertingPhrases } from '../../core/phrases/alerting-phrases.ts';
import { told } from './deliveries.ts';
import { number } from './times.ts';

export const alerting: AlertingPhrases = {
  suppressed: {
    not_routed: 'ဤ channel ၏ agent၊ provider သို့မဟုတ် code များတွင် မပါပါ',
    below_min_severity: 'channel ၏ minSeverity အောက်',
    silenced: 'အသံပိတ်ထားသည်',
    not_judged: 'ဤ run တွင် မကြည့်ပါ',
    flapping: 'provider က ထိုသို့သောအဖြေကို ယခုပင် ပြန်ရုပ်သိမ်းခဲ့သည်။ ဒုတိယ run တွင် ထပ်ရလျှင် အသိပေးမည်',
    quiet_hours: 'တိတ်ဆိတ်ချိန် ပြီးဆုံးရန် စောင့်သည်',
    storm_cap: 'stormCap ကျော်သည်။ နေရာရလျှင် စာတစ်စောင်တည်းတွင် ပါလာမည်',
    already_told: 'အသိပေးပြီး',
    already_owed: '၎င်းအကြောင်းစာ ပို့ရန်ကျန်သေးသည်',
    reminders_off: 'channel ၏ ထပ်မံသတိပေးခြင်း ပိတ်ထားသည်',
    recoveries_off: 'channel ၏ ပြန်ကောင်းကြောင်း အသိပေးခြင်း ပိတ်ထားသည်',
    never_told: 'အသိမပေးမီ ပြီးဆုံးသွားသည်',
  },
  events: {
    new: 'အသစ်',
    renewed: 'အသစ်လဲထားသော အထောက်အထားလည်း ပြဿနာရှိသည်',
    worse: 'အသိပေးခဲ့သည်ထက် ပိုဆိုးသည်',
    changed: 'အသိပေးခဲ့သည်နှင့် မတူသောပြဿနာ',
    joined: 'နောက်ထပ် agent တစ်ခု ချို့ယွင်းသည်',
    still_failing: 'ထပ်မံသတိပေးရန် အချိန်ကျပြီ',
    recovered: 'ပြီးဆုံးပြီ',
    owed: 'ယခင်စာ မရောက်ခဲ့ပါ',
  },
  more: (count) => `+ နောက်ထပ် ${number(count)} ခု`,
  outbox: {
    nothingTold: 'မည်သည့် channel ကိုမျှ အသိမပေးရသေးပါ။',
    nothingDelivered: 'ယခုထိ ဘာမျှ မပို့ရသေးပါ',
    lastDelivered: (at) => `နောက်ဆုံး ပို့ပြီးချိန် ${at}`,
    failingSince: (at, fault) => `${at} မှစ၍ မအောင်မြင် - ${told(fault)}`,
    error: (fault) => told(fault),
    paused: 'config မပြောင်းမချင်း သို့မဟုတ် စမ်းသပ်စာ မရောက်မချင်း ရပ်ထားသည်',
    heldUntil: (at) => `${at} အထိ ရပ်ထားသည်`,
    message: ({ id, kind, channel, subject }) => `${id} ${kind}၊ ${channel} သို့: ${subject}`,
    tries: ({ made, failed, turn }) =>
      `ဖန်တီးချိန် ${made}၊ run ${number(failed)} ကြိမ် မအောင်မြင်၊ ${turn}`,
    givenUp: 'လက်လျှော့ပြီး',
    due: 'နောက် run တွင် ပို့မည်',
    nextTry: (at) => `နောက်ကြိုးစားမည့်ချိန် ${at}`,
    owedTo: (recipients) => `${recipients} သို့ ပို့ရန်ကျန်သေးသည်`,
    heldBack: 'နောက်ဆုံး run တွင် မပို့ဘဲထားသည်များ',
  },
  plan: {
    noChannel: 'channel မသတ်မှတ်ရသေးပါ - မည်သူ့ကိုမျှ အသိပေးမည်မဟုတ်ပါ။',
    nothing: 'ဘာမျှ ပို့မည်မဟုတ်ပါ - အသိပေးရန် အသစ်မရှိပါ။',
    owed: ({ channel, kind, tries }) =>
      `${channel} သို့ ပို့ရန်ကျန် - ${kind} (${number(tries)} ကြိမ် ကြိုးစားပြီး)`,
    send: ({ channel, kind, what }) => `${channel} သို့ ပို့မည် - ${kind}: ${what}`,
    keep: (channel, what) => `${channel} သို့ မပို့ပါ - ${what}`,
    keepMore: (channel, count) => `${channel} သို့ မပို့ပါ - နောက်ထပ် ${number(count)} ခု`,
  },
  silence: {
    none: 'အသံပိတ်ထားသည် မရှိပါ။',
    subjects: {
      gateway: 'Gateway',
      agent: 'agent',
      profile: 'profile',
      provider: 'provider',
      code: 'code',
    },
    row: ({ what, end, open, comment }) =>
      `${what}  ${end} အထိ၊ ပြဿနာ ${number(open)} ခု အသံပိတ်ထားသည် - ${comment}`,
  },
  test: {
    delivered: 'ပို့ပြီး',
    deliveredAs: (detail) => `ပို့ပြီး (${told(detail)})`,
    awake: 'ဤ channel ကို ရပ်ထားခဲ့သည်။ နောက် run မှစ၍ စာများ ပြန်ပို့မည်',
    failed: (fault, detail) => `မပို့နိုင်ပါ၊ ${told(`${fault}: ${detail}`)}`,
  },
};
