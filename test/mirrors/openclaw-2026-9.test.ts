// Claims about what OpenClaw 2026.9.6 answers; each was recorded from it or follows from its rules.
import { describe, expect, test } from 'vitest';
import { counted, GatewayHome, key, models, type CheckOptions } from '../kit/gateway.ts';
import { checkBy9, CLAUDE, KEY_IN_ENV } from '../kit/mirror.ts';

const policy = 'openclaw-2026.9';

describe('the environment', () => {
  const home = (): GatewayHome => new GatewayHome().config(CLAUDE);

  test('of the working directory brings no credentials, but variables of the config', async () => {
    const box = home().homeFile('.env', 'ANTHROPIC_API_KEY=k\nM=claude-x\n');
    expect((await box.check({ policy })).exitCode).toBe(1);
    box.config(models('anthropic/${M}')).file('.env', 'ANTHROPIC_API_KEY=k\n');
    expect((await box.check({ policy })).exitCode).toBe(0);
  });

  test('of gateway.env serves the default directory', async () => {
    const box = home().homeFile('.config/openclaw/gateway.env', 'ANTHROPIC_API_KEY=k\n');
    expect((await box.check({ policy })).exitCode).toBe(0);
    expect((await box.check({ policy, env: { ANTHROPIC_API_KEY: ' ' } })).exitCode).toBe(1);
  });
});

describe('what it refuses to judge', () => {
  const fine = { 'anthropic:a': key('anthropic') };

  test.each<[string, (home: GatewayHome) => GatewayHome, number]>([
    ['nothing', (home) => home, 0],
    ['retired JSON', (home) => home.store('main', {}), 1],
    ['retired JSON that is broken', (home) => home.file('agents/main/agent/auth.json', '{'), 1],
    ['the retired shared file', (home) => home.file('credentials/oauth.json', {}), 1],
    [
      'retired JSON beside profiles of its own, while the base has some',
      (home) => home.store('main', {}).database('main', { profiles: { b: key('anthropic') } }),
      0,
    ],
    [
      'the retired shared file beside them',
      (home) =>
        home
          .file('credentials/oauth.json', {})
          .database('main', { profiles: { b: key('anthropic') } }),
      0,
    ],
    ['a retired state file alone', (home) => home.file('agents/main/agent/auth-state.json', {}), 0],
    ['retired JSON of another agent', (home) => home.store('other', {}), 0],
    ['an agent database of before 2026.8', (home) => home.database('main', { userVersion: 18 }), 1],
    ['an agent database of 2026.8', (home) => home.database('main', { userVersion: 19 }), 1],
    ['one of the schema before', (home) => home.database('main', { userVersion: 22 }), 1],
    ['one that claims no schema', (home) => home.database('main', { userVersion: 0 }), 1],
    ['one of another agent', (home) => home.database('main', { owner: { agentId: 'b' } }), 1],
    ['one of its own', (home) => home.database('main', { owner: { agentId: ' Main' } }), 0],
    ['one of its own schema', (home) => home.database('main', { userVersion: 23 }), 0],
    [
      'an agent database of a later version',
      (home) => home.database('main', { userVersion: 24 }),
      1,
    ],
    [
      'a broken agent database',
      (home) => home.file('agents/main/agent/openclaw-agent.sqlite', 'x'.repeat(999)),
      1,
    ],
    [
      'an empty agent database',
      (home) => home.file('agents/main/agent/openclaw-agent.sqlite', ''),
      0,
    ],
    ['a state database of a later version', (home) => home.version('state/openclaw.sqlite', 19), 1],
    ['a broken state database', (home) => home.file('state/openclaw.sqlite', 'x'.repeat(999)), 1],
    ['a .env that is a directory', (home) => home.file('.env/inside', ''), 0],
    ['an unknown key of the config', (home) => home.config({ ...CLAUDE, foo: 1 }), 1],
    [
      'a model of text',
      (home) => home.config({ agents: { defaults: { model: 'anthropic/x' } } }),
      0,
    ],
  ])('%s', async (_, put, exitCode) => {
    const home = new GatewayHome().config(CLAUDE).shared({ profiles: fine });
    expect((await put(home).check({ policy })).exitCode).toBe(exitCode);
  });

  test('is JSON without any database', async () => {
    const home = new GatewayHome().config(CLAUDE).store('main', fine);
    expect((await home.check({ policy, ...KEY_IN_ENV })).exitCode).toBe(1);
    expect((await home.check()).exitCode).toBe(0);
  });

  test('is several agents without an owner', async () => {
    const exit = async (agents: object, options: CheckOptions = {}) => {
      const config = { agents: { defaults: { model: 'anthropic/x' }, ...agents } };
      return (await checkBy9({ a: key('anthropic') }, { ...options, config })).exitCode;
    };
    const entries = { main: {}, work: {} };
    expect(await exit({ entries: { main: {} } })).toBe(0);
    expect(await exit({ entries })).toBe(1);
    expect(await exit({ entries, ownership: 'odd' })).toBe(1);
    expect(await exit({ entries: {}, ownership: 'explicit' })).toBe(1);
    expect(await exit({ ownership: 'explicit' })).toBe(1);
    expect(await exit({ entries, ownership: 'explicit' })).toBe(1);
    expect(await exit({ entries, ownership: 'explicit' }, { agents: ['work'] })).toBe(0);
    const defaults = { model: 'anthropic/x', systemAgent: { agentId: 'main' } };
    expect(await exit({ entries, ownership: 'explicit', defaults })).toBe(0);
    expect(await exit({ list: [{ id: 'main', default: true }, { id: 'work' }] })).toBe(0);
    expect(await exit({ list: [{ id: 'main' }, { id: 'work' }] })).toBe(1);
  });
});

test('it does not look for a config in the home when a state directory is named', async () => {
  const home = new GatewayHome().config(models('google/x')).homeFile('s/openclaw.json.txt', '');
  const env = { OPENCLAW_STATE_DIR: '~/s', ANTHROPIC_API_KEY: 'k' };
  const report = await home.check({ policy, env });
  const missing = 'fail provider_missing openai';
  // The model and the utility model that it takes by itself.
  expect(counted(report)).toEqual([missing, missing]);
});

test('main’s own database is opened even where the environment names another directory', async () => {
  const home = new GatewayHome()
    .config(CLAUDE)
    .shared({ profiles: { a: key('anthropic') } })
    .database('main', { rawStore: '{}' });
  const env = { OPENCLAW_AGENT_DIR: `${home.home}/own` };
  const report = await home.check({ policy: 'openclaw-2026.9', env });
  expect(report.exitCode).toBe(1);
  expect(report.findings.map(({ code }) => code)).toContain('store_unreadable');
});

describe('where it looks', () => {
  const fine = { 'anthropic:a': key('anthropic') };
  const filled = (name: string): GatewayHome =>
    new GatewayHome(name).config(CLAUDE).shared({ profiles: fine });

  test.each<[string, string, number]>([
    ['.openclaw', 'the home of today', 0],
    ['.clawdbot', 'the home of before', 0],
    ['.moltbot', 'a home that it has forgotten', 1],
  ])('%s is %s', async (name, _, exitCode) => {
    expect((await filled(name).check({ policy })).exitCode).toBe(exitCode);
  });

  test('no CLAWDBOT variable is read', async () => {
    const box = filled('elsewhere');
    const codeWith = async (name: string) =>
      (await box.check({ policy, env: { [name]: box.stateDir } })).exitCode;
    expect(await codeWith('CLAWDBOT_STATE_DIR')).toBe(1);
    expect(await codeWith('OPENCLAW_STATE_DIR')).toBe(0);
  });
});

test('a variable of the config that is unset is left as it stands', async () => {
  const config = { ...CLAUDE, gateway: { auth: { token: '${NOWHERE}' } } };
  const profiles = { 'anthropic:a': key('anthropic') };
  expect((await checkBy9(profiles, { config })).exitCode).toBe(0);
  const box = new GatewayHome().config(config).shared({ profiles });
  expect(counted(await box.check())).toEqual(['fail gateway_config_invalid']);
});

describe('retired JSON of main', () => {
  const config = {
    agents: {
      defaults: { model: { primary: 'anthropic/x' } },
      ownership: 'explicit',
      entries: { main: {}, work: {} },
    },
  };
  const own = { profiles: { b: key('anthropic') } };
  const exitOf = async (home: GatewayHome, agent: string): Promise<number> =>
    (
      await home
        .config(config)
        .store('main', {})
        .check({ policy, agents: [agent] })
    ).exitCode;

  test('stops another agent only where the base is empty', async () => {
    const full = { profiles: { a: key('anthropic') } };
    expect(await exitOf(new GatewayHome().shared(full), 'work')).toBe(0);
    const empty = new GatewayHome().shared({ profiles: {} }).database('work', own);
    expect(await exitOf(empty, 'work')).toBe(1);
    const local = new GatewayHome().shared({ profiles: {} }).database('main', own);
    expect(await exitOf(local, 'main')).toBe(1);
  });

  test('is left over beside a database of main that is the base', async () => {
    const legacy = () => new GatewayHome().database('main', own);
    expect([await exitOf(legacy(), 'main'), await exitOf(legacy(), 'work')]).toEqual([0, 0]);
  });

  test('may lie where the environment says', async () => {
    const home = new GatewayHome()
      .config(CLAUDE)
      .shared({ profiles: { a: key('anthropic') } })
      .homeFile('logins/oauth.json', {});
    const ask = (env: Record<string, string>) => home.check({ policy, env });
    expect((await ask({ OPENCLAW_OAUTH_DIR: '~/logins' })).exitCode).toBe(1);
    expect((await ask({ OPENCLAW_OAUTH_DIR: '~/none' })).exitCode).toBe(0);
  });
});
