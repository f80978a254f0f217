// What is said about providers, stores, gateways and agents, in Burmese.
import { maybe } from '../../core/phrases/maybe.ts';
import type { ProviderPhrases } from '../../core/phrases/provider-phrases.ts';

export const providers: ProviderPhrases = {
  provider_exhausted: {
    title: {
      one: ({ provider, profile, left }) =>
        `${provider} အတွက် သုံးနိုင်သော profile မရှိပါ၊ ${profile} ကို ခေတ္တနားထား သို့မဟုတ် ပိတ်ထားသည်${maybe(left, '၊ ကျန်ချိန် ')}`,
      several: ({ provider, count, left }) =>
        `${provider} အတွက် သုံးနိုင်သော profile မရှိပါ၊ ${count} ခုလုံး ခေတ္တနားထား သို့မဟုတ် ပိတ်ထားသည်${maybe(left, '၊ ကျန်ချိန် ')}`,
      all: ({ provider, left }) =>
        `${provider} အတွက် သုံးနိုင်သော profile မရှိပါ၊ အားလုံး ခေတ္တနားထား သို့မဟုတ် ပိတ်ထားသည်${maybe(left, '၊ ကျန်ချိန် ')}`,
    },
    means: 'ဤ provider အတွက် agent ၏ profile အားလုံးကို ဖယ်ထားသဖြင့် ၎င်း၏တောင်းဆိုမှုများ ယခု မအောင်မြင်ပါ။',
  },
  provider_missing: {
    title: ({ provider, usedBy }) =>
      `${provider} အတွက် အထောက်အထား မရှိပါ${maybe(usedBy, '၊ အသုံးပြုပုံ - ')}`,
    none: 'အထောက်အထား လုံးဝမရှိပါ',
    excluded: ({ provider }) =>
      `${provider} အတွက် သုံးနိုင်သောအထောက်အထား မရှိပါ၊ order သို့မဟုတ် mode က profile အားလုံးကို ဖယ်ထားသည်`,
    means: 'agent ၏ model တစ်ခုက profile ရော key ပါ မရှိသော provider ကို လိုအပ်နေသည်။',
  },
  provider_recovered_but_cooling: {
    title: ({ profile, left }) =>
      `${profile} ပြန်သုံးနိုင်ပြီ၊ သို့သော် ဖယ်ထားဆဲဖြစ်သည်${maybe(left, '၊ ကျန်ချိန် ')}`,
    means: 'provider က အထောက်အထားကို ပြန်လက်ခံနေပြီဖြစ်သော်လည်း OpenClaw က ၎င်း၏ခေတ္တနားချိန် ကုန်ဆုံးရန် စောင့်နေသည်။',
  },
  claude_code_only: {
    title: {
      certain: ({ profile }) => `${profile} သည် Claude Code တွင်သာ အလုပ်လုပ်သည်`,
      likely: ({ profile }) => `${profile} သည် Claude Code တွင်သာ အလုပ်လုပ်ပုံရသည်`,
      possible: ({ profile }) => `${profile} သည် Claude Code တွင်သာ အလုပ်လုပ်နိုင်ခြေရှိသည်`,
    },
    seen: (title) => `${title}၊ OpenClaw ငြင်းပယ်ခံရသည်`,
    means: 'Anthropic သည် ဤ token ကို Claude Code မှသာ လက်ခံပြီး အခြားပရိုဂရမ်များ၏ တောင်းဆိုမှုကို ငြင်းပယ်သည်။',
  },
  credential_rejected: {
    title: {
      invalid: ({ profile, provider, status }) =>
        `${profile} ကို ${provider} က မမှန်ကန်ဟု ငြင်းပယ်သည်${maybe(status, ' (', ')')}`,
      revoked: ({ profile, provider, status }) =>
        `${profile} ကို ${provider} တွင် ရုပ်သိမ်းထားသည်${maybe(status, ' (', ')')}`,
      expired: ({ profile, provider, status }) =>
        `${profile} ကို ${provider} က သက်တမ်းကုန်ဟု ငြင်းပယ်သည်${maybe(status, ' (', ')')}`,
      forbidden: ({ profile, provider, status }) =>
        `${profile} အတွက် ${provider} တွင် ခွင့်ပြုချက် မရှိပါ${maybe(status, ' (', ')')}`,
      renewed: ({ profile, provider, status }) =>
        `${profile} ကို အသစ်မလဲမီ ${provider} က ငြင်းပယ်ခဲ့သည်${maybe(status, ' (', ')')}`,
      other: ({ profile, provider, status, reason }) =>
        `${profile} ကို ${provider} က ငြင်းပယ်သည်${maybe(reason, ' - ')}${maybe(status, ' (', ')')}`,
    },
    means: 'ဤအထောက်အထားသည် မမှန်ကန်၊ ရုပ်သိမ်းထား သို့မဟုတ် သက်တမ်းကုန်ကြောင်း provider ကိုယ်တိုင်က ပြောသည်။',
  },
  billing_blocked: {
    title: ({ profile, reason }) =>
      `${profile} ကို ငွေပေးချေမှုကြောင့် ငြင်းပယ်သည်${maybe(reason, ' (', ')')}`,
    means: 'အထောက်အထား မှန်ကန်သော်လည်း လက်ကျန်ငွေ၊ quota၊ သုံးစွဲမှုကန့်သတ်ချက် သို့မဟုတ် plan က တောင်းဆိုမှုများကို တားထားသည်။',
  },
  probe_unreachable: {
    title: ({ provider, passed, reason }) =>
      `${provider} က အဖြေမပေးပါ${maybe(passed, '၊ ကြာချိန် ')}${maybe(reason, ' (', ')')}`,
    means: 'အထောက်အထား အလုပ်လုပ်သလားဟု မမေးနိုင်ခဲ့ပါ။ ၎င်းအကြောင်း ဘာမျှမသိရပါ။',
  },
  store_unreadable: {
    title: ({ what, problem }) => `${what} ${problem}`,
    store: 'အထောက်အထားသိုလှောင်ရာ',
    login: ({ program }) => `${program} ၏ login ဖိုင်`,
    missing: 'ညွှန်ပြထားသော environment ဖိုင် မရှိပါ',
    problems: {
      corrupt: 'ပျက်စီးနေသည်',
      empty: 'သည် ဖိုင်အလွတ်ဖြစ်သည်',
      busy: 'ကို အခြားပရိုဂရမ်က သော့ခတ်ထားသည်',
      permission: 'ကို ဖတ်ခွင့်မရှိပါ',
      dangling_link: 'သည် ဘယ်ကိုမျှမရောက်သော link ဖြစ်သည်',
      not_a_file: 'သည် သာမန်ဖိုင် မဟုတ်ပါ',
      too_large: 'သည် စောင့်ကြည့်ပရိုဂရမ် ဖတ်နိုင်သည်ထက် ကြီးသည်',
      newer_schema: 'သည် ဤစောင့်ကြည့်ပရိုဂရမ် မသိသော ပိုသစ်သည့် OpenClaw ၏ ဖိုင်ဖြစ်သည်',
      older_schema: 'သည် ပုံစံအဟောင်း ဖြစ်သည်',
      other_agent: 'သည် အခြား agent တစ်ခု၏ ဖိုင်ဖြစ်သည်',
      schema: 'တွင် ဤစောင့်ကြည့်ပရိုဂရမ် မသိသော table များ ရှိသည်',
      unreadable: 'ကို ဖတ်၍မရပါ',
    },
    means: 'ဤသိုလှောင်ရာရှိ အထောက်အထားများကို မစစ်ဆေးနိုင်ပါ။ ၎င်းကို အဆင်ပြေသည်ဟု ဘယ်တော့မှ မယူဆပါ။',
  },
  store_migration_required: {
    title: 'database ဘေးတွင် မသုံးတော့သော JSON သိုလှောင်ရာ ရှိနေသည်၊ OpenClaw က ဝန်ဆောင်မှု မပေးပါ',
    means: 'OpenClaw 2026.8 နှင့် နောက်ပိုင်းသည် အထောက်အထားဖိုင်ဟောင်းများ မပြောင်းရွှေ့မချင်း agent ကို ရပ်ထားသည်။',
  },
  store_permissions: {
    title: ({ mode }) => `အထောက်အထားသိုလှောင်ရာကို အခြားအသုံးပြုသူများ ဖတ်နိုင်သည်${maybe(mode, ' (mode ', ')')}`,
    means: 'ဤစက်၏ အခြားအသုံးပြုသူများက အထောက်အထားများကို ဖတ်နိုင်သည်။',
  },
  trace_unreadable: {
    title: {
      permission: 'OpenClaw ၏ မှတ်တမ်းတစ်ခုကို ဖတ်ခွင့်မရှိပါ',
      not_a_file: 'OpenClaw ၏ မှတ်တမ်းတစ်ခုသည် သာမန်ဖိုင် မဟုတ်ပါ',
      compressed: 'OpenClaw ၏ မှတ်တမ်းတစ်ခုတွင် ဤ Node.js က ဖြည်၍မရသော အတန်းများ ရှိသည်',
      schema: 'OpenClaw ၏ မှတ်တမ်းတစ်ခုတွင် မသိသော version ၏ table များ ရှိသည်',
      busy: 'OpenClaw ၏ မှတ်တမ်းတစ်ခုကို အခြားပရိုဂရမ်က သော့ခတ်ထားသည်',
      corrupt: 'OpenClaw ၏ မှတ်တမ်းတစ်ခု ပျက်စီးနေသည်',
      too_large: 'OpenClaw ၏ မှတ်တမ်းတစ်ခုသည် ဤ Node.js အတွက် ကြီးလွန်းသည်',
      other: 'OpenClaw ၏ မှတ်တမ်းတစ်ခုကို ဖတ်၍မရပါ',
    },
    means: 'log သို့မဟုတ် စကားပြောမှတ်တမ်းတစ်ခုကို မဖွင့်နိုင်သဖြင့် ထိုနေရာ၌သာ ရှိသော ငြင်းပယ်မှုကို မမြင်ရပါ။',
  },
  gateway_not_found: {
    title: 'OpenClaw Gateway မတွေ့ပါ',
    means: 'ရှာခဲ့သောနေရာတွင် OpenClaw ၏ state directory မရှိသဖြင့် ဘာကိုမျှ မစစ်ဆေးနိုင်ပါ။',
  },
  gateway_config_invalid: {
    title: ({ problem, detail }) =>
      `OpenClaw ၏ config ကို သုံး၍မရပါ${maybe(problem, ' - ')}${maybe(detail, ' (', ')')}`,
    problems: {
      not_object: 'ထိပ်ဆုံးအဆင့်သည် object မဟုတ်ပါ',
      circular_include: 'include များ လှည့်ပတ်နေသည်',
      include_too_deep: 'include အဆင့် နက်လွန်းသည်',
      too_many_files: 'include ဖိုင် များလွန်းသည်',
      not_a_file: 'သာမန်ဖိုင် မဟုတ်ပါ',
      too_large: '8 MiB ထက် ကြီးသည်',
      unreadable: 'ဖတ်၍မရပါ',
      not_json5: 'JSON5 မဟုတ်ပါ',
      nested_too_deeply: 'အဆင့် နက်လွန်းသည်',
      include_not_object: 'ဘေးတွင် key များပါသော include သည် object မဟုတ်ပါ',
      include_not_text: 'include က ဖိုင်ကို မညွှန်ပြပါ',
      unset_variable: 'variable တစ်ခု မသတ်မှတ်ရသေးပါ',
      not_accepted: 'OpenClaw က လက်မခံပါ',
    },
    means: 'ဤ config ဖြင့် OpenClaw မစတင်နိုင်ပါ။ မည်သည့် model များ သုံးနေသည်ကို မသိရပါ။',
  },
  agent_not_found: {
    title: ({ agent }) => (agent === null ? 'ထိုအမည်ရှိ agent မရှိပါ' : `${agent} အမည်ရှိ agent မရှိပါ`),
    means: 'စစ်ဆေးခိုင်းသော agent သည် ဤနေရာရှိ မည်သည့် Gateway တွင်မျှ မရှိသဖြင့် မစစ်ဆေးနိုင်ပါ။',
  },
  clock_suspect: {
    title: ({ newest }) => `ဤစက်၏ နာရီ နောက်ကျနေသည်${maybe(newest, '၊ ', ' ကျော်သွားပြီးဖြစ်သည်')}`,
    means: 'နာရီသည် ဖြစ်ပြီးသားအရာထက် စောသောအချိန်ကို ပြနေသဖြင့် သက်တမ်းများကို မစစ်ဆေးနိုင်ပါ။',
  },
};
