import { chmodSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DAY_MS, gateway, house, needsRoot, token, type House } from '../kit/built-cli.ts';

const CANARY = 'Gh7Kq2Vw9Lm4Zx';

function sound(home: House): string {
  return gateway(home, { 'anthropic:a': token(9 * DAY_MS) });
}

const COMMANDS: readonly [readonly string[]][] = [
  [['check']],
  [['run']],
  [['run', '--dry-run']],
  [['watch']],
  [['test']],
  [['notify', '--report', '-']],
];

describe('a config that cannot be used ends with 78 before anything is judged', () => {
  test.each(COMMANDS)('%j tells all faults at once and no value', async (args) => {
    const home = house();
    const config = home.write('config.json5', {
      gateways: [{ stateDir: sound(home), labl: CANARY }],
      warnWithin: CANARY,
      probe: { level: CANARY },
      notifiers: [{ type: 'webhook', url: 5 }],
      [CANARY]: true,
    });
    const { code, stdout, stderr } = await home.run([...args, '--config', config]);
    expect({ code, stdout }).toEqual({ code: 78, stdout: '' });
    expect(stderr).toContain(`openclaw-auth-monitor: ${config} cannot be used:\n  - `);
    expect(stderr).toContain('Nothing was checked.');
    for (const place of ['gateways[0]', 'warnWithin', 'probe.level', 'notifiers[0].url'])
      expect(stderr).toContain(place);
    expect(stderr).not.toContain(CANARY.slice(0, 5));
  });

  test.each([
    ['--config names nothing', ['--config', 'nowhere.json5'], {}],
    ['the variable names nothing', [], { OPENCLAW_AUTH_MONITOR_CONFIG: '/nowhere.json5' }],
  ])('%s', async (_, args, env) => {
    const home = house();
    const ended = await home.run(['check', '--state-dir', sound(home), ...args], { env });
    expect(ended).toMatchObject({ code: 78, stdout: '' });
    expect(ended.stderr).toContain('there is no such file');
  });

  test.each([
    ['is no JSON5', '{ gateways: [', 'not valid JSON5 from here'],
    ['is empty', '', 'not valid JSON5'],
    ['is a list', '[]', 'expected'],
  ])('one that %s', async (_, text, says) => {
    const home = house();
    const config = home.write('config.json5', text);
    const ended = await home.run(['check', '--config', config]);
    expect(ended).toMatchObject({ code: 78, stdout: '' });
    expect(ended.stderr).toContain(says);
  });

  test('one that was found, not named', async () => {
    const home = house();
    home.write('home/.config/openclaw-auth-monitor/config.json5', '{ gatewys: [] }');
    const ended = await home.run(['check', '--state-dir', sound(home)]);
    expect(ended).toMatchObject({ code: 78, stdout: '' });
    expect(ended.stderr).toContain('did you mean "gateways"?');
  });

  test('a directory, a broken link and a file of somebody else', async (context) => {
    const home = house();
    mkdirSync(join(home.dir, 'directory'));
    symlinkSync(join(home.dir, 'gone'), join(home.dir, 'link'));
    for (const name of ['directory', 'link'])
      expect(await home.run(['check', '--config', name])).toMatchObject({ code: 78 });
    needsRoot(context);
    const config = home.write('config.json5', '{}');
    chmodSync(home.dir, 0o755);
    const ended = await home.run(['check', '--config', config], { uid: 65_534 });
    expect(ended).toMatchObject({ code: 78, stdout: '' });
    expect(ended.stderr).toContain('permission denied');
  });

  test('a place of the config that cannot be looked at', async (context) => {
    needsRoot(context);
    const home = house();
    chmodSync(home.dir, 0o755);
    chmodSync(home.home, 0o700);
    const ended = await home.run(['check', '--state-dir', sound(home)], { uid: 65_534 });
    expect(ended).toMatchObject({ code: 78, stdout: '' });
    expect(ended.stderr).toContain('name a config with --config');
  });
});

describe('secrets that are not to be had', () => {
  const config = (home: House): string =>
    home.write('config.json5', {
      gateways: [{ stateDir: sound(home) }],
      probe: { level: 'off' },
      notifiers: [
        { type: 'webhook', url: { env: 'NO_SUCH_URL' }, secret: { file: '/no/such/file' } },
        { type: 'webhook', name: 'second', url: { env: 'BLANK' } },
        {
          type: 'email',
          from: 'a@example.org',
          to: ['b@example.org'],
          smtp: { host: 'localhost', user: 'x', password: { credential: 'smtp' } },
        },
      ],
      heartbeat: { url: { env: 'BEAT_URL' } },
      state: { dir: home.state },
    });

  test.each([
    ['run', []],
    ['run', ['--dry-run']],
    ['watch', []],
    ['test', []],
  ] as const)('end %s with 78, all told at once, nothing done', async (command, args) => {
    const home = house();
    const env = { BLANK: '  ', BEAT_URL: `ftp://${CANARY}.example/` };
    const ended = await home.run([command, ...args, '--config', config(home)], { env });
    expect(ended).toMatchObject({ code: 78, stdout: '' });
    for (const says of [
      'the environment variable NO_SUCH_URL is not set',
      'the environment variable BLANK is blank',
      'the credential smtp needs $CREDENTIALS_DIRECTORY',
      'heartbeat.url: expected an http(s) URL',
    ]) {
      expect(ended.stderr).toContain(says);
    }
    expect(ended.stderr).not.toContain(CANARY.slice(0, 5));
    expect(existsSync(join(home.state, 'state.json'))).toBe(false);
  });

  test('are no matter to a check, which tells nobody', async () => {
    const home = house();
    expect(await home.run(['check', '--config', config(home)])).toMatchObject({ code: 0 });
  });
});

test('what the config may ask for and should not is a warning, and the run goes on', async () => {
  const home = house();
  const config = home.write('config.json5', {
    gateways: [{ stateDir: sound(home) }],
    notifiers: [{ type: 'webhook', url: `https://user:${CANARY}@example.org/${CANARY}` }],
  });
  chmodSync(config, 0o644);
  const ended = await home.run(['check', '--config', config]);
  expect(ended.code).toBe(0);
  expect(ended.stderr).toMatch(/^warning: .*notifiers\[0\]\.url is a secret in a file that others/);
  expect(ended.stderr).not.toContain(CANARY.slice(0, 5));
});
