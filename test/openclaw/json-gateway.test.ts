import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '../../src/core/duration.ts';
import { counted, factsOf, GatewayHome, healthOf, key, NOW, token, told } from '../kit/gateway.ts';
import { rowsOf } from '../kit/rows.ts';

const OPS = { agents: { list: [{ id: 'main' }, { id: 'ops' }] } };
const home = (): GatewayHome => new GatewayHome().config(OPS);

describe('an agent', () => {
  test('without a store inherits all of main’s', async () => {
    const report = await home()
      .store('main', { 'p:a': token('p', NOW - 1) }, { order: { p: ['p:a'] } })
      .check();
    expect(rowsOf(report)).toEqual(['main p:a', 'ops p:a from main']);
    expect(counted(report)).toEqual(['fail profile_expired p:a', 'fail profile_expired p:a']);
  });

  test('with a store merges it over main’s, id by id', async () => {
    const report = await home()
      .store('main', { 'p:a': token('p', NOW - 1), 'p:b': token('p', NOW - 1) })
      .store('ops', { 'p:a': key('p') })
      .check({ agents: ['ops'] });
    expect(rowsOf(report)).toEqual(['ops p:a', 'ops p:b from main']);
    expect([healthOf(report, 'p:a'), healthOf(report, 'p:b')]).toEqual(['static', 'expired']);
  });

  test('keeps its own usage and order, and takes main’s for the rest', async () => {
    const disabled = { disabledUntil: NOW + HOUR_MS, disabledReason: 'billing' };
    const report = await home()
      .store(
        'main',
        { 'p:a': key('p'), 'q:a': key('q') },
        { usageStats: { 'p:a': disabled, 'q:a': disabled } },
      )
      .store('ops', { 'p:b': key('p') }, { usageStats: { 'p:a': { lastUsed: NOW } } })
      .check({ agents: ['ops'] });
    expect(counted(report)).toEqual(['fail provider_exhausted q']);
  });

  test('of an agentDir outside is read there', async () => {
    const list = [{ id: 'main' }, { id: 'ops', agentDir: '~/opsdir' }];
    const report = await new GatewayHome()
      .config({ agents: { list } })
      .homeFile('opsdir/auth-profiles.json', { profiles: { 'p:a': token('p', NOW - 1) } })
      .check();
    expect(report.agents.find(({ id }) => id === 'ops')?.profiles).toHaveLength(1);
  });

  test('of a relative agentDir is read from the working directory', async () => {
    const box = new GatewayHome().config({ agents: { list: [{ id: 'ops', agentDir: 'd' }] } });
    box.homeFile('w/d/auth-profiles.json', { profiles: { 'p:a': key('p') } });
    expect(rowsOf(await box.check({ cwd: join(box.home, 'w') }))).toEqual(['ops p:a']);
    expect(rowsOf(await box.check())).toEqual([]);
  });

  test('only on disk is judged in full and says so', async () => {
    const box = home().store('gone', { 'p:a': token('p', NOW - 1) });
    const report = await box.check();
    expect(factsOf(report, 'profile_expired')).toMatchObject({ onDiskOnly: true });
    expect(report.agents.map(({ id, onDiskOnly }) => [id, onDiskOnly])).toContainEqual([
      'gone',
      true,
    ]);
    const ignoring = await box.check({ change: { onDiskAgents: 'ignore' } });
    expect(told(ignoring)).not.toContain('fail profile_expired p:a');
  });

  test('under two names on disk is one agent, by its real name', async () => {
    const box = new GatewayHome().store('ops', { 'p:a': token('p', NOW - 1) });
    const agents = join(box.stateDir, 'agents');
    symlinkSync(join(agents, 'ops'), join(agents, 'alias'));
    const ids = (await box.check()).agents.map(({ id }) => id);
    expect([ids.includes('ops'), ids.includes('alias')]).toEqual([true, false]);
  });

  test('whose directory links elsewhere is read there', async () => {
    const box = new GatewayHome();
    box.homeFile('real/agents/main/agent/auth-profiles.json', { profiles: { 'p:a': key('p') } });
    symlinkSync(join(box.home, 'real/agents'), join(box.stateDir, 'agents'));
    expect(rowsOf(await box.check())).toEqual(['main p:a']);
  });
});

describe('OPENCLAW_AGENT_DIR', () => {
  const box = (): GatewayHome =>
    home()
      .store('main', { 'p:main': key('p') })
      .homeFile('d/auth-profiles.json', { profiles: { 'p:d': key('p') } });
  const env = { OPENCLAW_AGENT_DIR: '~/d' };

  test('is main’s directory and the one from which others inherit', async () => {
    expect(rowsOf(await box().check({ env }))).toEqual(['main p:d', 'ops p:d from main']);
  });

  test('of a named gateway is somebody else’s', async () => {
    const named = box();
    const report = await named.check({ env, sources: [named.named('x')] });
    expect(rowsOf(report)).toEqual(['main p:main', 'ops p:main from main']);
  });

  test('gives way to --agent main on OpenClaw’s command line, but is still inherited from', async () => {
    const policy = 'openclaw-2026.2';
    expect(rowsOf(await box().check({ env, policy, agents: ['main'] }))).toEqual([
      'main p:d from main',
      'main p:main',
    ]);
    expect(rowsOf(await box().check({ env, policy }))).toContain('main p:d');
  });
});

describe('a store that cannot be read', () => {
  const STORE = 'agents/main/agent/auth-profiles.json';

  test.each<[string, string, string]>([
    ['half a file', '{"version":1,"profiles":{"a":', 'corrupt'],
    ['nothing', '', 'empty'],
    ['a byte order mark', '\uFEFF{"profiles":{}}', 'corrupt'],
    ['comments', '{ // x\n"profiles":{} }', 'corrupt'],
    ['no profiles', '{"version":1}', 'corrupt'],
    ['a list', '[]', 'corrupt'],
    ['a text', '"x"', 'corrupt'],
  ])('because of %s is a failure', async (_, content, problem) => {
    const report = await new GatewayHome().file(STORE, content).check();
    expect(counted(report)).toEqual(['fail store_unreadable']);
    expect(factsOf(report, 'store_unreadable')).toMatchObject({ problem });
  });

  test('concerns everyone who would inherit from it, and nothing is called missing', async () => {
    const report = await home()
      .config({ ...OPS, agents: { ...OPS.agents, defaults: { model: { primary: 'p/m' } } } })
      .file(STORE, '{')
      .store('ops', { 'q:a': key('q') })
      .check();
    expect(counted(report)).toEqual(['fail store_unreadable', 'fail store_unreadable']);
  });

  test('gives way to what OpenClaw would put in its place', async () => {
    const report = await new GatewayHome()
      .file(STORE, '{')
      .file('agents/main/agent/auth.json', { p: { type: 'api_key', key: 'k' } })
      .check();
    expect(rowsOf(report)).toEqual(['main p:default']);
  });

  test('of invalid UTF-8 inside a text is read all the same', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"profiles":{"p:a":{"type":"api_key","provider":"p","key":"k'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}}}'),
    ]);
    expect(rowsOf(await new GatewayHome().file(STORE, bytes).check())).toEqual(['main p:a']);
  });

  test('because its usage file is broken still shows its profiles', async () => {
    const report = await new GatewayHome()
      .store('main', { 'p:a': token('p', NOW - 1) })
      .file('agents/main/agent/auth-state.json', '{')
      .check();
    expect(counted(report).sort()).toEqual(['fail profile_expired p:a', 'fail store_unreadable']);
  });
});

test('usage of 2026.4.5 and later stands in auth-state.json', async () => {
  const report = await new GatewayHome()
    .store('main', { 'p:a': key('p') })
    .file('agents/main/agent/auth-state.json', {
      usageStats: { 'p:a': { disabledUntil: NOW + HOUR_MS, disabledReason: 'billing' } },
    })
    .check();
  expect(counted(report)).toEqual(['fail provider_exhausted p']);
});

test.skipIf(process.platform === 'win32')(
  'a store that others can read is noticed, a private one not',
  async () => {
    const box = new GatewayHome().store('main', { 'p:a': key('p') });
    expect(told(await box.check())).toEqual([]);
    chmodSync(join(box.stateDir, 'agents/main/agent/auth-profiles.json'), 0o640);
    const report = await box.check();
    expect([report.exitCode, counted(report)]).toEqual([0, ['notice store_permissions']]);
    expect(factsOf(report, 'store_permissions')).toMatchObject({ mode: '640' });
  },
);

test('a store that links elsewhere is read there', async () => {
  const box = new GatewayHome().homeFile('real.json', { profiles: { 'p:a': key('p') } });
  box.file('agents/main/agent/other', '');
  symlinkSync(
    join(box.home, 'real.json'),
    join(box.stateDir, 'agents/main/agent/auth-profiles.json'),
  );
  expect(rowsOf(await box.check())).toEqual(['main p:a']);
});

test('a store that links to nothing cannot be judged', async () => {
  const box = new GatewayHome().file('agents/main/agent/other', '');
  symlinkSync('/nowhere', join(box.stateDir, 'agents/main/agent/auth-profiles.json'));
  expect(factsOf(await box.check(), 'store_unreadable')).toMatchObject({
    problem: 'dangling_link',
  });
});

describe('a legacy file that cannot be read', () => {
  test.each(['agents/main/agent/auth.json', 'credentials/oauth.json'])(
    '%s is told',
    async (path) => {
      const report = await new GatewayHome().file(path, '{"anthropic": {').check();
      expect(counted(report)).toEqual(['fail store_unreadable']);
      expect(factsOf(report, 'store_unreadable')).toMatchObject({ problem: 'corrupt' });
    },
  );

  test('beside a store concerns nobody', async () => {
    const home = new GatewayHome().file('agents/main/agent/auth.json', '{"anthropic": {');
    expect(counted(await home.store('main', { 'p:a': key('p') }).check())).toEqual([]);
  });
});
