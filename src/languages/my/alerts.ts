// What a notification says around its facts, in Burmese.
import { SHOW_ALL, type AlertPhrases, type Matter } from '../../core/phrases/alert-phrases.ts';
import { maybe } from '../../core/phrases/maybe.ts';
import { told } from './deliveries.ts';
import { incidents } from './incidents.ts';
import { number, times } from './times.ts';

function what({ matter, host, failing }: Matter): string {
  return `${matter} (${host})${failing > 0 ? `၊ ${number(failing)} ခု ချို့ယွင်းနေသည်` : ''}`;
}

export const alerts: AlertPhrases = {
  lang: 'my',
  times,
  incidents,
  state: { fail: 'ချို့ယွင်း', warn: 'သတိပေးချက်', notice: 'အသိပေးချက်', info: 'သိရန်' },
  stage: {
    firing: '',
    escalated: '',
    reminder: '[ထပ်မံသတိပေး] ',
    recovered: '[ပြန်ကောင်းပြီ] ',
    deadletter: '',
    test: '',
  },
  subject: {
    line: ({ topic, host, more }) =>
      `${topic}၊ ${host}${more > 0 ? ` + နောက်ထပ် ${number(more)} ခု` : ''}`,
    topic: ({ headline, whom }) => `${headline} - ${whom}`,
    test: (monitor) => `${monitor} မှ စမ်းသပ်စာ`,
    failed: (monitor) => `${monitor} ချို့ယွင်းသွားသည်`,
    forgot: (monitor) => `${monitor} အသိပေးခဲ့သမျှ မှတ်တမ်း ပျောက်သွားသည်`,
    undelivered: (channel) => `သတိပေးချက် မပို့နိုင်ပါ - ${channel} channel`,
    agents: (count) => `agent ${number(count)} ခု`,
    namedAgents: (names) => `agent ${names}`,
    profiles: (count) => `profile ${number(count)} ခု`,
    gateway: (label) => `Gateway ${label}`,
    at: ({ what: subject, place }) => `${subject}${maybe(place, ' (', ')')}`,
  },
  lead: {
    firing: ({ state, ...matter }) => `${state} - ${what(matter)}။`,
    escalated: ({ state, ...matter }) => `${state}၊ ယခင်ထက် ပိုဆိုးသည် - ${what(matter)}။`,
    reminder: ({ state, ...matter }) => `${state}၊ မဖြေရှင်းရသေးပါ - ${what(matter)}။`,
    discounted: (matter) => `ထည့်မတွက်တော့ပါ - ${what(matter)}။`,
    recovered: ({ matter, host }) => `ပြန်ကောင်းပြီ - ${host} ရှိ "${matter}" ပြီးဆုံးပြီ။`,
    allRecovered: (matter) => `ပြန်ကောင်းပြီ - ${what(matter)} ပြီးဆုံးပြီ။`,
    breakdown: (host) =>
      `${host} ရှိ စောင့်ကြည့်ပရိုဂရမ်ကိုယ်တိုင် ချို့ယွင်းသွားသည်။ မပြင်မချင်း အထောက်အထားများကို မည်သူမျှ မစစ်ဆေးပါ။`,
    forgot: (host) => `${host} မှ ယခင် အသိပေးခဲ့သမျှ မှတ်တမ်း ပျောက်သွားသည်။ ထပ်မံ ရောက်လာနိုင်သည်။`,
    undelivered: ({ channel, host }) =>
      `မပို့နိုင်ပါ - ${host} ရှိ ${channel} channel က သတိပေးချက်များကို လက်မခံပါ။`,
    test: (host) => `စမ်းသပ်ခြင်း - ဤ channel အလုပ်လုပ်သည်။ ${host} မှ ပို့သည်။`,
  },
  problems: (count) => `OpenClaw အထောက်အထား ပြဿနာ ${number(count)} ခု`,
  testRemark: 'ဤစာသည် သင့်အထောက်အထားများအကြောင်း မဟုတ်ပါ။ ဘာမျှလုပ်ရန်မလိုပါ။',
  sinceFault: ({ since, fault }) => `${since} မှစ၍ - ${told(fault)}`,
  lookInto: (command) => `အသေးစိတ်ကြည့်ရန် - ${command}`,
  wouldHaveTold: 'အသိပေးသင့်ခဲ့သောအရာ -',
  label: {
    agent: 'Agent',
    agents: 'Agent',
    profile: 'Profile',
    profiles: 'Profile',
    provider: 'Provider',
    since: 'စတင်ချိန်',
    lasted: 'ကြာချိန်',
    expires: 'ကုန်မည့်ချိန်',
    expired: 'ကုန်ခဲ့ချိန်',
    next: 'ဆက်ဖြစ်မည်',
    fix: 'ဖြေရှင်းရန်',
  },
  colon: ':',
  agentsAt: ({ names, gateway }) => `${names} (${gateway})`,
  nothingToDo: 'ဘာမျှလုပ်ရန်မလိုပါ။',
  counted: ({ clock, when }) => `${clock} (${when})`,
  titled: ({ state, title }) => `${state} - ${title}`,
  was: (title) => `ယခင် - ${title}`,
  discounted: (title) => `ထည့်မတွက်တော့ပါ - ${title}`,
  andMore: (names, more) => `${names} + နောက်ထပ် ${number(more)} ခု`,
  moreIncidents: (count) => `+ နောက်ထပ် ${number(count)} ခု၊ သိပ်အရေးမကြီးပါ။ အားလုံးကြည့်ရန် - ${SHOW_ALL}`,
  moreLines: (count) => `+ နောက်ထပ် ${number(count)} ကြောင်း - ${SHOW_ALL}`,
  observed: ({ clock, monitor, host }) => `${host} ရှိ ${monitor} က ${clock} တွင် တွေ့ရှိသည်။`,
  log: (command) => ` မှတ်တမ်း - ${command}`,
};
