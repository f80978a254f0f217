// What a notification says around its facts, in Uzbek.
import { SHOW_ALL, type AlertPhrases, type Matter } from '../../core/phrases/alert-phrases.ts';
import { maybe } from '../../core/phrases/maybe.ts';
import { told } from './deliveries.ts';
import { incidents } from './incidents.ts';
import { number, times } from './times.ts';

function what({ matter, host, failing }: Matter): string {
  return `${host}: ${matter}${failing > 0 ? `, ulardan ${number(failing)} tasi ishlamayapti` : ''}`;
}

export const alerts: AlertPhrases = {
  lang: 'uz',
  times,
  incidents,
  state: { fail: 'Ishlamayapti', warn: 'Ogohlantirish', notice: 'Eslatma', info: 'Maʼlumot uchun' },
  stage: {
    firing: '',
    escalated: '',
    reminder: '[Takroriy eslatma] ',
    recovered: '[Tiklandi] ',
    deadletter: '',
    test: '',
  },
  subject: {
    line: ({ topic, host, more }) =>
      `${topic}, ${host}${more > 0 ? ` + yana ${number(more)} ta` : ''}`,
    topic: ({ headline, whom }) => `${headline}: ${whom}`,
    test: (monitor) => `${monitor} sinov xabari`,
    failed: (monitor) => `${monitor} ishlamay qoldi`,
    forgot: (monitor) => `${monitor} oldingi xabarlar qaydini yoʻqotdi`,
    undelivered: (channel) => `Xabarlar yetkazilmadi: ${channel} kanali`,
    agents: (count) => `${number(count)} ta agent`,
    namedAgents: (names) => `agent ${names}`,
    profiles: (count) => `${number(count)} ta profil`,
    gateway: (label) => `Gateway ${label}`,
    at: ({ what: subject, place }) => `${subject}${maybe(place, ' (', ')')}`,
  },
  lead: {
    firing: ({ state, ...matter }) => `${state}. ${what(matter)}.`,
    escalated: ({ state, ...matter }) => `${state}, avvalgidan yomonroq. ${what(matter)}.`,
    reminder: ({ state, ...matter }) => `${state}, hali ham hal etilmagan. ${what(matter)}.`,
    discounted: (matter) => `Endi hisobga olinmaydi. ${what(matter)}.`,
    recovered: ({ matter, host }) => `Tiklandi. ${host}: "${matter}" tugadi.`,
    allRecovered: (matter) => `Tiklandi. ${what(matter)}, hammasi tugadi.`,
    breakdown: (host) =>
      `${host}: monitorning oʻzi ishlamay qoldi, tuzatilmaguncha hisob maʼlumotlarini hech kim baholamaydi.`,
    forgot: (host) => `${host} dan avval aytilganlar qaydi yoʻqoldi: ular takrorlanishi mumkin.`,
    undelivered: ({ channel, host }) =>
      `Yetkazilmadi. ${host}: ${channel} kanali xabarlarni qabul qilmayapti.`,
    test: (host) => `Sinov: bu kanal ishlayapti. ${host} dan yuborildi.`,
  },
  problems: (count) => `OpenClaw hisob maʼlumotlari bilan ${number(count)} ta muammo`,
  testRemark: 'Bu xabar hisob maʼlumotlaringiz haqida emas, hech narsa qilish shart emas.',
  sinceFault: ({ since, fault }) => `${since} dan beri: ${told(fault)}`,
  lookInto: (command) => `Batafsil koʻrish: ${command}`,
  wouldHaveTold: 'Aytilishi kerak boʻlgan xabar:',
  label: {
    agent: 'Agent',
    agents: 'Agentlar',
    profile: 'Profil',
    profiles: 'Profillar',
    provider: 'Provayder',
    since: 'Boshlangan',
    lasted: 'Davom etdi',
    expires: 'Muddati',
    expired: 'Tugagan',
    next: 'Keyin',
    fix: 'Yechim',
  },
  colon: ':',
  agentsAt: ({ names, gateway }) => `${names} (${gateway})`,
  nothingToDo: 'Hech narsa qilish shart emas.',
  counted: ({ clock, when }) => `${clock} (${when})`,
  titled: ({ state, title }) => `${state}: ${title}`,
  was: (title) => `Avval: ${title}`,
  discounted: (title) => `Endi hisobga olinmaydi: ${title}`,
  andMore: (names, more) => `${names} + yana ${number(more)} ta`,
  moreIncidents: (count) =>
    `+ yana ${number(count)} ta, unchalik shoshilinch emas. Hammasini koʻrish: ${SHOW_ALL}`,
  moreLines: (count) => `+ yana ${number(count)} qator: ${SHOW_ALL}`,
  observed: ({ clock, monitor, host }) => `${host} dagi ${monitor} ${clock} holatiga koʻra.`,
  log: (command) => ` Jurnal: ${command}`,
};
