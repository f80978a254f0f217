import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../src/core/duration.ts';
import type { Report } from '../../src/core/report.ts';
import {
  counted,
  factsOf,
  GatewayHome,
  healthOf,
  key,
  NOW,
  oauth,
  token,
  told,
} from '../kit/gateway.ts';

/** `agent profileId [from agent]` of every row. */
function rows({ agents }: Report): string[] {
  return agents.flatMap(({ id, profiles }) =>
    profiles.map(({ profileId, inheritedFrom }) =>
      [id, profileId, ...(inheritedFrom ? ['from', inheritedFrom] : [])].join(' '),
    ),
  );
}

const OPS = { agents: { list: [{ id: 'main' }, { id: 'ops' }] } };
const home = (): GatewayHome => new GatewayHome().config(OPS);

describe('an agent', () => {
  test('without a store inherits all of main’s', async () => {
    const report = await home()
      .store('main', { 'p:a': token('p', NOW - 1) }, { order: { p: ['p:a'] } })
      .check();
    expect(rows(report)).toEqual(['main p:a', 'ops p:a from main']);
    expect(counted(report)).toEqual(['fail profile_expired p:a', 'fail profile_expired p:a']);
  });

  test('with a store merges it over main’s, id by id', async () => {
    const report = await home()
      .store('main', { 'p:a': token('p', NOW - 1), 'p:b': token('p', NOW - 1) })
      .store('ops', { 'p:a': key('p') })
      .check({ agents: ['ops'] });
    expect(rows(report)).toEqual(['ops p:a', 'ops p:b from main']);
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
    expect(rows(await box.check({ cwd: join(box.home, 'w') }))).toEqual(['ops p:a']);
    expect(rows(await box.check())).toEqual([]);
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
    expect(rows(await box.check())).toEqual(['main p:a']);
  });
});

describe('OPENCLAW_AGENT_DIR', () => {
  const box = (): GatewayHome =>
    home()
      .store('main', { 'p:main': key('p') })
      .homeFile('d/auth-profiles.json', { profiles: { 'p:d': key('p') } });
  const env = { OPENCLAW_AGENT_DIR: '~/d' };

  test('is main’s directory and the one from which others inherit', async () => {
    expect(rows(await box().check({ env }))).toEqual(['main p:d', 'ops p:d from main']);
  });

  test('of a named gateway is somebody else’s', async () => {
    const named = box();
    const report = await named.check({ env, sources: [named.named('x')] });
    expect(rows(report)).toEqual(['main p:main', 'ops p:main from main']);
  });

  test('gives way to --agent main on OpenClaw’s command line, but is still inherited from', async () => {
    const policy = 'openclaw-2026.2';
    expect(rows(await box().check({ env, policy, agents: ['main'] }))).toEqual([
      'main p:d from main',
      'main p:main',
    ]);
    expect(rows(await box().check({ env, policy }))).toContain('main p:d');
  });
});

describe('legacy files', () => {
  const AUTH = 'agents/main/agent/auth.json';

  test('auth.json is imported when there is no store', async () => {
    const report = await new GatewayHome()
      .file(AUTH, {
        anthropic: { type: 'oauth', access: 'a', refresh: 'r', expires: NOW + HOUR_MS },
        openai: { type: 'api_key', key: 'k' },
        odd: { type: 'password' },
        none: 5,
      })
      .check();
    expect(rows(report)).toEqual(['main anthropic:default', 'main openai:default']);
  });

  test('auth.json is left alone beside a store, and when it has profiles of its own', async () => {
    const legacy = { p: token('p', NOW - 1) };
    const beside = await new GatewayHome()
      .file(AUTH, legacy)
      .store('main', { 'q:a': key('q') })
      .check();
    expect(rows(beside)).toEqual(['main q:a']);
    expect(rows(await new GatewayHome().file(AUTH, { ...legacy, profiles: {} }).check())).toEqual(
      [],
    );
  });

  test('credentials/oauth.json is imported after it', async () => {
    const report = await new GatewayHome()
      .file(AUTH, { p: { type: 'api_key', key: 'k' } })
      .file('credentials/oauth.json', {
        p: { access: 'a', expires: NOW - 1 },
        q: { access: 'a', expires: NOW - 1 },
      })
      .check();
    expect(healthOf(report, 'p:default')).toBe('static');
    expect(counted(report)).toEqual(['fail profile_expired q:default']);
  });

  test('OPENCLAW_OAUTH_DIR moves the second, and is expanded', async () => {
    const box = new GatewayHome().homeFile('c/oauth.json', {
      q: { access: 'a', expires: NOW - 1 },
    });
    expect(counted(await box.check({ env: { OPENCLAW_OAUTH_DIR: '~/c' } }))).toEqual([
      'fail profile_expired q:default',
    ]);
    expect(rows(await box.check())).toEqual([]);
  });

  test('of an agent count when main has no store to copy', async () => {
    const legacy = { q: { type: 'api_key', key: 'k' } };
    const box = home()
      .file('agents/ops/agent/auth.json', legacy)
      .file(AUTH, { p: token('p') });
    expect(rows(await box.check({ agents: ['ops'] }))).toEqual([
      'ops p:default from main',
      'ops q:default',
    ]);
    box.store('main', { 'p:a': key('p') });
    expect(rows(await box.check({ agents: ['ops'] }))).toEqual(['ops p:a from main']);
  });
});

describe('the logins of other programs', () => {
  const login = (expires: unknown) => ({
    access_token: 'a',
    refresh_token: 'r',
    expiry_date: expires,
  });

  test.each([
    ['.qwen', 'qwen-portal:qwen-cli'],
    ['.minimax', 'minimax-portal:minimax-cli'],
  ])('of ~/%s belong to every store that is read', async (dir, id) => {
    const report = await home()
      .homeFile(`${dir}/oauth_creds.json`, login(NOW + HOUR_MS))
      .store('main', { 'p:a': key('p') })
      .check();
    expect(rows(report).filter((row) => row.includes(id))).toEqual([`main ${id}`, `ops ${id}`]);
  });

  test.each<[string, object]>([
    ['no access token', { refresh_token: 'r', expiry_date: NOW }],
    ['no refresh token', { access_token: 'a', expiry_date: NOW }],
    ['an empty one', { access_token: 'a', refresh_token: '', expiry_date: NOW }],
    ['a time as text', login('2030-01-01')],
    ['a number as token', { access_token: 5, refresh_token: 'r', expiry_date: NOW }],
  ])('with %s are none', async (_, content) => {
    expect(rows(await home().homeFile('.qwen/oauth_creds.json', content).check())).toEqual([]);
  });

  test.each([
    [10 * MINUTE_MS + 1, 'stored'],
    [10 * MINUTE_MS, 'file'],
    [-1, 'file'],
  ])('replace a stored copy that ends in %i ms by the %s', async (remainingMs, taken) => {
    const report = await home()
      .homeFile('.qwen/oauth_creds.json', login(NOW + HOUR_MS))
      .store('main', { 'qwen-portal:qwen-cli': oauth('qwen-portal', NOW + remainingMs) })
      .check({ agents: ['main'] });
    const [row] = report.agents[0]?.profiles ?? [];
    expect(row?.remainingMs).toBe(taken === 'file' ? HOUR_MS : remainingMs);
  });

  test('never replace a copy that lasts longer', async () => {
    const report = await home()
      .homeFile('.qwen/oauth_creds.json', login(NOW - 2))
      .store('main', { 'qwen-portal:qwen-cli': oauth('qwen-portal', NOW + 5) })
      .check({ agents: ['main'] });
    expect(report.agents[0]?.profiles[0]?.remainingMs).toBe(5);
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
    expect(rows(report)).toEqual(['main p:default']);
  });

  test('of invalid UTF-8 inside a text is read all the same', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"profiles":{"p:a":{"type":"api_key","provider":"p","key":"k'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}}}'),
    ]);
    expect(rows(await new GatewayHome().file(STORE, bytes).check())).toEqual(['main p:a']);
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
  expect(rows(await box.check())).toEqual(['main p:a']);
});

test('a store that links to nothing cannot be judged', async () => {
  const box = new GatewayHome().file('agents/main/agent/other', '');
  symlinkSync('/nowhere', join(box.stateDir, 'agents/main/agent/auth-profiles.json'));
  expect(factsOf(await box.check(), 'store_unreadable')).toMatchObject({
    problem: 'dangling_link',
  });
});
