import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LANGS, type Lang } from '../../src/core/lang.ts';
import { loadInstall } from '../../src/languages/index.ts';
import { gateway, HOUR_MS, house, token, type Ended } from '../kit/built-cli.ts';
import { scriptedProgram } from '../kit/scripted-program.ts';
import { onTerminal } from '../kit/terminal.ts';

/** A crontab in a file, and the systemd of an old host. */
const CRONTAB = `table="\${0%/*}/../table"
case "$1" in
  -l) if [ -f "$table" ]; then cat "$table"; else echo "no crontab for tester" >&2; exit 1; fi ;;
  -r) rm "$table" ;;
  -) cat >"$table" ;;
esac`;
const SYSTEMCTL = 'echo "systemd 230 (230)"';

function machine() {
  const home = house();
  gateway(home, { 'anthropic:a': token(-HOUR_MS) }, 'home/.openclaw');
  home.write('home/monitor.json5', {
    notifiers: [{ type: 'ntfy', topic: { env: 'NTFY_TOPIC' } }],
  });
  scriptedProgram(home.dir, 'crontab', CRONTAB);
  return { home, PATH: scriptedProgram(home.dir, 'systemctl', SYSTEMCTL) };
}

const CONFIG = ['--config', 'home/monitor.json5'] as const;

/** What every language is tried by: a sentence that is nowhere but in the code is found by one language. */
const FEW = [
  ['install'],
  ['install', 'systemd', '--user', '--dry-run'],
  ['install', 'termux', '--dry-run'],
  ['install', 'cron', ...CONFIG],
  ['uninstall', 'cron'],
] as const;

const ALL = [
  ...FEW,
  ['install', 'systemd', '--system', '--for', 'root', '--dry-run', ...CONFIG],
  ['install', 'systemd', '--user', '--watch', '--dry-run', ...CONFIG],
  ['uninstall', 'systemd', '--system', '--dry-run'],
  ['install', 'termux', '--dry-run', '--remote', 'alice@gateway', ...CONFIG],
  ['install', 'launchd', '--dry-run', ...CONFIG],
  ['uninstall', 'launchd', '--dry-run'],
  ['uninstall', 'cron'],
  ['install', 'cron', '--dry-run'],
  ['install', 'cron'],
  ['install', 'cron'],
  'a person edits the table',
  ['install', 'cron'],
  ['uninstall', 'cron'],
  ['uninstall', 'cron', '--force'],
] as const;

async function transcripts(lang: Lang, steps: typeof FEW | typeof ALL) {
  const { home, PATH } = machine();
  const table = join(home.dir, 'table');
  const ended: Ended[] = [];
  for (const step of steps) {
    if (typeof step === 'string') {
      writeFileSync(table, readFileSync(table, 'utf8').replace('run --quiet', 'run'));
      continue;
    }
    const [, target] = step;
    const PREFIX = target === 'termux' ? '/data/com.termux/usr' : undefined;
    const end = await home.run([...step, '--lang', lang], { env: { PATH, PREFIX } });
    // What differs from house to house would hide what is told alike.
    ended.push({ ...end, stdout: end.stdout.replaceAll(home.dir, '/house') });
  }
  return ended;
}

/** What a file holds, and what differs in it. */
const IN_FILE = /^ {4}(?!"\+")/;

test.each(LANGS.filter((lang) => lang !== 'en'))(
  'install and uninstall tell in %s, line by line, what they tell in English',
  async (lang) => {
    const steps = lang === 'zh-Hans' ? ALL : FEW;
    const [inEnglish, told] = await Promise.all([
      transcripts('en', steps),
      transcripts(lang, steps),
    ]);
    for (const [index, expected] of inEnglish.entries()) {
      const { code, stdout, stderr } = told[index]!;
      expect(code).toBe(expected.code);
      expect(stderr).toBe('');
      const lines = stdout.split('\n').filter((line) => line.trim() !== `lang: '${lang}',`);
      const english = expected.stdout.split('\n');
      expect(lines.length, stdout).toBe(english.length);
      for (const [at, line] of english.entries()) {
        if (line === '') continue;
        if (IN_FILE.test(line)) continue;
        expect(lines[at]).not.toBe(line);
        expect(lines[at]).not.toMatch(/undefined|null|NaN|\[object/);
      }
    }
    const { seed, termux } = await loadInstall(lang);
    const all = told.map(({ stdout }) => stdout).join('');
    // A new config keeps the language, since a job has no locale.
    const configs = all.split('notifiers: [').length - 1;
    expect(configs).toBeGreaterThan(1);
    expect(all.split(`lang: '${lang}',`)).toHaveLength(configs + 1);
    for (const words of [...Object.values(seed), ...Object.values(termux.buttons)]) {
      expect(all).toContain(words);
    }
  },
  30_000,
);

test('a refusal to install is told in the language of the config', async () => {
  const { home, PATH } = machine();
  const config = home.write('lang.json5', { lang: 'vi' });
  const ended = await home.run(['install', 'termux', '--config', config], {
    env: { PATH },
  });
  expect(ended).toMatchObject({ code: 73, stdout: '' });
  expect(ended.stderr).toContain('Đây không phải Termux.');
});

test('the locale chooses, and a terminal that cannot show the language gets English', async (context) => {
  const { home, PATH } = machine();
  const env = { PATH, LANG: 'vi_VN.UTF-8' };
  const { stdout } = await home.run(['uninstall', 'cron'], { env });
  expect(stdout).toMatch(/^không đổi crontab/);
  const options = { env: { PATH, LANG: 'C' } };
  const { shown } = await onTerminal(context, home, ['uninstall', 'cron', '--lang', 'vi'], options);
  expect(shown).toMatch(/^unchanged crontab/);
});
