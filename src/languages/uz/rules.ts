// What the named rules are and do, in Uzbek.
import type { RulePhrases } from '../../core/phrases/rule-phrases.ts';

const picked = 'OpenClaw uni hech qachon tanlamaydi, ammo 2026.2 shu sababli xato beradi.';

export const rules: RulePhrases = {
  rules: {
    refreshable_login: {
      what: 'refresh token bor kirish access token tugaganda muddati oʻtgan emas, yangilanishi kerak deb olinadi.',
      why: 'OpenClaw uni keyingi foydalanishda yangilaydi; 2026.4.18 dan beri oʻz tekshiruvi baribir soatga qaraydi.',
    },
    stalled_refresh: {
      what: 'Muddati tugagach ishlatilgan, sinalgan yoki rad etilgan, ammo yangilanmagan kirish xato hisoblanadi.',
      why: 'Demak yangilash ishlamayapti; OpenClaw 2026.2 yangilanadigan har qanday kirishni joyida deydi.',
    },
    failed_fence: {
      what: 'OpenClaw yangilanmadi deb belgilagan kirishga qaytadan kirish kerak.',
      why: 'OpenClaw ikkala tokenʼni hech narsa yangilamaydigan belgilar bilan almashtiradi.',
    },
    pending_fence: {
      what: 'Yangilanayotgan kirish faqat yangilanishi kerak deb olinadi.',
      why: 'OpenClaw yangilash davom etadigan soniyalarda uni tugagan deydi.',
    },
    cli_login: {
      what: 'Boshqa dasturga tegishli kirish OpenClaw ishlatgani uchun toʻxtagan hisoblanmaydi.',
      why: 'Oʻsha dastur uni oʻz faylida yangilaydi, OpenClaw keyinroq oladi.',
    },
    unresolved_reference: {
      what: 'Qidirilmagan SecretRef bor-yoʻqligi nomaʼlum: ogohlantirish, exec va managed uchun eslatma.',
      why: 'Monitor dastur ishga tushirmaydi va soʻralmagan faylni ochmaydi; OpenClaw 2026.9 bu yerda xato beradi.',
    },
    empty_credential: {
      what: 'Ichida kalit, token yoki kirish boʻlmagan profil yoʻq hisoblanadi.',
      why: 'OpenClaw 2026.2 boʻsh kalitni ham hisob maʼlumoti deb oladi.',
    },
    seconds_for_ms: {
      what: 'Soniyalarda saqlangan muddat notoʻgʻri shakldagi profil deb aytiladi.',
      why: 'OpenClaw uni 1970-yil yanvari deb oʻqiydi: tugagan, yangilanadigan kirish uchun esa joyida.',
    },
    unused_provider: {
      what: 'Birorta agentning modeli ishlatmaydigan provayder profili aytiladi, ammo hisobga olinmaydi.',
      why: 'U hech kimga kerak emas; OpenClaw 2026.2 shu sababli xato beradi.',
    },
    ordered_out: {
      what: 'Tartib yoki auth.profiles roʻyxati chetda qoldirgan profil aytiladi, ammo hisobga olinmaydi.',
      why: picked,
    },
    mode_excluded: {
      what: 'Turi sozlamalarda aytilgan modeʼdan farq qiladigan profil hisobga olinmaydi.',
      why: picked,
    },
    spare: {
      what: 'Provayderning soz profili yonidagi tugagan yoki tugayotgan profil zaxira deb hisobga olinadi.',
      why: 'Kerak boʻlganda u yaroqsiz boʻladi; OpenClaw 2026.9 bu haqda hech narsa demaydi.',
    },
    other_agents: {
      what: 'Har bir agent baholanadi, faqat diskda boʻlganlari ham.',
      why: 'OpenClaw bitta agentni baholaydi, sozlamalarda yoʻqlarini esa hech qachon.',
    },
    model_cooldown: {
      what: 'Bitta model chetda boʻlsa, agentning u yerda boshqa modeli bor ekan, profil yaroqli qoladi.',
      why: 'OpenClaw uni boshqa modellar uchun ishlataveradi.',
    },
    short_cooldown: {
      what: 'Umumiy davomi besh daqiqadan kam tanaffus faqat maʼlumot uchun.',
      why: 'OpenClaw provayderdagi har bir uzilishdan keyin shunday tanaffus qiladi.',
    },
    last_usable: {
      what: 'OpenClaw hozir ishlatadigan birorta profili qolmagan provayder xato hisoblanadi.',
      why: 'Agent modelini chaqira olmaydi; OpenClaw 2026.7 gacha bunda 0 bilan tugaydi.',
    },
    repeated_refusals: {
      what: 'OpenClaw rad etishlarini sanayotgan profil qisqa tanaffuslar orasida ham xato hisoblanadi.',
      why: 'OpenClaw oʻlik kalitni faqat daqiqalik tanaffuslar bilan koʻrsatadi, timer buni oʻtkazib yuborishi mumkin.',
    },
    deleted_profile: {
      what: 'OpenClaw endi saqlanmagan profil haqida yozgan tanaffuslar topilma emas.',
      why: 'OpenClaw ularni yaroqsiz profillar qatorida sanayveradi.',
    },
    gateway_keys: {
      what: 'Faqat Gateway xizmati muhitida bor kalit bor deb hisoblanadi.',
      why: 'OpenClaw soʻraladigan shell yoki timer muhiti boshqa, u “yoʻq” deydi.',
    },
    shared_refresh_token: {
      what: 'Bir necha agentdagi bitta refresh token eslatma boʻladi.',
      why: 'U bir marta ishlatilsa, birinchi yangilagan agent boshqalarini chiqarib yuboradi.',
    },
    retired_json: {
      what: 'Maʼlumotlar bazasi yonidagi JSON ombor ichida nima boʻlishidan qatʼi nazar xato hisoblanadi.',
      why: 'OpenClaw 2026.8 dan boshlab koʻchirilmaguncha agentni rad etadi.',
    },
    half_written_store: {
      what: 'Tahlil qilib boʻlmagan JSON ombor bir lahzadan keyin yana oʻqiladi, shundan keyingina xato boʻladi.',
      why: 'JSON davridagi OpenClaw joyida yozadi, shuning uchun yarim yozilgan fayl uchrashi mumkin.',
    },
  },
  effects: {
    becomes: (severity) => `${severity} boʻladi`,
    strict: 'kirish soatga qarab, saqlangan har bir profil hisobga olinadi',
    watched: 'faqat shu profil hisobga olinadi',
    everything: 'saqlangan har bir profil hisobga olinadi',
    leftOut: 'sozlamalarda yoʻq agentlar chetda qoladi',
    noEvidence: 'u sanagani dalil boʻlmaydi',
    noService: 'xizmat unitʼi oʻqilmaydi',
  },
};
