import { chmodSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { alertHouse } from '../kit/alert-house.ts';
import { DAY_MS, gateway, HOUR_MS, house, token } from '../kit/built-cli.ts';

const WARNED = /^warning: .* chmod 600 it/m;
const FAILED = /^gone: firing \(1\) not delivered, /m;
const DELIVERED = /^webhook: firing \(1\) delivered$/m;

describe('--log-level of a command that runs once', () => {
  test.each([
    ['silent', []],
    ['error', []],
    ['warn', [WARNED, FAILED]],
    ['info', [WARNED, FAILED, DELIVERED]],
    ['trace', [WARNED, FAILED, DELIVERED]],
  ] as const)('%s', async (level, expected) => {
    const home = await alertHouse();
    home.configure({
      notifiers: [
        { type: 'webhook', url: home.webhook.url },
        { type: 'exec', name: 'gone', command: ['/nowhere/program'] },
      ],
    });
    chmodSync(home.config, 0o644);
    home.store({ 'anthropic:a': -HOUR_MS });
    const { code, stdout, stderr } = await home.at(0, ['--log-level', level]);
    expect(code).toBe(1);
    expect(stdout).toContain('expired');
    const lines = [WARNED, FAILED, DELIVERED];
    expect(lines.filter((line) => line.test(stderr))).toEqual(expected);
    if (expected.length === 0) expect(stderr).toBe('');
  });

  test('is the one of the config where none is given, and goes before it', async () => {
    const home = await alertHouse();
    home.configure({ log: { level: 'error' } });
    home.store({ 'anthropic:a': -HOUR_MS });
    expect((await home.at(0)).stderr).toBe('');
    home.store({ 'anthropic:a': -HOUR_MS, 'anthropic:b': -HOUR_MS });
    expect((await home.at(HOUR_MS, ['--log-level', 'info'])).stderr).toContain(' delivered\n');
  });

  test('is no matter of what ends a run', async () => {
    const home = house();
    const dir = gateway(home, { 'anthropic:default': token(90 * DAY_MS) });
    const well = await home.run(['check', '--state-dir', dir, '--log-level', 'silent']);
    expect(well).toMatchObject({ code: 0, stderr: '' });
    const ill = await home.run(['check', '--config', '/nowhere.json5', '--log-level', 'silent']);
    expect(ill).toMatchObject({ code: 78, stderr: expect.stringContaining('no such file') });
    expect((await home.run(['check', '--log-level', 'loud'])).code).toBe(64);
  });
});
