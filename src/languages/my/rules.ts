// What the named rules are and do, in Burmese.
import type { RulePhrases } from '../../core/phrases/rule-phrases.ts';

const picked = 'OpenClaw က ဘယ်တော့မျှ မရွေးပါ၊ သို့သော် 2026.2 က ၎င်းကြောင့် မအောင်မြင်ဟု ဆိုသည်။';

export const rules: RulePhrases = {
  rules: {
    refreshable_login: {
      what: 'refresh token ပါသော login သည် access token ကုန်ချိန်တွင် သက်တမ်းကုန်မဟုတ်ဘဲ သက်တမ်းတိုးရန်ဖြစ်သည်။',
      why: 'OpenClaw က နောက်တစ်ကြိမ်သုံးချိန်တွင် သက်တမ်းတိုးသည်။ 2026.4.18 မှစ၍ ၎င်း၏ကိုယ်ပိုင်စစ်ဆေးမှုက နာရီကိုသာ ကြည့်သည်။',
    },
    stalled_refresh: {
      what: 'သက်တမ်းတိုးနိုင်သော login ကို ကုန်ပြီးမှ သုံး၊ စမ်း သို့မဟုတ် ငြင်းပယ်ခံရပြီး သက်တမ်းမတိုးလျှင် ချို့ယွင်းသည်။',
      why: 'သက်တမ်းတိုးခြင်း အလုပ်မလုပ်တော့ပါ။ OpenClaw 2026.2 က သက်တမ်းတိုးနိုင်သော login အားလုံးကို ကောင်းသည်ဟု ဆိုသည်။',
    },
    failed_fence: {
      what: 'OpenClaw က သက်တမ်းတိုးမရဟု မှတ်ထားသော login သည် ပြန် log in ဝင်ရန် လိုသည်။',
      why: 'OpenClaw က token နှစ်ခုလုံးကို သက်တမ်းတိုး၍မရသော အမှတ်များဖြင့် အစားထိုးသည်။',
    },
    pending_fence: {
      what: 'သက်တမ်းတိုးနေဆဲ login သည် သက်တမ်းတိုးရန်သာ ဖြစ်သည်။',
      why: 'သက်တမ်းတိုးနေသည့် စက္ကန့်များအတွင်း OpenClaw က သက်တမ်းကုန်ဟု ခေါ်သည်။',
    },
    cli_login: {
      what: 'အခြားပရိုဂရမ်ပိုင် login ကို OpenClaw သုံးခဲ့ရုံဖြင့် တိုးမရဟု မတွက်ပါ။',
      why: 'ထိုပရိုဂရမ်က ၎င်း၏ဖိုင်တွင် သက်တမ်းတိုးပြီး OpenClaw က နောက်မှ ယူသည်။',
    },
    unresolved_reference: {
      what: 'မရှာသော SecretRef ၏ ရှိ/မရှိ မသိပါ - သတိပေးချက်၊ exec နှင့် managed အတွက် အသိပေးချက်။',
      why: 'စောင့်ကြည့်ပရိုဂရမ်က ပရိုဂရမ်မ run၊ ဖိုင်ကို ခွင့်မပြုဘဲ မဖွင့်ပါ။ OpenClaw 2026.9 က ထိုနေရာတွင် မအောင်မြင်ဟု ဆိုသည်။',
    },
    empty_credential: {
      what: 'key၊ token သို့မဟုတ် login မပါသော profile သည် မရှိဟု တွက်သည်။',
      why: 'OpenClaw 2026.2 က key အလွတ်ကိုလည်း အထောက်အထားဟု တွက်သည်။',
    },
    seconds_for_ms: {
      what: 'စက္ကန့်ဖြင့် သိမ်းထားသော သက်တမ်းကုန်ချိန်ကို ပုံစံမမှန်ဟု ဖော်ပြသည်။',
      why: 'OpenClaw က ၁၉၇၀ ဇန်နဝါရီဟု ဖတ်သည် - သက်တမ်းကုန်၊ သို့မဟုတ် သက်တမ်းတိုးနိုင်သော login အတွက် ကောင်း။',
    },
    unused_provider: {
      what: 'မည်သည့် agent ၏ model မျှ မသုံးသော provider ၏ profile ကို ဖော်ပြပြီး ထည့်မတွက်ပါ။',
      why: 'မည်သူမျှ မလိုပါ။ OpenClaw 2026.2 က ၎င်းကြောင့် မအောင်မြင်ဟု ဆိုသည်။',
    },
    ordered_out: {
      what: 'order သို့မဟုတ် auth.profiles စာရင်းက ချန်ထားသော profile ကို ဖော်ပြပြီး ထည့်မတွက်ပါ။',
      why: picked,
    },
    mode_excluded: {
      what: 'အမျိုးအစားသည် config ဖော်ပြသော mode နှင့် မတူသော profile ကို ထည့်မတွက်ပါ။',
      why: picked,
    },
    spare: {
      what: 'provider တူ ကောင်းသော profile ဘေးရှိ သက်တမ်းကုန် သို့မဟုတ် ကုန်တော့မည့် profile ကို အရန်အဖြစ် ထည့်တွက်သည်။',
      why: 'လိုအပ်ချိန်တွင် မရှိတော့ပါ။ OpenClaw 2026.9 က ၎င်းအကြောင်း ဘာမျှ မပြောပါ။',
    },
    other_agents: {
      what: 'disk ပေါ်တွင်သာရှိသည်များ အပါအဝင် agent အားလုံးကို စစ်ဆေးသည်။',
      why: 'OpenClaw က agent တစ်ခုကိုသာ စစ်ပြီး config တွင် မပါသည်ကို ဘယ်တော့မျှ မစစ်ပါ။',
    },
    model_cooldown: {
      what: 'model တစ်ခုသာ ခေတ္တနားလျှင် agent တွင် ထိုနေရာ၌ အခြား model ရှိသမျှ profile ကို သုံးနိုင်သည်။',
      why: 'OpenClaw က အခြား model များအတွက် ဆက်သုံးသည်။',
    },
    short_cooldown: {
      what: 'စုစုပေါင်း ငါးမိနစ်အောက် ခေတ္တနားခြင်းသည် သိရန်သာ။',
      why: 'provider အနည်းငယ် ချို့ယွင်းတိုင်း OpenClaw က ထိုသို့ နားသည်။',
    },
    last_usable: {
      what: 'OpenClaw ယခုသုံးမည့် profile တစ်ခုမျှ မကျန်သော provider သည် ချို့ယွင်းသည်။',
      why: 'agent က model ကို မခေါ်နိုင်ပါ။ OpenClaw 2026.7 အထိ ထိုအခါ 0 ဖြင့် ပြီးဆုံးသည်။',
    },
    repeated_refusals: {
      what: 'OpenClaw က ငြင်းပယ်မှုများ ဆက်ရေတွက်နေသော profile သည် ခေတ္တနားချိန်တိုများကြားတွင်ပါ ချို့ယွင်းသည်။',
      why: 'OpenClaw က သေနေသော key ကို မိနစ်ပိုင်း ခေတ္တနားခြင်းဖြင့်သာ ပြသောကြောင့် timer က လွတ်သွားနိုင်သည်။',
    },
    deleted_profile: {
      what: 'မသိမ်းတော့သော profile အတွက် OpenClaw မှတ်ထားသော ခေတ္တနားမှုများသည် တွေ့ရှိချက် မဟုတ်ပါ။',
      why: 'OpenClaw က ၎င်းတို့ကို သုံးမရသော profile အဖြစ် ဆက်ဖော်ပြသည်။',
    },
    gateway_keys: {
      what: 'Gateway service ၏ environment တွင်သာရှိသော key ကို ရှိသည်ဟု တွက်သည်။',
      why: 'OpenClaw ကို မေးသည့် shell သို့မဟုတ် timer ၏ environment မတူသဖြင့် “မရှိ” ဟု ဆိုသည်။',
    },
    shared_refresh_token: {
      what: 'agent များစွာရှိ refresh token တစ်ခုတည်းသည် အသိပေးချက်ဖြစ်သည်။',
      why: 'တစ်ကြိမ်သာ သုံးနိုင်လျှင် ပထမဆုံး သက်တမ်းတိုးသော agent က အခြား agent များကို log out ဖြစ်စေသည်။',
    },
    retired_json: {
      what: 'database ဘေးရှိ JSON သိုလှောင်ရာသည် ဘာပါပါ ချို့ယွင်းသည်။',
      why: 'OpenClaw 2026.8 မှစ၍ မရွှေ့မချင်း agent ကို ငြင်းသည်။',
    },
    half_written_store: {
      what: 'ဖတ်၍မရသော JSON သိုလှောင်ရာကို ခဏအကြာ ထပ်ဖတ်ပြီးမှ ချို့ယွင်းဟု ဆိုသည်။',
      why: 'JSON ခေတ် OpenClaw က နေရာတွင်ပင် ရေးသဖြင့် တစ်ဝက်ရေးထားသောဖိုင်ကို ဖတ်မိနိုင်သည်။',
    },
  },
  effects: {
    becomes: (severity) => `${severity} ဖြစ်မည်`,
    strict: 'login ကို နာရီအရ တွက်ပြီး သိမ်းထားသော profile အားလုံး ထည့်တွက်သည်',
    watched: 'ဤ profile တစ်ခုကို ထည့်တွက်သည်',
    everything: 'သိမ်းထားသော profile အားလုံး ထည့်တွက်သည်',
    leftOut: 'config တွင် မပါသော agent များကို ချန်ထားသည်',
    noEvidence: '၎င်းရေတွက်ထားသည်ကို အထောက်အထားအဖြစ် မယူပါ',
    noService: 'service unit ကို မဖတ်ပါ',
  },
};
