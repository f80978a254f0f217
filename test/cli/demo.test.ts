import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGS } from '../../src/core/lang.ts';
import { columnsOf } from '../../src/core/terminal.ts';
import { loadDemo, loadSpeech } from '../../src/languages/index.ts';
import { CLI, house, needsRoot } from '../kit/built-cli.ts';
import { onTerminal } from '../kit/terminal.ts';

describe('the demo', () => {
  test('plays the whole job, leaves nothing behind and fits 80 columns', async () => {
    const home = house();
    // A name that quotes and splits badly, on a path that is not the usual one.
    const TMPDIR = join(home.dir, 'a b\'c "d ü');
    mkdirSync(TMPDIR);
    const { code, stdout, stderr } = await home.run(['demo'], { env: { TMPDIR, LANG: 'C' } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const part of [
      /^\$ auth-monitor check$/m,
      /^✗ expired +home\/work +anthropic:work /m,
      /^FAILING: \d+ problems, .*\n.*exit code 1$/m,
      /^\[exit code 1\]$/m,
      /^webhook: firing \(\d\) delivered$/m,
      /^email: firing \(\d\) delivered$/m,
      /^E-mail received by you@example\.org$/m,
      /^ {2}\| Failing: anthropic:work expired 2 h ago$/m,
      /^ {2}\| Warning: anthropic:night works only in Claude Code$/m,
      /^Webhook received, its signature is right$/m,
      /^ {2}\| type: auth\.firing, with \d incidents/m,
      /^ {2}\| {3}fail: google:team was revoked/m,
      /^ {2}\| Subject: \[Recovered\] Auth expired: anthropic:work/m,
      /^ {2}\| {3}Lasted: +2 h 30 min$/m,
      /^ok\n\[exit code 0\]$/m,
      /^expiring\n\[exit code 2\]$/m,
      /^failing\n\[exit code 1\]$/m,
    ]) {
      expect(stdout).toMatch(part);
    }
    expect(stdout.split('\n').filter((line) => columnsOf(line) > 80)).toEqual([]);
    // What a person reads through.
    expect(stdout.split('\n').length).toBeLessThan(150);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toMatch(/FAKE/);
    expect(readdirSync(TMPDIR)).toEqual([]);
    expect(readdirSync(home.home)).toEqual([]);
  });

  test.each(LANGS.filter((lang) => lang !== 'en'))(
    'is told in %s, its mails too, and what programs read is not',
    async (lang) => {
      const { code, stdout, stderr } = await house().run(['demo', '--lang', lang]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const { sample, madeUp, headings, mail, webhook, ...said } = await loadDemo(lang);
      const { alerts } = await loadSpeech(lang);
      const told = stdout.replaceAll(/\s+(?:\| +)?/g, '');
      for (const sentence of [
        sample,
        madeUp,
        ...Object.values(headings),
        said.asking,
        said.onlyNews,
        said.yourTurn,
        mail.to('you@example.org'),
        mail.leftOut,
        webhook.signed,
        said.exitCode(2),
        alerts.incidents.profile_credential_missing.headline,
        alerts.nothingToDo,
      ]) {
        expect(told).toContain(sentence.replaceAll(/\s+/g, ''));
      }
      expect(stdout).toMatch(/^ {2}\| {3}fail: google:team was revoked/m);
      expect(stdout).toMatch(/^failing$/m);
      const ours = stdout.replaceAll(/^(?:\$ | {2}\| {3}(?:fail|warn): ).*$/gm, '');
      expect(ours).not.toMatch(/ (?:the|is|are|of|has|was|not|with|nothing|again|from|and) /);
      expect(ours).not.toMatch(/undefined|null|NaN|\[object|=\?utf-8/i);
      expect(stdout.split('\n').filter((line) => columnsOf(line) > 80)).toEqual([]);
    },
    20_000,
  );

  test('breaks what it says where a narrow terminal ends', async (context) => {
    const { shown } = await onTerminal(context, house(), ['demo'], {
      columns: 40,
      env: { NO_COLOR: '1' },
    });
    const said = shown.split('\n').filter((line) => /^[A-Z=\d]/.test(line));
    expect(said.length).toBeGreaterThan(15);
    expect(said.filter((line) => columnsOf(line) > 40)).toEqual([]);
  });

  test('is not led astray by what the user has set', async () => {
    const home = house();
    const env = {
      OPENCLAW_AUTH_MONITOR_CONFIG: '/nowhere.json5',
      OPENCLAW_AUTH_MONITOR_STATE: '/nowhere',
      OPENCLAW_STATE_DIR: '/nowhere',
      HTTP_PROXY: 'http://127.0.0.1:9',
      ANTHROPIC_API_KEY: 'sk-ant-api03-FAKE-of-the-user',
      ANTHROPIC_BASE_URL: 'http://127.0.0.1:9',
    };
    const { code, stdout } = await home.run(['demo'], { env });
    expect(code).toBe(0);
    expect(stdout).toContain('Webhook received, its signature is right');
  });

  test('has colours on a terminal', async (context) => {
    const { code, shown } = await onTerminal(context, house(), ['demo']);
    expect(code).toBe(0);
    expect(shown).toContain('\u001b[');
  });

  test('needs no network but loopback', (context) => {
    needsRoot(context);
    const script = 'ip link set lo up && exec "$0" "$1" demo';
    const args = ['--net', 'sh', '-c', script, process.execPath, CLI];
    const alone = spawnSync('unshare', args, { encoding: 'utf8', timeout: 25_000 });
    if (alone.error || /unshare:|ip: not found/.test(alone.stderr)) {
      context.skip('needs unshare and ip');
    }
    expect(alone.status).toBe(0);
    expect(alone.stdout).toContain('Lasted:');
  });

  test('ends with 73 where there is no room for the sample', async () => {
    const home = house();
    const ended = await home.run(['demo'], { env: { TMPDIR: '/nowhere' } });
    expect(ended).toMatchObject({ code: 73, stdout: '' });
    expect(ended.stderr).toContain('Cannot write the sample to the temporary directory /nowhere');
  });

  test('leaves nothing behind when it is stopped', async () => {
    const home = house();
    const TMPDIR = join(home.dir, 'tmp');
    mkdirSync(TMPDIR);
    const { child, ended } = home.start(['demo'], { env: { TMPDIR } });
    child.stdout?.once('data', () => child.kill('SIGINT'));
    expect(await ended).toMatchObject({ signal: 'SIGINT', stderr: '' });
    expect(readdirSync(TMPDIR)).toEqual([]);
  });
});
