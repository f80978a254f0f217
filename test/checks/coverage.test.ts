import { describe, expect, test } from 'vitest';
import { counted, factsOf, GatewayHome, key, models, NOW, token, told } from '../kit/gateway.ts';

const home = (config: unknown, profiles: Record<string, unknown> = {}): GatewayHome =>
  new GatewayHome().config(config).store('main', profiles);

describe('a provider in use without a credential', () => {
  test.each<[string, object, string[]]>([
    ['by default', { model: { primary: 'p/m' } }, ['default']],
    ['as fallback', { model: { primary: 'q/m', fallbacks: ['p/m'] } }, ['fallback']],
    ['for images', { model: { primary: 'q/m' }, imageModel: { primary: 'p/m' } }, ['image']],
    ['for small things', { model: { primary: 'q/m' }, utilityModel: 'p/m' }, ['utility']],
    ['twice', { model: { primary: 'p/m', fallbacks: ['p/n', 'p/o'] } }, ['default', 'fallback']],
  ])('%s is told with its uses', async (_, defaults, usedBy) => {
    const report = await home({ agents: { defaults } }, { 'q:a': key('q') }).check();
    expect(counted(report)).toEqual(['fail provider_missing p']);
    expect(factsOf(report, 'provider_missing')).toMatchObject({ usedBy });
    expect(report.auth.missingProvidersInUse).toEqual(['p']);
    expect(report.agents[0]?.missingProviders).toEqual(['p']);
  });

  test('is not one with a profile of any state, which speaks for itself', async () => {
    const report = await home(models('p/m'), { 'p:a': token('p', NOW - 1) }).check();
    expect(counted(report)).toEqual(['fail profile_expired p:a']);
  });

  test.each(['${NOT_SET}/m', '${NOT_SET}', 'x-${NOT_SET}/m'])(
    'is not the one of %s, of which nobody knows who it is',
    async (ref) => {
      const report = await home(models(ref), { 'q:a': token('q', NOW - 1) }).check();
      expect(counted(report)).toEqual(['fail gateway_config_invalid', 'fail profile_expired q:a']);
    },
  );

  test('is the one of a model whose name alone is not known', async () => {
    const report = await home(models('p/${NOT_SET}'), { 'q:a': key('q') }).check();
    expect(counted(report)).toEqual(['fail gateway_config_invalid', 'fail provider_missing p']);
  });

  test('is one for the agent that has its own model', async () => {
    const config = {
      agents: {
        defaults: { model: { primary: 'q/m' } },
        list: [{ id: 'main' }, { id: 'ops', model: 'p/m' }],
      },
    };
    const report = await home(config, { 'q:a': key('q') }).check();
    expect(report.findings.map(({ agent, code }) => [agent, code])).toEqual([
      ['ops', 'provider_missing'],
    ]);
  });

  test('is none when its model runs in another program', async () => {
    const served = (id: string) => ({
      agents: {
        defaults: {
          model: { primary: 'anthropic/x' },
          models: { 'anthropic/x': { agentRuntime: { id } } },
        },
      },
    });
    expect(counted(await home(served('claude-cli')).check())).toEqual([]);
    expect(counted(await home(served('openclaw')).check())).toEqual([
      'fail provider_missing anthropic',
    ]);
  });

  test('is resolved from an alias, which 2026.2 does not do', async () => {
    const config = {
      agents: { defaults: { model: { primary: 'opus' }, models: { 'p/m': { alias: 'Opus' } } } },
    };
    const box = home(config, { 'p:a': key('p') });
    expect(counted(await box.check())).toEqual([]);
    expect(counted(await box.check({ policy: 'openclaw-2026.2' }))).toEqual([
      'fail provider_missing anthropic',
    ]);
  });
});

describe('a profile that OpenClaw never picks', () => {
  const ended = { 'p:a': token('p', NOW - 1), 'p:b': key('p') };

  test.each<[string, object, string]>([
    ['is left out of the order', { order: { p: ['p:b'] } }, 'ordered_out'],
    ['is not declared', { profiles: { 'p:b': { provider: 'p', mode: 'api_key' } } }, 'unlisted'],
    [
      'is declared as something else',
      {
        profiles: {
          'p:a': { provider: 'p', mode: 'api_key' },
          'p:b': { provider: 'p', mode: 'api_key' },
        },
      },
      'mode_mismatch',
    ],
  ])('because it %s is told and never counted', async (_, auth, excluded) => {
    const report = await home({ auth }, ended).check();
    expect([report.exitCode, told(report)]).toEqual([0, ['info profile_expired p:a']]);
    expect(factsOf(report, 'profile_expired')).toMatchObject({ excluded });
  });

  test('counts when it is listed after all', async () => {
    expect((await home({ auth: { order: { p: ['p:b', 'p:a'] } } }, ended).check()).exitCode).toBe(
      1,
    );
    const auth = { profiles: { 'p:a': { provider: 'p', mode: 'oauth' } } };
    expect((await home({ auth }, ended).check()).exitCode).toBe(1);
  });

  test('leaves its provider without a credential when there is no other', async () => {
    const config = { ...models('p/m'), auth: { order: { p: ['p:gone'] } } };
    const report = await home(config, { 'p:a': key('p') }).check();
    expect(counted(report)).toEqual(['fail provider_missing p']);
    expect(factsOf(report, 'provider_missing')).toMatchObject({ excluded: true });
  });

  test('is named by the stored order before that of the config', async () => {
    const box = new GatewayHome()
      .config({ auth: { order: { p: ['p:a'] } } })
      .store('main', ended, { order: { p: ['p:b'] } });
    expect((await box.check()).exitCode).toBe(0);
  });

  test('is picked again once every name of a stored order is gone, in the SQLite era', async () => {
    const rows = { profiles: { 'p:a': key('p') }, state: { order: { p: ['p:gone'] } } };
    const sqlite = new GatewayHome().config(models('p/m')).shared(rows);
    expect(counted(await sqlite.check())).toEqual([]);
    const json = new GatewayHome().config(models('p/m')).store('main', rows.profiles, rows.state);
    expect(counted(await json.check())).toEqual(['fail provider_missing p']);
  });

  test('is picked where a stored order names nobody, but not where the config orders nobody', async () => {
    const rows = { profiles: { 'p:a': key('p') }, state: { order: { p: [] } } };
    const stored = new GatewayHome().config(models('p/m')).shared(rows);
    expect(counted(await stored.check())).toEqual([]);
    const config = { ...models('p/m'), auth: { order: { p: [] } } };
    const ordered = new GatewayHome().config(config).shared(rows);
    expect(counted(await ordered.check())).toEqual(['fail provider_missing p']);
  });
});

describe('a profile that nobody uses', () => {
  const profiles = { 'p:a': token('p', NOW - 1), 'q:a': key('q') };

  test('is one line of information, whatever else is wrong with it', async () => {
    const report = await home(models('q/m'), profiles).check();
    expect([report.exitCode, told(report)]).toEqual([0, ['info profile_unused p:a']]);
    expect(factsOf(report, 'profile_unused')).toMatchObject({ health: 'expired' });
  });

  test('counts with --scope all, in a watch list, or when no model is configured', async () => {
    const box = home(models('q/m'), profiles);
    expect((await box.check({ change: { scope: 'all' } })).exitCode).toBe(1);
    expect((await box.check({ change: { profiles: { 'p:a': { watch: true } } } })).exitCode).toBe(
      1,
    );
    expect((await home({}, profiles).check()).exitCode).toBe(1);
  });

  test('counts for an agent without a model, though another has one', async () => {
    const list = [{ id: 'main' }, { id: 'ops', model: 'q/m' }];
    const report = await home({ agents: { list } }, profiles).check();
    expect(report.findings.map(({ agent, code }) => [agent, code])).toEqual([
      ['main', 'profile_expired'],
      ['ops', 'profile_unused'],
    ]);
  });

  test('counts when the only model has no name', async () => {
    expect((await home({ agents: { defaults: { model: {} } } }, profiles).check()).exitCode).toBe(
      1,
    );
  });

  test('is used as soon as some agent uses its provider', async () => {
    const list = [
      { id: 'main', model: 'q/m' },
      { id: 'ops', model: 'p/m' },
    ];
    const report = await home({ agents: { list } }, profiles).check({ agents: ['main'] });
    expect(report.exitCode).toBe(1);
  });
});

describe('an agent without any credential', () => {
  test('is told, when nothing says which it needs', async () => {
    const report = await home({}).check();
    expect(counted(report)).toEqual(['fail provider_missing']);
    expect(factsOf(report, 'provider_missing')).toMatchObject({ anyProvider: true });
  });

  test('is served by any key of the environment', async () => {
    expect(counted(await home({}).check({ env: { GROQ_API_KEY: 'k' } }))).toEqual([]);
  });
});

test('an unrelated agent or provider never changes the verdict on another', async () => {
  const base = (): GatewayHome => home(models('p/m'), { 'p:a': token('p', NOW + 1) });
  const before = (await base().check({ agents: ['main'] })).findings;
  const wider = base().store('extra', { 'z:z': token('z', NOW - 1), 'y:y': { type: 'nonsense' } });
  expect((await wider.check({ agents: ['main'] })).findings).toEqual(before);
  const other = home(models('p/m'), { 'p:a': token('p', NOW + 1), 'z:z': token('z', NOW - 1) });
  const found = (await other.check({ providers: ['p'] })).findings;
  expect(found).toEqual(before);
});
