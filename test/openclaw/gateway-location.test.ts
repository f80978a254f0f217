import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { namedSource, profileStateDir } from '../../src/openclaw/state-dir.ts';
import { counted, factsOf, GatewayHome, key, models, NOW, token, told } from '../kit/gateway.ts';

const EXPIRED = { 'anthropic:a': token('anthropic', NOW - 1) };

test('without a state directory the finding says where it looked', async () => {
  const home = new GatewayHome('elsewhere');
  const report = await home.check();
  expect(report.exitCode).toBe(1);
  expect(factsOf(report, 'gateway_not_found')['searched']).toEqual(
    ['.openclaw', '.clawdbot', '.moltbot', '.moldbot'].map((name) => join(home.home, name)),
  );
});

test('a state directory named by the environment is the only place that is searched', async () => {
  const home = new GatewayHome().store('main', {});
  const report = await home.check({ env: { OPENCLAW_STATE_DIR: '/nowhere/at/all' } });
  expect(factsOf(report, 'gateway_not_found')['searched']).toEqual(['/nowhere/at/all']);
});

test('a file in the place of the state directory is no gateway', async () => {
  const home = new GatewayHome('elsewhere').homeFile('.openclaw', 'text');
  expect(counted(await home.check())).toEqual(['fail gateway_not_found']);
});

test('~/.clawdbot that links to ~/.openclaw is judged once', async () => {
  const home = new GatewayHome().store('main', EXPIRED);
  symlinkSync(home.stateDir, join(home.home, '.clawdbot'));
  expect((await home.check()).summary.agents).toBe(1);
  const sources = ['.openclaw', '.clawdbot'].map((name) =>
    namedSource(home.world(), { label: name, dir: join(home.home, name) }, []),
  );
  const report = await home.check({ sources });
  expect([report.summary.agents, counted(report)]).toEqual([
    1,
    ['fail profile_expired anthropic:a'],
  ]);
});

test('two directories with the same content are two gateways', async () => {
  const home = new GatewayHome().store('main', EXPIRED);
  home.homeFile('.openclaw-b/agents/main/agent/auth-profiles.json', { profiles: EXPIRED });
  const sources = ['.openclaw', '.openclaw-b'].map((dir) =>
    namedSource(home.world(), { label: dir, dir: join(home.home, dir) }, []),
  );
  expect((await home.check({ sources })).summary.agents).toBe(2);
});

test('the directory of an OpenClaw profile is judged by its own config', async () => {
  const home = new GatewayHome().config(models('openai/x'));
  home.homeFile('.openclaw-work/openclaw.json', models('anthropic/x'));
  home.homeFile('.openclaw-work/agents/main/agent/auth-profiles.json', { profiles: EXPIRED });
  const dir = profileStateDir(home.world(), 'work') ?? '';
  const sources = [namedSource(home.world(), { label: 'work', dir }, [])];
  expect(counted(await home.check({ sources }))).toEqual(['fail profile_expired anthropic:a']);
});

describe('the config of a set state directory without one', () => {
  const setUp = (): GatewayHome => {
    const home = new GatewayHome().config(models('openai/x'));
    mkdirSync(join(home.home, 's'));
    return home;
  };

  test('is the one of the home in the JSON era', async () => {
    const home = setUp().homeFile('s/agents/main/agent/auth-profiles.json', {
      profiles: { 'anthropic:a': key('anthropic') },
    });
    const report = await home.check({ env: { OPENCLAW_STATE_DIR: '~/s' } });
    expect(report.gateways[0]?.configPath).toBe(join(home.home, '.openclaw/openclaw.json'));
    expect(counted(report)).toEqual(['fail provider_missing openai']);
  });

  test('is none in the SQLite era', async () => {
    const home = setUp();
    home.databaseAt(join(home.home, 's/agents/main/agent'), {
      profiles: { 'anthropic:a': key('anthropic') },
    });
    const report = await home.check({ env: { OPENCLAW_STATE_DIR: '~/s' } });
    expect([report.gateways[0]?.configPath, told(report)]).toEqual([null, []]);
  });
});

test('OPENCLAW_CONFIG_PATH to a missing file is no config at all', async () => {
  const home = new GatewayHome().config(models('openai/x')).store('main', {
    'anthropic:a': key('anthropic'),
  });
  const report = await home.check({ env: { OPENCLAW_CONFIG_PATH: '/nowhere.json' } });
  expect([report.gateways[0]?.configPath, told(report)]).toEqual([null, []]);
});

test.each(['openclaw.json', 'clawdbot.json', 'moltbot.json', 'moldbot.json'])(
  'a config may be called %s',
  async (name) => {
    const home = new GatewayHome().file(name, models('openai/x'));
    expect(counted(await home.check())).toEqual(['fail provider_missing openai']);
  },
);
