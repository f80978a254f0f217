import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import JSON5 from 'json5';
import { describe, expect, onTestFinished, test, type TestContext } from 'vitest';
import { startSmtpSink } from '../../src/demo/smtp-sink.ts';
import { startWebhookReceiver } from '../../src/demo/webhook-receiver.ts';
import { CLI, DAY_MS, gateway, house, token, type House } from '../kit/built-cli.ts';

const SECRET = 'zQ7canary9KxW';

function place(home: House): string {
  return join(home.home, '.config/openclaw-auth-monitor/config.json5');
}

function written(
  home: House,
): { notifiers: readonly Record<string, unknown>[] } & Record<string, unknown> {
  return JSON5.parse(readFileSync(place(home), 'utf8'));
}

async function receiver() {
  const started = await startWebhookReceiver();
  onTestFinished(() => started.close());
  return started;
}

describe('init by flags', () => {
  test('tests the channel, writes a private commented config, and says what comes next', async () => {
    const home = house();
    const dir = gateway(home, { 'anthropic:default': token(90 * DAY_MS) });
    const mail = await startSmtpSink();
    onTestFinished(() => mail.close());
    const { code, stdout, stderr } = await home.run([
      'init',
      '--state-dir',
      `edge=${dir}`,
      '--channel=email',
      '--email-to=ops@example.org,me@example.org',
      '--email-from=monitor@example.org',
      `--smtp-host=${mail.host}`,
      `--smtp-port=${mail.port}`,
      '--smtp-tls=none',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(mail.messages).toHaveLength(1);
    expect(mail.messages[0]?.raw).toMatch(/^Subject: .*test/im);
    expect(stdout).toContain('anthropic:default');
    expect(stdout).toContain('email (email): delivered');
    expect(stdout).toMatch(
      /Nothing runs it yet: `auth-monitor install \w+` makes it run every half hour/,
    );
    const text = readFileSync(place(home), 'utf8');
    expect(text).toMatch(/^\/\/ Configuration of openclaw-auth-monitor/);
    expect(statSync(place(home)).mode & 0o777).toBe(0o600);
    expect(written(home)).toMatchObject({
      gateways: [{ label: 'edge', stateDir: dir }],
      notifiers: [{ type: 'email', to: ['ops@example.org', 'me@example.org'] }],
    });
    expect((await home.run(['run', '--dry-run'])).code).toBe(0);
  });

  test('keeps the language of whoever answers, since a timer has no locale', async () => {
    const home = house();
    gateway(home, { 'anthropic:default': token(90 * DAY_MS) }, 'home/.openclaw');
    const env = { LANG: 'vi_VN.UTF-8' };
    expect((await home.run(['init', '--yes'], { env })).code).toBe(0);
    expect(written(home)).toMatchObject({ lang: 'vi' });
  });

  test('takes secrets by reference only', async () => {
    const home = house();
    const receive = await receiver();
    const url = home.write('url', receive.url);
    const args = ['init', '--channel', 'webhook', '--webhook-url'];
    const refused = await home.run([...args, `${receive.url}/${SECRET}`]);
    expect(refused.code).toBe(64);
    expect(refused.stderr).toContain('env:NAME, file:PATH or credential:NAME');
    expect(refused.stderr + refused.stdout).not.toContain(SECRET);
    expect(existsSync(place(home))).toBe(false);
    const taken = await home.run([...args, `file:${url}`]);
    expect(taken.code).toBe(0);
    expect(receive.received).toHaveLength(1);
    expect(written(home).notifiers).toEqual([{ type: 'webhook', url: { file: url } }]);
  });

  test('lists all flags that are missing, and asks nobody', async () => {
    const { code, stderr } = await house().run(['init', '--channel', 'email']);
    expect(code).toBe(64);
    expect(stderr).toContain('channel email needs --email-to, --email-from, --smtp-host');
  });

  test('leaves a channel out whose test fails, unless it is told to keep it', async () => {
    const home = house();
    const args = ['init', '--channel', 'webhook', '--webhook-url', 'env:HOOK'];
    const env = { HOOK: `http://127.0.0.1:9/${SECRET}` };
    const dropped = await home.run(args, { env });
    expect(dropped.code).toBe(0);
    expect(dropped.stdout).toContain('webhook (webhook): not delivered');
    expect(dropped.stdout).toContain('Left webhook out; --keep-failing keeps it.');
    expect(written(home).notifiers).toEqual([]);
    const kept = await home.run([...args, '--keep-failing'], { env });
    expect(kept.stdout).not.toContain(SECRET);
    expect(written(home).notifiers).toEqual([{ type: 'webhook', url: { env: 'HOOK' } }]);
  });

  test('extends what is there and keeps comments and other settings', async () => {
    const home = house();
    const config = home.write(
      'home/.config/openclaw-auth-monitor/config.json5',
      "// mine\n{ warnWithin: '7d', // a week\n  notifiers: [\n    { type: 'webhook', url: { env: 'HOOK' } } // first\n  ] }\n",
    );
    const before = readFileSync(config, 'utf8');
    const args = ['init', '--no-test', '--channel', 'webhook', '--webhook-url', 'env:HOOK'];
    const { code, stderr } = await home.run(args, { env: { HOOK: 'http://127.0.0.1:9/' } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const after = readFileSync(config, 'utf8');
    for (const comment of ['// mine', '// a week', '// first']) expect(after).toContain(comment);
    expect(written(home)).toMatchObject({
      warnWithin: '7d',
      notifiers: [{ type: 'webhook' }, { type: 'webhook', name: 'webhook-2' }],
    });
    expect(after.length).toBeGreaterThan(before.length);
    const again = await home.run(['init']);
    expect(again.stdout).toContain('stays as it is');
    expect(readFileSync(config, 'utf8')).toBe(after);
  });

  describe('with channels there', () => {
    const CONFIG = `{
  // who is told
  notifiers: [
    { type: 'webhook', url: { env: 'HOOK' } }, // the service
    { type: 'ntfy', name: 'phone', topic: { env: 'TOPIC' }, baseUrl: 'http://127.0.0.1:9' },
    { type: 'exec', name: 'bell', command: ['/bin/true'] },
  ],
}
`;
    const env = { HOOK: 'http://127.0.0.1:9/', TOPIC: 'alarms', OTHER: 'night' };
    const inHome = (home: House) =>
      home.write('home/.config/openclaw-auth-monitor/config.json5', CONFIG);

    test('changes one by the flags of its kind, and nothing else', async () => {
      const home = house();
      const path = inHome(home);
      const { code, stdout, stderr } = await home.run(
        ['init', '--no-test', '--change', 'phone', '--ntfy-topic', 'env:OTHER'],
        { env },
      );
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain(`Changed ${path}`);
      expect(readFileSync(path, 'utf8')).toBe(
        CONFIG.replace("topic: { env: 'TOPIC' }", "topic: {\n      env: 'OTHER',\n    }"),
      );
    });

    test('leaves one as it was whose test fails', async () => {
      const home = house();
      const path = inHome(home);
      const args = ['init', '--change', 'phone', '--ntfy-server', 'http://127.0.0.1:10'];
      const { code, stdout } = await home.run(args, { env });
      expect(code).toBe(0);
      expect(stdout).toContain('Left phone as it was; --keep-failing changes it all the same.');
      expect(readFileSync(path, 'utf8')).toBe(CONFIG);
    });

    test('takes some out, of whatever type', async () => {
      const home = house();
      const path = inHome(home);
      const { code, stdout } = await home.run(['init', '--remove', 'bell', '--remove=webhook'], {
        env,
      });
      expect(code).toBe(0);
      expect(stdout).toContain('Took out bell, webhook');
      expect(written(home).notifiers).toMatchObject([{ name: 'phone' }]);
      for (const comment of ['// who is told', '// the service']) {
        expect(readFileSync(path, 'utf8')).toContain(comment);
      }
    });

    test.each([
      [['--remove', 'phon'], 'did you mean phone?'],
      [['--change', 'nobody'], 'there are webhook, phone, bell'],
      [['--change', 'bell'], 'a channel of type exec is changed by hand'],
      [['--change', 'phone'], '--change phone needs one of --ntfy-server, --ntfy-topic'],
      [
        ['--change', 'phone', '--email-to', 'a@b.example'],
        '--email-to belongs to a channel of type email',
      ],
      [['--change', 'phone', '--channel', 'ntfy'], 'exclude each other'],
      [['--change', 'phone', '--ntfy-topic', 'plain'], 'env:NAME, file:PATH or credential:NAME'],
    ])('%j is wrong usage and writes nothing', async (args, fault) => {
      const home = house();
      const path = inHome(home);
      const { code, stderr } = await home.run(['init', '--no-test', ...args], { env });
      expect(code).toBe(64);
      expect(stderr).toContain(fault);
      expect(readFileSync(path, 'utf8')).toBe(CONFIG);
    });
  });

  test('refuses a place inside an OpenClaw state directory', async () => {
    const home = house();
    const dir = gateway(home, { 'anthropic:default': token(DAY_MS) });
    const { code } = await home.run(['init', '--state-dir', dir, '--config', `${dir}/m.json5`]);
    expect(code).toBe(64);
    expect(readdirSync(dir)).toEqual(['agents']);
  });

  test('ends with 78 for a config that cannot be used, and leaves it alone', async () => {
    const home = house();
    const config = home.write('bad.json5', '{ nonsense: 1 }');
    const { code } = await home.run(['init', '--config', config]);
    expect(code).toBe(78);
    expect(readFileSync(config, 'utf8')).toBe('{ nonsense: 1 }');
  });
});

/** Types each answer once the terminal has shown what it waits for. */
async function converse(
  context: TestContext,
  home: House,
  args: readonly string[],
  steps: readonly (readonly [shown: string, typed: string])[],
): Promise<{ readonly code: number | null; readonly shown: string }> {
  const version = spawnSync('script', ['--version'], { encoding: 'utf8' });
  if (!/util-linux/.test(version.stdout ?? '')) {
    return context.skip('needs util-linux script for a pseudo-terminal');
  }
  const words = [process.execPath, CLI, ...args].map((word) => `'${word}'`).join(' ');
  const command = `stty cols 80 rows 40; ${words}`;
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    cwd: home.dir,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { PATH: process.env['PATH'], HOME: home.home, TERM: 'xterm-256color', LANG: 'C.UTF-8' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let shown = '';
  let seen = 0;
  const waiting = [...steps];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    const [next] = waiting;
    const at = next === undefined ? -1 : shown.indexOf(next[0], seen);
    if (next === undefined || at < 0) return;
    waiting.shift();
    seen = at + next[0].length;
    // The prompt listens once its frame is complete.
    setTimeout(() => child.stdin.write(next[1]), 50);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, shown }));
  });
}

const DOWN = '\u001b[B';

describe('the wizard', () => {
  test('leads from nothing to a first received test message', async (context) => {
    const home = house();
    gateway(home, { 'anthropic:default': token(90 * DAY_MS) }, 'home/.openclaw');
    const receive = await receiver();
    const { code, shown } = await converse(
      context,
      home,
      ['init'],
      [
        ['Who is told', `${DOWN.repeat(3)} \r`],
        ['Address?', `${receive.url}/${SECRET}\r`],
        ['Secret to sign with', '\r'],
        ['every half hour?', 'n'],
      ],
    );
    expect(code).toBe(0);
    expect(receive.received).toHaveLength(1);
    expect(shown).toContain('anthropic:default');
    expect(shown).toContain('webhook (webhook): delivered');
    expect(shown).toContain('Nothing runs it yet');
    expect(shown).not.toContain(SECRET);
    const [{ url }] = written(home).notifiers as readonly [{ url: { file: string } }];
    const { file } = url;
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
    expect(readFileSync(file, 'utf8')).toBe(`${receive.url}/${SECRET}\n`);
    expect((await home.run(['test'])).code).toBe(0);
  });

  test('edits what is there: one stays, one changes, one goes', async (context) => {
    const home = house();
    gateway(home, { 'anthropic:default': token(90 * DAY_MS) }, 'home/.openclaw');
    const receive = await receiver();
    home.write('home/.config/openclaw-auth-monitor/secrets/hook.url', `${receive.url}/old\n`);
    const secret = join(place(home), '../secrets/hook.url');
    home.write(
      'home/.config/openclaw-auth-monitor/config.json5',
      `{\n  notifiers: [\n    // ours\n    { type: 'webhook', name: 'hook', url: { file: '${secret}' } },\n    { type: 'exec', name: 'bell', command: ['/bin/true'] },\n    { type: 'exec', name: 'gone', command: ['/bin/true'] },\n  ],\n}\n`,
    );
    const { code, shown } = await converse(
      context,
      home,
      ['init'],
      [
        ['Which channels stay?', `${DOWN.repeat(2)} \r`],
        ['Which of them are to change?', ' \r'],
        ['Address? (empty: it stays as it is)', `${receive.url}/new\r`],
        ['Secret to sign with', '\r'],
        ['Who else is told?', '\r'],
        ['every half hour?', 'n'],
      ],
    );
    expect(code).toBe(0);
    expect(receive.received).toHaveLength(1);
    expect(shown).toContain('Took out gone');
    expect(shown).toContain('No channel uses this file any more');
    expect(written(home).notifiers).toMatchObject([{ name: 'hook' }, { name: 'bell' }]);
    expect(readFileSync(place(home), 'utf8')).toContain('// ours');
    const [{ url }] = written(home).notifiers as unknown as readonly [{ url: { file: string } }];
    expect(readFileSync(url.file, 'utf8')).toBe(`${receive.url}/new\n`);
  });

  test('writes nothing when it is left', async (context) => {
    const home = house();
    const { code, shown } = await converse(
      context,
      home,
      ['init'],
      [
        ['Who is told', `${DOWN.repeat(3)} \r`],
        ['Address?', 'http://127.0.0.1:9/\r'],
        ['Secret to sign with', '\u0003'],
      ],
    );
    expect(code).toBe(0);
    expect(shown).toContain('Left: nothing was written.');
    expect(existsSync(place(home))).toBe(false);
    const secrets = join(place(home), '../secrets');
    expect(existsSync(secrets) ? readdirSync(secrets) : []).toEqual([]);
  });

  test('tells a failing test and lets the person choose', async (context) => {
    const home = house();
    const { shown } = await converse(
      context,
      home,
      ['init'],
      [
        ['Who is told', `${DOWN.repeat(3)} \r`],
        ['Address?', 'http://127.0.0.1:9/\r'],
        ['Secret to sign with', '\r'],
        ['Keep this channel', 'y'],
        ['every half hour?', 'n'],
      ],
    );
    expect(shown).toContain('not delivered');
    expect(written(home).notifiers).toHaveLength(1);
  });
});
