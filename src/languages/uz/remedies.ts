// The remarks between commands, in Uzbek.
import type { RemedyPhrases } from '../../core/phrases/remedy-phrases.ts';

export const remedies: RemedyPhrases = {
  hiddenId:
    'Bu yerdagi idʼni qoʻyish xavfsiz emas (yashirin belgilar yoki juda uzun); bu buyruq uni soʻraydi:',
  beforePasteCommands: 'OpenClaw 2026.6 dan oldin: openclaw models auth add',
  addExpiresIn:
    'Muddati maʼlum boʻlishi uchun --expires-in 90d yoki tokenʼning haqiqiy muddatini qoʻshing.',
  makeNew: 'Provayderda yangi hisob maʼlumoti yarating, soʻngra:',
  putIntoCiVariable: (name) => `Uni ${name} CI/CD oʻzgaruvchisiga joylang.`,
  putWhereStepGets: (name) => `Uni qadam ${name} ni oladigan joyga joylang.`,
  logInInside: (program) =>
    `${program} CLI ichida Gateway foydalanuvchisi sifatida qaytadan kiring.`,
  logInAtOwner: (program) => `${program} CLI ichida qaytadan kiring: bu kirish unga tegishli.`,
  withStateDir: (dir) => `OPENCLAW_STATE_DIR ni ${dir} qilib:`,
  onGateway: ({ gateway, dir }) =>
    `${gateway} Gatewayʼida, OPENCLAW_STATE_DIR ni ${dir ?? 'uning katalogi'} qilib:`,
  didYouMean: (name) => `Balki ${name} demoqchi boʻlgandirsiz?`,
  whereToDefine: {
    unknown_alias:
      'openclaw.json ichidagi secrets.providers da secret manbasini aniqlang yoki uni almashtiring:',
    not_allowed:
      'Oʻzgaruvchini secret manbasining allowlist roʻyxatiga qoʻshing yoki hisob maʼlumotini almashtiring:',
    not_in_file: 'Secretʼni manbasining fayliga yozing yoki hisob maʼlumotini almashtiring:',
    store_row_absent:
      'Secretʼni OpenClaw secret omboriga qayta yozing yoki hisob maʼlumotini almashtiring:',
    inactive_setup:
      'Bu profil uchun boshlangan sozlashni tugating yoki hisob maʼlumotini almashtiring:',
  },
  correctId: 'Monitor sozlamalarida profiles ostidagi bu idʼni tuzating yoki olib tashlang.',
  howToSee: {
    env: 'Gateway muhitini --gateway-env FILE bilan bering yoki Gatewayʼning oʻz .env fayliga yozing.',
    file: 'Monitor sozlamalarida bu Gateway uchun secretFiles: true qiling; fayl faqat oʻzingizga ochiq boʻlsin.',
    other:
      'Tuzatish shart emas; sozlamalardagi severity: { secret_ref_unresolved: "off" } buni yashiradi.',
  },
  ownLogins: 'Har bir agentga oʻz kirishini bering:',
  unusedIsFine:
    'Hech narsa qilish shart emas; --scope all hech kim ishlatmaydiganlarni ham baholaydi.',
  renewsItself: (renewer) =>
    `Hech narsa qilish shart emas: agent keyingi ishlatilganda ${renewer} uni yangilaydi.`,
  idleTokensEnd:
    'refresh token uzoq ishlatilmasa kuchini yoʻqotishi mumkin; ishonch uchun qaytadan kiring:',
  sayEndInStep: (name) => `Haqiqiy muddati maʼlum boʻlsa, koʻrsating: --expires ${name}=DATE`,
  sayEndInConfig:
    'Haqiqiy muddati maʼlum boʻlsa, monitor sozlamalarida profiles[ID].expiresAt ni bering.',
  useApiKey: 'Buning oʻrniga API kalitidan foydalaning:',
  routeThroughClaude: 'Yoki agentni Claude CLI orqali ishlating (runtime claude-cli).',
  expectClaudeCodeOnly:
    'claude-cli runtime orqali ishlayaptimi? profiles[ID].expectClaudeCodeOnly: true qiling.',
  askAnew: (command) => `Tuzatildimi? Provayderdan soʻrang: ${command}`,
  topUp: (provider) =>
    `${provider} da balansni toʻldiring yoki chegarani oshiring, yo boʻlmasa provayderni almashtiring.`,
  checkNetwork:
    'Bu kompyuterning tarmogʻi, proxy va TLS sozlamalarini tekshiring; baholashga bu taʼsir qilmaydi.',
  triedAgain: (until) =>
    until === null
      ? 'Hech narsa qilish shart emas: OpenClaw oʻzi qayta urinadi.'
      : `Hech narsa qilish shart emas: OpenClaw ${until} dan keyin qayta urinadi.`,
  usedAgain: (until) =>
    until === null
      ? 'Tanaffus tugagach OpenClaw undan yana foydalanadi.'
      : `OpenClaw undan ${until} dan keyin yana foydalanadi.`,
  lookAtOrder:
    'openclaw.json ichidagi auth.order va auth.profiles ni koʻring yoki hisob maʼlumoti qoʻshing:',
  file: (path) => `Fayl: ${path}`,
  findLocker: 'Omborni qaysi dastur qulflab turganini aniqlang.',
  runAsOwner: 'Monitorni fayl egasi boʻlgan foydalanuvchi nomidan ishga tushiring.',
  correctName: 'Nomini tuzating yoki chaqiruvdan olib tashlang.',
  restoreLink: 'Omborni havola koʻrsatgan joyga qaytaring.',
  restoreStore: 'Omborni OpenClaw kutgan joyga qaytaring.',
  lookWhatFills: 'Hisob maʼlumotlari ombori kichik boʻladi; uni nima toʻldirganini koʻring.',
  updateMonitor: 'openclaw-auth-monitor ni yangilang; bu versiya omborni baholay olmaydi.',
  diskRefuses: 'Disk yoki fayl tizimi bu faylni oʻqishni rad etmoqda.',
  runAsGatewayUser:
    'Monitorni Gateway foydalanuvchisi nomidan ishga tushiring yoki manbani oʻchiring: probe.passive.',
  nothingIn: (place) => `${place ?? 'Koʻrsatilgan katalog'} ichida Gatewayʼga oid hech narsa yoʻq.`,
  nameThatOne: (dir) => `Holat katalogi ehtimol ${dir}: shuni koʻrsating.`,
  lookedIn: (places) => `Qidirilgan joylar: ${places}`,
  nameStateDir:
    'Katalogni --state-dir DIR bilan koʻrsating va Gateway foydalanuvchisi nomidan ishga tushiring.',
  knownHere: (names) => `Bu yerda borlari: ${names}`,
  setClock: 'Soatni toʻgʻrilang, soʻngra monitorni qayta ishga tushiring.',
};
