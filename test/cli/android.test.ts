import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { DAY_MS, token } from '../kit/built-cli.ts';
import { GatewayHome } from '../kit/gateway.ts';
import { HOME, makePhone, type Phone } from '../kit/phone.ts';

const STORE = '.openclaw/agents/main/agent/auth-profiles.json';
const CONFIG = '.config/openclaw-auth-monitor/config.json5';

let phone: Phone;

beforeEach((context) => {
  const made = makePhone();
  if (typeof made === 'string') return context.skip(made);
  phone = made;
  onTestFinished(() => made.gone());
  phone.write(STORE, { version: 1, profiles: { 'anthropic:phone': token(-DAY_MS) } });
});

// No /etc, /tmp, /usr, no user database, no network interfaces, another platform.
describe('the program on Android', () => {
  test('judges', async () => {
    const { code, stdout, stderr } = await phone.monitor('check', '--plain');
    expect(stderr).toBe('');
    expect(stdout).toContain('profile_expired');
    expect(code).toBe(1);
  });

  test('runs, keeps its state in the home, and tells by Termux:API', async () => {
    phone.write(CONFIG, { notifiers: [{ type: 'termux' }] });
    expect((await phone.monitor('run', '--quiet')).code).toBe(1);
    expect(phone.shown().size).toBe(1);
    expect(Object.keys(phone.tree())).toContain('.local/state/openclaw-auth-monitor/state.json');
    expect((await phone.monitor('run', '--quiet', '--probe=off')).code).toBe(1);
    expect(phone.calls().filter(([name]) => name === 'termux-notification')).toHaveLength(1);
  });

  test('tells of a report from elsewhere', async () => {
    phone.write(CONFIG, { notifiers: [{ type: 'termux' }] });
    const { stdout } = await phone.monitor('check', '--json');
    writeFileSync(join(phone.home, 'report.json'), stdout);
    const { code } = await phone.monitor('notify', '--report', `${HOME}/report.json`);
    expect(code).toBe(1);
    expect(phone.shown().size).toBe(1);
  });

  test('tries its channels, and mail without a sendmail says what is missing', async () => {
    const mail = { type: 'email', from: 'a@b.example', to: ['c@d.example'], sendmail: {} };
    phone.write(CONFIG, { notifiers: [{ type: 'termux' }, mail] });
    const { code, stdout } = await phone.monitor('test');
    expect(stdout).toContain('termux (termux): delivered');
    expect(stdout).toMatch(/email \(email\): not delivered, .*ENOENT/);
    expect(code).toBe(75);
  });

  test('watches until it is stopped', async () => {
    phone.write(CONFIG, { probe: { level: 'off' }, notifiers: [{ type: 'termux' }] });
    const watch = `node "$@" & pid=$!
until [ -n "$(find /stub/shown -type f)" ]; do sleep 0.1; done
kill -TERM $pid; wait $pid`;
    const cli =
      '/data/data/com.termux/files/usr/lib/node_modules/openclaw-auth-monitor/dist/cli.cjs';
    const { code } = await phone.run('sh', '-c', watch, 'sh', cli, 'watch', '--log-level', 'error');
    expect(code).toBe(0);
    expect(phone.shown().size).toBe(1);
  });

  test('reads a database of a gateway, and leaves nothing in its directory', async () => {
    const gateway = new GatewayHome();
    gateway.database('main', { profiles: { 'anthropic:db': token(-DAY_MS) } });
    const path = 'agents/main/agent/openclaw-agent.sqlite';
    const target = join(phone.home, '.openclaw', path);
    rmSync(join(phone.home, STORE));
    cpSync(join(gateway.stateDir, path), target);
    const before = phone.tree();
    const { code, stdout, stderr } = await phone.monitor('check', '--plain');
    expect(stderr).toBe('');
    expect(stdout).toContain('anthropic:db');
    expect(code).toBe(1);
    expect(phone.tree()).toEqual(before);
  });
});
