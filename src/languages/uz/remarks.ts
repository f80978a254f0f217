// What runs remark on stderr beside their output, in Uzbek.
import type { RemarkPhrases } from '../../core/phrases/remark-phrases.ts';
import { told } from './deliveries.ts';
import { number, times } from './times.ts';

export const remarks: RemarkPhrases = {
  warning: (remark) => `ogohlantirish: ${remark}`,
  notice: (remark) => `eslatma: ${remark}`,
  duration: (ms) => times.duration(ms),
  secretForOthers: (where, path) => `${where}: ${path} ni boshqalar oʻqiy oladi; chmod 600 qiling`,
  secretInConfig: (config, where) =>
    `${config}: ${where} boshqalar oʻqiy oladigan fayldagi secret; chmod 600 qiling yoki { env }, { file } yoki { credential } ishlating`,
  openAddress: (where, origin) =>
    `${where}: ${origin} shifrlanmagan; tarmoqni tinglay oladigan kishi xabarlarni oʻqiy oladi`,
  openMail: (where, server) => `${where}: ${server} ga xat shifrlanmagan, kirish ham shifrlanmagan`,
  pageAt: (url) => `sahifa manzili ${url}`,
  openPage: 'sahifa boshqalarga shifrlanmagan holda beriladi: oldiga TLS bilan proxy qoʻying',
  nobodyIsTold: 'sozlangan kanal yoʻq, hech kimga aytilmaydi: `notifiers` ga kanal qoʻshing',
  delivered: ({ channel, kind, count }) => `${channel}: ${kind} (${number(count)}) yetkazildi`,
  notDelivered: ({ channel, kind, count, why }) =>
    `${channel}: ${kind} (${number(count)}) yetkazilmadi, ${told(why)}`,
  notRenewed: ({ channel, count, why }) =>
    `${channel}: yangilash xabari (${number(count)}) yetkazilmadi, ${told(why)}`,
  heartbeatUnheard: (origin, why) => `${origin} yurak urishini eshitmadi (${why})`,
  heartbeatRefused: (origin, status) => `${origin} yurak urishiga HTTP ${status} bilan javob berdi`,
  stateDamaged: (path) =>
    `${path} buzilgan, avval nima aytilgani unutildi: hozirgi muammolar qayta aytiladi.`,
  stateAside: (damaged, path) => `${damaged} Buzilgan fayl ${path} nomi bilan saqlandi.`,
  findingsAlone: 'hisob maʼlumotlari juda koʻp, faqat topilganlar saqlangan',
  lastRunAgo: (duration) => `oxirgi tekshiruv ${duration} oldin boʻlgan`,
  notJudged: (why, names) => `baholanmadi, sababi ${why}: ${names}`,
  notSet: 'ular sozlanmagan',
  notForDependabot: 'Dependabot secret olmaydi',
  notForFork: 'forkʼdan kelgan pull requestʼlar secret olmaydi',
  maybeFork: 'bu pull request forkʼdan boʻlishi mumkin',
  notForForkOfProject: 'forkʼdan kelgan merge requestʼlar secret olmaydi',
};
