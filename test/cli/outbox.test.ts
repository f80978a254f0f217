import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { acquireLease } from '../../src/state/lease.ts';
import { alertHouse, iso, kinds, START, type AlertHouse } from '../kit/alert-house.ts';
import { HOUR_MS } from '../kit/built-cli.ts';

interface Shown {
  readonly channels: readonly { readonly name: string; readonly lastSuccessAt: string | null }[];
  readonly messages: readonly { readonly id: string; readonly channel: string }[];
  readonly heldBack: readonly object[];
}

const outbox = async (home: AlertHouse, afterMs: number, ...args: readonly string[]) =>
  home.run(['outbox', ...args, '--config', home.config, '--now', iso(START + afterMs)]);

const shown = async (home: AlertHouse, afterMs: number): Promise<Shown> =>
  JSON.parse((await outbox(home, afterMs, 'list', '--json')).stdout) as Shown;

/** An expired token and a webhook that does not answer; its dead letters wait for an hour. */
async function houseWithoutWebhook(): Promise<AlertHouse> {
  const home = await alertHouse();
  home.store({ 'anthropic:a': -HOUR_MS });
  home.webhook.respond(() => ({ status: 503 }));
  await home.at(0);
  home.told();
  return home;
}

describe('outbox', () => {
  test('before the first run says so', async () => {
    const home = await alertHouse();
    const { code, stdout, stderr } = await outbox(home, 0);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: 'No run has told any channel anything yet.\n',
      stderr: '',
    });
  });

  test('lists what is owed and why, and how each channel fares', async () => {
    const home = await houseWithoutWebhook();
    const { code, stdout } = await outbox(home, HOUR_MS);
    expect(code).toBe(75);
    expect(stdout).toMatch(/^email: last delivered 2026-11-21 09:00Z \(1 h ago\)$/m);
    expect(stdout).toMatch(
      /^webhook: nothing delivered yet; failing since 2026-11-21 09:00Z \(1 h ago\): transient: .* answered 503$/m,
    );
    expect(stdout).toMatch(/^[a-z2-7]{26} firing to webhook: .*anthropic:a/m);
    expect(stdout).toContain('1 failed run, due with the next run');
    expect(stdout).toContain('  - anthropic:a expired 1 h ago');
    const { channels, messages } = await shown(home, HOUR_MS);
    expect(messages).toMatchObject([
      {
        channel: 'webhook',
        state: 'owed',
        kind: 'firing',
        severity: 'fail',
        attempts: 1,
        error: { fault: 'transient' },
        incidents: [{ code: 'profile_expired', agents: ['main'] }],
      },
    ]);
    expect(channels).toMatchObject([
      { name: 'webhook', lastSuccessAt: null, paused: false, attempts: { transient: 1 } },
      { name: 'email', lastSuccessAt: iso(START), trouble: null, attempts: { delivered: 1 } },
    ]);
  });

  test('promises no next run for a channel that is gone', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    home.webhook.respond(() => ({ status: 410 }));
    await home.at(0);
    const { code, stdout } = await outbox(home, HOUR_MS);
    expect(code).toBe(75);
    expect(stdout).toContain('; left alone until its config changes or a test gets through\n');
    expect(stdout).toContain(
      ', 1 failed run, left alone until its config changes or a test gets through\n',
    );
    expect(stdout).not.toContain('next run');
  });

  test('says what was held back in the last run, by title', async () => {
    const home = await alertHouse();
    home.configure({
      notifiers: [{ type: 'webhook', url: home.webhook.url, minSeverity: 'fail' }],
    });
    home.store({ 'anthropic:a': 2 * HOUR_MS });
    await home.at(0);
    const { code, stdout } = await outbox(home, 0);
    expect(code).toBe(0);
    expect(stdout).toContain(
      'Held back in the last run\n  webhook: anthropic:a expires in 2 h (main): below its minSeverity\n',
    );
    expect((await shown(home, 0)).heldBack).toMatchObject([
      { channel: 'webhook', reason: 'below_min_severity', title: 'anthropic:a expires in 2 h' },
    ]);
  });

  test('retry sends at once what is owed, under the same id, and nothing else', async () => {
    const home = await houseWithoutWebhook();
    const { messages } = await shown(home, 1);
    const still = await outbox(home, 1, 'retry');
    expect(still.code).toBe(75);
    expect(still.stderr).toMatch(/^webhook: firing \(1\) not delivered, transient: /);
    home.webhook.respond(() => ({ status: 204 }));
    home.told();
    const { code, stderr } = await outbox(home, 2, 'retry', messages[0]?.id.slice(0, 6) ?? '');
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'webhook: firing (1) delivered\n' });
    expect(kinds(home.told())).toEqual(['auth.firing']);
    expect(home.webhook.received.at(-1)?.headers['webhook-id']).toBe(messages[0]?.id);
    expect(home.mail.messages).toHaveLength(1);
    expect((await outbox(home, 3, 'retry')).stderr).toBe('');
  });

  test('drop gives a message up for good, and the rest goes on', async () => {
    const home = await houseWithoutWebhook();
    const { messages } = await shown(home, 1);
    home.webhook.respond(() => ({ status: 204 }));
    const dropped = await outbox(home, 1, 'drop', messages[0]?.id ?? '');
    expect(dropped).toMatchObject({ code: 0, stderr: '' });
    await home.at(HOUR_MS);
    expect(home.told()).toEqual([]);
    await home.at(25 * HOUR_MS);
    expect(kinds(home.told())).toEqual(['auth.reminder']);
  });

  test.each([
    [['drop'], 'needs the ID'],
    [['drop', 'nothing'], 'no message in the outbox has this ID'],
    [['list', 'more'], 'takes no such argument'],
    [['dorp', 'x'], 'did you mean drop?'],
  ])('%j is wrong usage', async (args, why) => {
    const home = await houseWithoutWebhook();
    const { code, stderr } = await outbox(home, 0, ...args);
    expect(code).toBe(64);
    expect(stderr).toContain(why);
  });

  test('is readable while a run holds the state, and changes nothing by looking', async () => {
    const home = await houseWithoutWebhook();
    const lease = acquireLease(home.state);
    const file = join(home.state, 'state.json');
    const before = readFileSync(file, 'utf8');
    expect((await outbox(home, 1)).code).toBe(75);
    expect(readFileSync(file, 'utf8')).toBe(before);
    lease?.release();
  });

  test('of a damaged state says so and leaves it to the next run', async () => {
    const home = await houseWithoutWebhook();
    const file = join(home.state, 'state.json');
    writeFileSync(file, '{"half');
    const { code, stderr } = await outbox(home, 1);
    expect(code).toBe(0);
    expect(stderr).toContain('is damaged');
    expect(readFileSync(file, 'utf8')).toBe('{"half');
  });
});
