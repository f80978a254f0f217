import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alertHouse, START, iso } from '../kit/alert-house.ts';
import { DAY_MS, gateway, HOUR_MS, house, needsRoot, reportOf, token } from '../kit/built-cli.ts';

const kinds = (told: readonly { readonly type: string }[]): string[] =>
  told.map(({ type }) => type);

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

describe('the state of a run', () => {
  test('is private, and nothing else is left', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    await home.at(0);
    const mode = (path: string): number => statSync(path).mode & 0o777;
    expect(mode(home.state)).toBe(0o700);
    expect(readdirSync(home.state).sort()).toEqual(['salt', 'state.json']);
    for (const name of readdirSync(home.state)) expect(mode(join(home.state, name))).toBe(0o600);
  });

  test('a dry run says what it would do, sends nothing and writes nothing', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    const before = readdirSync(home.dir).sort();
    const { code, stdout, stderr } = await home.at(0, ['--dry-run']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^would send to webhook: firing: anthropic:a expired 1 h ago$/m);
    expect(stdout).toMatch(/^would send to email: firing: /m);
    expect(readdirSync(home.dir).sort()).toEqual(before);
    expect([home.told(), home.mail.messages]).toEqual([[], []]);
    const asJson = await home.at(0, ['--dry-run', '--json']);
    expect(reportOf(asJson).verdict).toBe('failing');
    expect(asJson.stderr).toContain('would send to webhook: firing: ');
    await home.at(0);
    home.told();
    const file = join(home.state, 'state.json');
    const state = readFileSync(file, 'utf8');
    const again = await home.at(HOUR_MS, ['--dry-run', '--quiet']);
    expect(again.stdout).toContain('not to webhook: incident');
    expect(readFileSync(file, 'utf8')).toBe(state);
  });

  test('two runs at once tell it once', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    const ended = await Promise.all([home.at(0), home.at(0), home.at(0)]);
    expect(ended.map(({ code }) => code)).toEqual([1, 1, 1]);
    expect(kinds(home.told())).toEqual(['auth.firing']);
    expect(home.mail.messages.length).toBe(1);
    expect(readdirSync(home.state).sort()).toEqual(['salt', 'state.json']);
  });

  test('in a directory of nobody: alerts go out, 73 only when all is well', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    const away = ['--monitor-state', '/dev/null/state'];
    const ill = await home.at(0, away);
    expect(ill.code).toBe(1);
    expect(ill.stderr).toMatch(/^warning: Cannot write \/dev\/null\/state\/salt: ENOTDIR$/m);
    expect(kinds(home.told())).toEqual(['auth.firing']);
    home.store({ 'anthropic:a': 90 * DAY_MS });
    expect(await home.at(HOUR_MS, away)).toMatchObject({ code: 73 });
  });

  test('without any place for it: alerts go out, and the run ends with 73', async (context) => {
    needsRoot(context);
    const home = await alertHouse();
    home.configure({ state: undefined, gateways: undefined });
    home.store({ 'anthropic:a': -HOUR_MS });
    chmodSync(home.dir, 0o755);
    const open = gateway({ ...home, write: openly(home) }, { 'anthropic:a': token(-HOUR_MS) });
    const env = { HOME: undefined };
    const config = openly(home)('config.json5', readFileSync(home.config, 'utf8'));
    const args = ['run', '--config', config, '--state-dir', open];
    const ended = await home.run(args, { uid: 64_999, env });
    expect(ended.code).toBe(73);
    expect(ended.stdout).toContain('FAILING');
    expect(ended.stderr).toContain('There is no place for the state');
    expect(kinds(home.told())).toEqual(['auth.firing']);
  });

  test('that is damaged is put aside and told, and the run goes on', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    await home.at(0);
    writeFileSync(join(home.state, 'state.json'), '{"schemaVersion":1,"incid');
    const { code, stderr } = await home.at(HOUR_MS);
    expect(code).toBe(1);
    expect(stderr).toContain('is damaged');
    expect(readdirSync(home.state).some((name) => name.startsWith('state.json.corrupt-'))).toBe(
      true,
    );
    expect(kinds(home.told())).toEqual(['auth.firing', 'auth.firing']);
  });

  test('of a later version is left alone: 74 when all is well', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': 90 * DAY_MS });
    const later = '{"schemaVersion":99}\n';
    home.write('state/state.json', later);
    const { code, stderr } = await home.at(0);
    expect(code).toBe(74);
    expect(stderr).toContain('was written by a later version');
    expect(readFileSync(join(home.state, 'state.json'), 'utf8')).toBe(later);
  });
});

/** Files that everybody may read. */
function openly({ write }: { readonly write: (name: string, content: string | object) => string }) {
  return (name: string, content: string | object): string => {
    const path = write(name, content);
    chmodSync(path, 0o644);
    return path;
  };
}

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
  test('run judges, keeps its state at home and tells nobody', async () => {
    const home = house();
    const dir = gateway(home, { 'anthropic:a': token(-HOUR_MS) });
    const ended = await home.run(['run', '--state-dir', dir, '--probe=off', '--json']);
    expect(ended).toMatchObject({ code: 1, stderr: '' });
    expect(reportOf(ended).verdict).toBe('failing');
    const state = join(home.home, '.local/state/openclaw-auth-monitor');
    expect(readdirSync(state).sort()).toEqual(['salt', 'state.json']);
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

describe('notify', () => {
  test('tells the same as a run, from a report made by check', async () => {
    const home = await alertHouse();
    const dir = home.store({ 'anthropic:a': -HOUR_MS, 'anthropic:b': HOUR_MS });
    const ran = await home.at(0);
    const [fromRun] = home.told();
    const checked = await home.run(['check', '--state-dir', dir, '--now', iso(START), '--json']);
    const args = ['notify', '--report', '-', '--config', home.config, '--now', iso(START)];
    const elsewhere = ['--monitor-state', 'elsewhere'];
    const told = await home.run([...args, ...elsewhere], { input: checked.stdout });
    expect(told.code).toBe(ran.code);
    expect(told.stdout).toBe(ran.stdout);
    const [fromNotify] = home.told();
    const essence = (message: typeof fromRun) =>
      message?.data.incidents.map(({ code, title, agents }) => ({ code, title, agents }));
    expect(essence(fromNotify)).toEqual(essence(fromRun));
    const again = await home.run([...args, ...elsewhere], { input: checked.stdout });
    expect({ code: again.code, told: home.told() }).toEqual({ code: 1, told: [] });
    const dry = await home.run([...args, '--monitor-state', 'new', '--dry-run'], {
      input: checked.stdout,
    });
    expect(dry).toMatchObject({ code: 1, stderr: '' });
    expect(dry.stdout).toMatch(/^would send to webhook: firing: /);
    expect(existsSync(join(home.dir, 'new'))).toBe(false);
  });

  test.each([
    ['contradicts itself', 0, { verdict: 'ok', exitCode: 0 }, 'its verdict is not that'],
    ['is more than a day old', 25 * HOUR_MS, {}, 'so nothing is known'],
    ['was made ahead of the clock', -HOUR_MS, {}, 'ahead of this clock'],
  ])('believes no report that %s', async (_, ageMs, changes, says) => {
    const home = await alertHouse();
    const dir = home.store({ 'anthropic:a': -HOUR_MS });
    const checked = await home.run(['check', '--state-dir', dir, '--now', iso(START), '--json']);
    const input = JSON.stringify({ ...(JSON.parse(checked.stdout) as object), ...changes });
    const args = ['notify', '--report=-', '--config', home.config, '--now', iso(START + ageMs)];
    const ended = await home.run(args, { input });
    expect(ended).toMatchObject({ code: 74, stdout: '' });
    expect(ended.stderr).toContain(says);
    expect(home.told()).toEqual([]);
  });

  test.each([
    ['is not there', 'missing.json', null, 'ENOENT'],
    ['is a directory', '.', null, 'EISDIR'],
    ['is empty', 'report.json', ' \n', 'it is empty'],
    ['is no JSON', 'report.json', '{"schemaVersion": 1', 'it is not JSON'],
    ['is none', 'report.json', '{}', 'The report cannot be used'],
    ['is of a later version', 'report.json', '{"schemaVersion":2}', 'schemaVersion 2'],
    ['is null', 'report.json', 'null', 'The report cannot be used'],
  ])('ends with 74 for a report that %s', async (_, file, text, says) => {
    const home = await alertHouse();
    if (text !== null) home.write(file, text);
    const ended = await home.run(['notify', '--report', file, '--config', home.config]);
    expect(ended).toMatchObject({ code: 74, stdout: '' });
    expect(ended.stderr).toContain(says);
    expect(existsSync(home.state)).toBe(false);
    if (text === null) return;
    const piped = await home.run(['notify', '--report=-', '--config', home.config], {
      input: text,
    });
    expect(piped).toMatchObject({ code: 74, stdout: '' });
  });
});
