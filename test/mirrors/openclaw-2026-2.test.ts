// Claims about what OpenClaw 2026.2.9 answers; each was recorded from it or follows from its rules.
import { describe, expect, test } from 'vitest';
import {
  counted,
  GatewayHome,
  key,
  models,
  NOW,
  token,
  type CheckOptions,
} from '../kit/gateway.ts';

const policy = 'openclaw-2026.2';

describe('the environment', () => {
  const env = { OPENAI_API_KEY: '  ' };
  const home = (): GatewayHome => new GatewayHome().config(models('openai/x'));

  test('that is set to blanks keeps a .env from setting it, but not the config', async () => {
    const box = home().file('.env', 'OPENAI_API_KEY=k\n');
    expect((await box.check({ policy })).exitCode).toBe(0);
    expect((await box.check({ policy, env })).exitCode).toBe(1);
    box.config({ ...models('openai/x'), env: { OPENAI_API_KEY: 'k' } });
    expect((await box.check({ policy, env })).exitCode).toBe(0);
  });

  test('of the process wins over the working directory, and that over the state directory', async () => {
    const config = { agents: { defaults: { model: { primary: '${M}/x' } } } };
    const box = new GatewayHome().config(config).file('.env', 'M=state\n');
    const missing = (options: CheckOptions) =>
      box.check({ ...options, policy }).then(({ auth }) => auth.missingProvidersInUse);
    expect(await missing({})).toEqual(['state']);
    box.homeFile('.env', 'M=cwd\n');
    expect(await missing({})).toEqual(['cwd']);
    expect(await missing({ env: { M: 'process' } })).toEqual(['process']);
  });

  test('of a legacy home has no .env', async () => {
    const legacy = new GatewayHome('.clawdbot').file('clawdbot.json', models('openai/x'));
    legacy.file('.env', 'OPENAI_API_KEY=k\n');
    expect((await legacy.check({ policy })).exitCode).toBe(1);
    expect((await legacy.check()).exitCode).toBe(0);
  });

  test('without a state directory is judged all the same', async () => {
    const nothing = new GatewayHome('elsewhere');
    const report = await nothing.check({ policy });
    expect([report.exitCode, report.auth.missingProvidersInUse]).toEqual([1, ['anthropic']]);
    const keyed = await nothing.check({ policy, env: { ANTHROPIC_API_KEY: 'k' } });
    expect([keyed.exitCode, keyed.findings.map(({ code }) => code)]).toEqual([
      0,
      ['gateway_not_found'],
    ]);
    expect((await nothing.check({ env: { ANTHROPIC_API_KEY: 'k' } })).exitCode).toBe(1);
  });
});

describe('an agent', () => {
  const list = [
    { id: 'main', default: true },
    { id: 'ops', model: 'openai/x' },
  ];
  const box = (): GatewayHome =>
    new GatewayHome()
      .config({ agents: { list } })
      .store('main', { 'anthropic:a': key('anthropic') })
      .store('gone', { 'anthropic:a': token('anthropic', NOW - 1) });

  test('that is named is judged by its own model', async () => {
    expect((await box().check({ policy, agents: ['main'] })).exitCode).toBe(0);
    expect((await box().check({ policy, agents: ['ops'] })).exitCode).toBe(1);
    expect((await box().check({ policy })).exitCode).toBe(1);
  });

  test('only on disk is unknown', async () => {
    expect(counted(await box().check({ policy, agents: ['gone'] }))).toEqual([
      'fail agent_not_found',
    ]);
  });

  test('main is judged though the list does not have it', async () => {
    const home = new GatewayHome()
      .config({ agents: { list: [{ id: 'ops' }] } })
      .store('ops', { 'anthropic:a': key('anthropic') });
    expect((await home.check({ policy, agents: ['main'] })).exitCode).toBe(1);
    expect((await home.check({ policy, agents: ['ops'] })).exitCode).toBe(0);
  });

  test('main without --agent is judged by the default models', async () => {
    const config = { agents: { list: [{ id: 'main', model: 'openai/x' }] } };
    const home = new GatewayHome().config(config).store('main', { a: key('anthropic') });
    expect((await home.check({ policy })).exitCode).toBe(0);
    expect((await home.check({ policy, agents: ['main'] })).exitCode).toBe(1);
  });
});

test('databases of later versions are not read', async () => {
  const home = new GatewayHome().store('main', { 'anthropic:a': key('anthropic') });
  home.shared({ profiles: { 'anthropic:b': token('anthropic', NOW - 1) } });
  expect((await home.check({ policy })).exitCode).toBe(0);
  expect((await home.check()).exitCode).toBe(1);
});

describe('a store in whose place a directory is', () => {
  const list = [{ id: 'main' }, { id: 'ops' }];
  const blocked = (agent: string) =>
    new GatewayHome()
      .config({ agents: { list } })
      .file(`agents/${agent}/agent/auth-profiles.json/x`, '');

  test('stops it where something is to be written there', async () => {
    const inherited = blocked('ops').store('main', { a: key('anthropic') });
    expect((await inherited.check({ policy, agents: ['main'] })).exitCode).toBe(0);
    const report = await inherited.check({ policy, agents: ['ops'] });
    expect(counted(report)).toEqual(['fail store_unreadable']);
    const imported = blocked('main').file('agents/main/agent/auth.json', {
      anthropic: { type: 'api_key', key: 'k' },
    });
    expect((await imported.check({ policy, agents: ['main'] })).exitCode).toBe(1);
  });

  test('is no store otherwise', async () => {
    const env = { ANTHROPIC_API_KEY: 'k' };
    expect((await blocked('main').check({ policy, env })).exitCode).toBe(0);
  });
});

test.each<[string, string, number]>([
  ['nothing, as gcloud has it', '', 0],
  ['blanks', ' ', 1],
  ['a directory', '/', 0],
  ['what is not there', '/nowhere/x.json', 1],
])('a gcloud login that is named by %s', async (_, named, exitCode) => {
  const env = {
    GOOGLE_CLOUD_PROJECT: 'p',
    GOOGLE_CLOUD_LOCATION: 'l',
    GOOGLE_APPLICATION_CREDENTIALS: named,
  };
  const home = new GatewayHome()
    .config(models('google-vertex/m'))
    .homeFile('.config/gcloud/application_default_credentials.json', {});
  expect((await home.check({ policy, env })).exitCode).toBe(exitCode);
});
