import { expect, test } from 'vitest';
import { gateway, house, DAY_MS, token } from '../kit/built-cli.ts';
import { commandTable } from '../../src/commands/table.ts';

/** Command line, and what the message has to say. */
const WRONG: readonly (readonly [args: readonly string[], says: string])[] = [
  [['chek'], 'unknown command chek; did you mean check?'],
  [['quaff'], 'unknown command; the commands are check, run, notify,'],
  [['check', 'run'], 'check takes no arguments besides options; to run run, put it first'],
  [['check', '--formt', 'json'], 'check has no option --formt; did you mean --format?'],
  [['--frobnicate'], 'check has no such option (a long one was given)'],
  [['-x'], 'check has no such option (a short one was given)'],
  [['check', '--format', 'jsno'], 'did you mean json?'],
  [['check', '--format', 'sausage'], '--format is one of text, json,'],
  [['check', '--probe=metdata'], 'did you mean metadata?'],
  [['check', '--probe', 'metadata'], 'the value of --probe is joined: --probe=metadata'],
  [['check', '--format'], '--format needs a value'],
  [['check', '--format='], '--format needs a value'],
  [['check', '--state-dir', ''], '--state-dir needs a value'],
  [['check', '--config', '--json'], '--config needs a value'],
  [['check', '--json=yes'], '--json takes no value'],
  [['check', '--json', '--plain'], 'choose one format, not json and plain'],
  [['check', '--format', 'text', '--json'], 'choose one format, not text and json'],
  [['check', '--format', 'text', '--format', 'json'], '--format was given twice'],
  [['check', '--now', 'yesterday'], '--now is an ISO time'],
  [['check', '--now', '2026-02-30'], '--now is an ISO time'],
  [['check', '--now', '2026-11-21T09:00:00'], '--now is an ISO time'],
  [['check', '--warn-within', '24'], '--warn-within is a duration like'],
  [['check', '--warn-within', '-1h'], '--warn-within needs a value'],
  [['check', '--openclaw-profile', 'a/b'], '--openclaw-profile: letters, digits'],
  [['check', '--openclaw-profile', 'a', '--state-dir', 'b'], 'exclude each other'],
  [['check', '--state-dir', 'x=a', '--state-dir', 'x=b'], 'the same label'],
  [['watch', '--json'], 'watch has no such option'],
  [['schema', 'confg'], 'schema takes one of config, report, webhook'],
  [['schema', 'config', 'report'], 'schema takes one of'],
  [['notify'], 'notify needs --report FILE'],
  [['test'], 'no channel is configured'],
  [['demo', 'more'], 'demo takes no arguments'],
  [['install', 'systemd', '--schedule', '* * * * *'], 'not for systemd: --schedule'],
  [['install', 'cron', '--every', '1h', '--watch'], 'not for cron: --every, --watch'],
  [['uninstall', 'cron', '--keep-state'], 'not for cron: --keep-state'],
];

test.each(WRONG)('%j is wrong usage', async (args, says) => {
  const { code, stdout, stderr } = await house().run(args);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toContain(says);
  const [word] = args;
  const help = commandTable.some(({ name }) => name === word) ? `${word} --help` : '--help';
  expect(stderr).toMatch(/^openclaw-auth-monitor: .*\nSee auth-monitor .*\.\n$/s);
  expect(stderr.endsWith(`\nSee auth-monitor ${help}.\n`)).toBe(true);
});

test('a word that is none of ours is not repeated: it may be a secret put in the wrong place', async () => {
  const secret = 'Gh7Kq2Vw9Lm4Zx';
  for (const args of [
    [secret],
    ['check', secret],
    ['check', `--${secret}`],
    ['check', '--format', secret],
    ['check', '--now', secret],
    ['check', '--warn-within', secret],
    ['check', '--json=' + secret],
    ['schema', secret],
  ]) {
    const { code, stdout, stderr } = await house().run(args);
    expect([args.length, code]).toEqual([args.length, 64]);
    expect(stdout + stderr).not.toContain(secret.slice(0, 5));
  }
});

test('the same value twice, a value with a dash and what follows -- are no mistakes', async () => {
  const home = house();
  const dir = gateway(home, { '-x': token(9 * DAY_MS) }, '-dir');
  const twice = ['--format', 'word', '--format=word', '--json', '--json'].slice(0, 3);
  const ended = await home.run([`--state-dir=${dir}`, '--profile=-x', ...twice, '--']);
  expect(ended).toMatchObject({ code: 0, stdout: 'ok\n', stderr: '' });
});
