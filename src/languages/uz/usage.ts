// What is said about a command line that cannot be used, in Uzbek.
import { maybe } from '../../core/phrases/maybe.ts';
import type { SetupPhrases } from '../../core/phrases/setup-phrases.ts';
import type { UsagePhrases } from '../../core/phrases/usage-phrases.ts';

export const usage: UsagePhrases & SetupPhrases = {
  unknownCommand: (commands) => `nomaʼlum buyruq; buyruqlar: ${commands}`,
  unknownCommandNear: (word, near) => `nomaʼlum buyruq ${word}; balki ${near} demoqchimisiz?`,
  noArguments: (command, near) =>
    `${command} parametrlardan boshqa argument olmaydi${maybe(near, '; ', ' ishga tushishi uchun uni boshiga qoʻying')}`,
  joinedValue: (option, value) => `${option} qiymati qoʻshib yoziladi: ${option}=${value}`,
  knownWords: (command, words, near) =>
    `${command} bularni qabul qiladi: ${words}${maybe(near, '; balki ', ' demoqchimisiz?')}`,
  noLongOption: (command) => `${command} buyrugʻida bunday parametr yoʻq (uzun parametr berilgan)`,
  noShortOption: (command) =>
    `${command} buyrugʻida bunday parametr yoʻq (qisqa parametr berilgan)`,
  noOptionNear: (command, word, near) =>
    `${command} buyrugʻida ${word} parametri yoʻq; balki ${near} demoqchimisiz?`,
  givenTwice: (option) => `${option} ikki marta, turli qiymatlar bilan berilgan`,
  takesNoValue: (option) => `${option} qiymat olmaydi`,
  needsValue: (option, value) =>
    `${option} uchun qiymat kerak: ${value} (chiziqcha bilan boshlanadigani "=" dan keyin yoziladi)`,
  oneOf: (option, choices, near) =>
    `${option} qiymati bulardan biri: ${choices}${maybe(near, '; balki ', ' demoqchimisiz?')}`,
  exclude: (one, other) => `${one} va ${other} birga ishlatilmaydi`,
  noSuchArgument: (command) => `${command} bunday argument olmaydi`,
  belongsTo: (option, command) => `${option} faqat ${command} uchun`,
  openclawProfile: '--openclaw-profile: harflar, raqamlar, "-" va "_", koʻpi bilan 64 ta belgi',
  sameLabel: 'ikkita Gateway belgisi bir xil',
  warnWithin: '--warn-within bu davomiylik, masalan 90s, 15m, 24h yoki 7d',
  isoNow: '--now bu ISO vaqti, masalan 2026-11-21T09:00:00Z',
  oneFormat: (one, other) => `bitta format tanlang, ${one} va ${other} birga boʻlmaydi`,
  insideOpenClaw: (named) =>
    `${named} OpenClaw holat katalogi ichida, u yerga hech qachon hech narsa yozilmaydi`,
  theConfig: 'sozlamalar fayli',
  oneToExplain: 'explain bitta kod yoki bitta profil idʼsini oladi',
  explainNear: (near) => `bunday profil yoki kod yoʻq; balki ${near} demoqchimisiz?`,
  explainNothing: 'bunday kod yoʻq, bu yerdagi Gatewayʼlarda profil ham yoʻq',
  explainUnknown:
    'bunday profil yoki kod yoʻq; auth-monitor check --verbose barcha profillarni koʻrsatadi',
  noChannels: 'hech qanday kanal sozlanmagan: `auth-monitor init` bittasini qoʻshadi',
  noSuchChannel: (channels) => `bunday kanal yoʻq; bor kanallar: ${channels}`,
  noSuchChannelNear: (near) => `bunday kanal yoʻq; balki ${near} demoqchimisiz?`,
  needsReport: 'notify uchun --report FILE kerak (- standart kirishni bildiradi)',
  lastGoesWithout: (options) =>
    `--last oxirgi ishga tushish natijasini koʻrsatadi, shuning uchun ${options} bilan ishlatilmaydi`,
  schemaOneOf: (names) => `schema bulardan birini oladi: ${names}`,
  webAddress: '--web bu port yoki portli manzil, masalan 127.0.0.1:18780',
  webNeedsToken:
    '--web: bu manzilga boshqalar ham kira oladi, shuning uchun sozlamalarda web.token boʻlishi kerak',
  dropNeedsId: 'outbox drop uchun xabarning ID raqami kerak',
  noSuchMessage: 'yuborilmagan xabarlar orasida bunday ID yoʻq',
  severalMessages: (ids) => `bir nechta xabarning ID raqami shunday boshlanadi: ${ids}`,
  removeNeedsId: 'silence remove uchun ovozsizlikning ID raqami kerak',
  noSuchSilence: 'bunday ID bilan ovozsizlik yoʻq; `silence list` ularni koʻrsatadi',
  severalSilences: (ids) => `bir nechta ovozsizlikning ID raqami shunday boshlanadi: ${ids}`,
  otherGateways: '--agent LABEL/ID va --gateway boshqa-boshqa Gatewayʼlarni bildiradi',
  silenceWhat:
    'silence add nimaning ovozini oʻchirishni bilishi kerak: --agent, --profile, --provider, --code yoki --gateway',
  silenceWhy: 'silence add uchun --comment kerak: nega, keyin oʻqiydiganlar uchun',
  commentLine: (most) => `--comment bu bitta satr, koʻpi bilan ${most} ta belgi`,
  silenceUntil:
    'silence add uchun --until kerak: 2026-11-24T09:00Z kabi vaqt yoki hozirdan boshlab 8h',
  untilIsOver: '--until vaqti allaqachon oʻtgan',
  ciNeedsEnv: 'ci uchun --env NAME kerak: hisob maʼlumoti turgan oʻzgaruvchi',
  envTwice: '--env bitta oʻzgaruvchini ikki marta koʻrsatgan',
  envName: '--env oʻzgaruvchi nomini oladi: NAME',
  envProvider: (name) => `--env ${name}: ":" dan keyingi provayder anthropic kabi bitta soʻz`,
  bothGiven: (one, other, name) => `${name} uchun ${one} ham, ${other} ham berilgan`,
  nameAndDate: (option) => `${option} NAME=DATE oladi, NAME esa --env koʻrsatgan nom`,
  isoDate: (option, name) => `${option} ${name}: sana ISO sanasi boʻladi, masalan 2027-03-31`,
  lifetime: '--lifetime bu davomiylik, masalan 90d yoki 365d',
  formatAndFile: (formats) => `--write FORMAT=FILE oladi, FORMAT bulardan biri: ${formats}`,
  seeHelp: (command) => `Qarang: ${command}.`,
  said: (words) => words,
  channelNeeds: (type, options) => `${type} kanali uchun ${options} kerak`,
  portNumber: (option) => `${option} bu port raqami`,
  whereSecret: (option) =>
    `${option} secret qayerdaligini bildiradi: env:NAME, file:PATH yoki credential:NAME`,
  changeOrAdd: '--change va --channel birga ishlatilmaydi: birin-ketin bajaring',
  ofChannel: (option, type) => `${option} ${type} turidagi kanalga tegishli`,
  changedByHand: (type) => `${type} turidagi kanal qoʻlda oʻzgartiriladi`,
  changeNeeds: (name, options) => `--change ${name} uchun bulardan biri kerak: ${options}`,
  channelFaults: (name, faults) => `${name} kanali: ${faults}`,
  both: (one, other) => `${one}; ${other}`,
  noSuchOwnChannel: (option, channels) =>
    `${option}: sozlamalarda bunday kanal yoʻq; bor kanallar: ${channels}`,
  noSuchOwnChannelNear: (option, near) =>
    `${option}: sozlamalarda bunday kanal yoʻq; balki ${near} demoqchimisiz?`,
  none: 'yoʻq',
  cannotEdit: (path) =>
    `${path} xavfsiz tahrirlab boʻlmaydigan tarzda yozilgan: kanallarni qoʻlda oʻzgartiring.`,
  noConfigHome:
    'Bu foydalanuvchida sozlamalar uchun uy katalogi yoʻq: --config FILE bilan koʻrsating.',
  targets: (targets, near) => `joylar: ${targets}${maybe(near, '; balki ', ' demoqchimisiz?')}`,
  notFor: (target, options) => `${target} uchun emas: ${options}`,
  fromWhere: (targets) => `qayerdan olib tashlanishini ayting: ${targets}`,
  splitIsSystem: '--split uchun tizim boshqaruvchisi kerak: root sifatida ishga tushiring',
  forIsSystem:
    '--for tizim unitʼlari uchun; --user kerak boʻlsa, oʻsha foydalanuvchi sifatida kiring',
  whoseGateway: (users) => `kimning Gatewayʼi ekanini ayting: --for USER (${users})`,
  noOwners: '~/.openclaw bor foydalanuvchi topilmadi',
  noSuchUser: 'bu hostda bunday foydalanuvchi yoʻq',
  oddUser: 'bunday belgili foydalanuvchi nomi unit nusxasi nomi boʻla olmaydi',
  hiddenInUnit: 'boshqaruv belgilari bor yoʻlni unitʼga yozib boʻlmaydi',
  hiddenWords: 'boshqaruv belgilari bor soʻzlarni unitʼga yozib boʻlmaydi',
  hiddenInJob: 'boshqaruv belgilari bor yoʻlni jadvalga qoʻyib boʻlmaydi',
  hiddenInPath: 'boshqaruv belgilari bor yoʻlni ishlatib boʻlmaydi',
  calendarOfTimer: '--watch jadvali sozlamalarda; --on-calendar timerʼlar uchun',
  calendarTime: '--on-calendar bu systemd taqvim vaqti, masalan *:0/30 yoki 09:00',
  longLine: 'yoʻllar cron satri uchun juda uzun',
  longPath: '256 belgidan uzun yoʻlni jadvalga qoʻyib boʻlmaydi',
  scheduleFields:
    '--schedule raqamlardan iborat, qachondir keladigan beshta cron maydonini oladi, masalan "*/30 * * * *"',
  manyTimes: '--schedule da launchd uchun vaqtlar juda koʻp',
  agentNeedsHome: 'launchd agenti uy katalogi bor foydalanuvchiga tegishli',
  remoteHost: '--remote bu ssh qabul qiladigan host: alice@gateway',
  remoteJudges:
    '--remote oʻsha yerdagini baholaydi; Gatewayʼlarni kalitga ruxsat berilgan joyda koʻrsating',
  every: '--every kamida 15m davomiylik: Android vazifani bundan tez-tez ishga tushirmaydi',
  phoneKey: '--phone-key bu qoʻshtirnoq ichidagi ochiq kalit: ssh-ed25519 AAAA… name',
  forPhone: (option) => `${option} telefon uchun, --phone-key Gateway uchun`,
  notWhole: (path) => `Bu paket toʻliq emas: ${path} oʻqilmadi.`,
};
