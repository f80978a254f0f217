import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alertHouse, iso, kinds, START, type AlertHouse } from '../kit/alert-house.ts';
import { DAY_MS, HOUR_MS } from '../kit/built-cli.ts';

const silence = async (
  home: AlertHouse,
  afterMs: number,
  word: string,
  args: readonly string[] = [],
) => home.run(['silence', word, ...args, '--config', home.config, '--now', iso(START + afterMs)]);

const idIn = ({ stdout }: { readonly stdout: string }): string => stdout.split(' ')[0] ?? '';

describe('silence', () => {
  test('mutes messages until its end; the verdict stays', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    const what = ['--agent', 'main', '--until', '8h', '--comment', 'moving house'];
    const added = await silence(home, 0, 'add', what);
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect(added.stdout).toMatch(
      /^[a-z2-7]{8} {2}agent main {2}until 2026-11-21 17:00Z \(in 8 h\), mutes 0 open incidents: moving house\n$/,
    );
    expect((await home.at(0)).code).toBe(1);
    expect(home.told()).toEqual([]);
    const { stdout } = await silence(home, HOUR_MS, 'list', ['--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      silences: [{ agent: 'main', code: null, until: iso(START + 8 * HOUR_MS), mutes: 1 }],
    });
    const outbox = await home.run(['outbox', '--config', home.config]);
    expect(outbox.stdout).toContain('webhook: anthropic:a expired 1 h ago (main): silenced');
    await home.at(8 * HOUR_MS);
    expect(kinds(home.told())).toEqual(['auth.firing']);
    expect((await silence(home, 8 * HOUR_MS, 'list')).stdout).toBe('Nothing is silenced.\n');
  });

  test('ends when it is removed', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    const until = iso(START + DAY_MS);
    const what = ['--code', 'profile_expired', '--until', until, '--comment', 'known'];
    const added = await silence(home, 0, 'add', what);
    await home.at(0);
    expect(home.told()).toEqual([]);
    expect(await silence(home, 0, 'remove', [idIn(added)])).toMatchObject({ code: 0, stdout: '' });
    await home.at(1);
    expect(kinds(home.told())).toEqual(['auth.firing']);
    expect(await silence(home, 0, 'remove', [idIn(added)])).toMatchObject({ code: 64 });
  });

  test('is removed by the beginning of its ID, when no other begins so', async () => {
    const home = await alertHouse();
    for (const agent of ['a', 'b', 'c']) {
      await silence(home, 0, 'add', ['--agent', agent, '--until', '8h', '--comment', 'c']);
    }
    const file = join(home.state, 'state.json');
    const ids = ['abcd2345', 'abce2345', 'xyza2345'];
    const state = JSON.parse(readFileSync(file, 'utf8')) as { silences: object[] };
    const silences = state.silences.map((one, index) => ({ ...one, id: ids[index] }));
    writeFileSync(file, JSON.stringify({ ...state, silences }));
    const vague = await silence(home, 0, 'remove', ['abc']);
    expect(vague).toMatchObject({ code: 64, stdout: '' });
    expect(vague.stderr).toContain('begins so: abcd2345, abce2345');
    expect(await silence(home, 0, 'remove', [''])).toMatchObject({ code: 64 });
    expect(await silence(home, 0, 'remove', ['abcd'])).toMatchObject({ code: 0 });
    expect(await silence(home, 0, 'remove', ['x'])).toMatchObject({ code: 0 });
    expect((await silence(home, 0, 'list')).stdout).toMatch(/^abce2345 {2}agent b .*\n$/);
  });

  const what = ['--provider', 'anthropic'];
  const when = ['--until', '2h'];
  const why = ['--comment', 'c'];
  test.each([
    ['nothing to match', [...when, ...why], 'needs to know what'],
    ['no end', [...what, ...why], 'needs --until'],
    ['no comment', [...what, ...when], 'needs --comment'],
    ['an empty comment', [...what, ...when, '--comment', ' '], 'needs --comment'],
    ['an end that is past', [...what, '--until', '2020-01-01', ...why], 'is over already'],
    ['an end without zone', [...what, '--until', '2027-01-01T09:00', ...why], 'needs --until'],
    ['a code that is none', ['--code', 'profile_expird', ...when, ...why], 'profile_expired'],
    ['two gateways', ['--agent', 'a/x', '--gateway', 'b', ...when, ...why], 'different gateways'],
    ['more words', ['x', ...what, ...when, ...why], 'no such argument'],
  ])('with %s is wrong usage and adds none', async (_, args, fault) => {
    const home = await alertHouse();
    const { code, stderr } = await silence(home, 0, 'add', args);
    expect(code).toBe(64);
    expect(stderr).toContain(fault);
    expect((await silence(home, 0, 'list')).stdout).toBe('Nothing is silenced.\n');
  });

  test('list takes nothing that belongs to add', async () => {
    const home = await alertHouse();
    const { code, stderr } = await silence(home, 0, 'list', ['--agent', 'main']);
    expect(code).toBe(64);
    expect(stderr).toContain('--agent belongs to silence add');
  });
});
