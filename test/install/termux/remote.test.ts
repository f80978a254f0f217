import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { DAY_MS, gateway, house, token } from '../../kit/built-cli.ts';
import { HOME, makePhone, type Phone } from '../../kit/phone.ts';

const BELOW = '.local/share/openclaw-auth-monitor/termux';
const DIR = `${HOME}/${BELOW}`;
const FAULT = 'openclaw-auth-monitor-unanswered';

let phone: Phone;

beforeEach((context) => {
  const made = makePhone();
  if (typeof made === 'string') return context.skip(made);
  phone = made;
  onTestFinished(() => made.gone());
});

/** A phone that asks another machine, which does not let its key in yet. */
async function install(): Promise<string> {
  phone.act('ssh', 'echo "alice@gw: Permission denied (publickey)." >&2; exit 255');
  const ran = await phone.monitor('install', 'termux', '--remote', 'alice@gw');
  expect(ran.stderr).toBe('');
  expect(ran.code).toBe(0);
  return ran.stdout;
}

/** What the gateway's host answers: the report of a gateway whose one token ends so long from now. */
async function answer(leftMs: number, before = ''): Promise<number> {
  const host = house();
  const dir = gateway(host, { 'anthropic:work': token(leftMs) });
  const { stdout, code } = await host.run(['check', '--json', '--state-dir', dir]);
  phone.act('ssh', `${before}\ncat <<'REPORT'\n${stdout}REPORT\nexit ${code ?? 70}`);
  return code ?? 70;
}

async function fire(): Promise<number> {
  return (await phone.start(`${DIR}/run.sh`)).code;
}

describe('a phone that asks a gateway elsewhere', () => {
  test('gets a key of its own and says the one command that lets it in', async () => {
    const said = await install();
    expect(said).toContain('Permission denied (publickey)');
    expect(said).toContain("auth-monitor install termux --phone-key 'ssh-ed25519 AAAA");
    expect(said).toContain('SHA256:fake');
    const again = await phone.monitor('install', 'termux', '--remote', 'alice@gw');
    expect(again.stdout).not.toContain('ssh-keygen -q');
    phone.act('ssh', 'exit 0');
    const shell = await phone.monitor('install', 'termux', '--remote', 'alice@gw');
    expect(shell.stdout).toContain('does not answer yet (0)');
    await answer(-DAY_MS);
    const done = await phone.monitor('install', 'termux', '--remote', 'alice@gw');
    expect(done.stdout).toContain('alice@gw answers with its report');
  });

  test('asks without questions, with that key and only a known host', async () => {
    await install();
    phone.calls();
    await fire();
    const call = phone.calls().find(([name]) => name === 'ssh');
    expect(call).toEqual(
      expect.arrayContaining([
        `${DIR}/key`,
        'BatchMode=yes',
        'ConnectTimeout=8',
        'StrictHostKeyChecking=yes',
        'IdentitiesOnly=yes',
      ]),
    );
    expect(call?.slice(-2)).toEqual(['--', 'alice@gw']);
  });

  test('tells what the report says, and takes it back', async () => {
    await install();
    expect(await answer(-DAY_MS)).toBe(1);
    expect(await fire()).toBe(1);
    const [shown] = [...phone.shown()];
    expect(shown?.[1]).toContain('--ongoing');
    await answer(300 * DAY_MS);
    expect(await fire()).toBe(0);
    expect(phone.shown().has(shown?.[0] ?? '')).toBe(false);
  });

  test('holds the phone awake only while it asks', async () => {
    await install();
    await answer(DAY_MS * 300);
    phone.calls();
    await fire();
    const names = phone.calls().map(([name]) => name);
    const [lock, asked, unlock] = ['termux-wake-lock', 'ssh', 'termux-wake-unlock'].map((name) =>
      names.indexOf(name),
    );
    expect(lock).toBeGreaterThanOrEqual(0);
    expect(asked).toBeGreaterThan(lock ?? 0);
    expect(unlock).toBeGreaterThan(asked ?? 0);
  });

  test('takes 255 for unknown: quiet at first, told the third time, gone with the next answer', async () => {
    await install();
    phone.act('ssh', 'echo "ssh: connect to host gw: EXPIRED timed out" >&2; exit 255');
    for (const tries of [1, 2, 3]) {
      expect(await fire()).toBe(74);
      expect(phone.shown().has(FAULT)).toBe(tries === 3);
    }
    const args = phone.shown().get(FAULT)?.join(' ') ?? '';
    expect(args).toContain('Could not ask alice@gw');
    expect(args).toContain('Nothing is known about the credentials since');
    expect(args).not.toContain('--ongoing');
    expect(args).toContain(`${DIR}/check-now.sh`);
    expect((await phone.monitor('doctor')).stdout).toMatch(
      /alice@gw could not be asked: 3 runs in a row, since /,
    );
    const status = await phone.run(`${DIR}/status.sh`);
    expect(status.stdout).toContain('NOTHING IS KNOWN since');
    await answer(300 * DAY_MS);
    expect(await fire()).toBe(0);
    expect(phone.shown().size).toBe(0);
    const { code, stdout: healthy } = await phone.monitor('doctor');
    expect({ code, healthy }).toEqual({
      code: 0,
      healthy: expect.stringContaining('asked over SSH'),
    });
    expect(healthy).toContain("Termux, every 30 minutes, by Android's job scheduler");
    expect(healthy).not.toContain('could not be asked');
  });

  test('does not take a failure back while nobody answers', async () => {
    await install();
    await answer(-DAY_MS);
    await fire();
    const before = [...phone.shown().keys()];
    phone.act('ssh', 'exit 255');
    await fire();
    expect([...phone.shown().keys()]).toEqual(before);
  });

  test('anything but a report is unknown, too, and told at once where the host itself says so', async () => {
    await install();
    const cases = [
      ['a missing program', 'echo "sh: auth-monitor: not found" >&2; exit 127', 1],
      ['a key for something else', 'echo "no" >&2; exit 64', 1],
      ['an answer that is no report', 'echo hello; exit 1', 3],
      ['half a report', 'echo "{"; exit 1', 3],
      ['no answer in time', 'exit 124', 3],
      ['an answer without end', 'cat /dev/zero', 1],
    ] as const;
    for (const [what, script, patience] of cases) {
      phone.act('ssh', script);
      for (let tries = 1; tries <= patience; tries += 1) {
        const code = await fire();
        expect([what, tries, code, phone.shown().has(FAULT)]).toEqual([
          what,
          tries,
          74,
          tries === patience,
        ]);
      }
      rmSync(join(phone.home, BELOW, 'var/fault'));
      await phone.run('termux-notification-remove', FAULT);
    }
  });

  test('a shell over there may greet first', async () => {
    await install();
    await answer(-DAY_MS, 'echo "Welcome to gw"; echo "Last login: today" >&2');
    expect(await fire()).toBe(1);
  });

  test('a gateway whose verdict is 2 is expiring', async () => {
    await install();
    await answer(3_600_000);
    expect(await fire()).toBe(2);
  });

  test('uninstall takes key, job and what is shown, and leaves nothing', async () => {
    const before = phone.tree();
    await install();
    await answer(-DAY_MS);
    await fire();
    expect(phone.shown().size).toBe(1);
    expect(existsSync(join(phone.home, BELOW, 'key'))).toBe(true);
    await phone.monitor('uninstall', 'termux');
    expect(phone.tree()).toEqual(before);
    expect(phone.shown().size).toBe(0);
    expect(phone.job()).toBeNull();
  });

  test('settings and words are as clean scripts as the others', async (context) => {
    await install();
    const paths = ['settings', 'words'].map((name) => join(phone.home, BELOW, name));
    const args = ['-s', 'sh', '-e', 'SC2034,SC2154', ...paths];
    const { error, stdout } = spawnSync('shellcheck', args, { encoding: 'utf8' });
    if (error !== undefined) return context.skip('shellcheck is not installed');
    expect(stdout).toBe('');
  });

  test('no file on the phone holds anything of a credential', async () => {
    await install();
    await answer(-DAY_MS);
    await fire();
    const texts = Object.entries(phone.tree()).map(([, text]) => text);
    expect(texts.join('\n')).not.toContain('Fk3Zt9Qw');
    expect(readFileSync(join(phone.home, BELOW, 'settings'), 'utf8')).toContain("MODE='remote'");
  });
});
