// What is said about profiles, in Uzbek.
import { maybe } from '../../core/phrases/maybe.ts';
import type { ProfilePhrases } from '../../core/phrases/profile-phrases.ts';

export const profiles: ProfilePhrases = {
  profile_expired: {
    title: ({ profile, ago, spare }) =>
      `${profile} muddati${maybe(ago, ' ')} tugagan${spare ? ' (zaxira)' : ''}`,
    means: 'Hisob maʼlumotining muddati tugagan va uni hech narsa oʻzi yangilamaydi.',
  },
  profile_expiring: {
    title: ({ profile, ahead, spare }) =>
      `${profile} muddati${maybe(ahead, ' ')} tugaydi${spare ? ' (zaxira)' : ''}`,
    means:
      'Hisob maʼlumotining muddati ogohlantirish oraligʻida tugaydi va uni hech narsa oʻzi yangilamaydi.',
  },
  profile_expiry_ahead: {
    title: ({ profile, ahead }) => `${profile} muddati${maybe(ahead, ' ')} tugaydi`,
    means:
      'Hisob maʼlumotining muddati yaqin haftalarda tugaydi; yangilashga vaqt boʻlishi uchun oldindan aytilmoqda.',
  },
  profile_refresh_due: {
    title: ({ profile, pending, idle }) =>
      pending
        ? `${profile} yangilanmoqda`
        : `${profile} keyingi foydalanishda yangilanadi${maybe(idle, ' (', ' davomida ishlatilmagan)')}`,
    means:
      'access token muddati tugagan, lekin OpenClawʼda refresh token bor va u hali kerak boʻlmagan.',
  },
  profile_refresh_stalled: {
    title: {
      failed_fence: ({ profile }) =>
        `${profile} kirishni yoʻqotdi: yangilash butunlay muvaffaqiyatsiz`,
      used_since: ({ profile, ago }) =>
        `${profile} muddati${maybe(ago, ' ')} tugagan va shundan beri yangilanmasdan ishlatilgan`,
      failed_since: ({ profile, ago }) =>
        `${profile} muddati${maybe(ago, ' ')} tugagan va shundan beri xato bermoqda`,
      auth_failures: ({ profile }) =>
        `${profile} yangilanmayapti: OpenClaw muvaffaqiyatsiz kirishlarni qayd etmoqda`,
      other: ({ profile }) => `${profile} yangilanmayapti`,
    },
    means:
      'Bu kirish oʻzi yangilanishi kerak edi, lekin muddati tugagan va OpenClaw yangisini ololmagan.',
  },
  credential_age: {
    title: {
      old: ({ profile, age }) =>
        `${profile} ${maybe(age, '', 'dan beri') || 'uzoq vaqt'} ishlatilmoqda`,
      ended: ({ profile, age }) =>
        `${profile} ${maybe(age, '', 'dan beri') || 'uzoq vaqt'} ishlatilmoqda va ehtimol oʻz kuchini yoʻqotgan`,
      ends: ({ profile, age, ahead }) =>
        `${profile} ${maybe(age, '', 'dan beri') || 'uzoq vaqt'} ishlatilmoqda va ehtimol${maybe(ahead, ' ')} kuchini yoʻqotadi`,
    },
    means: 'Token muddatini bildirmaydi; u yoshi va odatdagi muddatiga qarab taxmin qilinadi.',
  },
  profile_auth_failing: {
    title: ({ profile, times, ago }) =>
      `${profile} autentifikatsiyadan oʻtolmayapti${times > 1 ? `, ${times} marta` : ''}${maybe(ago, ', oxirgisi ')}`,
    means:
      'Muddatidan qatʼi nazar, OpenClaw provayder bu hisob maʼlumotini rad etayotganini qayd etmoqda.',
  },
  profile_credential_missing: {
    title: {
      no_key: ({ profile }) => `${profile} ichida kalit yoʻq`,
      no_token: ({ profile }) => `${profile} ichida token yoʻq`,
      no_access_token: ({ profile }) => `${profile} ichida access token yoʻq`,
      other: ({ profile }) => `${profile} ichida hisob maʼlumoti yoʻq`,
      unknown_alias: ({ profile }) => `${profile} aniqlanmagan secret manbasiga ishora qiladi`,
      not_allowed: ({ profile }) => `${profile} ruxsat roʻyxatida yoʻq secretʼga ishora qiladi`,
      not_in_file: ({ profile }) => `${profile} ishora qilgan secret faylida u yoʻq`,
      store_row_absent: ({ profile }) => `${profile} OpenClawʼda yoʻq secretʼga ishora qiladi`,
      inactive_setup: ({ profile }) => `${profile} sozlanishi tugallanmagan`,
      not_stored: ({ profile }) => `${profile} hech qaysi omborda yoʻq`,
      not_logged_in: ({ profile }) => `${profile} faylida kirish yoʻq`,
    },
    means: 'Profil mavjud, lekin uning ichida ham, havolasi ortida ham hisob maʼlumoti yoʻq.',
  },
  secret_ref_unresolved: {
    title: {
      in_key_chain: ({ profile }) =>
        `${profile} kirishni tizim kalitlar omborida saqlaydi, monitor u yerga qaramaydi`,
      env: ({ profile, name }) =>
        `${profile} ${name} muhit oʻzgaruvchisidan olinadi, u bu yerda oʻrnatilmagan`,
      file: ({ profile, name }) =>
        `${profile} ${name} secret faylidan olinadi, uni bu yerda oʻqib boʻlmaydi`,
      exec: ({ profile, name }) =>
        `${profile} ${name} dasturidan olinadi, u bu yerda hech qachon ishga tushirilmaydi`,
      store: ({ profile, name }) =>
        `${profile} saqlangan ${name} secretʼidan olinadi, uni bu yerda oʻqib boʻlmaydi`,
      managed: ({ profile }) =>
        `${profile} faqat Gateway biladigan boshqariladigan secretʼdan olinadi`,
      other: ({ profile }) => `${profile} boshqa joydan olinadi`,
    },
    means:
      'Hisob maʼlumoti monitor qaray olmaydigan yoki qarashi mumkin boʻlmagan joyda: nomaʼlum — joyida degani emas.',
  },
  profile_malformed: {
    title: ({ profile, problem }) => `${profile} ${problem}`,
    sameAs: ({ profile, twin }) => `${profile} va ${twin} bitta hisob maʼlumotini saqlaydi`,
    problems: {
      empty: 'hisob maʼlumoti oʻrniga boʻsh matn saqlaydi',
      blank: 'faqat boʻsh joylar saqlaydi',
      inner_whitespace: 'hisob maʼlumoti ichida boʻsh joy bor, notoʻgʻri qoʻyilgan boʻlsa kerak',
      pasted_command: 'hisob maʼlumoti oʻrniga qoʻyilgan buyruqni saqlaydi',
      newline: 'hisob maʼlumoti ichida qator uzilishi bor, notoʻgʻri qoʻyilgan boʻlsa kerak',
      not_text: 'matn boʻlmagan narsa saqlaydi',
      outer_whitespace: 'hisob maʼlumoti chetida boʻsh joy yoki qator uzilishi bor',
      placeholder: 'hisob maʼlumoti oʻrniga namunaviy matn saqlaydi',
      unresolved: 'oʻzgaruvchi qiymati oʻrniga uning nomini saqlaydi',
      too_short: 'juda qisqa matn saqlaydi, toʻliq qoʻyilmagan boʻlsa kerak',
      quoted: 'hisob maʼlumotini qoʻshtirnoq ichida saqlaydi',
      of_another_provider: 'boshqa provayderning hisob maʼlumotini saqlaydi',
      odd_prefix: 'bu provayderning hisob maʼlumotiga oʻxshamaydi',
      expires_missing: 'muddatini bildirmaydi, bunday kirishga esa u kerak',
      expires_not_a_number: 'muddati son emas',
      expires_zero: 'muddati 0 ga teng',
      expires_negative: 'muddati manfiy',
      expires_seconds: 'muddati millisekund oʻrniga soniyada berilgan',
      expires_out_of_range: 'muddati har qanday taqvimdan tashqarida',
      unknown_type: 'turini OpenClaw bilmaydi',
      no_provider: 'provayderni bildirmaydi',
      provider_not_text: 'provayderi matn emas',
      not_an_object: 'obyekt emas',
      other: 'notoʻgʻri tuzilgan',
    },
    means: 'Saqlangan yozuv OpenClaw yoki provayder ishlata olmaydigan koʻrinishda.',
  },
  refresh_token_shared: {
    title: ({ profile, agents }) =>
      `${profile} bitta refresh tokenʼni bir nechta agent bilan boʻlishadi${maybe(agents, ': ')}`,
    means:
      'refresh token bir marta ishlaydi: bir agent kirishni yangilasa, boshqalarning nusxalari kuchini yoʻqotadi.',
  },
  profile_unused: {
    title: ({ profile, provider }) =>
      `${profile} saqlangan, lekin hech bir agent modeli ${provider} dan foydalanmaydi`,
    means: 'Bu hisob maʼlumoti hech kimga kerak emas, shuning uchun holati hisobga olinmaydi.',
  },
  profile_cooldown: {
    title: ({ profile, model, left, reason }) =>
      `${profile} vaqtincha chetlatilgan${maybe(model, ' (model ', ')')}${maybe(left, ', yana ')}${maybe(reason, ' (', ')')}`,
    means: 'Muvaffaqiyatsiz soʻrovlardan keyin OpenClaw bu profildan bir muddat foydalanmaydi.',
  },
  profile_disabled: {
    title: ({ profile, left, reason }) =>
      `${profile} oʻchirilgan${maybe(left, ', yana ')}${maybe(reason, ' (', ')')}`,
    means:
      'OpenClaw toʻlov muammosi yoki rad etilgan hisob maʼlumoti sababli bu profilni uzoqroq chetga qoʻygan.',
  },
};
