// The remarks between commands, in Burmese.
import type { RemedyPhrases } from '../../core/phrases/remedy-phrases.ts';

export const remedies: RemedyPhrases = {
  hiddenId:
    'ဤနေရာရှိ id ကို paste လုပ်ရန် မလုံခြုံပါ (ဝှက်ထားသောစာလုံး သို့မဟုတ် ရှည်လွန်းသည်)။ ဤ command က မေးပါလိမ့်မည်\u00a0-',
  beforePasteCommands: 'OpenClaw 2026.6 မတိုင်မီ - openclaw models auth add',
  addExpiresIn: 'သက်တမ်းကုန်ချိန် သိနိုင်ရန် --expires-in 90d သို့မဟုတ် token ၏ အမှန်တကယ်သက်တမ်းကို ထည့်ပါ။',
  makeNew: 'provider တွင် အထောက်အထားအသစ် ဖန်တီးပြီးနောက်\u00a0-',
  putIntoCiVariable: (name) => `၎င်းကို CI/CD variable ${name} တွင် ထည့်ပါ။`,
  putWhereStepGets: (name) => `၎င်းကို ဤအဆင့်က ${name} ကို ယူသောနေရာတွင် ထည့်ပါ။`,
  logInInside: (program) => `Gateway ၏ အသုံးပြုသူအဖြစ် ${program} CLI တွင် ပြန် log in ဝင်ပါ။`,
  logInAtOwner: (program) => `${program} CLI တွင် ပြန် log in ဝင်ပါ။ ဤ login ကို ၎င်းက ပိုင်သည်။`,
  withStateDir: (dir) => `OPENCLAW_STATE_DIR ကို ${dir} ဟု သတ်မှတ်ပြီး\u00a0-`,
  onGateway: ({ gateway, dir }) =>
    `Gateway ${gateway} တွင် OPENCLAW_STATE_DIR ကို ${dir ?? '၎င်း၏ directory'} ဟု သတ်မှတ်ပြီး\u00a0-`,
  didYouMean: (name) => `${name} ကို ဆိုလိုပါသလား။`,
  whereToDefine: {
    unknown_alias:
      'openclaw.json ၏ secrets.providers တွင် secret provider ကို သတ်မှတ်ပါ၊ သို့မဟုတ် အစားထိုးပါ\u00a0-',
    not_allowed:
      'variable ကို ၎င်း၏ secret provider ၏ allowlist တွင် ထည့်ပါ၊ သို့မဟုတ် အထောက်အထား အစားထိုးပါ\u00a0-',
    not_in_file: 'secret ကို ၎င်း၏ secret provider ဖိုင်တွင် ထည့်ပါ၊ သို့မဟုတ် အထောက်အထား အစားထိုးပါ\u00a0-',
    store_row_absent:
      'secret ကို OpenClaw ၏ secret သိုလှောင်ရာတွင် ပြန်ထည့်ပါ၊ သို့မဟုတ် အထောက်အထား အစားထိုးပါ\u00a0-',
    inactive_setup: 'ဤ profile အတွက် စထားသော စနစ်ပြင်ဆင်မှုကို အပြီးသတ်ပါ၊ သို့မဟုတ် အထောက်အထား အစားထိုးပါ\u00a0-',
  },
  correctId: 'စောင့်ကြည့်ပရိုဂရမ်၏ config ထဲ profiles အောက်ရှိ ဤ id ကို ပြင်ပါ သို့မဟုတ် ဖယ်ရှားပါ။',
  howToSee: {
    env: 'Gateway ၏ environment ကို --gateway-env FILE ဖြင့် ပေးပါ၊ သို့မဟုတ် Gateway ၏ .env တွင် ထည့်ပါ။',
    file: 'စောင့်ကြည့်ပရိုဂရမ်၏ config တွင် ဤ Gateway အတွက် secretFiles: true ဟု သတ်မှတ်ပါ။ ဖိုင်ကို သင်သာ ဖတ်နိုင်ရမည်။',
    other: 'ပြင်စရာမလိုပါ။ config ရှိ severity: { secret_ref_unresolved: "off" } က ၎င်းကို ဖျောက်ပေးသည်။',
  },
  ownLogins: 'agent တစ်ခုစီအတွက် login သီးခြားပေးပါ\u00a0-',
  unusedIsFine: 'ဘာမျှလုပ်ရန်မလိုပါ။ --scope all က မည်သူမျှမသုံးသော profile များကိုပါ စစ်ဆေးသည်။',
  renewsItself: (renewer) => `ဘာမျှလုပ်ရန်မလိုပါ။ agent ကို နောက်တစ်ကြိမ်သုံးချိန်တွင် ${renewer} က သက်တမ်းတိုးမည်။`,
  idleTokensEnd: 'refresh token ကို ကြာကြာမသုံးလျှင် ပျက်နိုင်သည်။ သေချာစေရန် ပြန် log in ဝင်ပါ\u00a0-',
  sayEndInStep: (name) => `အမှန်တကယ် သက်တမ်းကုန်ရက် သိလျှင် ဖော်ပြပါ - --expires ${name}=DATE`,
  sayEndInConfig: 'အမှန်တကယ် သက်တမ်းကုန်ရက် သိလျှင် စောင့်ကြည့်ပရိုဂရမ်၏ config တွင် profiles[ID].expiresAt ကို သတ်မှတ်ပါ။',
  useApiKey: 'အစား API key ကို သုံးပါ\u00a0-',
  routeThroughClaude: 'သို့မဟုတ် agent ကို Claude CLI မှတစ်ဆင့် လမ်းကြောင်းပေးပါ (runtime claude-cli)။',
  expectClaudeCodeOnly:
    'claude-cli runtime ဖြင့် သုံးနေပါသလား။ profiles[ID].expectClaudeCodeOnly: true ဟု သတ်မှတ်ပါ။',
  askAnew: (command) => `ပြင်ပြီးပြီလား။ provider ကို မေးပါ - ${command}`,
  topUp: (provider) => `${provider} တွင် ငွေဖြည့်ပါ သို့မဟုတ် ကန့်သတ်ချက် မြှင့်ပါ၊ သို့မဟုတ် provider ပြောင်းပါ။`,
  checkNetwork: 'ဤစက်၏ network၊ proxy နှင့် TLS ကို စစ်ပါ။ ၎င်းသည် အထောက်အထားစစ်ဆေးမှုကို မထိခိုက်ပါ။',
  triedAgain: (until) =>
    until === null
      ? 'ဘာမျှလုပ်ရန်မလိုပါ။ OpenClaw က အလိုအလျောက် ပြန်ကြိုးစားမည်။'
      : `ဘာမျှလုပ်ရန်မလိုပါ။ OpenClaw က ${until} နောက်ပိုင်း ပြန်ကြိုးစားမည်။`,
  usedAgain: (until) =>
    until === null
      ? 'ခေတ္တနားချိန် ပြီးဆုံးလျှင် OpenClaw က ပြန်သုံးမည်။'
      : `OpenClaw က ${until} နောက်ပိုင်း ပြန်သုံးမည်။`,
  lookAtOrder: 'openclaw.json ရှိ auth.order နှင့် auth.profiles ကို ကြည့်ပါ၊ သို့မဟုတ် အထောက်အထား ထည့်ပါ\u00a0-',
  file: (path) => `ဖိုင် - ${path}`,
  findLocker: 'သိုလှောင်ရာကို မည်သည့်ပရိုဂရမ်က သော့ခတ်ထားသည်ကို ရှာပါ။',
  runAsOwner: 'စောင့်ကြည့်ပရိုဂရမ်ကို ဖိုင်ပိုင်ရှင် အသုံးပြုသူအဖြစ် run ပါ။',
  correctName: 'အမည်ကို ပြင်ပါ၊ သို့မဟုတ် command မှ ဖယ်ရှားပါ။',
  restoreLink: 'သိုလှောင်ရာကို link ညွှန်ပြသောနေရာတွင် ပြန်ထားပါ။',
  restoreStore: 'သိုလှောင်ရာကို OpenClaw မျှော်လင့်သောနေရာတွင် ပြန်ထားပါ။',
  lookWhatFills: 'အထောက်အထားသိုလှောင်ရာသည် သေးငယ်သည်။ ဘာကြောင့် ကြီးနေသည်ကို ကြည့်ပါ။',
  updateMonitor: 'openclaw-auth-monitor ကို update လုပ်ပါ။ ဤ version က သိုလှောင်ရာကို မစစ်ဆေးနိုင်ပါ။',
  diskRefuses: 'disk သို့မဟုတ် ဖိုင်စနစ်က ဤဖိုင်ကို ဖတ်ခွင့်မပေးပါ။',
  runAsGatewayUser: 'စောင့်ကြည့်ပရိုဂရမ်ကို Gateway ၏ အသုံးပြုသူအဖြစ် run ပါ၊ သို့မဟုတ် ဤရင်းမြစ်ကို ပိတ်ပါ - probe.passive',
  nothingIn: (place) => `${place ?? 'ညွှန်ပြထားသော directory'} တွင် Gateway နှင့်ဆိုင်သည့်အရာ မရှိပါ။`,
  nameThatOne: (dir) => `state directory သည် ${dir} ဖြစ်လောက်သည်။ ၎င်းကို ညွှန်ပြပါ။`,
  lookedIn: (places) => `ရှာခဲ့သောနေရာများ - ${places}`,
  nameStateDir: '--state-dir DIR ဖြင့် directory ကို ညွှန်ပြပြီး Gateway ၏ အသုံးပြုသူအဖြစ် run ပါ။',
  knownHere: (names) => `ဤနေရာတွင် သိသောအမည်များ - ${names}`,
  setClock: 'နာရီကို ပြင်ပြီး စောင့်ကြည့်ပရိုဂရမ်ကို ပြန် run ပါ။',
};
