// Why a channel did not deliver, in Uzbek.
import type { DeliveryPhrases } from '../../core/phrases/delivery-phrases.ts';
import { toldDelivery } from '../../core/told-delivery.ts';

export const deliveries: DeliveryPhrases = {
  faults: {
    transient: 'vaqtincha',
    ambiguous: 'ehtimol yetib borgan',
    auth: 'kirish maʼlumoti rad etildi',
    permanent: 'doimiy',
    gone: 'endi yoʻq',
  },
  reasons: {
    'no answer in time': 'oʻz vaqtida javob kelmadi',
    'stopped before an answer came': 'javob kelishidan oldin toʻxtatildi',
    'the host name cannot be resolved': 'host nomini aniqlab boʻlmadi',
    'the connection was refused': 'ulanish rad etildi',
    'no trusted TLS connection': 'ishonchli TLS ulanishi yoʻq',
    'the proxy did not let it through': 'proksi oʻtkazmadi',
    'the connection was dropped': 'ulanish uzildi',
    'the network failed': 'tarmoq ishlamadi',
    'redirect not followed': 'yoʻnaltirishga ergashilmadi',
    'the receiver is gone for good': 'qabul qiluvchi butunlay yoʻqolgan',
    'our credential is refused': 'bizning kirish maʼlumotimiz rad etildi',
    'it did not say that it took the message': 'xabarni olganini aytmadi',
    'a recipient': 'qabul qiluvchilardan biri',
    'stopped before it was done': 'tugamasdan toʻxtatildi',
    'the login was refused': 'login rad etildi',
    'sender or recipients were refused': 'yuboruvchi yoki qabul qiluvchilar rad etildi',
    'the message was refused': 'xabar rad etildi',
    'no SMTP answer': 'SMTP javobi yoʻq',
    'no connection': 'ulanish yoʻq',
    'no STARTTLS, or it failed': 'STARTTLS yoʻq yoki u bajarilmadi',
    'nothing was sent in clear': 'hech narsa shifrlanmagan holda yuborilmadi',
    'it failed': 'bajarilmadi',
    'port and tls do not fit: 465 is implicit, 587 is starttls':
      'port va tls mos emas: 465 uchun implicit, 587 uchun starttls',
    'the certificate is not trusted: name its CA in smtp.ca':
      'sertifikat ishonchli emas: uning CA faylini smtp.ca da koʻrsating',
    'the certificate is for another name: set smtp.servername':
      'sertifikat boshqa nomga berilgan: smtp.servername ni oʻrnating',
    'nobody who is still owed it is in the config':
      'hali olmaganlarning hech biri sozlamalarda yoʻq',
    'no time left': 'vaqt qolmadi',
    'did not end in time and was killed': 'oʻz vaqtida tugamadi va majburan toʻxtatildi',
    'it may have queued the mail': 'u xatni navbatga qoʻygan boʻlishi mumkin',
    'exit by a signal': 'signal bilan tugadi',
    'cannot be started': 'ishga tushirib boʻlmadi',
    shown: 'koʻrsatildi',
    'no desktop session: DBUS_SESSION_BUS_ADDRESS is not set, and XDG_RUNTIME_DIR has no bus':
      'ish stoli seansi yoʻq: DBUS_SESSION_BUS_ADDRESS oʻrnatilmagan, XDG_RUNTIME_DIR da shina yoʻq',
    'are Termux:API and its app installed?': 'Termux:API va uning ilovasi oʻrnatilganmi?',
    'nothing was owed': 'yuboriladigan narsa yoʻq edi',
    'PagerDuty takes no more events in this minute':
      'PagerDuty bu daqiqada boshqa hodisa qabul qilmaydi',
    'the event or the routing key is not valid': 'hodisa yoki yoʻnaltirish kaliti yaroqsiz',
    'nothing is kept under key and tag': 'bu key va tag ostida hech narsa saqlanmagan',
    'a service behind it did not take it': 'uning ortidagi xizmatlardan biri olmadi',
    'the access token is not known, or has been revoked':
      'kirish tokeni nomaʼlum yoki bekor qilingan',
    'no access token arrived': 'kirish tokeni kelmadi',
    'the user was deactivated': 'foydalanuvchi faolsizlantirilgan',
    'the user is locked': 'foydalanuvchi bloklangan',
    'the user is not in the room, or may not write there':
      'foydalanuvchi xonada emas yoki u yerda yoza olmaydi',
    'there is no such room': 'bunday xona yoʻq',
    'it is no Matrix homeserver, or not at this address':
      'bu Matrix homeserver emas yoki bu manzilda emas',
    'the message is too large': 'xabar juda katta',
    'too many messages': 'xabarlar juda koʻp',
    'the quota of the day is used up': 'kunlik limit tugadi',
    'locked after too many refused logins': 'juda koʻp rad etilgan loginlardan keyin bloklandi',
    'the token is refused': 'token rad etildi',
    'the user key is refused': 'foydalanuvchi kaliti rad etildi',
    'the quota of the month is used up': 'oylik limit tugadi',
    'the channel was deleted': 'kanal oʻchirilgan',
    'an administrator forbids it': 'administrator taqiqlagan',
    'posting to #general is denied': '#general ga yozish taqiqlangan',
    'the webhook was removed or switched off': 'webhook olib tashlangan yoki oʻchirib qoʻyilgan',
    'the workspace does not exist': 'ish maydoni mavjud emas',
    'the flow was deleted': 'oqim oʻchirilgan',
    'the flow has no such trigger': 'oqimda bunday trigger yoʻq',
    'the flow is switched off, or its owner has left': 'oqim toʻxtatilgan yoki egasi ketgan',
    'the flow expects another body: use the template for alerts':
      'oqim boshqa tana kutmoqda: ogohlantirishlar shablonidan foydalaning',
    'the flow takes calls of signed-in users only':
      'oqim faqat tizimga kirgan foydalanuvchilar chaqiruvini oladi',
    'the bot token is refused': 'bot tokeni rad etildi',
    'the chat is not found': 'chat topilmadi',
    'somebody has to write to the bot first': 'avval kimdir botga yozishi kerak',
    'the user has blocked the bot': 'foydalanuvchi botni bloklagan',
    'the bot is not in that chat': 'bot u chatda emas',
    'the bot may not write in that chat': 'bot u chatda yoza olmaydi',
    'the group has no such topic': 'guruhda bunday mavzu yoʻq',
    'the webhook or its thread was deleted': 'webhook yoki uning mavzusi oʻchirilgan',
  },
  sentences: {
    answered: (origin, status) => `${origin} javobi: ${status}`,
    code: (platform, code) => `${platform} kodi ${code}`,
    accepted: (server, taken, all) => `${server} ${all} tadan ${taken} tasi uchun qabul qildi`,
    took: (origin, taken, all) => `${origin} ${all} ta ogohlantirishdan ${taken} tasini oldi`,
    told: (told, all) => `${all} tadan ${told} tasi aytildi`,
    exit: (code) => `chiqish kodi ${code}`,
    queuedBy: (path) => `${path} navbatga qoʻydi`,
    refused: (recipients) => `butunlay rad etilganlar: ${recipients}`,
    unexpected: (error) => `kanalda kutilmagan xato: ${error}`,
    broken: (error) => `kanal ishlamadi: ${error}`,
  },
};

/** A kept error or detail, told again. */
export function told(why: string): string {
  return toldDelivery(why, deliveries);
}
