// No secret leaves: whatever goes wrong, none shows in output, log, state, metrics or report.
import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Ended } from '../kit/built-cli.ts';
import { Canaries } from '../kit/canaries.ts';
import { trap, type Trap } from '../kit/trap.ts';
import { trappedChannels } from '../kit/trapped-channels.ts';

/** All that a run wrote: output and every file that is not an input. */
function allOf({ home }: Trap, ended: Ended): string {
  return [ended.stdout, ended.stderr, ...filesIn(home.state), ...filesIn(join(home.dir, 'out'))]
    .concat(
      existsSync(join(home.dir, 'auth.prom'))
        ? [readFileSync(join(home.dir, 'auth.prom'), 'utf8')]
        : [],
    )
    .join('\n');
}

function filesIn(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'));
}

test('these tests would see five characters of a secret, in any case, and its base64', () => {
  const canaries = new Canaries();
  const secret = canaries.make('a', 'sk-');
  canaries.make('b');
  expect(canaries.in(`... ${secret.slice(9, 14).toLowerCase()} ...`)).toEqual(['a']);
  expect(canaries.in(Buffer.from(secret.slice(3)).toString('base64'))).toEqual(['a']);
  expect(canaries.in('sk- and nothing else')).toEqual([]);
});

describe('no secret shows', () => {
  test.each(['text', 'json', 'plain', 'markdown', 'junit', 'github', 'nagios', 'prometheus'])(
    'in a check as %s',
    async (format) => {
      const set = await trap();
      const args = [
        'check',
        '--config',
        set.config,
        '--format',
        format,
        '--verbose',
        '--scope',
        'all',
      ];
      const ended = await set.home.run(args, { env: set.env });
      expect([1, 2]).toContain(ended.code);
      expect(ended.stdout).toContain('anthropic:broken');
      expect(set.canaries.in(allOf(set, ended))).toEqual([]);
    },
  );

  test.each(['metadata', 'inference'])('in a run that asks the providers: %s', async (level) => {
    // Nobody listens at the last one.
    const path = new Canaries().make('dead path');
    const set = await trap([{ type: 'webhook', name: 'x', url: `http://127.0.0.1:9/${path}` }]);
    set.canaries.make('dead path');
    const args = ['run', '--config', set.config, `--probe=${level}`, '--json', '--scope', 'all'];
    const ended = await set.home.run(args, { env: set.env });
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain('credential_rejected');
    expect(ended.stderr).toContain('webhook: firing');
    expect(ended.stderr).toContain('not delivered');
    expect(ended.stderr).toContain('answered the heartbeat with HTTP 401');
    expect(readdirSync(set.home.state)).toContain('state.json');
    expect(set.canaries.in(allOf(set, ended))).toEqual([]);
  });

  test('in a dry run and in what notify says', async () => {
    const set = await trap();
    const { home, config, env } = set;
    const dry = await home.run(['run', '--config', config, '--dry-run', '--verbose'], { env });
    expect(dry.stdout).toContain('would send to webhook');
    const { stdout } = await home.run(['check', '--config', config, '--json'], { env });
    const told = await home.run(['notify', '--config', config, '--report', '-'], {
      env,
      input: stdout,
    });
    expect(told.stderr).toContain('not delivered');
    expect(set.canaries.in(allOf(set, dry) + allOf(set, told))).toEqual([]);
  });

  test('in a test of the channels', async () => {
    const set = await trap();
    const ended = await set.home.run(['test', '--config', set.config], { env: set.env });
    expect(ended.code).toBe(75);
    expect(ended.stdout.match(/not delivered/g)).toHaveLength(2);
    expect(set.canaries.in(allOf(set, ended))).toEqual([]);
  });

  test('in what channels of every platform say, wherever their secrets are kept', async () => {
    const set = await trap();
    const { home, canaries, origin } = set;
    const { env, notifiers } = trappedChannels(home, canaries, origin);
    const gateways = [{ stateDir: join(home.dir, 'gateway') }];
    const state = { dir: home.state };
    const config = home.write('platforms.json', { gateways, notifiers, state });
    const tested = await home.run(['test', '--config', config], { env });
    expect(tested.code).toBe(75);
    expect(tested.stdout.match(/not delivered/g)).toHaveLength(notifiers.length);
    const ran = await home.run(['run', '--probe=off', '--config', config], { env });
    expect(ran.code).toBe(1);
    expect(ran.stderr.match(/not delivered/g)).toHaveLength(notifiers.length);
    expect(canaries.in(allOf(set, tested) + allOf(set, ran))).toEqual([]);
  });

  test('in the log of watch', async () => {
    const set = await trap();
    const args = ['watch', '--config', set.config, '--log-level', 'trace'];
    const { child, ended, saw } = set.home.start(args, { env: set.env });
    await saw('verdict failing');
    child.kill();
    expect(set.canaries.in(allOf(set, await ended))).toEqual([]);
  });

  test('where a secret was put in the wrong place of the config', async () => {
    const set = await trap();
    const text = readFileSync(set.config, 'utf8');
    const wrong = [
      text.replace('"type":"webhook"', `"type":"${set.canaries.make('as type')}"`),
      text.replace('"probe":', `"${set.canaries.make('as key')}":1,"probe":`),
      text.replace('"metadata"', `"${set.canaries.make('as level')}"`),
      text.replace('{"env":"SMTP_PASSWORD"}', `{"file":"${set.canaries.make('as file')}"}`),
      text.replace('{"env":"HEARTBEAT"}', `"${set.canaries.make('as address')}"`),
      text.slice(0, 500),
      text.slice(0, -3),
    ];
    for (const [index, content] of wrong.entries()) {
      const config = set.home.write('wrong.json5', content);
      const ended = await set.home.run(['run', '--config', config], { env: set.env });
      expect([index, ended.code]).toEqual([index, 78]);
      expect([index, ...set.canaries.in(allOf(set, ended))]).toEqual([index]);
    }
  });

  test('where files are open to others, full or not there', async () => {
    const set = await trap();
    const { home, config, env } = set;
    chmodSync(config, 0o644);
    for (const args of [
      ['run', '--config', config, '--monitor-state', '/dev/null/x'],
      ['run', '--config', config, '--output', '/dev/null/x'],
      ['run', '--config', config, '--output', 'out/report.json', '--json'],
    ]) {
      home.write('out/.keep', '');
      const ended = await home.run(args, { env });
      expect(set.canaries.in(allOf(set, ended))).toEqual([]);
    }
  });

  test('in what a bug says', async () => {
    const set = await trap();
    // JSON.parse quotes what it could not read.
    const script = `const parse = JSON.parse;
      JSON.parse = (text, ...rest) => parse(String(text).includes('anthropic:good') ? String(text).slice(140) : text, ...rest);
      const { TextDecoder: T } = require('node:util');
      process.nextTick(() => { throw new Error(require('node:fs').readFileSync(${JSON.stringify(set.config)}, 'utf8')); });`;
    const nodeOptions = ['--require', set.home.write('broken.cjs', script)];
    const ended = await set.home.run(['check', '--config', set.config], {
      env: set.env,
      nodeOptions,
    });
    expect(ended.code).toBe(70);
    expect(set.canaries.in(allOf(set, ended))).toEqual([]);
  });
});
