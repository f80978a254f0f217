// What `outbox`, `run --dry-run`, `silence` and `test` say, in Uzbek.
import type { AlertingPhrases } from '../../core/phrases/alerting-phrases.ts';
import { told } from './deliveries.ts';
import { number } from './times.ts';

export const alerting: AlertingPhrases = {
  suppressed: {
    not_routed: 'kanalning agentlari, provayderlari yoki kodlariga kirmaydi',
    below_min_severity: 'kanalning minSeverity darajasidan past',
    silenced: 'ovozi oʻchirilgan',
    not_judged: 'bu safar tekshirilmadi',
    flapping:
      'provayder shunday javobni hozirgina qaytarib oldi; ikkinchi safar ham kelsa, aytiladi',
    quiet_hours: 'sokin soatlar tugashini kutmoqda',
    storm_cap: 'stormCap chegarasidan oshdi; joy boʻlganda bitta xabarda keladi',
    already_told: 'allaqachon aytilgan',
    already_owed: 'bu haqdagi xabar hali yetkazilmagan',
    reminders_off: 'kanalda takroriy eslatmalar oʻchirilgan',
    recoveries_off: 'kanalda tiklanish xabarlari oʻchirilgan',
    never_told: 'aytilmasdan oldin tugadi',
  },
  events: {
    new: 'yangi',
    renewed: 'yangilangan hisob maʼlumotida ham muammo bor',
    worse: 'aytilganidan yomonroq',
    changed: 'aytilganidan boshqa muammo',
    joined: 'yana bir agent ishlamayapti',
    still_failing: 'eslatish vaqti keldi',
    recovered: 'tugadi',
    owed: 'oldingi xabar yetib bormagan',
  },
  more: (count) => `+ yana ${number(count)} ta`,
  outbox: {
    nothingTold: 'Hali birorta kanalga hech narsa aytilmagan.',
    nothingDelivered: 'hali hech narsa yetkazilmagan',
    lastDelivered: (at) => `oxirgi yetkazilgani ${at}`,
    failingSince: (at, fault) => `${at} dan beri ishlamayapti: ${told(fault)}`,
    error: (fault) => told(fault),
    paused: 'sozlamasi oʻzgarguncha yoki sinov yetkazilguncha tinch qoʻyilgan',
    heldUntil: (at) => `${at} gacha tinch qoʻyilgan`,
    message: ({ id, kind, channel, subject }) => `${id} ${kind}, kanal ${channel}: ${subject}`,
    tries: ({ made, failed, turn }) =>
      `yaratilgan ${made}, ${number(failed)} safar yetkazilmadi, ${turn}`,
    givenUp: 'voz kechilgan',
    due: 'keyingi safar yuboriladi',
    nextTry: (at) => `keyingi urinish ${at}`,
    owedTo: (recipients) => `hali yetkazilmagan: ${recipients}`,
    heldBack: 'Oxirgi safar ushlab qolinganlar',
  },
  plan: {
    noChannel: 'Sozlangan kanal yoʻq: hech kimga aytilmasdi.',
    nothing: 'Hech narsa yuborilmasdi: aytadigan yangilik yoʻq.',
    owed: ({ channel, kind, tries }) =>
      `${channel} kanaliga hali yetkazilmagan: ${kind} (${number(tries)} marta urinilgan)`,
    send: ({ channel, kind, what }) => `${channel} kanaliga yuborilardi: ${kind}: ${what}`,
    keep: (channel, what) => `${channel} kanaliga yuborilmaydi: ${what}`,
    keepMore: (channel, count) => `${channel} kanaliga yuborilmaydi: yana ${number(count)} ta`,
  },
  silence: {
    none: 'Ovozi oʻchirilgan narsa yoʻq.',
    subjects: {
      gateway: 'Gateway',
      agent: 'agent',
      profile: 'profil',
      provider: 'provayder',
      code: 'kod',
    },
    row: ({ what, end, open, comment }) =>
      `${what}  ${end} gacha, ${number(open)} ta ochiq muammoning ovozi oʻchirilgan: ${comment}`,
  },
  test: {
    delivered: 'yetkazildi',
    deliveredAs: (detail) => `yetkazildi (${told(detail)})`,
    awake: 'u tinch qoʻyilgan edi; keyingi safardan boshlab xabarlar yana yuboriladi',
    failed: (fault, detail) => `yetkazilmadi, ${told(`${fault}: ${detail}`)}`,
  },
};
