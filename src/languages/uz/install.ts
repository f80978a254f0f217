// What `install` and `uninstall` tell, in Uzbek.
import type { InstallPhrases } from '../../core/phrases/install-phrases.ts';

export const install: InstallPhrases = {
  places: 'Jadval boʻyicha tekshiruvni quyidagilarga oʻrnatish mumkin:',
  targets: {
    cron: 'crontabʼingizdagi bitta qator (cron bor har qanday tizim).',
    launchd: 'Tizimga kirishingizga bogʻlangan launchd vazifasi (macOS).',
    systemd: 'Himoyalangan timer, ajratilgan juftlik yoki watch (Linux).',
    termux: 'Android telefondagi (Termux) vazifa yoki uning uchun kalit.',
  },
  did: {
    wrote: (what) => `yozildi: ${what}`,
    updated: (what) => `yangilandi: ${what}`,
    removed: (what) => `oʻchirildi: ${what}`,
    made: (what) => `yaratildi: ${what}`,
    ran: (what) => `bajarildi: ${what}`,
  },
  would: {
    wrote: (what) => `yozilardi: ${what}`,
    updated: (what) => `yangilanardi: ${what}`,
    removed: (what) => `oʻchirilardi: ${what}`,
    made: (what) => `yaratilardi: ${what}`,
    ran: (what) => `bajarilardi: ${what}`,
  },
  cannot: {
    wrote: (what, why) => `${what} faylini yozib boʻlmadi: ${why}`,
    updated: (what, why) => `${what} faylini yangilab boʻlmadi: ${why}`,
    removed: (what, why) => `${what} ni oʻchirib boʻlmadi: ${why}`,
    made: (what, why) => `${what} ni yaratib boʻlmadi: ${why}`,
    ran: (what, why) => `${what} ni bajarib boʻlmadi: ${why}`,
  },
  cannotLook: (path, why) => `${path} ni koʻrib boʻlmadi: ${why}`,
  failed: ({ command, code, said }) => `${command} bajarilmadi (${code}): ${said}`,
  endedWith: (command, code) => `${command} ${code} kodi bilan tugadi`,
  unchanged: (what) => `oʻzgarmadi: ${what}`,
  yours: (path) => `oʻzgarmadi: ${path} (sizniki)`,
  kept: (path) => `qoldirildi: ${path}`,
  keptFor: (path, names) => `qoldirildi: ${path}: ${names}`,
  keptEdited: (path) => `qoldirildi: ${path}, u qoʻlda oʻzgartirilgan`,
  forceRemoves: (path) => `qoldirildi: ${path}, u qoʻlda oʻzgartirilgan; --force uni oʻchiradi`,
  forceReplaces: '"+" qatorlari oʻrnatilardi; --force faylni almashtiradi',
  nothingOfOurs: 'bu yerda oʻrnatilgan hech narsa yoʻq',
  absent: (program) => `Bu yerda ${program} yoʻq.`,
  noHome: 'Bu foydalanuvchining uy katalogi yoʻq.',
  note: (remark) => `eslatma: ${remark}`,
  jobHasNoVariable: (where) => `${where} oʻzgaruvchidan olinadi, vazifada esa bu oʻzgaruvchi yoʻq`,
  noConfigNamesChannel: 'sozlamalarda kanal koʻrsatilmagan: hech kimga aytilmaydi',
  jobOfRoot: 'bu rootʼning vazifasi; sudo ishlatilmasa, sizniki boʻladi',
  seed: {
    timerState: 'Timer va shell kimga nima aytilganini bir joyda saqlaydi.',
    jobState: 'Vazifa va shell nima aytilganini bir joyda saqlaydi.',
    notifiers: 'Kimga aytiladi: docs/configuration.md ga qarang.',
  },
  cron: {
    nothingOfOurs: 'oʻzgarmadi: crontab, unda oʻrnatilgan hech narsa yoʻq',
    forceRemoves:
      'qoldirildi: crontab, oʻrnatilgan qatorlar qoʻlda oʻzgartirilgan; --force ularni oʻchiradi',
    forceReplaces:
      'qoldirildi: crontab, oʻrnatilgan qatorlar qoʻlda oʻzgartirilgan; --force ularni quyidagiga almashtiradi',
    halfOfOurs:
      'crontabʼda oʻrnatilgan qismning birinchi qatori bor, oxirgisi yoʻq: crontab -e bilan tuzating',
  },
  systemd: {
    needsRoot: 'Tizim unitʼlari uchun root kerak; --user faqat siz uchun oʻrnatadi.',
    notRunning: 'Bu yerda systemd ishlamayapti; oʻrniga cron yoki `watch` yaraydi.',
    splitNeeds: (needed, present) => `--split uchun systemd ${needed} kerak; bu yerda ${present}.`,
    allSecrets: 'butun katalog uchun LoadCredential=',
    leftOut: (line, why) => `qoʻshilmadi: ${line}, sababi: ${why}`,
    tooOld: (version, needed) => `systemd ${version} eski, ${needed} kerak`,
    tellsNoHandler: (version, needed) =>
      `systemd ${version} nima ishlamay qolganini handlerʼga aytmaydi, ${needed} dan boshlab aytadi`,
    loadsNoDirectory: (version, instead) =>
      `systemd ${version} buni qila olmaydi, shuning uchun ${instead}`,
    instead: {
      named: 'har bir secret nomma-nom yozilgan: yangisini qoʻshsangiz, qayta oʻrnating',
      byFile: 'sozlamalar secretʼlarni { file } orqali olishi kerak',
      readFiles: 'unitʼlar fayllarni oʻzi oʻqiydi',
    },
    noPerl: (perl) => `Node uchun socket ochadigan ${perl} yoʻq`,
    trialFailed: 'u bilan sinov bu yerda ishlamadi',
    onlyWhileLoggedIn: 'lingering boʻlmasa, unitʼlar faqat siz tizimda boʻlganda ishlaydi',
    keptLingering: (name, units) =>
      `${name} uchun lingering yoqilganicha qoldi: ${units} ga kerak boʻlishi mumkin`,
    unnameable: (path) => `unitʼda ${path} ni yozib boʻlmaydi, shuning uchun u koʻrinmaydi`,
    unseen: (path) => `unit ${path} ni koʻrmaydi`,
    unitHasNoVariable: (where) =>
      `${where} oʻzgaruvchidan olinadi, unitʼda esa bu oʻzgaruvchi yoʻq: { credential } yoki { file } ishlating`,
    noChannel: (config) => `${config} da kanal koʻrsatilmagan: hech kimga aytilmaydi`,
    toRun: (command) => `Hozir ishga tushirish: ${command}`,
    toReadLog: (command) => `Jurnalini oʻqish: ${command}`,
  },
  termux: {
    noTermux: 'Bu Termux emas. Gateway tomonda, telefon kaliti uchun: --phone-key',
    buttons: { fix: 'Yechim', again: 'Qayta tekshirish' },
    hostKey: (key) => `host kaliti, endi faqat shunga ishoniladi: ${key}`,
    answers: (host) => `${host} hisobotini yubordi`,
    noAnswer: ({ host, code, said }) => `${host} hali javob bermayapti (${code}): ${said}`,
    onThatHost: 'Oʻsha hostda, Gateway foydalanuvchisi nomidan, bir marta:',
    noChannel: (config) =>
      `${config} da termux turidagi kanal yoʻq: bu telefonda hech narsa koʻrinmaydi`,
    gatewaySleeps: 'Gatewayʼning oʻzini hech narsa uygʻoq tutmaydi; bu uning oʻz ishi',
    battery: 'Termux va Termux:API uchun batareyani tejashni oʻchiring.',
    toLook: (command) => `Hozir koʻrish: ${command}`,
  },
};
