import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  CLI,
  DAY_MS,
  gateway,
  HOUR_MS,
  house,
  needsRoot,
  reportOf,
  token,
} from '../kit/built-cli.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const at = (ms: number): string => new Date(NOW + ms).toISOString();
const until = (leftMs: number): object => token(leftMs, { now: NOW });

describe('check ends with the contract’s code', () => {
  test.each([
    ['a token with more than the warn window left', DAY_MS + 1, 0, 'ok'],
    ['a token at the edge of the warn window', DAY_MS, 2, 'expiring'],
    ['a token with a millisecond left', 1, 2, 'expiring'],
    ['a token that ends now', 0, 1, 'failing'],
    ['a token that ended before', -HOUR_MS, 1, 'failing'],
  ])('%s', async (_, leftMs, code, word) => {
    const home = house();
    const dir = gateway(home, { 'anthropic:a': until(leftMs) });
    const shared = ['--state-dir', dir, '--now', at(0)];
    expect(await home.run(['check', ...shared, '--format', 'word'])).toEqual({
      code,
      signal: null,
      stdout: `${word}\n`,
      stderr: '',
    });
    // The command may be left out.
    expect(await home.run([...shared, '--format=word'])).toMatchObject({ code });
  });

  test('1 beats 2 beats 0', async () => {
    const home = house();
    const profiles = {
      'anthropic:a': until(30 * DAY_MS),
      'anthropic:b': until(HOUR_MS),
      'anthropic:c': until(-HOUR_MS),
    };
    const word = async (id: readonly string[]) => {
      const args = ['--state-dir', gateway(home, profiles), '--now', at(0), '--format', 'word'];
      const { code, stdout } = await home.run([...args, ...id]);
      return [code, stdout];
    };
    expect(await word([])).toEqual([1, 'failing\n']);
    expect(await word(['--profile', 'anthropic:a', '--profile', 'anthropic:b'])).toEqual([
      2,
      'expiring\n',
    ]);
    expect(await word(['--profile', 'anthropic:a'])).toEqual([0, 'ok\n']);
  });

  test('no gateway is failing and says where it looked', async () => {
    const home = house();
    const { code, stdout, stderr } = await home.run(['check']);
    expect(code).toBe(1);
    expect(stdout).toContain(join(home.home, '.openclaw'));
    expect(stderr).toBe('');
  });

  test('a store that is no JSON is failing, not a bug', async () => {
    const home = house();
    home.write('gateway/agents/main/agent/auth-profiles.json', '{ "version": 1, "prof');
    const ended = await home.run(['--state-dir', join(home.dir, 'gateway'), '--json']);
    expect(ended.code).toBe(1);
    expect(reportOf(ended).findings.map(({ code }) => code)).toContain('store_unreadable');
  });

  test('a directory that may not be entered is failing, not a bug', async (context) => {
    needsRoot(context);
    const home = house();
    const dir = gateway(home, { 'anthropic:a': until(DAY_MS * 9) });
    chmodSync(home.dir, 0o755);
    chmodSync(dir, 0o700);
    for (const options of [{}, { env: { OPENCLAW_STATE_DIR: join(dir, 'agents') } }]) {
      const args = 'env' in options ? [] : ['--state-dir', join(dir, 'agents')];
      const ended = await home.run([...args, '--format', 'word'], { uid: 65_534, ...options });
      expect(ended).toMatchObject({ code: 1, stdout: 'failing\n', stderr: '' });
    }
  });

  test('an agent, profile or provider that is not there is failing', async () => {
    const home = house();
    const dir = gateway(home, { 'anthropic:a': until(DAY_MS * 9) });
    for (const filter of [
      ['--agent', 'nobody'],
      ['--profile', 'anthropic:z'],
      ['--provider', 'nobody'],
    ]) {
      const ended = await home.run(['--state-dir', dir, ...filter, '--format', 'word']);
      expect(ended).toMatchObject({ code: 1, stdout: 'failing\n' });
    }
  });
});

describe('--now moves the judgement', () => {
  test.each([
    [0, 0],
    [29 * DAY_MS, 2],
    [30 * DAY_MS, 1],
  ])('%i ms later it is %i', async (later, code) => {
    const home = house();
    const dir = gateway(home, { 'anthropic:a': until(30 * DAY_MS) });
    const ended = await home.run(['--state-dir', dir, '--json', '--now', at(later)]);
    expect(ended.code).toBe(code);
    expect(reportOf(ended).generatedAt).toBe(at(later));
  });

  test('a date is its first moment in UTC', async () => {
    const home = house();
    const dir = gateway(home, { 'anthropic:a': until(30 * DAY_MS) });
    const ended = await home.run(['--state-dir', dir, '--json', '--now', '2026-11-21']);
    expect(reportOf(ended).generatedAt).toBe('2026-11-21T00:00:00.000Z');
  });
});

test('--warn-within moves the edge of the warn window', async () => {
  const home = house();
  const dir = gateway(home, { 'anthropic:a': until(2 * DAY_MS) });
  const code = async (within: string) =>
    (await home.run(['--state-dir', dir, '--now', at(0), '--warn-within', within])).code;
  expect(await code('47h')).toBe(0);
  expect(await code('2d')).toBe(2);
});

test('as a user without home, passwd entry and environment it still judges', async (context) => {
  needsRoot(context);
  const home = house();
  chmodSync(home.dir, 0o755);
  const env = { PATH: undefined, HOME: undefined };
  const ended = await home.run(['check'], { uid: 64_999, env });
  expect(ended.code).toBe(1);
  expect(ended.stdout).toContain('no OpenClaw gateway found');
  expect(ended.stdout).toContain('Looked in: ');
  expect(ended.stderr).toBe('');
});

test('a check writes nothing: not at home, not in the gateway, not beside it', async () => {
  const home = house();
  const dir = gateway(home, { 'anthropic:a': token(9 * DAY_MS) });
  const before = everythingIn(home.dir);
  for (const args of [[], ['--json'], ['--verbose'], ['--format', 'nagios']]) {
    expect(await home.run(['check', '--state-dir', dir, ...args])).toMatchObject({ code: 0 });
  }
  expect(everythingIn(home.dir)).toEqual(before);
});

/** Every path with its size and the time of its last change. */
function everythingIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => {
      const { size, mtimeMs, ctimeMs } = statSync(join(dir, name));
      return `${name} ${size} ${mtimeMs} ${ctimeMs}`;
    })
    .sort();
}

test('on a read-only root without home, as an arbitrary user, it judges', async (context) => {
  needsRoot(context);
  const home = house();
  chmodSync(home.dir, 0o755);
  const inside =
    'mount -o remount,ro,bind / && exec setpriv --reuid 64999 --regid 64999 --clear-groups env -i "$0" "$1" check';
  const args = ['--mount', '--propagation', 'private', 'sh', '-c', inside, process.execPath, CLI];
  const run = spawnSync('unshare', args, { encoding: 'utf8', cwd: '/', timeout: 20_000 });
  if (run.error || /^(?:unshare|mount|sh):/m.test(run.stderr)) context.skip('may not remount /');
  expect(run).toMatchObject({ status: 1, stderr: '' });
  expect(run.stdout).toContain('no OpenClaw gateway found');
});
