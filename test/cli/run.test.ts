import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alertHouse, kinds } from '../kit/alert-house.ts';
import { DAY_MS, gateway, HOUR_MS, house, reportOf, token } from '../kit/built-cli.ts';

describe('a run tells people what changed', () => {
  test('the first one all that is wrong, in one message to each channel', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS, 'anthropic:b': HOUR_MS, 'anthropic:c': 90 * DAY_MS });
    const { code, stdout, stderr } = await home.at(0);
    expect(code).toBe(1);
    expect(stdout).toContain('FAILING');
    expect(stderr.split('\n').sort()).toEqual([
      '',
      'email: firing (2) delivered',
      'webhook: firing (2) delivered',
    ]);
    const [message, ...more] = home.told();
    expect(more).toEqual([]);
    expect(message).toMatchObject({ type: 'auth.firing', data: { verdict: 'failing' } });
    expect(message?.data.incidents.map(({ profiles }) => profiles)).toEqual([
      ['anthropic:a'],
      ['anthropic:b'],
    ]);
    expect(home.mail.messages.map(({ to }) => to)).toEqual([['ops@example.org']]);
    expect(home.mail.messages[0]?.raw).toContain('anthropic:a expired 1 h ago');
  });

  test('the second one nothing, and its verdict is the same', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    await home.at(0);
    home.told();
    const { code, stderr } = await home.at(HOUR_MS / 2);
    expect({ code, stderr, told: home.told() }).toEqual({ code: 1, stderr: '', told: [] });
    expect(home.mail.messages.length).toBe(1);
  });

  test('the story of one token: firing, escalated, reminder, recovered, quiet', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': 3 * HOUR_MS });
    const step = async (afterMs: number) => {
      const { code } = await home.at(afterMs);
      return [code, ...kinds(home.told())];
    };
    expect(await step(0)).toEqual([2, 'auth.firing']);
    expect(await step(HOUR_MS)).toEqual([2]);
    expect(await step(2 * HOUR_MS)).toEqual([2, 'auth.escalated']);
    expect(await step(3 * HOUR_MS)).toEqual([1, 'auth.escalated']);
    expect(await step(4 * HOUR_MS)).toEqual([1]);
    expect(await step(27 * HOUR_MS - 1)).toEqual([1]);
    expect(await step(27 * HOUR_MS)).toEqual([1, 'auth.reminder']);
    home.store({ 'anthropic:a': 90 * DAY_MS });
    expect(await step(28 * HOUR_MS)).toEqual([0, 'auth.recovered']);
    expect(await step(29 * HOUR_MS)).toEqual([0]);
    expect(home.mail.messages.length).toBe(5);
  });

  test('a recovery says how long it lasted', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': 0 });
    await home.at(0);
    home.store({ 'anthropic:a': 90 * DAY_MS });
    await home.at(5 * HOUR_MS);
    const [, recovered] = home.told();
    expect(recovered?.data.incidents[0]?.outageMs).toBe(5 * HOUR_MS);
  });
});

describe('a message that could not be delivered', () => {
  test('because the channel is gone goes out once its address is mended in its file', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    const { url } = home.webhook;
    home.webhook.respond(() => ({ status: 410 }));
    const file = home.write('url', url);
    home.configure({ notifiers: [{ type: 'webhook', url: { file } }] });
    expect((await home.at(0)).stderr).toContain('gone');
    home.webhook.respond(() => ({ status: 204 }));
    home.told();
    await home.at(HOUR_MS);
    expect(home.told()).toEqual([]);
    home.write('url', `${url}mended`);
    await home.at(2 * HOUR_MS);
    expect(home.told().map(({ type }) => type)).toEqual(['auth.firing']);
  });

  test('is 75 while all credentials are fine, and sent when the channel is back', async () => {
    const home = await alertHouse();
    const dir = home.store({ 'anthropic:a': 90 * DAY_MS });
    // A notice: the verdict stays ok.
    chmodSync(join(dir, 'agents/main/agent/auth-profiles.json'), 0o644);
    home.webhook.respond(() => ({ status: 503 }));
    const first = await home.at(0);
    expect(first.code).toBe(75);
    expect(first.stderr).toMatch(
      /^webhook: firing \(1\) not delivered, transient: .* answered 503$/m,
    );
    expect(first.stderr).toMatch(/^email: firing \(1\) delivered$/m);
    const [body] = home.webhook.received.map((received) => received.headers['webhook-id']);
    home.webhook.respond(() => ({ status: 204 }));
    expect(await home.at(2 * HOUR_MS)).toMatchObject({ code: 0 });
    expect(home.webhook.received.at(-1)?.headers['webhook-id']).toBe(body);
    expect(home.mail.messages.length).toBe(1);
    expect(await home.at(3 * HOUR_MS)).toMatchObject({ code: 0, stderr: '' });
  });

  test('a mail server that is not there is told, and the webhook gets its message', async () => {
    const home = await alertHouse();
    const dir = home.store({ 'anthropic:a': 90 * DAY_MS });
    chmodSync(join(dir, 'agents/main/agent/auth-profiles.json'), 0o644);
    await home.mail.close();
    const { code, stderr } = await home.at(0);
    expect(code).toBe(75);
    expect(stderr).toMatch(/^email: firing \(1\) not delivered, transient: /m);
    expect(kinds(home.told())).toEqual(['auth.firing']);
  });

  test('does not change a verdict that is not ok', async () => {
    const home = await alertHouse();
    home.webhook.respond(() => ({ status: 410 }));
    home.store({ 'anthropic:a': HOUR_MS });
    expect(await home.at(0)).toMatchObject({ code: 2 });
    home.store({ 'anthropic:a': -HOUR_MS });
    expect(await home.at(HOUR_MS)).toMatchObject({ code: 1 });
  });

  test('one that waits for the end of the quiet hours is not late', async () => {
    const home = await alertHouse();
    home.configure({ alerts: { quietHours: { from: '08:00', to: '10:00', zone: 'UTC' } } });
    const dir = home.store({ 'anthropic:a': 90 * DAY_MS });
    chmodSync(join(dir, 'agents/main/agent/auth-profiles.json'), 0o644);
    expect(await home.at(0)).toMatchObject({ code: 0 });
    expect(home.told()).toEqual([]);
    expect(await home.at(HOUR_MS)).toMatchObject({ code: 0 });
    expect(kinds(home.told())).toEqual(['auth.firing']);
  });
});

describe('without a config', () => {
  test('run judges, keeps its state at home and tells nobody, which it says', async () => {
    const home = house();
    const dir = gateway(home, { 'anthropic:a': token(-HOUR_MS) });
    const ended = await home.run(['run', '--state-dir', dir, '--probe=off', '--json']);
    expect(ended).toMatchObject({
      code: 1,
      stderr: 'warning: no channel is configured, so nobody is told: add one under `notifiers`\n',
    });
    expect(reportOf(ended).verdict).toBe('failing');
    const quiet = await home.run(['run', '--state-dir', dir, '--probe=off', '--quiet']);
    expect(quiet).toMatchObject({ code: 1, stderr: '' });
    const state = join(home.home, '.local/state/openclaw-auth-monitor');
    expect(readdirSync(state).sort()).toEqual(['last-report.json', 'salt', 'state.json']);
  });

  test.each([
    ['--monitor-state', ['--monitor-state', 'here'], {}],
    ['OPENCLAW_AUTH_MONITOR_STATE', [], { OPENCLAW_AUTH_MONITOR_STATE: 'here' }],
    ['STATE_DIRECTORY', [], { STATE_DIRECTORY: 'here' }],
  ])('%s names the place of the state', async (_, args, env) => {
    const home = house();
    const dir = gateway(home, { 'anthropic:a': token(90 * DAY_MS) });
    const ended = await home.run(['run', '--state-dir', dir, '--probe=off', ...args], { env });
    expect(ended.code).toBe(0);
    expect(existsSync(join(home.dir, 'here/state.json'))).toBe(true);
    expect(existsSync(join(home.home, '.local'))).toBe(false);
  });
});
