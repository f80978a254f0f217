import { describe, expect, test } from 'vitest';
import { counted, GatewayHome, key } from '../kit/gateway.ts';
import { rowsOf } from '../kit/rows.ts';

const home = (): GatewayHome =>
  new GatewayHome().config({ agents: { ownership: 'explicit', entries: { main: {}, work: {} } } });

describe('retired JSON', () => {
  const STORE = { profiles: { 'p:old': key('p') } };
  const shared = (): GatewayHome => home().shared({ profiles: { 'p:a': key('p') } });

  test.each(['auth-profiles.json', 'auth.json'])(
    '%s beside it has to be migrated first',
    async (name) => {
      const report = await shared().file(`agents/work/agent/${name}`, STORE).check();
      expect(counted(report)).toEqual(['fail store_migration_required']);
      expect(report.findings[0]).toMatchObject({ agent: 'work' });
      expect(rowsOf(report)).not.toContain('work p:old');
    },
  );

  const refused = async (box: GatewayHome) =>
    (await box.file('credentials/oauth.json', {}).check()).findings
      .filter(({ code }) => code === 'store_migration_required')
      .map(({ agent }) => agent);

  test('of the shared store concerns every agent while that is empty, and main until it has its own', async () => {
    expect(await refused(home().shared({ profiles: {} }))).toEqual(['main', 'work']);
    expect(await refused(shared())).toEqual(['main']);
    const both = shared().database('main', { profiles: { 'p:b': key('p') } });
    expect(await refused(both)).toEqual([]);
  });

  test('of a shared store of 2026.8 concerns every agent, even beside profiles', async () => {
    const box = home().shared({ profiles: { 'p:a': key('p') }, userVersion: 15 });
    expect(await refused(box)).toEqual(['main', 'work']);
  });

  test.each([
    'auth-state.json',
    'auth-profiles.json.migrated-2026-11-21T00-02-47.717Z-0000',
    'auth-profiles.json.sqlite-import.1.bak',
    'auth-profiles.json.legacy-flat.1.bak',
  ])('%s is none', async (name) => {
    expect(counted(await shared().file(`agents/work/agent/${name}`, STORE).check())).toEqual([]);
  });

  test('beside an agent database of 2026.6 is an old copy, of 2026.8 a refusal, of 2026.9.6 left over', async () => {
    for (const [userVersion, expected] of [
      [2, []],
      [18, []],
      [19, ['fail store_migration_required']],
      [22, ['fail store_migration_required']],
      [23, []],
    ] as const) {
      const box = new GatewayHome().database('main', {
        profiles: { 'p:a': key('p') },
        userVersion,
      });
      expect(counted(await box.store('main', {}).check())).toEqual(expected);
    }
  });
});
