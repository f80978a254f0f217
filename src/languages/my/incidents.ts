// What messages are headed with and what happens next, in Burmese.
import type { AlertPhrases } from '../../core/phrases/alert-phrases.ts';

export const incidents: AlertPhrases['incidents'] = {
  profile_expired: {
    headline: 'အထောက်အထား သက်တမ်းကုန်သွားပြီ',
    next: 'ဤ provider အတွက် အခြားအထောက်အထားမရှိသော agent များသည် သက်တမ်းမတိုးမချင်း အဖြေမရပါ။',
  },
  profile_expiring: {
    headline: 'အထောက်အထား သက်တမ်းကုန်တော့မည်',
    next: 'ကြိုတင်သက်တမ်းမတိုးလျှင် ထိုအချိန်တွင် agent များ ဤအထောက်အထားကို ဆုံးရှုံးမည်။',
  },
  profile_expiry_ahead: {
    headline: 'အထောက်အထား သက်တမ်းကုန်ရန် နီးလာပြီ',
    next: 'ယခု ဘာမျှမပျက်သေးပါ။ နီးကပ်လာလျှင် ထပ်မံအသိပေးပါမည်။',
  },
  profile_refresh_due: {
    headline: 'အထောက်အထား သက်တမ်းတိုးရန် ရှိသည်',
    next: 'agent က နောက်တစ်ကြိမ်သုံးချိန်တွင် OpenClaw က အလိုအလျောက် သက်တမ်းတိုးမည်။',
  },
  profile_refresh_stalled: {
    headline: 'အထောက်အထား သက်တမ်းတိုးမရပါ',
    next: 'OpenClaw က ဤ login ကို သက်တမ်းမတိုးနိုင်ပါ၊ အသစ်လိုအပ်သည်။',
  },
  profile_auth_failing: {
    headline: 'အထောက်အထားစစ်ဆေးမှု မအောင်မြင်ပါ',
    next: 'အစားမထိုးမချင်း OpenClaw သည် ဤအထောက်အထားဖြင့် ဆက်လက် ငြင်းပယ်ခံရမည်။',
  },
  profile_credential_missing: {
    headline: 'အထောက်အထား ပျောက်နေသည်',
    next: 'အထောက်အထား မရှိမချင်း OpenClaw က ဤ profile ကို ကျော်သွားမည်။',
  },
  secret_ref_unresolved: {
    headline: 'secret ညွှန်းချက်ကို ရှာမတွေ့ပါ',
    next: 'ညွှန်းချက်ကို မပြင်မချင်း agent များ ဤ secret ကို ဖတ်နိုင်မနိုင် မသိရပါ။',
  },
  profile_malformed: {
    headline: 'profile ပုံစံ မမှန်ပါ',
    next: 'OpenClaw က ယခုသိမ်းထားသည့်အတိုင်း profile ကို မသုံးနိုင်ပါ။',
  },
  profile_cooldown: {
    headline: 'အထောက်အထား ခေတ္တနားနေသည်',
    next: 'ခေတ္တနားချိန် ပြီးဆုံးလျှင် OpenClaw က အလိုအလျောက် ပြန်ကြိုးစားမည်။',
  },
  profile_disabled: {
    headline: 'အထောက်အထားကို ပိတ်ထားသည်',
    next: 'ခေတ္တနားချိန် မပြီးမချင်း OpenClaw က မသုံးပါ။ အကြောင်းရင်းကို အရင်ဖြေရှင်းရမည်။',
  },
  provider_exhausted: {
    headline: 'သုံးနိုင်သောအထောက်အထား မရှိပါ',
    next: 'profile တစ်ခု ပြန်သုံးနိုင်သည်အထိ agent များသည် ဤ provider ထံမှ အဖြေမရပါ။',
  },
  provider_missing: {
    headline: 'အထောက်အထား မရှိပါ',
    next: 'agent များသည် ဤ provider ကို ခေါ်တိုင်း မအောင်မြင်ပါ။',
  },
  provider_recovered_but_cooling: {
    headline: 'အထောက်အထား ပြန်ကောင်းပြီ၊ OpenClaw စောင့်နေဆဲ',
    next: 'OpenClaw ၏ ခေတ္တနားချိန် ပြီးဆုံးလျှင် ပြန်သုံးမည်။',
  },
  claude_code_only: {
    headline: 'Claude Code အတွက်သာဖြစ်သော token',
    next: 'Anthropic က Claude Code ပြင်ပတွင် ငြင်းပယ်သည်။ agent များသည် အခြားအထောက်အထား လိုအပ်သည်။',
  },
  credential_rejected: {
    headline: 'အထောက်အထား ငြင်းပယ်ခံရသည်',
    next: 'အစားမထိုးမချင်း provider က ငြင်းပယ်နေမည်။',
  },
  billing_blocked: {
    headline: 'ငွေပေးချေမှုကြောင့် ပိတ်ထားသည်',
    next: 'လက်ကျန်ငွေ သို့မဟုတ် quota ပြန်ရလျှင် provider က ပြန်ဖြေမည်။',
  },
  credential_age: {
    headline: 'အထောက်အထား သက်တမ်းရင့်လာပြီ',
    next: 'သက်တမ်းကုန်ချိန်သည် ခန့်မှန်းချက်ဖြစ်သည်။ ထိုအချိန်ဝန်းကျင်တွင် အလုပ်မလုပ်တော့နိုင်ပါ။',
  },
  refresh_token_shared: {
    headline: 'refresh token ကို မျှသုံးနေသည်',
    next: 'ပထမဆုံး သက်တမ်းတိုးသော agent က အခြားများကို logout ဖြစ်စေနိုင်သည်။',
  },
  store_unreadable: {
    headline: 'အထောက်အထားသိုလှောင်ရာကို ဖတ်မရပါ',
    next: 'အတွင်းပါအရာကို မစစ်ဆေးနိုင်သဖြင့် ဖတ်နိုင်သည်အထိ ချို့ယွင်းသည်ဟု ယူဆမည်။',
  },
  store_migration_required: {
    headline: 'သိုလှောင်ရာကို ပြောင်းရွှေ့ရန် လိုသည်',
    next: 'မပြောင်းရွှေ့မချင်း OpenClaw က ဤ agent များကို ဝန်ဆောင်မှု မပေးပါ။',
  },
  store_permissions: {
    headline: 'သိုလှောင်ရာကို အခြားသူများ ဖတ်နိုင်သည်',
    next: 'ဤစက်၏ အခြားအသုံးပြုသူများက အတွင်းရှိ အထောက်အထားများကို ဖတ်နိုင်သည်။',
  },
  profile_unused: {
    headline: 'profile ကို မသုံးပါ',
    next: 'မည်သည့် agent ကမျှ မလိုအပ်ပါ။',
  },
  trace_unreadable: {
    headline: 'မှတ်တမ်းကို ဖတ်မရပါ',
    next: 'ထိုနေရာ၌သာ ရှိသော ငြင်းပယ်မှုများကို မမြင်ရပါ။ အထောက်အထားစစ်ဆေးမှုကို မထိခိုက်ပါ။',
  },
  gateway_not_found: {
    headline: 'Gateway မတွေ့ပါ',
    next: 'state directory ကို မတွေ့မချင်း ထိုနေရာတွင် ဘာကိုမျှ စောင့်မကြည့်ပါ။',
  },
  gateway_config_invalid: {
    headline: 'Gateway ၏ config မမှန်ပါ',
    next: 'အထောက်အထားများကို ဆက်စစ်ဆေးသော်လည်း မည်သည့်အရာကို သုံးနေသည်ကို မသိရပါ။',
  },
  agent_not_found: {
    headline: 'agent မတွေ့ပါ',
    next: 'ဤ agent အတွက် ဘာကိုမျှ စောင့်မကြည့်ပါ။',
  },
  probe_unreachable: {
    headline: 'provider ကို ဆက်သွယ်မရပါ',
    next: 'အထောက်အထားများ အလုပ်လုပ်မလုပ် မသိရပါ။ နောက်တစ်ကြိမ်တွင် ထပ်မေးမည်။',
  },
  clock_suspect: {
    headline: 'နာရီ မှားနေသည်',
    next: 'ဤစက်၏ နာရီ မမှန်မချင်း မည်သည့်သက်တမ်းကိုမျှ မယုံကြည်နိုင်ပါ။',
  },
};
