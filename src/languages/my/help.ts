// What `--help` says, in Burmese.
import type { HelpPhrases } from '../../core/phrases/help-phrases.ts';

const frame: HelpPhrases = {
  purpose: 'OpenClaw agent များ အသံတိတ်မသွားမီ အထောက်အထား ကုန်ဆုံးတော့မည်ကို ပြောပြသည်။',
  usage: 'သုံးပုံ - ',
  shortFor: (program, command) => `(${program} ၏ အတိုကောက်။ command မပေးလျှင် ${command})`,
  commands: 'Command များ',
  options: 'Option များ',
  optionsOf: (command) => `${command} ၏ option များ`,
  examples: 'ဥပမာများ',
  exitCodes: 'Exit code များ',
  exits: (codes) => `Exit code များ - ${codes}။`,
  codes: {
    fine: 'ထည့်တွက်သော အထောက်အထားအားလုံး ကောင်းသည်',
    failing: 'တစ်ခုခု ကုန်ဆုံး၊ မရှိ၊ ငြင်းပယ်ခံရ၊ သုံးမရ သို့မဟုတ် စစ်၍မရပါ',
    expiring: 'တစ်ခုခုသည် သတိပေးကာလ (24 h) အတွင်း ကုန်ဆုံးမည်',
    own: 'အသုံးမှား၊ ပရိုဂရမ်ချို့ယွင်း၊ ရေးမရ၊ ဖတ်မရ၊ config သုံးမရ',
    undelivered: 'ကောင်းသည်၊ သို့သော် စာတစ်စောင် မရောက်သေးပါ',
  },
  oneOf: (choices) => `ဤအထဲမှ တစ်ခု - ${choices}။`,
  repeatable: 'ထပ်ခါ ပေးနိုင်သည်။',
  joint: ' ',
  tellsMore: (help) => `${help} က command အကြောင်း ပိုမိုပြောပြသည်။`,
};

/** By the sentence of the command table. */
const sentences = {
  'Judge every credential of every agent and print a report.':
    'agent တိုင်း၏ အထောက်အထားတိုင်းကို စစ်ဆေးပြီး အစီရင်ခံစာ ထုတ်သည်။',
  'Check, probe, and tell people what changed: what timers and cron call.':
    'စစ်ဆေး၊ provider ကို မေးပြီး ပြောင်းလဲမှုကို အသိပေးသည် - timer နှင့် cron က ခေါ်သည်။',
  'Tell people what changed, from a JSON report made elsewhere.':
    'အခြားနေရာတွင် ပြုလုပ်သော JSON အစီရင်ခံစာမှ ပြောင်းလဲမှုကို အသိပေးသည်။',
  'Run on a schedule in one process.': 'process တစ်ခုတည်းဖြင့် အချိန်ဇယားအတိုင်း run သည်။',
  'Write a judgement to look at: a page, a calendar, any format.':
    'ကြည့်ရန် ရလဒ်ကို ရေးသည် - စာမျက်နှာ၊ ပြက္ခဒိန်၊ မည်သည့် format မဆို။',
  'Set it up: what is judged, who is told, a test message, a config, the schedule.':
    'စတင်ပြင်ဆင်သည် - မည်သည်ကို စစ်မည်၊ မည်သူ့ကို အသိပေးမည်၊ စမ်းသပ်စာ၊ config၊ အချိန်ဇယား။',
  'Send a test message through each channel and say what happened.':
    'channel တိုင်းမှ စမ်းသပ်စာ ပို့ပြီး ရလဒ်ကို ပြောသည်။',
  'Why a verdict came out so, what it means, how to fix it, how to switch the rule.':
    'ထိုရလဒ် ရသည့်အကြောင်း၊ အဓိပ္ပာယ်၊ ပြင်နည်း၊ စည်းမျဉ်းပြောင်းနည်း။',
  'What the channels are still owed, how they fare, and what was held back.':
    'channel များသို့ ပို့ရန်ကျန်သည်များ၊ channel အခြေအနေ၊ မပို့ဘဲထားသည်များ။',
  'Mute messages about something for a time; verdicts and exit codes stay.':
    'အချိန်အတိုင်းအတာတစ်ခု စာများကို အသံပိတ်သည်။ ရလဒ်နှင့် exit code မပြောင်းပါ။',
  'Make the scheduled run live here; without a target it lists them.':
    'အချိန်ဇယားဖြင့် run ခြင်းကို ဤနေရာတွင် ထည့်သွင်းသည်။ target မပေးလျှင် စာရင်းပြသည်။',
  'Take away what install made, and nothing else.': 'install ပြုလုပ်ထားသည်ကိုသာ ဖယ်ရှားသည်။',
  'The health of the monitor itself: config, channels, state, schedule, coverage.':
    'စောင့်ကြည့်ပရိုဂရမ်၏ ကျန်းမာရေး - config၊ channel၊ state၊ အချိန်ဇယား၊ လွှမ်းခြုံမှု။',
  'For OnFailure= of units: say why one failed, tell people if need be.':
    'unit ၏ OnFailure= အတွက် - မအောင်မြင်ရသည့်အကြောင်း ပြောပြီး လိုအပ်လျှင် အသိပေးသည်။',
  'Print a JSON Schema: of the config, the report or the webhook body.':
    'JSON Schema ထုတ်သည် - config၊ အစီရင်ခံစာ သို့မဟုတ် webhook အတွက်။',
  'Judge credentials that a CI step holds in environment variables.':
    'CI အဆင့်က environment variable တွင် ထားသော အထောက်အထားများကို စစ်သည်။',
  'The whole job on a built-in sample, on this machine only.':
    'အလုပ်အားလုံးကို ပါပြီးသား နမူနာဖြင့် ဤစက်တွင်သာ ပြသည်။',
  'OpenClaw state directory to judge.': 'စစ်ဆေးမည့် OpenClaw state directory။',
  'OpenClaw profile: judges ~/.openclaw-NAME.': 'OpenClaw profile - ~/.openclaw-NAME ကို စစ်သည်။',
  "File with the gateway's environment.": 'Gateway ၏ environment ပါသော ဖိုင်။',
  'The same, but Node reads the file first: it must exist.':
    'အထက်ပါအတိုင်း၊ သို့သော် Node က ဖိုင်ကို အရင်ဖတ်သည် - ဖိုင် ရှိရမည်။',
  'Only this agent (ID or LABEL/ID).': 'ဤ agent သာ (ID သို့မဟုတ် LABEL/ID)။',
  'Only credentials of this provider.': 'ဤ provider ၏ အထောက်အထားများသာ။',
  'Only this profile id.': 'ဤ profile id သာ။',
  'Rules to judge by.': 'စစ်ဆေးရာတွင် သုံးမည့် စည်းမျဉ်း။',
  'Providers in use, or every stored profile.':
    'သုံးနေသော provider များ သို့မဟုတ် သိမ်းထားသော profile အားလုံး။',
  'Expiring from this long before the end (24h).': 'ကုန်ဆုံးရန် ဤမျှသာကျန်လျှင် ကုန်ဆုံးတော့မည်ဟု သတ်မှတ်သည် (24h)။',
  'Ask the providers; alone it means metadata.':
    'provider များကို မေးသည်။ တစ်ခုတည်းရေးလျှင် metadata ဖြစ်သည်။',
  'How to print the report (text).': 'အစီရင်ခံစာ ထုတ်ပုံ (text)။',
  'Same as --format json.': '--format json နှင့် အတူတူ။',
  'Same as --format plain: one TSV line per finding.':
    '--format plain နှင့် အတူတူ - တွေ့ရှိချက်တစ်ခုလျှင် TSV တစ်ကြောင်း။',
  'Write the report to a file instead of stdout.': 'အစီရင်ခံစာကို stdout အစား ဖိုင်တွင် ရေးသည်။',
  'No colour, like NO_COLOR.': 'NO_COLOR ကဲ့သို့ အရောင်မသုံးပါ။',
  'Print only what needs attention.': 'ဂရုပြုရန်လိုသည်ကိုသာ ထုတ်သည်။',
  'Print all healthy and unused credentials, too.': 'ကောင်းသော၊ မသုံးသော အထောက်အထားအားလုံးကိုပါ ထုတ်သည်။',
  'Config to use; a named one must exist.': 'သုံးမည့် config။ အမည်ပေးထားလျှင် ဖိုင် ရှိရမည်။',
  "Directory of the monitor's own state.": 'စောင့်ကြည့်ပရိုဂရမ်၏ ကိုယ်ပိုင် state directory။',
  'Judge as if it were this time.': 'ယခုအချိန်ကို ဤအချိန်ဟု ယူဆ၍ စစ်သည်။',
  'Language of reports and messages.': 'အစီရင်ခံစာနှင့် စာများ၏ ဘာသာစကား။',
  'Least level that is logged (info).': 'မှတ်တမ်းတင်မည့် အနိမ့်ဆုံးအဆင့် (info)။',
  'Show help.': 'အကူအညီ ပြသည်။',
  'Show the version.': 'version ပြသည်။',
  'Say what would be sent to whom and why; send and store nothing.':
    'မည်သူ့ထံ ဘာကို အဘယ်ကြောင့် ပို့မည်ကို ပြောသည်။ ဘာမျှ မပို့၊ မသိမ်းပါ။',
  'Report of `check --json`; - reads standard input.':
    '`check --json` ၏ အစီရင်ခံစာ။ - သည် standard input ကို ဖတ်သည်။',
  'Serve the page, metrics and health; alone on 127.0.0.1:18780.':
    'စာမျက်နှာ၊ metrics နှင့် ကျန်းမာရေးကို ပြပေးသည်။ တစ်ခုတည်းရေးလျှင် 127.0.0.1:18780 ဖြစ်သည်။',
  'What the last run found, without judging again.': 'နောက်ဆုံး run တွေ့သည်ကို ထပ်မစစ်ဘဲ ပြသည်။',
  'Ask nothing: flags, and defaults for the rest.':
    'ဘာမျှ မမေးပါ - ပေးထားသော option များနှင့် ကျန်သည်အတွက် မူလတန်ဖိုး။',
  'Add a channel; its flags follow.': 'channel တစ်ခု ထည့်သည်။ ၎င်း၏ option များ နောက်မှ လိုက်သည်။',
  'Change a channel of the config; flags of its kind say what.':
    'config ရှိ channel တစ်ခုကို ပြင်သည်။ ထိုအမျိုးအစား၏ option များက ပြင်မည့်အရာကို ပြောသည်။',
  'Take a channel out of the config.': 'channel တစ်ခုကို config မှ ဖယ်သည်။',
  'Send no test message.': 'စမ်းသပ်စာ မပို့ပါ။',
  'Keep a channel whose test fails.': 'စမ်းသပ်စာ မအောင်မြင်သော channel ကိုလည်း ထားသည်။',
  'Make the schedule live there, as `install` does.': '`install` ကဲ့သို့ အချိန်ဇယားကို ထိုနေရာတွင် ထည့်သွင်းသည်။',
  'Where to write it.': 'ရေးမည့်နေရာ။',
  'Print JSON.': 'JSON ထုတ်သည်။',
  'Mute this agent (ID or LABEL/ID).': 'ဤ agent ကို အသံပိတ်သည် (ID သို့မဟုတ် LABEL/ID)။',
  'Mute this profile id.': 'ဤ profile id ကို အသံပိတ်သည်။',
  'Mute this provider.': 'ဤ provider ကို အသံပိတ်သည်။',
  'Mute this finding.': 'ဤတွေ့ရှိချက်ကို အသံပိတ်သည်။',
  'Mute this gateway.': 'ဤ Gateway ကို အသံပိတ်သည်။',
  'End: an ISO time, or a duration like 8h from now.':
    'ပြီးဆုံးချိန် - ISO အချိန် သို့မဟုတ် ယခုမှစ၍ 8h ကဲ့သို့ ကြာချိန်။',
  'Why, for whoever reads it later.': 'နောင်ဖတ်သူအတွက် အကြောင်းရင်း။',
  'Say what would be done, and do nothing.': 'ဘာလုပ်မည်ကို ပြောပြီး ဘာမျှ မလုပ်ပါ။',
  'Also replace or remove files that were changed by hand.':
    'လက်ဖြင့် ပြင်ထားသော ဖိုင်များကိုပါ အစားထိုး သို့မဟုတ် ဖယ်ရှားသည်။',
  "Units of the machine (root's default).": 'စက်၏ unit များ (root ၏ မူလရွေးချယ်မှု)။',
  "Units of your own user manager (everybody else's default).":
    'သင့်ကိုယ်ပိုင် user manager ၏ unit များ (အခြားသူများ၏ မူလရွေးချယ်မှု)။',
  'Two system units: who reads credentials has no network.':
    'စနစ် unit နှစ်ခု - အထောက်အထားဖတ်သူတွင် network မရှိပါ။',
  'One long-lived process instead of a timer.': 'timer အစား ကြာရှည် run သော process တစ်ခု။',
  'Whose gateway it is; for units of the machine.': 'မည်သူ၏ Gateway ဖြစ်သည်၊ စက်၏ unit များအတွက်။',
  'When the timer fires, as systemd writes it (*:0/30).':
    'timer စတင်ချိန်၊ systemd ရေးပုံအတိုင်း (*:0/30)။',
  'When cron or launchd runs it: five fields of numbers (*/30 * * * *).':
    'cron သို့မဟုတ် launchd run ချိန် - ဂဏန်း field ငါးခု (*/30 * * * *)။',
  'How often a phone looks, 15m at least (30m).': 'ဖုန်းက ကြည့်သည့် အကြိမ်နှုန်း၊ အနည်းဆုံး 15m (30m)။',
  'On a phone: the gateway is there, asked over SSH.':
    'ဖုန်းပေါ်တွင် - Gateway သည် ထိုစက်တွင် ရှိပြီး SSH ဖြင့် မေးသည်။',
  'On the gateway: let this SSH key read the report, and nothing else.':
    'Gateway တွင် - ဤ SSH key ကို အစီရင်ခံစာ ဖတ်ခွင့်သာ ပေးသည်။',
  'Leave what the monitor remembers.': 'ပရိုဂရမ် မှတ်ထားသည်ကို ချန်ထားသည်။',
  'Variable that holds a credential.': 'အထောက်အထား ရှိသည့် variable။',
  'When the credential in NAME ends.': 'NAME ထဲရှိ အထောက်အထား ကုန်ဆုံးမည့်အချိန်။',
  'When it was made; its end is then estimated.': 'ပြုလုပ်ခဲ့ချိန်။ ကုန်ဆုံးချိန်ကို ၎င်းမှ ခန့်မှန်းသည်။',
  'How long it lives once issued (365d).': 'ထုတ်ပေးပြီးနောက် သက်တမ်း (365d)။',
  'An empty variable fails, in pull requests of forks too.':
    'variable ဗလာဖြစ်လျှင် မအောင်မြင်ပါ၊ fork ၏ pull request တွင်လည်း ထိုအတိုင်းပင်။',
  'Write a report besides, e.g. junit=auth.xml.': 'အစီရင်ခံစာတစ်ခု ထပ်ရေးသည်၊ ဥပမာ junit=auth.xml။',
  'From which verdict on the step fails (expiring).':
    'မည်သည့်ရလဒ်မှစ၍ အဆင့်ကို မအောင်မြင်ဟု သတ်မှတ်မည် (expiring)။',
  'judge the gateway of this user': 'ဤအသုံးပြုသူ၏ Gateway ကို စစ်သည်',
  'one agent, as JSON': 'agent တစ်ခု၊ JSON ဖြင့်',
  'ask the providers too': 'provider များကိုပါ မေးသည်',
  'in a script': 'script ထဲတွင်',
  'one scheduled run': 'အချိန်ဇယားအတိုင်း တစ်ကြိမ် run ခြင်း',
  'see what would be sent': 'ပို့မည့်အရာကို ကြည့်ရန်',
  'alert from another machine': 'အခြားစက်မှ အသိပေးရန်',
  'every half hour, until stopped': 'ရပ်သည်အထိ နာရီဝက်တိုင်း',
  'with a page at http://127.0.0.1:18780/': 'http://127.0.0.1:18780/ စာမျက်နှာနှင့်အတူ',
  'one page, to open anywhere': 'မည်သည့်နေရာတွင်မဆို ဖွင့်နိုင်သော စာမျက်နှာတစ်ခု',
  'a calendar of expiries': 'ကုန်ဆုံးချိန် ပြက္ခဒိန်',
  'what the last run found': 'နောက်ဆုံး run တွေ့သည်များ',
  'the wizard': 'အဆင့်ဆင့် ပြင်ဆင်ခြင်း',
  'the same in a script': 'script ထဲတွင် ထိုအတိုင်း',
  'only the channel named email': 'email အမည်ရှိ channel သာ',
  'the worst that was found, in short': 'တွေ့ရှိသည့် အဆိုးဆုံး၊ အကျဉ်းချုပ်',
  'the whole story of a profile': 'profile တစ်ခု၏ ဖြစ်စဉ်အပြည့်အစုံ',
  'what a finding means': 'တွေ့ရှိချက်တစ်ခု၏ အဓိပ္ပာယ်',
  'is everything delivered?': 'အားလုံး ရောက်ပြီလား။',
  'send all of it now': 'အားလုံးကို ယခု ပို့ရန်',
  'give a message up for good': 'စာတစ်စောင်ကို လုံးဝ လက်လျှော့ရန်',
  'nothing about agent lab today': 'ယနေ့ agent lab အကြောင်း ဘာမျှ မပြောရန်',
  'what is muted, and until when': 'အသံပိတ်ထားသည်များနှင့် ပြီးဆုံးချိန်',
  'end it; an ID may be cut short': 'အဆုံးသတ်ရန်။ ID ကို အတိုရေးနိုင်သည်',
  'a hardened timer for the gateway of alice': 'alice ၏ Gateway အတွက် လုံခြုံရေးမြှင့်ထားသော timer',
  'see what it makes': 'ပြုလုပ်မည့်အရာကို ကြည့်ရန်',
  'a line in your crontab': 'သင့် crontab ထဲ စာတစ်ကြောင်း',
  'a phone that asks a gateway elsewhere': 'အခြားနေရာရှိ Gateway ကို မေးသော ဖုန်း',
  'for all users of the host': 'ဤစက်၏ အသုံးပြုသူအားလုံးအတွက်',
  'is everything in place, and what is not covered?': 'အားလုံး အသင့်ဖြစ်ပြီလား၊ ဘာ မပါဝင်သေးသလဲ။',
  'in a unit, with its MONITOR_* variables': 'unit ထဲတွင် ၎င်း၏ MONITOR_* variable များဖြင့်',
  'schema of check --json': 'check --json ၏ schema',
  'is the key in this variable accepted?': 'ဤ variable ထဲရှိ key ကို လက်ခံပါသလား။',
  'a setup token, which lives a year': 'သက်တမ်းတစ်နှစ်ရှိသော setup token',
  'report, alerts, a recovery': 'အစီရင်ခံစာ၊ အသိပေးစာ၊ ပြန်ကောင်းခြင်း',
  '0 fine, 1 failing or not to be judged, 2 expiring': '0 ကောင်း၊ 1 ချို့ယွင်း သို့မဟုတ် စစ်၍မရ၊ 2 ကုန်ဆုံးတော့မည်',
  '0 fine, 1 failing or not to be judged, 2 expiring, 75 fine but a message is still owed':
    '0 ကောင်း၊ 1 ချို့ယွင်း သို့မဟုတ် စစ်၍မရ၊ 2 ကုန်ဆုံးတော့မည်၊ 75 ကောင်းသော်လည်း ပို့ရန်စာ ကျန်သေးသည်',
  "0 fine, 1 failing or not to be judged, 2 expiring (the report's), 75 fine but a message is still owed":
    '0 ကောင်း၊ 1 ချို့ယွင်း သို့မဟုတ် စစ်၍မရ၊ 2 ကုန်ဆုံးတော့မည် (အစီရင်ခံစာအတိုင်း)၊ 75 ကောင်းသော်လည်း ပို့ရန်စာ ကျန်သေးသည်',
  '0 after SIGTERM or SIGINT, 73 the page cannot be served':
    '0 SIGTERM သို့မဟုတ် SIGINT နောက်၊ 73 စာမျက်နှာ ဖွင့်ပေး၍မရ',
  '0 fine, 1 failing or not to be judged, 2 expiring, 74 the last run is unknown or over a day old':
    '0 ကောင်း၊ 1 ချို့ယွင်း သို့မဟုတ် စစ်၍မရ၊ 2 ကုန်ဆုံးတော့မည်၊ 74 နောက်ဆုံး run မသိရ သို့မဟုတ် တစ်ရက်ကျော်',
  '0, 73 cannot write, 78 the config that is there cannot be used':
    '0၊ 73 ရေး၍မရ၊ 78 ရှိပြီးသား config ကို သုံး၍မရ',
  '0 all delivered, 75 one was not': '0 အားလုံး ရောက်ပြီ၊ 75 မရောက်သည် ရှိသည်',
  '0, 64 neither a code nor a stored profile': '0၊ 64 code မဟုတ်၊ သိမ်းထားသော profile လည်း မဟုတ်',
  '0 nothing is owed, 75 something is owed or was given up': '0 ပို့ရန်မကျန်၊ 75 ပို့ရန်ကျန် သို့မဟုတ် လက်လျှော့ထား',
  '0': '0',
  '0, 73 the machine does not let it': '0၊ 73 စက်က ခွင့်မပြု',
  '0, 1 something is broken': '0၊ 1 ပျက်နေသည် ရှိသည်',
  '0 told or nothing to tell, 75 nobody could be told':
    '0 အသိပေးပြီး သို့မဟုတ် အသိပေးရန်မရှိ၊ 75 မည်သူ့ကိုမျှ အသိပေး၍မရ',
  '0 fine, 1 failing or not to be judged, 2 expiring, less what --fail-on lets pass':
    '0 ကောင်း၊ 1 ချို့ယွင်း သို့မဟုတ် စစ်၍မရ၊ 2 ကုန်ဆုံးတော့မည်၊ --fail-on ခွင့်ပြုသည်မှ လွဲ၍',
};

export const help = { frame, sentences };
