// What `demo` says around the commands it plays, in Uzbek.
import type { DemoPhrases } from '../../core/phrases/demo-phrases.ts';
import { number } from './times.ts';

export const demo: DemoPhrases = {
  sample:
    'Hammasidan namuna: ikkita Gateway ("home" hisob maʼlumotlarini JSON fayllarida, "server" SQLite ichida saqlaydi), bitta provayder, bitta pochta qutisi va bitta webhook qabul qiluvchi.',
  madeUp: 'Bularning hammasi oʻylab topilgan va hech narsa bu kompyuterdan tashqariga chiqmaydi.',
  headings: {
    check: 'Tekshirish: har bir agentning har bir hisob maʼlumoti, faqat fayllarga qarab',
    run: 'Ishga tushirish: provayderlardan ham soʻrab, keyin xabar berish',
    renewed: 'Kimdir work agenti uchun yangi token qoʻyadi; yarim soatdan keyingi tekshiruv',
    exitCodes: 'Skriptlar uchun chiqish kodlari',
  },
  asking:
    'Fayllarga koʻra night agentining tokenʼi yana 200 kun yaroqli: soʻralsa, koʻproq bilinadi.',
  onlyNews: 'Faqat oʻzgargani aytiladi: boshqa muammolar haqida xabar berilgan.',
  exitCode: (code) => `[chiqish kodi ${code}]`,
  yourTurn: 'Endi oʻz Gatewayʼingiz. U faqat oʻqiladi, hech qachon oʻzgartirilmaydi:',
  mail: {
    to: (address) => `${address} olgan xat`,
    subject: (subject) => `Mavzu: ${subject}`,
    leftOut: '[bu yerda tushirib qoldirilgan]',
    moreLeftOut: (count) =>
      `[bu yerda tushirib qoldirilgan: yana ${number(count)} ta, har birining yechimi bor]`,
  },
  webhook: {
    signed: 'Webhook keldi, imzosi toʻgʻri',
    missigned: 'Webhook keldi, imzosi NOTOʻGʻRI',
    incidents: (type, count) => `type: ${type}, data.incidents ichida ${number(count)} ta muammo:`,
    moreLeftOut: (count) => `[bu yerda tushirib qoldirilgan: yana ${number(count)} ta]`,
  },
};
