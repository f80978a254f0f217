import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { alertHouse } from '../kit/alert-house.ts';
import { HOUR_MS } from '../kit/built-cli.ts';

test('a run tells people in the language of the config, and programs in English', async () => {
  const home = await alertHouse();
  home.store({ 'anthropic:a': -HOUR_MS });
  home.configure({ lang: 'zh-Hans' });
  const { code, stdout } = await home.at(0);
  expect(code).toBe(1);
  expect(stdout).toContain('故障：1 个问题');
  const [message] = home.told();
  expect(message?.data.incidents[0]?.title).toBe('anthropic:a expired 1 h ago');
  const raw = home.mail.messages[0]?.raw ?? '';
  expect(raw).toMatch(/^Subject: =\?UTF-8\?/im);
  const mail = await PostalMime.parse(raw);
  expect(mail.subject).toMatch(/^凭证已过期：anthropic:a（智能体 main），/);
  expect(mail.text).toContain('anthropic:a 已过期（1小时前）');
  expect(mail.text).toContain('claude setup-token');
  expect(mail.html).toContain('<html lang="zh-Hans">');
});

test('a channel speaks its own language, and --lang goes before config and locale', async () => {
  const home = await alertHouse();
  home.store({ 'anthropic:a': -HOUR_MS });
  const smtp = { host: home.mail.host, port: home.mail.port, tls: 'none' };
  const mail = { type: 'email', from: 'monitor@example.org', to: ['ops@example.org'], smtp };
  home.configure({
    lang: 'vi',
    notifiers: [
      { ...mail, name: 'usual' },
      { ...mail, name: 'english', lang: 'en' },
    ],
  });
  const { stdout } = await home.at(0, ['--lang', 'uz']);
  expect(stdout).toContain('ISHLAMAYAPTI: 1 ta muammo');
  const mails = await Promise.all(
    home.mail.messages.map(async ({ raw }) => (await PostalMime.parse(raw)).subject ?? ''),
  );
  expect(mails.map((subject) => subject.split(':')[0] ?? '').toSorted()).toEqual([
    'Auth expired',
    'Muddat tugagan',
  ]);
});

test.each([
  [{ LC_ALL: 'zh_TW.UTF-8', LANG: 'vi_VN.UTF-8' }, '正常'],
  [{ LANG: 'vi_VN.UTF-8' }, 'ỔN'],
  [{ LC_ALL: 'C', LANG: 'vi_VN.UTF-8' }, 'OK'],
])('the locale %j chooses the language of a check, never of JSON', async (env, word) => {
  const home = await alertHouse();
  const dir = home.store({ 'anthropic:a': 90 * 24 * HOUR_MS });
  const args = ['--state-dir', dir, '--now', '2026-11-21T09:00:00Z'];
  const { stdout } = await home.run(['check', ...args], { env });
  expect(stdout.trim().split('\n').at(-1)).toMatch(new RegExp(`^${word}`));
  const json = await home.run(['check', '--json', ...args, '--agent', 'nobody'], { env });
  expect(json.stdout).toContain('there is no agent nobody');
});

test('the page and the calendar of a report are told in the language of the reader', async () => {
  const home = await alertHouse();
  const dir = home.store({ 'anthropic:a': 5 * HOUR_MS });
  const args = ['--state-dir', dir, '--now', '2026-11-21T09:00:00Z', '--lang', 'zh-Hans'];
  const page = await home.run(['report', '--format', 'html', ...args]);
  expect(page.stdout).toContain('<html lang="zh-Hans"');
  expect(page.stdout).toContain('OpenClaw 凭证即将过期');
  const calendar = await home.run(['report', '--format', 'ics', ...args]);
  expect(calendar.stdout).toContain('SUMMARY:anthropic:a 过期');
});

/** What no sentence of another language holds; names, paths, commands and config do not either. */
const ENGLISH = / (?:the|is|are|of|has|was|not|with|nothing|again|by|from|since|until|and) /;

/** What stays as it is: quoted words, commands to paste, config. */
const QUOTED = /"[^"]*"|`[^`]*`|\{.*\}|^ *(?:auth-monitor|openclaw|claude) .*$/gm;

/** A hard-coded sentence is found in one language; the others show that theirs is loaded. */
const SAID = [
  ['doctor'],
  ['explain'],
  ['explain', 'anthropic:a'],
  ['explain', 'profile_expired'],
  ['explain', 'provider_missing'],
  ['outbox'],
  ['run', '--dry-run'],
  ['silence', 'list'],
  ['test'],
  ['init'],
] as const;

test.each([
  ['zh-Hans', SAID],
  ['zh-Hant', [['doctor'], ['init']]],
  ['vi', [['doctor'], ['explain', 'anthropic:a']]],
  ['my', [['doctor'], ['outbox']]],
  ['uz', [['doctor'], ['run', '--dry-run']]],
] as const)(
  'what commands tell people in %s is in nothing else',
  async (lang, commands) => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS, 'anthropic:b': 90 * 24 * HOUR_MS });
    const smtp = { host: home.mail.host, port: 1, tls: 'none' };
    home.configure({
      lang,
      notifiers: [
        { type: 'email', from: 'a@example.org', to: ['b@example.org'], smtp },
        { type: 'webhook', url: home.webhook.url, minSeverity: 'fail' },
      ],
    });
    await home.at(0);
    const place = ['--config', home.config];
    const silence = ['silence', 'add', '--code', 'billing_blocked', '--until', '8h'];
    await home.run([...silence, '--comment', '值班', ...place]);
    const answers = await Promise.all(
      commands.map(async (words) => [words, await home.run([...words, ...place])] as const),
    );
    for (const [words, { stdout }] of answers) {
      const line = words.join(' ');
      expect(stdout.length, line).toBeGreaterThan(20);
      expect(stdout, line).not.toMatch(/undefined|null|NaN|\[object/);
      expect(stdout.replaceAll(QUOTED, ''), line).not.toMatch(ENGLISH);
    }
  },
  20_000,
);

const BROKEN = {
  warnWithin: 5,
  scope: 'in-us',
  gatways: [],
  notifiers: [{ type: 'email', from: 'a@example.org', to: [], smtp: { host: 'a b', user: 'x' } }],
};

/** Command lines that are refused, each in another way, and with what. */
const REFUSED = [
  [['frobnicate'], 64],
  [['run', '--formt'], 64],
  [['check', '--format', 'jsno'], 64],
  [['check', 'run'], 64],
  [['silence', 'add'], 64],
  [['install', 'cron', '--every', '1h'], 64],
  [['run', '--config', 'CONFIG'], 78],
  [['check', '--config', '/nowhere/config.json5'], 78],
  [['notify', '--report', '/nowhere/report.json'], 74],
] as const;

test.each(['zh-Hans', 'zh-Hant', 'vi', 'my', 'uz'])('what is wrong is told in %s', async (lang) => {
  const home = await alertHouse();
  home.configure(BROKEN);
  for (const [given, code] of REFUSED) {
    const words = given.map((word) => (word === 'CONFIG' ? home.config : word));
    const { stderr, ...ended } = await home.run([...words, '--lang', lang]);
    expect(ended, words.join(' ')).toMatchObject({ code, stdout: '' });
    expect(stderr, words.join(' ')).toMatch(/^openclaw-auth-monitor: /);
    expect(stderr.replaceAll(QUOTED, ''), words.join(' ')).not.toMatch(ENGLISH);
    expect(stderr, words.join(' ')).not.toMatch(/undefined|NaN|\[object|expected|received/);
  }
});

test.each([
  [{ LANG: 'vi_VN.UTF-8' }, [], 'Chưa kiểm tra gì cả.'],
  [{ LANG: 'vi_VN.UTF-8' }, ['--lang=uz'], 'Hech narsa tekshirilmadi.'],
  [{ LANG: 'vi_VN.UTF-8' }, ['--lang', 'en'], 'Nothing was checked.'],
  [{ LANG: 'vi_VN.UTF-8' }, ['--lang', 'tlh'], 'Xem auth-monitor check --help.'],
  [{ LANG: 'C' }, [], 'Nothing was checked.'],
])('with %j and %j an error ends with %j', async (env, words, end) => {
  const home = await alertHouse();
  const { stderr } = await home.run(['check', '--config', '/nowhere/x', ...words], { env });
  expect(stderr.endsWith(`\n${end}\n`)).toBe(true);
});

test('Nagios gets English', async () => {
  const home = await alertHouse();
  const args = ['check', '--config', '/nowhere/x', '--format', 'nagios', '--lang', 'vi'];
  const { code, stdout } = await home.run(args);
  expect({ code, stdout }).toEqual({
    code: 3,
    stdout: 'AUTH UNKNOWN: /nowhere/x cannot be used:\n',
  });
});

test('JSON of the same commands stays English', async () => {
  const home = await alertHouse();
  home.store({ 'anthropic:a': -HOUR_MS });
  home.configure({ lang: 'vi' });
  await home.at(0);
  const doctor = await home.run(['doctor', '--json', '--config', home.config]);
  expect(doctor.stdout).toContain('answers; last delivered');
  const outbox = await home.run(['outbox', '--json', '--config', home.config]);
  expect(outbox.stdout).not.toMatch(/[^\p{ASCII}]/u);
});
