import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '../../src/core/duration.ts';
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
import { rowsOf } from '../kit/rows.ts';

const WORK = { agents: { ownership: 'explicit', entries: { main: {}, work: {} } } };
const home = (): GatewayHome => new GatewayHome().config(WORK);
const DISABLED = { disabledUntil: NOW + HOUR_MS, disabledReason: 'billing' };
const usage = (id: string, stats: object = DISABLED) => ({ usageStats: { [id]: stats } });

describe('the shared base', () => {
  test('stands in the state database when that says so, and everyone inherits it', async () => {
    const report = await home()
      .shared({ profiles: { 'p:a': key('p') } })
      .check();
    expect(rowsOf(report)).toEqual(['main p:a from shared', 'work p:a from shared']);
    expect(report.agents[0]?.store.kind).toBe('sqlite');
  });

  test.each([null, { location: 'legacy-main' }])(
    'is the main agent’s database with an owner of %j',
    async (sharedStore) => {
      const report = await home()
        .shared({ sharedStore, profiles: { 'p:shared': key('p') } })
        .database('main', { profiles: { 'p:main': key('p') } })
        .check();
      expect(rowsOf(report)).toEqual(['main p:main', 'work p:main from main']);
    },
  );

  test('is the main agent’s database when there is no state database', async () => {
    const report = await home()
      .database('main', { profiles: { 'p:main': key('p') } })
      .check();
    expect(rowsOf(report)).toEqual(['main p:main', 'work p:main from main']);
  });

  test('in the state database leaves the rows of main to main', async () => {
    const report = await home()
      .shared({})
      .database('main', { profiles: { 'p:main': key('p') } })
      .check();
    expect(rowsOf(report)).toEqual(['main p:main']);
  });

  test.each([{ location: 'elsewhere' }, {}, 5, 'text', null])(
    'of an owner that is no place (%j) cannot be judged',
    async (value) => {
      const sharedStore = value === null ? [] : value;
      const report = await home()
        .shared({ sharedStore, profiles: { 'p:a': key('p') } })
        .check();
      expect(counted(report)).toEqual(['fail store_unreadable']);
    },
  );

  test('moves with OPENCLAW_AGENT_DIR while it is main’s', async () => {
    const box = home().database('main', { profiles: { 'p:main': key('p') } });
    box.databaseAt(join(box.home, 'd'), { profiles: { 'p:d': key('p') } });
    const report = await box.check({ env: { OPENCLAW_AGENT_DIR: '~/d' } });
    expect(rowsOf(report)).toEqual(['main p:d', 'work p:d from main']);
  });
});

describe('an agent’s own database', () => {
  test('wins per id and comes first', async () => {
    const report = await home()
      .shared({ profiles: { 'p:a': token('p', NOW - 1), 'p:b': key('p') } })
      .database('work', { profiles: { 'p:a': key('p'), 'p:c': key('p') } })
      .check({ agents: ['work'] });
    expect(rowsOf(report)).toEqual(['work p:a', 'work p:c', 'work p:b from shared']);
    expect(healthOf(report, 'p:a')).toBe('static');
  });

  test('brings usage only together with a store row, and then for inherited ids too', async () => {
    const shared = { profiles: { 'p:a': key('p') } };
    const without = home()
      .shared(shared)
      .database('work', { state: usage('p:a') });
    expect(counted(await without.check())).toEqual([]);
    const withRow = home()
      .shared(shared)
      .database('work', { profiles: {}, state: usage('p:a') });
    expect(counted(await withRow.check())).toEqual(['fail provider_exhausted p']);
  });

  test('of zero bytes is an empty store', async () => {
    const box = home().shared({ profiles: { 'p:a': key('p') } });
    box.file('agents/work/agent/openclaw-agent.sqlite', '');
    expect(counted(await box.check())).toEqual([]);
  });

  test.each<[string, object]>([
    ['of garbage', { file: 'garbage '.repeat(200) }],
    ['whose row is no JSON', { rawStore: '{' }],
    ['whose usage is no JSON', { profiles: {}, rawState: '{' }],
    ['whose row has no profiles', { rawStore: '{}' }],
    ['of a newer schema', { profiles: {}, userVersion: 24 }],
  ])('%s cannot be judged', async (_, rows) => {
    const box = home().shared({ profiles: { 'p:a': key('p') } });
    if ('file' in rows) box.file('agents/work/agent/openclaw-agent.sqlite', rows.file);
    else box.database('work', rows);
    const report = await box.check();
    expect(counted(report)).toEqual(['fail store_unreadable']);
    expect(report.findings[0]).toMatchObject({ agent: 'work' });
  });
});

test('usage that is no JSON still shows the profiles', async () => {
  const rows = { profiles: { 'p:a': token('p', NOW - 1) }, rawState: '{' };
  const report = await new GatewayHome().database('main', rows).check();
  expect(counted(report).sort()).toEqual(['fail profile_expired p:a', 'fail store_unreadable']);
});

describe('schemas', () => {
  test.each([
    ['agent', 23, []],
    ['agent', 24, ['fail store_unreadable']],
    ['agent', 1, []],
    ['state', 18, []],
    ['state', 19, ['fail store_unreadable']],
    ['state', 15, []],
  ])('an %s database of version %i: %j', async (kind, userVersion, expected) => {
    const box = new GatewayHome();
    const rows = { profiles: { 'p:a': key('p') }, userVersion };
    if (kind === 'agent') box.database('main', rows);
    else box.shared(rows);
    expect(counted(await box.check())).toEqual(expected);
  });

  test('a database of another agent is no store of this one', async () => {
    const profiles = { 'p:a': key('p') };
    const box = new GatewayHome().database('main', { profiles, owner: { agentId: 'ops' } });
    expect(factsOf(await box.check(), 'store_unreadable')).toMatchObject({
      problem: 'other_agent',
      detail: 'its owner is ops',
    });
    const state = { profiles, owner: { role: 'global', agentId: '' } };
    const other = await new GatewayHome().database('main', state).check();
    expect(counted(other)).toContain('fail store_unreadable');
    const own = await new GatewayHome()
      .config({ agents: { entries: { Ops: {} } } })
      .database('ops', { profiles, owner: { agentId: 'ops' } })
      .check();
    expect(counted(own)).toEqual([]);
  });

  test('a newer one says which is known', async () => {
    const report = await new GatewayHome().database('main', { userVersion: 99 }).check();
    expect(factsOf(report, 'store_unreadable')).toMatchObject({
      problem: 'newer_schema',
      detail: 'schema 99, newest known 23',
    });
  });
});

test('a state database that cannot be read makes nobody lack anything', async () => {
  const box = new GatewayHome().config({ agents: { defaults: { model: { primary: 'p/m' } } } });
  box.file('state/openclaw.sqlite', 'garbage '.repeat(200));
  expect(counted(await box.check())).toEqual(['fail store_unreadable']);
});

test('a main database that cannot be read concerns everyone who inherits from it', async () => {
  const box = home().file('agents/main/agent/openclaw-agent.sqlite', 'garbage '.repeat(200));
  box.database('work', { profiles: { 'q:a': key('q') } });
  expect(counted(await box.check())).toEqual(['fail store_unreadable', 'fail store_unreadable']);
});

describe('a local default login that has ended', () => {
  const login = (expires: number, more: object = {}) =>
    oauth('p', expires, { email: 'a@b', ...more });

  test.each<[string, object, object, string]>([
    [
      'gives way to a running one of the same account',
      login(NOW),
      login(NOW + HOUR_MS),
      'expiring',
    ],
    ['stays when it has not ended', login(NOW + 1), login(NOW + HOUR_MS), 'expiring'],
    ['stays when the other has ended, too', login(NOW), login(NOW), 'expired'],
    [
      'stays when the account is another',
      login(NOW),
      login(NOW + HOUR_MS, { email: 'x@y' }),
      'expired',
    ],
    [
      'is told by the account id where both have one',
      login(NOW, { accountId: '1' }),
      login(NOW + HOUR_MS, { accountId: '2' }),
      'expired',
    ],
    ['stays beside a key', login(NOW), key('p'), 'expired'],
  ])('%s', async (claim, local, shared, health) => {
    const report = await home()
      .shared({ profiles: { 'p:default': shared } })
      .database('work', { profiles: { 'p:default': local } })
      .check({ agents: ['work'] });
    expect(healthOf(report, 'p:default')).toBe(health);
    const gaveWay = report.agents[0]?.profiles[0]?.inheritedFrom === 'shared';
    expect(gaveWay).toBe(claim.startsWith('gives way'));
  });

  test('stays under any other id', async () => {
    const report = await home()
      .shared({ profiles: { 'p:x': login(NOW + HOUR_MS) } })
      .database('work', { profiles: { 'p:x': login(NOW) } })
      .check({ agents: ['work'] });
    expect(healthOf(report, 'p:x')).toBe('expired');
  });
});

test('a malformed entry of the shared store is told by everyone it is missing to', async () => {
  const report = await home()
    .shared({ profiles: { 'p:a': { type: 'aws-sdk', provider: 'p' } } })
    .check();
  expect(counted(report)).toEqual(['fail profile_malformed p:a', 'fail profile_malformed p:a']);
  expect(report.findings[0]?.facts).toMatchObject({
    inheritedFrom: 'shared',
    problem: 'unknown_type',
  });
});

test('a login of minimax serves as before, one of qwen no more', async () => {
  const login = { access_token: 'a', refresh_token: 'r', expiry_date: NOW + HOUR_MS };
  const report = await new GatewayHome()
    .homeFile('.minimax/oauth_creds.json', login)
    .homeFile('.qwen/oauth_creds.json', login)
    .shared({ profiles: {} })
    .check();
  expect(rowsOf(report)).toEqual(['main minimax-portal:minimax-cli from shared']);
});

test('a secret of OpenClaw’s own store is there when its row is', async () => {
  const profiles = {
    'p:a': { type: 'api_key', provider: 'p', keyRef: { source: 'store', id: 'MY_KEY' } },
  };
  expect(told(await new GatewayHome().shared({ profiles, secrets: ['MY_KEY'] }).check())).toEqual(
    [],
  );
  const report = await new GatewayHome().shared({ profiles, secrets: ['OTHER'] }).check();
  expect(factsOf(report, 'profile_credential_missing')).toMatchObject({
    reason: 'store_row_absent',
  });
});
