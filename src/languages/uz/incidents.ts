// What messages are headed with and what happens next, in Uzbek.
import type { AlertPhrases } from '../../core/phrases/alert-phrases.ts';

export const incidents: AlertPhrases['incidents'] = {
  profile_expired: {
    headline: 'Muddat tugagan',
    next: 'Bu provayder uchun boshqa hisob maʼlumoti yoʻq agentlar yangilanmaguncha javob olmaydi.',
  },
  profile_expiring: {
    headline: 'Muddat tugamoqda',
    next: 'Oldinroq yangilanmasa, oʻsha paytda agentlar bu hisob maʼlumotidan mahrum boʻladi.',
  },
  profile_expiry_ahead: {
    headline: 'Muddat yaqinlashmoqda',
    next: 'Hozircha hammasi ishlaydi; muddat yaqinlashganda yana xabar beriladi.',
  },
  profile_refresh_due: {
    headline: 'Yangilash vaqti',
    next: 'Agent keyingi ishlatganda OpenClaw uni oʻzi yangilaydi.',
  },
  profile_refresh_stalled: {
    headline: 'Yangilash muvaffaqiyatsiz',
    next: 'OpenClaw bu kirishni yangilay olmadi, yangisi kerak.',
  },
  profile_auth_failing: {
    headline: 'Autentifikatsiya xatosi',
    next: 'Almashtirilmaguncha OpenClaw bu hisob maʼlumoti bilan rad etilaveradi.',
  },
  profile_credential_missing: {
    headline: 'Hisob maʼlumoti yetishmaydi',
    next: 'Hisob maʼlumoti boʻlmaguncha OpenClaw bu profilni oʻtkazib yuboradi.',
  },
  secret_ref_unresolved: {
    headline: 'Secret havolasi topilmadi',
    next: 'Havola biror joyga olib bormaguncha, agentlar bu secretʼni oʻqiy olishi nomaʼlum.',
  },
  profile_malformed: {
    headline: 'Profil notoʻgʻri tuzilgan',
    next: 'OpenClaw profildan hozirgi saqlangan holida foydalana olmaydi.',
  },
  profile_cooldown: {
    headline: 'Vaqtincha chetlatilgan',
    next: 'Tanaffus tugagach OpenClaw oʻzi qayta urinadi.',
  },
  profile_disabled: {
    headline: 'Profil oʻchirilgan',
    next: 'Tanaffus tugaguncha OpenClaw undan foydalanmaydi; avval sababini bartaraf etish kerak.',
  },
  provider_exhausted: {
    headline: 'Yaroqli hisob maʼlumoti yoʻq',
    next: 'Profillardan biri yana yaroqli boʻlmaguncha agentlar bu provayderdan javob olmaydi.',
  },
  provider_missing: {
    headline: 'Hisob maʼlumoti yoʻq',
    next: 'Agentlar bu provayderni har chaqirganda xato beradi.',
  },
  provider_recovered_but_cooling: {
    headline: 'Hammasi ishlaydi, OpenClaw hali kutmoqda',
    next: 'Oʻz tanaffusi tugagach OpenClaw undan yana foydalanadi.',
  },
  claude_code_only: {
    headline: 'Token faqat Claude Code uchun',
    next: 'Anthropic uni Claude Codeʼdan tashqarida rad etadi; agentlarga boshqa hisob maʼlumoti kerak.',
  },
  credential_rejected: {
    headline: 'Hisob maʼlumoti rad etildi',
    next: 'Almashtirilmaguncha provayder uni rad etadi.',
  },
  billing_blocked: {
    headline: 'Toʻlov sababli toʻxtatilgan',
    next: 'Balans yoki kvota tiklangach provayder yana javob beradi.',
  },
  credential_age: {
    headline: 'Hisob maʼlumoti eskirmoqda',
    next: 'Muddati taxminiy; taxminan oʻsha paytda ishlamay qolishi mumkin.',
  },
  refresh_token_shared: {
    headline: 'Umumiy refresh token',
    next: 'Uni birinchi yangilagan agent boshqalarni tizimdan chiqarib yuborishi mumkin.',
  },
  store_unreadable: {
    headline: 'Ombor oʻqilmayapti',
    next: 'Ichidagini baholab boʻlmaydi, shuning uchun oʻqilmaguncha nosoz hisoblanadi.',
  },
  store_migration_required: {
    headline: 'Omborni koʻchirish kerak',
    next: 'Ombor koʻchirilmaguncha OpenClaw bu agentlarga xizmat koʻrsatmaydi.',
  },
  store_permissions: {
    headline: 'Omborni boshqalar oʻqiy oladi',
    next: 'Bu kompyuterning boshqa foydalanuvchilari ichidagi hisob maʼlumotlarini oʻqiy oladi.',
  },
  profile_unused: {
    headline: 'Profil ishlatilmaydi',
    next: 'U hech bir agentga kerak emas.',
  },
  trace_unreadable: {
    headline: 'Yozuv oʻqilmayapti',
    next: 'Faqat oʻsha yerdagi rad etishlar koʻrinmaydi; baholashga bu taʼsir qilmaydi.',
  },
  gateway_not_found: {
    headline: 'Gateway topilmadi',
    next: 'Holat katalogi topilmaguncha u yerda hech narsa kuzatilmaydi.',
  },
  gateway_config_invalid: {
    headline: 'Gateway sozlamalari yaroqsiz',
    next: 'Hisob maʼlumotlari baribir baholanadi, lekin qaysilari ishlatilishi nomaʼlum.',
  },
  agent_not_found: {
    headline: 'Agent topilmadi',
    next: 'Bu agent uchun hech narsa kuzatilmaydi.',
  },
  probe_unreachable: {
    headline: 'Provayder javob bermayapti',
    next: 'Hisob maʼlumotlari ishlashi nomaʼlum; keyingi safar yana soʻraladi.',
  },
  clock_suspect: {
    headline: 'Soat notoʻgʻri',
    next: 'Bu kompyuter soati toʻgʻrilanmaguncha hech bir muddatga ishonib boʻlmaydi.',
  },
};
