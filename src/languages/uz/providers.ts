// What is said about providers, stores, gateways and agents, in Uzbek.
import { maybe } from '../../core/phrases/maybe.ts';
import type { ProviderPhrases } from '../../core/phrases/provider-phrases.ts';

export const providers: ProviderPhrases = {
  provider_exhausted: {
    title: {
      one: ({ provider, profile, left }) =>
        `${provider} uchun yaroqli profil yoʻq: ${profile} chetlatilgan yoki oʻchirilgan${maybe(left, ', yana ')}`,
      several: ({ provider, count, left }) =>
        `${provider} uchun yaroqli profil yoʻq: barcha ${count} tasi chetlatilgan yoki oʻchirilgan${maybe(left, ', yana ')}`,
      all: ({ provider, left }) =>
        `${provider} uchun yaroqli profil yoʻq: hammasi chetlatilgan yoki oʻchirilgan${maybe(left, ', yana ')}`,
    },
    means:
      'Agentning bu provayder uchun barcha profillari chetga qoʻyilgan, shuning uchun soʻrovlari hozir bajarilmaydi.',
  },
  provider_missing: {
    title: ({ provider, usedBy }) =>
      `${provider} uchun hisob maʼlumoti yoʻq${maybe(usedBy, ', vazifasi: ')}`,
    none: 'hech qanday hisob maʼlumoti yoʻq',
    excluded: ({ provider }) =>
      `${provider} uchun yaroqli hisob maʼlumoti yoʻq: tartib yoki rejim barcha profillarni chetlatadi`,
    means: 'Agentning modeliga na profili, na kaliti bor provayder kerak.',
  },
  provider_recovered_but_cooling: {
    title: ({ profile, left }) =>
      `${profile} yana ishlayapti, lekin hali chetda${maybe(left, ', yana ')}`,
    means:
      'Provayder hisob maʼlumotini yana qabul qilmoqda, OpenClaw esa oʻz tanaffusi tugashini kutmoqda.',
  },
  claude_code_only: {
    title: {
      certain: ({ profile }) => `${profile} faqat Claude Code ichida ishlaydi`,
      likely: ({ profile }) => `${profile} chamasi faqat Claude Code ichida ishlaydi`,
      possible: ({ profile }) => `${profile} faqat Claude Code ichida ishlashi mumkin`,
    },
    seen: (title) => `${title}: OpenClaw rad etilgan`,
    means:
      'Anthropic bu tokenʼni faqat Claude Code uchun qabul qiladi va boshqa dasturlarning soʻrovlarini rad etadi.',
  },
  credential_rejected: {
    title: {
      invalid: ({ profile, provider, status }) =>
        `${profile}: ${provider} uni yaroqsiz deb rad etmoqda${maybe(status, ' (', ')')}`,
      revoked: ({ profile, provider, status }) =>
        `${profile} ${provider} tomonidan bekor qilingan${maybe(status, ' (', ')')}`,
      expired: ({ profile, provider, status }) =>
        `${profile}: ${provider} uni muddati tugagan deb rad etmoqda${maybe(status, ' (', ')')}`,
      forbidden: ({ profile, provider, status }) =>
        `${profile} uchun ${provider} ruxsat bermaydi${maybe(status, ' (', ')')}`,
      renewed: ({ profile, provider, status }) =>
        `${profile}: yangilanishidan oldin ${provider} uni rad etgan${maybe(status, ' (', ')')}`,
      other: ({ profile, provider, status, reason }) =>
        `${profile}: ${provider} uni rad etmoqda${maybe(reason, ', sababi: ')}${maybe(status, ' (', ')')}`,
    },
    means:
      'Provayderning oʻzi bu hisob maʼlumoti yaroqsiz, bekor qilingan yoki muddati tugagan deydi.',
  },
  billing_blocked: {
    title: ({ profile, reason }) =>
      `${profile} toʻlov sababli rad etilmoqda${maybe(reason, ' (', ')')}`,
    means:
      'Hisob maʼlumoti haqiqiy, lekin balans, kvota, xarajat chegarasi yoki tarif soʻrovlarni toʻxtatmoqda.',
  },
  probe_unreachable: {
    title: ({ provider, passed, reason }) =>
      `${provider}${maybe(passed, ' ', ' davomida')} javob bermayapti${maybe(reason, ' (', ')')}`,
    means: 'Hisob maʼlumoti ishlashini soʻrab boʻlmadi; u haqda hech narsa maʼlum emas.',
  },
  store_unreadable: {
    title: ({ what, problem }) => `${what} ${problem}`,
    store: 'hisob maʼlumotlari ombori',
    login: ({ program }) => `${program} kirish fayli`,
    missing: 'koʻrsatilgan muhit fayli mavjud emas',
    problems: {
      corrupt: 'shikastlangan',
      empty: 'boʻsh fayl',
      busy: 'boshqa dastur tomonidan qulflangan',
      permission: 'oʻqishga ruxsat yoʻq',
      dangling_link: 'hech qayerga olib bormaydigan havola',
      not_a_file: 'oddiy fayl emas',
      too_large: 'monitor oʻqiydigan hajmdan katta',
      newer_schema: 'bu monitor bilmaydigan yangiroq OpenClawʼga tegishli',
      older_schema: 'eski formatda',
      other_agent: 'boshqa agentga tegishli',
      schema: 'bu monitor bilmaydigan jadvallarga ega',
      unreadable: 'oʻqib boʻlmaydi',
    },
    means:
      'Bu ombordagi hisob maʼlumotlarini baholab boʻlmadi, bu hech qachon joyida deb hisoblanmaydi.',
  },
  store_migration_required: {
    title: 'maʼlumotlar bazasi yonida eskirgan JSON ombori turibdi: OpenClaw xizmat koʻrsatmaydi',
    means:
      'OpenClaw 2026.8 va undan keyingilari eski fayllar koʻchirilmaguncha agentni toʻxtatadi.',
  },
  store_permissions: {
    title: ({ mode }) =>
      `hisob maʼlumotlari ombori boshqa foydalanuvchilarga ochiq${maybe(mode, ' (ruxsatlar ', ')')}`,
    means: 'Bu kompyuterning boshqa foydalanuvchilari hisob maʼlumotlarini oʻqiy oladi.',
  },
  trace_unreadable: {
    title: {
      permission: 'OpenClaw yozuvini oʻqishga ruxsat yoʻq',
      not_a_file: 'OpenClaw yozuvi oddiy fayl emas',
      compressed: 'OpenClaw yozuvida bu Node.js ocholmaydigan qatorlar bor',
      schema: 'OpenClaw yozuvida nomaʼlum versiyadagi jadvallar bor',
      busy: 'OpenClaw yozuvi boshqa dastur tomonidan qulflangan',
      corrupt: 'OpenClaw yozuvi shikastlangan',
      too_large: 'OpenClaw yozuvi bu Node.js uchun juda katta',
      other: 'OpenClaw yozuvini oʻqib boʻlmadi',
    },
    means:
      'Monitor bir jurnal yoki suhbat yozuvini ocholmayapti, shuning uchun faqat oʻsha yerdagi rad etish koʻrinmaydi.',
  },
  gateway_not_found: {
    title: 'OpenClaw Gateway topilmadi',
    means:
      'Qidirilgan joyda OpenClaw holat katalogi yoʻq, shuning uchun hech narsani baholab boʻlmadi.',
  },
  gateway_config_invalid: {
    title: ({ problem, detail }) =>
      `OpenClaw sozlamalar faylidan foydalanib boʻlmaydi${maybe(problem, ': ')}${maybe(detail, ' (', ')')}`,
    problems: {
      not_object: 'eng yuqori darajasi obyekt emas',
      circular_include: 'include fayllari aylanma boʻlib qolgan',
      include_too_deep: 'include juda chuqur joylashgan',
      too_many_files: 'include fayllari juda koʻp',
      not_a_file: 'oddiy fayl emas',
      too_large: '8 MiB dan katta',
      unreadable: 'oʻqib boʻlmaydi',
      not_json5: 'JSON5 emas',
      nested_too_deeply: 'juda chuqur joylashgan',
      include_not_object: 'yonida kalitlari bor include obyekt emas',
      include_not_text: 'include faylni koʻrsatmaydi',
      unset_variable: 'oʻzgaruvchi berilmagan',
      not_accepted: 'OpenClaw qabul qilmaydi',
    },
    means:
      'OpenClaw bu sozlamalar bilan ishga tusha olmaydi; qaysi modellar ishlatilishi nomaʼlum.',
  },
  agent_not_found: {
    title: ({ agent }) =>
      agent === null ? 'bunday nomli agent yoʻq' : `${agent} nomli agent yoʻq`,
    means:
      'Soʻralgan agent bu yerdagi hech bir Gatewayʼda yoʻq, shuning uchun uni baholab boʻlmadi.',
  },
  clock_suspect: {
    title: ({ newest }) => `bu kompyuter soati orqada${maybe(newest, ': ', ' allaqachon oʻtgan')}`,
    means:
      'Soat allaqachon sodir boʻlgan hodisadan oldingi vaqtni koʻrsatmoqda, shuning uchun muddatlarni baholab boʻlmaydi.',
  },
};
