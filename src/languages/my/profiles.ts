// What is said about profiles, in Burmese.
import { maybe } from '../../core/phrases/maybe.ts';
import type { ProfilePhrases } from '../../core/phrases/profile-phrases.ts';

export const profiles: ProfilePhrases = {
  profile_expired: {
    title: ({ profile, ago, spare }) =>
      `${profile} သက်တမ်းကုန်သွားပြီ${maybe(ago, ' (', ')')}${spare ? ' (အရန်)' : ''}`,
    means: 'ဤအထောက်အထား သက်တမ်းကုန်သွားပြီဖြစ်ပြီး အလိုအလျောက် သက်တမ်းမတိုးပါ။',
  },
  profile_expiring: {
    title: ({ profile, ahead, spare }) =>
      `${profile} သက်တမ်းကုန်တော့မည်${maybe(ahead, ' (', ')')}${spare ? ' (အရန်)' : ''}`,
    means: 'ဤအထောက်အထားသည် သတိပေးကာလအတွင်း သက်တမ်းကုန်မည်ဖြစ်ပြီး အလိုအလျောက် သက်တမ်းမတိုးပါ။',
  },
  profile_expiry_ahead: {
    title: ({ profile, ahead }) => `${profile} သက်တမ်းကုန်မည်${maybe(ahead, ' (', ')')}`,
    means: 'ဤအထောက်အထားသည် လာမည့်ရက်သတ္တပတ်များအတွင်း သက်တမ်းကုန်မည်။ အချိန်မီ သက်တမ်းတိုးနိုင်ရန် ကြိုတင်အသိပေးခြင်းဖြစ်သည်။',
  },
  profile_refresh_due: {
    title: ({ profile, pending, idle }) =>
      pending
        ? `${profile} ကို သက်တမ်းတိုးနေသည်`
        : `${profile} ကို နောက်တစ်ကြိမ်သုံးချိန်တွင် သက်တမ်းတိုးမည်${maybe(idle, ' (', ' မသုံးဘဲရှိ)')}`,
    means: 'access token သက်တမ်းကုန်သွားပြီ။ OpenClaw တွင် refresh token ရှိသော်လည်း ယခုထိ မလိုအပ်သေးပါ။',
  },
  profile_refresh_stalled: {
    title: {
      failed_fence: ({ profile }) => `${profile} ၏ login ပျက်သွားပြီ၊ သက်တမ်းတိုး၍ လုံးဝမရတော့ပါ`,
      used_since: ({ profile, ago }) =>
        `${profile} သက်တမ်းကုန်သွားပြီ${maybe(ago, ' (', ')')}၊ ထို့နောက် သက်တမ်းမတိုးဘဲ သုံးခဲ့သည်`,
      failed_since: ({ profile, ago }) =>
        `${profile} သက်တမ်းကုန်သွားပြီ${maybe(ago, ' (', ')')}၊ ထိုအချိန်မှစ၍ မအောင်မြင်ပါ`,
      auth_failures: ({ profile }) =>
        `${profile} သက်တမ်းမတိုးနိုင်ပါ၊ OpenClaw တွင် login မအောင်မြင်မှုများ မှတ်တမ်းရှိသည်`,
      other: ({ profile }) => `${profile} သက်တမ်းမတိုးနိုင်ပါ`,
    },
    means: 'ဤ login သည် အလိုအလျောက် သက်တမ်းတိုးသင့်သော်လည်း သက်တမ်းကုန်သွားပြီး OpenClaw က အသစ်မရရှိပါ။',
  },
  credential_age: {
    title: {
      old: ({ profile, age }) => `${profile} ကို သုံးလာသည်မှာ ${age ?? 'ကြာပြီ'}`,
      ended: ({ profile, age }) => `${profile} ကို သုံးလာသည်မှာ ${age ?? 'ကြာပြီ'}၊ သက်တမ်းကုန်သွားလောက်ပြီ`,
      ends: ({ profile, age, ahead }) =>
        `${profile} ကို သုံးလာသည်မှာ ${age ?? 'ကြာပြီ'}၊ သက်တမ်းကုန်လောက်မည်${maybe(ahead, ' (', ')')}`,
    },
    means: 'ဤ token တွင် သက်တမ်းကုန်ရက် မပါပါ။ သုံးခဲ့သည့်ကာလနှင့် ပုံမှန်သက်တမ်းအရ ခန့်မှန်းထားသည်။',
  },
  profile_auth_failing: {
    title: ({ profile, times, ago }) =>
      `${profile} အထောက်အထားစစ်ဆေးမှု ဆက်တိုက်မအောင်မြင်ပါ${times > 1 ? `၊ ${times} ကြိမ်` : ''}${maybe(ago, '၊ နောက်ဆုံးအကြိမ် - ')}`,
    means: 'သက်တမ်းမည်သို့ပင်ရှိစေ provider က ဤအထောက်အထားကို ငြင်းပယ်နေကြောင်း OpenClaw က ဆက်တိုက်မှတ်တမ်းတင်နေသည်။',
  },
  profile_credential_missing: {
    title: {
      no_key: ({ profile }) => `${profile} တွင် key မရှိပါ`,
      no_token: ({ profile }) => `${profile} တွင် token မရှိပါ`,
      no_access_token: ({ profile }) => `${profile} တွင် access token မရှိပါ`,
      other: ({ profile }) => `${profile} တွင် အထောက်အထား မရှိပါ`,
      unknown_alias: ({ profile }) => `${profile} သည် မသတ်မှတ်ထားသော secret provider ကို ညွှန်းနေသည်`,
      not_allowed: ({ profile }) => `${profile} ညွှန်းသော secret သည် ခွင့်ပြုစာရင်းတွင် မပါပါ`,
      not_in_file: ({ profile }) => `${profile} ညွှန်းသော secret ဖိုင်တွင် ၎င်းမရှိပါ`,
      store_row_absent: ({ profile }) => `${profile} ညွှန်းသော secret သည် OpenClaw တွင် မရှိပါ`,
      inactive_setup: ({ profile }) => `${profile} ၏ စနစ်ပြင်ဆင်မှု မပြီးသေးပါ`,
      not_stored: ({ profile }) => `${profile} သည် မည်သည့်သိုလှောင်ရာတွင်မျှ မရှိပါ`,
      not_logged_in: ({ profile }) => `${profile} ၏ ဖိုင်တွင် login မရှိပါ`,
    },
    means: 'profile ရှိသော်လည်း ၎င်းအတွင်း၌ဖြစ်စေ ညွှန်းထားသောနေရာ၌ဖြစ်စေ အထောက်အထားမရှိပါ။',
  },
  secret_ref_unresolved: {
    title: {
      in_key_chain: ({ profile }) =>
        `${profile} ၏ login ကို စနစ်၏ key chain တွင် သိမ်းထားသည်၊ ထိုနေရာကို မကြည့်ပါ`,
      env: ({ profile, name }) =>
        `${profile} ကို environment variable ${name} မှ ယူသည်၊ ဤနေရာတွင် သတ်မှတ်မထားပါ`,
      file: ({ profile, name }) => `${profile} ကို secret ဖိုင် ${name} မှ ယူသည်၊ ဤနေရာတွင် ဖတ်၍မရပါ`,
      exec: ({ profile, name }) => `${profile} ကို ပရိုဂရမ် ${name} မှ ယူသည်၊ ဤနေရာတွင် ဘယ်တော့မှ မ run ပါ`,
      store: ({ profile, name }) => `${profile} ကို သိမ်းထားသော secret ${name} မှ ယူသည်၊ ဤနေရာတွင် ဖတ်၍မရပါ`,
      managed: ({ profile }) => `${profile} ကို Gateway သာ သိသော secret မှ ယူသည်`,
      other: ({ profile }) => `${profile} ကို အခြားနေရာမှ ယူသည်`,
    },
    means:
      'အထောက်အထားကို အခြားနေရာတွင် သိမ်းထားပြီး စောင့်ကြည့်ပရိုဂရမ်က မကြည့်နိုင် သို့မဟုတ် ကြည့်ခွင့်မရှိပါ။ မသိခြင်းသည် အဆင်ပြေခြင်းမဟုတ်ပါ။',
  },
  profile_malformed: {
    title: ({ profile, problem }) => `${profile} ${problem}`,
    sameAs: ({ profile, twin }) => `${profile} နှင့် ${twin} တွင် အထောက်အထားတစ်ခုတည်း ရှိသည်`,
    problems: {
      empty: 'တွင် အထောက်အထားအစား စာသားအလွတ် ရှိသည်',
      blank: 'တွင် နေရာလွတ်များသာ ရှိသည်',
      inner_whitespace: '၏ အထောက်အထားအတွင်း နေရာလွတ်ပါနေသည်၊ paste မှားထားပုံရသည်',
      pasted_command: 'တွင် အထောက်အထားအစား paste လုပ်ထားသော command ရှိသည်',
      newline: '၏ အထောက်အထားအတွင်း စာကြောင်းဆင်းထားသည်၊ paste မှားထားပုံရသည်',
      not_text: 'တွင် စာသားမဟုတ်သောအရာ ရှိသည်',
      outer_whitespace: '၏ အထောက်အထား အစ သို့မဟုတ် အဆုံးတွင် နေရာလွတ် သို့မဟုတ် စာကြောင်းဆင်း ပါနေသည်',
      placeholder: 'တွင် အထောက်အထားအစား နမူနာစာသား ရှိသည်',
      unresolved: 'တွင် variable ၏ တန်ဖိုးအစား အမည်သာ ရှိသည်',
      too_short: 'တွင် တိုလွန်းသောစာသား ရှိသည်၊ paste မပြည့်စုံပုံရသည်',
      quoted: '၏ အထောက်အထားတွင် မျက်တောင်အဖွင့်အပိတ် ပါနေသည်',
      of_another_provider: 'တွင် အခြား provider ၏ အထောက်အထား ရှိသည်',
      odd_prefix: 'သည် ဤ provider ၏ အထောက်အထားနှင့် မတူပါ',
      expires_missing: 'တွင် ဤ login အတွက် လိုအပ်သော သက်တမ်းကုန်ရက် မပါပါ',
      expires_not_a_number: '၏ သက်တမ်းကုန်ရက်သည် ဂဏန်းမဟုတ်ပါ',
      expires_zero: '၏ သက်တမ်းကုန်ရက်သည် 0 ဖြစ်နေသည်',
      expires_negative: '၏ သက်တမ်းကုန်ရက်သည် အနုတ်ကိန်း ဖြစ်နေသည်',
      expires_seconds: '၏ သက်တမ်းကုန်ရက်ကို မီလီစက္ကန့်အစား စက္ကန့်ဖြင့် ရေးထားသည်',
      expires_out_of_range: '၏ သက်တမ်းကုန်ရက်သည် ပြက္ခဒိန်ထက် ကျော်လွန်နေသည်',
      unknown_type: '၏ အမျိုးအစားကို OpenClaw က မသိပါ',
      no_provider: 'တွင် provider အမည် မပါပါ',
      provider_not_text: '၏ provider သည် စာသားမဟုတ်ပါ',
      not_an_object: 'သည် object မဟုတ်ပါ',
      other: '၏ ပုံစံ မမှန်ပါ',
    },
    means: 'သိမ်းထားသောပုံစံကို OpenClaw သို့မဟုတ် provider က အသုံးမပြုနိုင်ပါ။',
  },
  refresh_token_shared: {
    title: ({ profile, agents }) =>
      `${profile} ၏ refresh token တစ်ခုတည်းကို agent များ မျှသုံးနေသည်${maybe(agents, ' - ')}`,
    means: 'refresh token ကို တစ်ကြိမ်သာ သုံးနိုင်သည်။ agent တစ်ခုက သက်တမ်းတိုးလျှင် အခြားမိတ္တူများ ပျက်သွားမည်။',
  },
  profile_unused: {
    title: ({ profile, provider }) =>
      `${profile} ကို သိမ်းထားသော်လည်း ${provider} ကို မည်သည့် agent ၏ model ကမျှ မသုံးပါ`,
    means: 'ဤအထောက်အထားကို မည်သူမျှ မလိုအပ်သဖြင့် ၎င်း၏အခြေအနေကို ထည့်မတွက်ပါ။',
  },
  profile_cooldown: {
    title: ({ profile, model, left, reason }) =>
      `${profile} ခေတ္တနားထားသည်${maybe(model, ' (model ', ')')}${maybe(left, '၊ ကျန်ချိန် ')}${maybe(reason, ' (', ')')}`,
    means: 'တောင်းဆိုမှုများ မအောင်မြင်ပြီးနောက် OpenClaw က ဤ profile ကို ခေတ္တမသုံးပါ။',
  },
  profile_disabled: {
    title: ({ profile, left, reason }) =>
      `${profile} ကို ပိတ်ထားသည်${maybe(left, '၊ ကျန်ချိန် ')}${maybe(reason, ' (', ')')}`,
    means: 'ငွေပေးချေမှု သို့မဟုတ် အထောက်အထားငြင်းပယ်ခံရမှုကြောင့် OpenClaw က ဤ profile ကို အချိန်ကြာကြာ ဖယ်ထားသည်။',
  },
};
