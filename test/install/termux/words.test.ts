import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, type TestContext } from 'vitest';
import { LANGS, type Lang } from '../../../src/core/lang.ts';
import { installPhrases } from '../../../src/core/phrases/install-phrases.ts';
import { wordsText } from '../../../src/install/termux/words.ts';
import { loadInstall } from '../../../src/languages/index.ts';
import { DAY_MS, token } from '../../kit/built-cli.ts';
import { HOME, makePhone, type Phone } from '../../kit/phone.ts';

const BELOW = '.local/share/openclaw-auth-monitor/termux';
const DIR = `${HOME}/${BELOW}`;
const STORE = '.openclaw/agents/main/agent/auth-profiles.json';
const CONFIG = '.config/openclaw-auth-monitor/config.json5';
const FAULT = 'openclaw-auth-monitor-unanswered';

async function phoneWords(lang: Lang) {
  return (lang === 'en' ? installPhrases : await loadInstall(lang)).phone;
}

const directives = (sentence: string): number => sentence.split('%s').length - 1;

test.each(LANGS)(
  'the words of %s are safe formats, which take what English takes',
  async (lang) => {
    const phone = await phoneWords(lang);
    for (const [name, english] of Object.entries(installPhrases.phone)) {
      const sentence = phone[name as keyof typeof phone];
      expect(directives(sentence), name).toBe(directives(english));
      expect(sentence.replaceAll('%s', ''), name).not.toMatch(/[%\\]|^-|\p{Cc}/u);
    }
    const lines = wordsText({ phone }).trimEnd().split('\n').slice(1);
    expect(lines).toHaveLength(Object.keys(installPhrases.phone).length);
    for (const line of lines) expect(line).toMatch(/^SAY_[A-Z_]+='(?:[^']|'\\'')+'$/u);
  },
);

/** What English says between the things that are put in. */
const ENGLISH = Object.values(installPhrases.phone)
  .flatMap((sentence) => sentence.split('%s'))
  .map((words) => words.trim())
  .filter((words) => /[a-z]{4}/i.test(words));

function expectForeign(text: string): void {
  expect(ENGLISH.filter((words) => text.includes(words))).toEqual([]);
}

function makeHome(context: TestContext, shell: 'dash' | 'mksh' = 'dash'): Phone {
  const made = makePhone({ shell });
  if (typeof made === 'string') return context.skip(made);
  onTestFinished(() => made.gone());
  store(made, -DAY_MS);
  return made;
}

function store(phone: Phone, leftMs: number): void {
  phone.write(STORE, { version: 1, profiles: { 'anthropic:phone': token(leftMs) } });
}

async function install(phone: Phone, ...flags: readonly string[]): Promise<void> {
  const { code, stderr } = await phone.monitor('install', 'termux', ...flags);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
}

describe.each([
  ['vi', 'dash', 'Xác thực OpenClaw: đang hỏng', 'mỗi 30 phút'],
  ['zh-Hans', 'mksh', 'OpenClaw 凭证：有故障', '每 30 分钟一次'],
] as const)('installed in %s, with %s', (lang, shell, toast, schedule) => {
  test('toast, notification and widgets speak it, and no English', async (context) => {
    const phone = makeHome(context, shell);
    await install(phone, '--lang', lang);
    const words = await phoneWords(lang);

    const none = await phone.run(`${DIR}/status.sh`);
    expect(none.stdout).toContain(words.noRun);
    phone.calls();
    expect((await phone.start(`${DIR}/check-now.sh`)).code).toBe(1);
    expect(phone.calls()).toContainEqual(['termux-toast', toast]);
    const { stdout } = await phone.run(`${DIR}/status.sh`);
    expect(stdout).toContain(words.statusOfPhone);
    expect(stdout).toContain(schedule);
    expectForeign(none.stdout + stdout);
    const led = await phone.type('q\n', `${DIR}/re-auth.sh`);
    for (const said of [words.looking, words.inSession, words.inClipboard, words.whenDone, toast]) {
      expect(led.stdout).toContain(said);
    }
    expect(led.stdout).toContain('  claude setup-token\n');
    store(phone, 300 * DAY_MS);
    await phone.start(`${DIR}/run.sh`);
    phone.calls();
    await phone.start(`${DIR}/fix.sh`);
    expect(phone.calls()).toContainEqual(['termux-toast', words.nothingToRenew]);

    writeFileSync(join(phone.home, CONFIG), `{ lang: '${lang}', nonsense: true }`);
    expect((await phone.start(`${DIR}/run.sh`)).code).toBe(78);
    const shown = phone.shown().get(FAULT) ?? [];
    expect(shown).toContain(words.notJudged);
    expect(shown).toContain(words.tryAgain);
    const fault = await phone.run(`${DIR}/status.sh`);
    expect(fault.stdout).toContain(words.unknownNow.split('%s')[1]);
    expectForeign(shown.join('\n') + fault.stdout);
  });

  test('doctor still sees that nothing starts the runs', async (context) => {
    const phone = makeHome(context, shell);
    await install(phone, '--lang', lang);
    expect((await phone.run(`${DIR}/schedule.sh`, 'show')).code).toBe(0);
    phone.forget();
    const words = await phoneWords(lang);
    const shown = await phone.run(`${DIR}/schedule.sh`, 'show');
    expect(shown).toEqual({ code: 1, stdout: `${words.unscheduled}\n`, stderr: '' });
    const { stdout } = await phone.monitor('doctor', '--lang', 'en');
    expect(stdout).toContain('nothing starts the runs of this phone');
    phone.act('termux-job-scheduler', 'exit 127');
    phone.act('crontab', 'exit 1');
    const { code, stderr } = await phone.run(`${DIR}/schedule.sh`, 'keep');
    expect({ code, stderr }).toEqual({ code: 73, stderr: `${words.nothingStarts}\n` });
  });
});

test('what a host answers is put into a sentence as it stands, and never run', async (context) => {
  const phone = makeHome(context);
  phone.act('ssh', 'exit 255');
  await install(phone, '--remote', 'alice@gw%s', '--lang', 'vi');
  const said = '%s %d \\n $(touch pwned) `touch pwned` \'; touch pwned; "';
  phone.write('said', said);
  phone.act('ssh', `cat ${HOME}/said >&2; exit 64`);
  expect((await phone.start(`${DIR}/run.sh`)).code).toBe(74);
  const shown = phone.shown().get(FAULT) ?? [];
  expect(shown).toContain('Không hỏi được alice@gw%s');
  expect(shown.join('\n')).toContain(`máy đó trả lời với mã thoát 64: ${said}`);
  const { stdout } = await phone.run(`${DIR}/status.sh`);
  expect(stdout).toContain('Xác thực OpenClaw trên alice@gw%s\n');
  expect(stdout).toContain(said);
  expect(Object.keys(phone.tree()).filter((path) => path.includes('pwned'))).toEqual([]);
});

test('install again changes the language, and keeps words that a person has changed', async (context) => {
  const phone = makeHome(context);
  const path = join(phone.home, BELOW, 'words');
  await install(phone);
  expect(readFileSync(path, 'utf8')).toContain("SAY_EXPIRING='expiring'\n");
  await install(phone, '--lang', 'uz');
  expect(readFileSync(path, 'utf8')).toContain("SAY_EXPIRING='muddati tugamoqda'\n");
  appendFileSync(path, "SAY_EXPIRING='hurry'\n");
  await install(phone, '--lang', 'vi');
  expect(readFileSync(path, 'utf8')).toContain("SAY_EXPIRING='hurry'\n");
});
