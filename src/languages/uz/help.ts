// What `--help` says, in Uzbek.
import type { HelpPhrases } from '../../core/phrases/help-phrases.ts';

const frame: HelpPhrases = {
  purpose: 'OpenClaw agentlari jim boʻlib qolmasidan oldin hisob maʼlumoti tugayotganini aytadi.',
  usage: 'Ishlatish: ',
  shortFor: (program, command) => `(${program} qisqasi; buyruqsiz: ${command})`,
  commands: 'Buyruqlar',
  options: 'Parametrlar',
  optionsOf: (command) => `${command} parametrlari`,
  examples: 'Misollar',
  exitCodes: 'Chiqish kodlari',
  exits: (codes) => `Chiqish kodlari: ${codes}.`,
  codes: {
    fine: 'hisobga olinadigan barcha hisob maʼlumotlari yaxshi',
    failing: 'biror narsa muddati tugagan, yoʻq, rad etilgan, yaroqsiz yoki baholab boʻlmadi',
    expiring: 'biror narsaning muddati ogohlantirish oraligʻida (24 h) tugaydi',
    own: 'notoʻgʻri ishlatish, dastur xatosi, yozib boʻlmadi, oʻqib boʻlmadi, yaroqsiz sozlamalar',
    undelivered: 'yaxshi, lekin xabar hali yetkazilmadi',
  },
  oneOf: (choices) => `Bulardan biri: ${choices}.`,
  repeatable: 'Takrorlash mumkin.',
  joint: ' ',
  tellsMore: (help) => `${help} buyruq haqida koʻproq aytadi.`,
};

/** By the sentence of the command table. */
const sentences = {
  'Judge every credential of every agent and print a report.':
    'Har bir agentning har bir hisob maʼlumotini baholaydi va hisobot chiqaradi.',
  'Check, probe, and tell people what changed: what timers and cron call.':
    'Tekshiradi, provayderlardan soʻraydi va oʻzgarishlarni aytadi: timer va cron shuni chaqiradi.',
  'Tell people what changed, from a JSON report made elsewhere.':
    'Boshqa joyda tuzilgan JSON hisobot boʻyicha oʻzgarishlarni aytadi.',
  'Run on a schedule in one process.': 'Bitta jarayonda jadval boʻyicha ishlaydi.',
  'Write a judgement to look at: a page, a calendar, any format.':
    'Koʻrish uchun xulosa yozadi: sahifa, taqvim, istalgan format.',
  'Set it up: what is judged, who is told, a test message, a config, the schedule.':
    'Sozlaydi: nima baholanadi, kimga aytiladi, sinov xabari, sozlamalar, jadval.',
  'Send a test message through each channel and say what happened.':
    'Har bir kanal orqali sinov xabari yuboradi va natijani aytadi.',
  'Why a verdict came out so, what it means, how to fix it, how to switch the rule.':
    'Nega shunday xulosa chiqqani, maʼnosi, qanday tuzatish va qoidani qanday oʻzgartirish.',
  'What the channels are still owed, how they fare, and what was held back.':
    'Kanallarga hali nima yetkazilmagan, ular qanday ishlayapti va nima ushlab qolingan.',
  'Mute messages about something for a time; verdicts and exit codes stay.':
    'Biror narsa haqidagi xabarlarni vaqtincha oʻchiradi; xulosa va chiqish kodlari qoladi.',
  'Make the scheduled run live here; without a target it lists them.':
    'Jadvalli ishni shu yerga oʻrnatadi; joy koʻrsatilmasa, joylarni sanaydi.',
  'Take away what install made, and nothing else.':
    'install yaratganini olib tashlaydi, boshqa hech narsani emas.',
  'The health of the monitor itself: config, channels, state, schedule, coverage.':
    'Monitorning oʻz sogʻligi: sozlamalar, kanallar, holat, jadval, qamrov.',
  'For OnFailure= of units: say why one failed, tell people if need be.':
    'Unitʼlarning OnFailure= sozlamasi uchun: nega ishlamaganini aytadi, kerak boʻlsa xabar beradi.',
  'Print a JSON Schema: of the config, the report or the webhook body.':
    'JSON Schema chiqaradi: sozlamalar, hisobot yoki webhook mazmuni uchun.',
  'Judge credentials that a CI step holds in environment variables.':
    'CI bosqichi muhit oʻzgaruvchilarida saqlaydigan hisob maʼlumotlarini baholaydi.',
  'The whole job on a built-in sample, on this machine only.':
    'Butun ish ichki namunada, faqat shu kompyuterda.',
  'OpenClaw state directory to judge.': 'Baholanadigan OpenClaw holat katalogi.',
  'OpenClaw profile: judges ~/.openclaw-NAME.': 'OpenClaw profili: ~/.openclaw-NAME baholanadi.',
  "File with the gateway's environment.": 'Gateway muhiti yozilgan fayl.',
  'The same, but Node reads the file first: it must exist.':
    'Xuddi shunday, lekin faylni avval Node oʻqiydi: u mavjud boʻlishi kerak.',
  'Only this agent (ID or LABEL/ID).': 'Faqat shu agent (ID yoki LABEL/ID).',
  'Only credentials of this provider.': 'Faqat shu provayderning hisob maʼlumotlari.',
  'Only this profile id.': 'Faqat shu profil idʼsi.',
  'Rules to judge by.': 'Baholash qoidalari.',
  'Providers in use, or every stored profile.':
    'Ishlatilayotgan provayderlar yoki barcha saqlangan profillar.',
  'Expiring from this long before the end (24h).':
    'Muddat tugashiga qancha qolganda tugayapti deb hisoblanadi (24h).',
  'Ask the providers; alone it means metadata.':
    'Provayderlardan ham soʻraydi; yolgʻiz oʻzi metadata degani.',
  'How to print the report (text).': 'Hisobot qanday chiqariladi (text).',
  'Same as --format json.': '--format json bilan bir xil.',
  'Same as --format plain: one TSV line per finding.':
    '--format plain bilan bir xil: har bir topilma uchun bitta TSV satri.',
  'Write the report to a file instead of stdout.':
    'Hisobotni standart chiqish oʻrniga faylga yozadi.',
  'No colour, like NO_COLOR.': 'Rangsiz, NO_COLOR kabi.',
  'Print only what needs attention.': 'Faqat eʼtibor kerak boʻlganlarni chiqaradi.',
  'Print all healthy and unused credentials, too.':
    'Barcha sogʻlom va ishlatilmagan hisob maʼlumotlarini ham chiqaradi.',
  'Config to use; a named one must exist.':
    'Ishlatiladigan sozlamalar fayli; koʻrsatilgani mavjud boʻlishi kerak.',
  "Directory of the monitor's own state.": 'Monitorning oʻz holati katalogi.',
  'Judge as if it were this time.': 'Hozir shu vaqt deb baholaydi.',
  'Language of reports and messages.': 'Hisobotlar va xabarlar tili.',
  'Least level that is logged (info).': 'Jurnalga yoziladigan eng past daraja (info).',
  'Show help.': 'Yordamni koʻrsatadi.',
  'Show the version.': 'Versiyani koʻrsatadi.',
  'Say what would be sent to whom and why; send and store nothing.':
    'Kimga nima va nega yuborilishini aytadi; hech narsa yubormaydi va saqlamaydi.',
  'Report of `check --json`; - reads standard input.':
    '`check --json` hisoboti; - standart kirishni oʻqiydi.',
  'Serve the page, metrics and health; alone on 127.0.0.1:18780.':
    'Sahifa, metrikalar va sogʻliqni koʻrsatadi; yolgʻiz oʻzi 127.0.0.1:18780 da.',
  'What the last run found, without judging again.':
    'Oxirgi ishga tushish natijasi, qayta baholamasdan.',
  'Ask nothing: flags, and defaults for the rest.':
    'Hech narsa soʻramaydi: berilgan parametrlar, qolganiga standart qiymatlar.',
  'Add a channel; its flags follow.': 'Kanal qoʻshadi; keyin uning parametrlari keladi.',
  'Change a channel of the config; flags of its kind say what.':
    'Sozlamalardagi kanalni oʻzgartiradi; nima oʻzgarishini uning turidagi parametrlar aytadi.',
  'Take a channel out of the config.': 'Kanalni sozlamalardan olib tashlaydi.',
  'Send no test message.': 'Sinov xabari yubormaydi.',
  'Keep a channel whose test fails.': 'Sinovi oʻtmagan kanalni ham qoldiradi.',
  'Make the schedule live there, as `install` does.':
    'Jadvalni oʻsha yerga oʻrnatadi, `install` kabi.',
  'Where to write it.': 'Qayerga yoziladi.',
  'Print JSON.': 'JSON chiqaradi.',
  'Mute this agent (ID or LABEL/ID).': 'Shu agentning ovozini oʻchiradi (ID yoki LABEL/ID).',
  'Mute this profile id.': 'Shu profil idʼsining ovozini oʻchiradi.',
  'Mute this provider.': 'Shu provayderning ovozini oʻchiradi.',
  'Mute this finding.': 'Shu topilmaning ovozini oʻchiradi.',
  'Mute this gateway.': 'Shu Gatewayʼning ovozini oʻchiradi.',
  'End: an ISO time, or a duration like 8h from now.':
    'Tugashi: ISO vaqti yoki hozirdan boshlab 8h kabi davomiylik.',
  'Why, for whoever reads it later.': 'Nega, keyin oʻqiydiganlar uchun.',
  'Say what would be done, and do nothing.': 'Nima qilinishini aytadi va hech narsa qilmaydi.',
  'Also replace or remove files that were changed by hand.':
    'Qoʻlda oʻzgartirilgan fayllarni ham almashtiradi yoki olib tashlaydi.',
  "Units of the machine (root's default).": 'Kompyuterning unitʼlari (root uchun standart).',
  "Units of your own user manager (everybody else's default).":
    'Oʻz foydalanuvchi boshqaruvchingiz unitʼlari (boshqalar uchun standart).',
  'Two system units: who reads credentials has no network.':
    'Ikkita tizim unitʼi: hisob maʼlumotlarini oʻqiydigani tarmoqsiz.',
  'One long-lived process instead of a timer.': 'Timer oʻrniga bitta uzoq ishlaydigan jarayon.',
  'Whose gateway it is; for units of the machine.': 'Kimning Gatewayʼi; kompyuter unitʼlari uchun.',
  'When the timer fires, as systemd writes it (*:0/30).':
    'Timer qachon ishga tushadi, systemd yozuvida (*:0/30).',
  'When cron or launchd runs it: five fields of numbers (*/30 * * * *).':
    'cron yoki launchd uni qachon ishga tushiradi: beshta raqamli maydon (*/30 * * * *).',
  'How often a phone looks, 15m at least (30m).':
    'Telefon qancha vaqtda bir qaraydi, kamida 15m (30m).',
  'On a phone: the gateway is there, asked over SSH.':
    'Telefonda: Gateway oʻsha hostda, SSH orqali soʻraladi.',
  'On the gateway: let this SSH key read the report, and nothing else.':
    'Gatewayʼda: shu SSH kalitiga faqat hisobotni oʻqishga ruxsat beradi.',
  'Leave what the monitor remembers.': 'Monitor eslab qolganlarini qoldiradi.',
  'Variable that holds a credential.': 'Hisob maʼlumoti turgan oʻzgaruvchi.',
  'When the credential in NAME ends.': 'NAME dagi hisob maʼlumoti qachon tugaydi.',
  'When it was made; its end is then estimated.':
    'Qachon yaratilgan; tugashi shundan taxmin qilinadi.',
  'How long it lives once issued (365d).': 'Berilgach qancha amal qiladi (365d).',
  'An empty variable fails, in pull requests of forks too.':
    'Boʻsh oʻzgaruvchi xato hisoblanadi, forkʼlarning pull requestʼlarida ham.',
  'Write a report besides, e.g. junit=auth.xml.':
    'Qoʻshimcha hisobot yozadi, masalan junit=auth.xml.',
  'From which verdict on the step fails (expiring).':
    'Qaysi xulosadan boshlab bosqich xato boʻladi (expiring).',
  'judge the gateway of this user': 'shu foydalanuvchining Gatewayʼini baholaydi',
  'one agent, as JSON': 'bitta agent, JSON koʻrinishida',
  'ask the providers too': 'provayderlardan ham soʻraydi',
  'in a script': 'skriptda',
  'one scheduled run': 'bir marta jadvalli ishlash',
  'see what would be sent': 'nima yuborilishini koʻrish',
  'alert from another machine': 'boshqa kompyuterdan xabar berish',
  'every half hour, until stopped': 'har yarim soatda, toʻxtatilguncha',
  'with a page at http://127.0.0.1:18780/': 'http://127.0.0.1:18780/ sahifasi bilan',
  'one page, to open anywhere': 'bitta sahifa, istalgan joyda ochiladi',
  'a calendar of expiries': 'muddatlar taqvimi',
  'what the last run found': 'oxirgi ishga tushish natijasi',
  'the wizard': 'sozlash ustasi',
  'the same in a script': 'xuddi shu skriptda',
  'only the channel named email': 'faqat email nomli kanal',
  'the worst that was found, in short': 'topilgan eng yomoni, qisqacha',
  'the whole story of a profile': 'profilning butun tarixi',
  'what a finding means': 'topilmaning maʼnosi',
  'is everything delivered?': 'hammasi yetkazildimi?',
  'send all of it now': 'hammasini hozir yuborish',
  'give a message up for good': 'xabardan butunlay voz kechish',
  'nothing about agent lab today': 'bugun lab agenti haqida hech narsa',
  'what is muted, and until when': 'nimaning ovozi oʻchirilgan va qachongacha',
  'end it; an ID may be cut short': 'uni tugatish; ID qisqartirilishi mumkin',
  'a hardened timer for the gateway of alice': 'alice Gatewayʼi uchun himoyalangan timer',
  'see what it makes': 'nima yaratishini koʻrish',
  'a line in your crontab': 'crontabʼingizda bitta satr',
  'a phone that asks a gateway elsewhere': 'boshqa joydagi Gatewayʼdan soʻraydigan telefon',
  'for all users of the host': 'hostning barcha foydalanuvchilari uchun',
  'is everything in place, and what is not covered?': 'hammasi joyidami va nima qamralmagan?',
  'in a unit, with its MONITOR_* variables': 'unit ichida, uning MONITOR_* oʻzgaruvchilari bilan',
  'schema of check --json': 'check --json schemaʼsi',
  'is the key in this variable accepted?': 'bu oʻzgaruvchidagi kalit qabul qilinadimi?',
  'a setup token, which lives a year': 'bir yil amal qiladigan setup token',
  'report, alerts, a recovery': 'hisobot, xabarlar, tiklanish',
  '0 fine, 1 failing or not to be judged, 2 expiring':
    '0 yaxshi, 1 ishlamayapti yoki baholab boʻlmadi, 2 muddati tugayapti',
  '0 fine, 1 failing or not to be judged, 2 expiring, 75 fine but a message is still owed':
    '0 yaxshi, 1 ishlamayapti yoki baholab boʻlmadi, 2 muddati tugayapti, 75 yaxshi, lekin xabar yetkazilmagan',
  "0 fine, 1 failing or not to be judged, 2 expiring (the report's), 75 fine but a message is still owed":
    '0 yaxshi, 1 ishlamayapti yoki baholab boʻlmadi, 2 muddati tugayapti (hisobot boʻyicha), 75 yaxshi, lekin xabar yetkazilmagan',
  '0 after SIGTERM or SIGINT, 73 the page cannot be served':
    '0 SIGTERM yoki SIGINT dan keyin, 73 sahifani ochib boʻlmadi',
  '0 fine, 1 failing or not to be judged, 2 expiring, 74 the last run is unknown or over a day old':
    '0 yaxshi, 1 ishlamayapti yoki baholab boʻlmadi, 2 muddati tugayapti, 74 oxirgi ishga tushish nomaʼlum yoki bir kundan eski',
  '0, 73 cannot write, 78 the config that is there cannot be used':
    '0, 73 yozib boʻlmadi, 78 mavjud sozlamalarni ishlatib boʻlmaydi',
  '0 all delivered, 75 one was not': '0 hammasi yetkazildi, 75 biri yetkazilmadi',
  '0, 64 neither a code nor a stored profile': '0, 64 na kod, na saqlangan profil',
  '0 nothing is owed, 75 something is owed or was given up':
    '0 hammasi yetkazilgan, 75 yetkazilmagani yoki voz kechilgani bor',
  '0': '0',
  '0, 73 the machine does not let it': '0, 73 kompyuter ruxsat bermadi',
  '0, 1 something is broken': '0, 1 biror narsa buzilgan',
  '0 told or nothing to tell, 75 nobody could be told':
    '0 aytildi yoki aytadigan narsa yoʻq, 75 hech kimga aytib boʻlmadi',
  '0 fine, 1 failing or not to be judged, 2 expiring, less what --fail-on lets pass':
    '0 yaxshi, 1 ishlamayapti yoki baholab boʻlmadi, 2 muddati tugayapti, --fail-on oʻtkazib yuborganidan tashqari',
};

export const help = { frame, sentences };
