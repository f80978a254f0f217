// What `demo` says around the commands it plays, in Burmese.
import type { DemoPhrases } from '../../core/phrases/demo-phrases.ts';
import { number } from './times.ts';

export const demo: DemoPhrases = {
  sample:
    'အစုံအလင်ပါသော နမူနာ - Gateway နှစ်ခု ("home" က အထောက်အထားများကို JSON ဖိုင်များတွင်၊ "server" က SQLite တွင် သိမ်းသည်)၊ provider တစ်ခု၊ စာတိုက်ပုံးတစ်ခု နှင့် webhook လက်ခံသူတစ်ခု။',
  madeUp: 'အားလုံးသည် အတုများသာ ဖြစ်ပြီး ဤစက်ပြင်ပသို့ ဘာမျှ မထွက်ပါ။',
  headings: {
    check: 'စစ်ဆေးခြင်း - agent အားလုံး၏ အထောက်အထားအားလုံးကို ဖိုင်များအရသာ',
    run: 'run ခြင်း - provider များကိုလည်း မေးပြီး အသိပေးသည်',
    renewed: 'agent work အတွက် token အသစ်ကို တစ်ယောက်ယောက် ထည့်သည်။ နာရီဝက်အကြာ နောက် run',
    exitCodes: 'script များအတွက် exit code များ',
  },
  asking: 'ဖိုင်များအရ agent night ၏ token သည် ရက် 200 သုံးနိုင်သေးသည် - မေးမှသာ ပိုသိရသည်။',
  onlyNews: 'ပြောင်းလဲသည်ကိုသာ အသိပေးသည် - အခြားပြဿနာများကို အသိပေးပြီးဖြစ်သည်။',
  exitCode: (code) => `[exit code - ${code}]`,
  yourTurn: 'ယခု သင့် Gateway အလှည့်။ ၎င်းကို ဖတ်ရုံသာ ဖတ်ပြီး မည်သည့်အခါမျှ မပြောင်းပါ -',
  mail: {
    to: (address) => `${address} လက်ခံရရှိသော email`,
    subject: (subject) => `ခေါင်းစဉ်: ${subject}`,
    leftOut: '[ဤနေရာတွင် ချန်ထားသည်]',
    moreLeftOut: (count) => `[ဤနေရာတွင် ချန်ထားသည် - နောက်ထပ် ${number(count)} ခု၊ တစ်ခုစီတွင် ဖြေရှင်းနည်း ပါသည်]`,
  },
  webhook: {
    signed: 'webhook လက်ခံရရှိသည်၊ လက်မှတ် မှန်သည်',
    missigned: 'webhook လက်ခံရရှိသည်၊ လက်မှတ် မမှန်ပါ',
    incidents: (type, count) => `type: ${type}၊ data.incidents တွင် ပြဿနာ ${number(count)} ခု -`,
    moreLeftOut: (count) => `[ဤနေရာတွင် ချန်ထားသည် - နောက်ထပ် ${number(count)} ခု]`,
  },
};
