import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dist } from '../build/paths.mjs';
import { namedSource } from '../src/openclaw/state-dir.ts';
import { text } from '../src/reporters/text.ts';
import { counted, factsOf, GatewayHome, key, NOW, token } from './kit/gateway.ts';

const two = (): { first: GatewayHome; sources: ReturnType<GatewayHome['named']>[] } => {
  const first = new GatewayHome().store('main', { 'p:a': key('p') }).store('ops', {});
  const second = new GatewayHome().store('ops', { 'p:b': token('p', NOW - 1) });
  return { first, sources: [first.named('a'), second.named('b')] };
};

/** `gateway/agent` of every row. */
const judged = async (agents: readonly string[]): Promise<string[]> => {
  const { first, sources } = two();
  const report = await first.check({ sources, agents });
  return report.agents.map(({ gateway, id }) => `${gateway}/${id}`);
};

describe('--agent', () => {
  test.each<[string[], string[]]>([
    [[], ['a/main', 'a/ops', 'b/ops', 'b/main']],
    [['ops'], ['a/ops', 'b/ops']],
    [['b/ops'], ['b/ops']],
    [
      ['a/main', 'b/ops'],
      ['a/main', 'b/ops'],
    ],
    [['OPS '], ['a/ops', 'b/ops']],
    [[''], ['a/main', 'a/ops', 'b/ops', 'b/main']],
    [['  '], ['a/main', 'a/ops', 'b/ops', 'b/main']],
  ])('%j judges %j', async (agents, expected) => {
    expect((await judged(agents)).sort()).toEqual([...expected].sort());
  });

  test.each<[string, string]>([
    ['nope', 'a'],
    ['b/nope', 'b'],
    ['c/ops', 'c'],
    ['a/', 'a'],
  ])('%s is found nowhere, and says what is known', async (agent, gateway) => {
    const { first, sources } = two();
    const report = await first.check({ sources, agents: [agent] });
    expect(counted(report)).toEqual(['fail agent_not_found']);
    expect(report.findings[0]).toMatchObject({ gateway });
    expect(factsOf(report, 'agent_not_found')).toMatchObject({
      wanted: agent,
      known: ['main', 'ops'],
    });
  });

  test('that is in one gateway is missed in none', async () => {
    const { first, sources } = two();
    const report = await first.check({ sources, agents: ['main'] });
    expect(report.findings.map(({ code }) => code)).not.toContain('agent_not_found');
  });

  test('that is left out by the policy is not found', async () => {
    const home = new GatewayHome().config({ agents: { list: [{ id: 'main' }] } }).store('disk', {});
    const change = { onDiskAgents: 'ignore' } as const;
    const report = await home.check({ agents: ['disk'], change });
    expect(counted(report)).toEqual(['fail agent_not_found']);
  });
});

test.each([
  [{ agents: ['nope'] }, 'agent_not_found', 'warn'],
  [{ agents: ['nope'] }, 'agent_not_found', 'off'],
  [{ sources: true }, 'gateway_not_found', 'notice'],
] as const)('%j is ranked by the config: %s %s', async (asked, code, severity) => {
  const home = new GatewayHome().store('main', { 'p:a': key('p') });
  const gone = namedSource(home.world(), { label: 'gone', dir: '/nowhere' }, []);
  const sources = 'sources' in asked ? [gone] : [home.named('a')];
  const agents = 'agents' in asked ? asked.agents : [];
  const report = await home.check({ sources, agents, change: { severity: { [code]: severity } } });
  expect(counted(report)).toEqual(severity === 'off' ? [] : [`${severity} ${code}`]);
});

describe('several gateways', () => {
  test('are judged each by itself, one missing among them', async () => {
    const { first, sources } = two();
    const gone = namedSource(first.world(), { label: 'gone', dir: '/nowhere' }, []);
    const report = await first.check({ sources: [...sources, gone] });
    expect(counted(report)).toContain('fail gateway_not_found');
    expect(counted(report)).toContain('fail profile_expired p:b');
    expect(report.gateways.map(({ label }) => label)).toEqual(['a', 'b']);
    const { remedy } = report.findings.find(({ profileId }) => profileId === 'p:b') ?? {};
    expect(remedy?.[0]).toContain(sources[1]?.stateDir);
  });

  test('a second one that is missing is told by its label in the text', async () => {
    const home = new GatewayHome().store('main', { 'p:a': token('p', NOW - 1) });
    const gone = namedSource(home.world(), { label: 'edge', dir: '/nowhere' }, []);
    const report = await home.check({ sources: [home.named('here'), gone] });
    const view = { color: false, width: null, unicode: false, verbose: false, quiet: false };
    expect(text.render(report, view)).toMatch(/not found +edge\//);
    expect(report.findings.find(({ gateway }) => gateway === 'here')?.remedy[0]).toBe(
      `# On gateway here, with OPENCLAW_STATE_DIR set to ${home.stateDir}:`,
    );
  });

  test.each<[object, string, string]>([
    [{ agents: ['mian'] }, 'agent_not_found', 'main'],
    [{ agents: ['a/mian'] }, 'agent_not_found', 'a/main'],
    [{ profiles: ['p:bb'] }, 'profile_credential_missing', 'p:b'],
    [{ providers: ['antropic'] }, 'provider_missing', 'anthropic'],
  ])(
    'a filter that names nothing asks whether another name was meant: %j',
    async (filter, code, meant) => {
      const home = new GatewayHome().store('main', { 'p:b': key('anthropic') });
      const report = await home.check({ sources: [home.named('a')], ...filter });
      expect(factsOf(report, code as 'agent_not_found')['didYouMean']).toBe(meant);
      expect(report.findings[0]?.remedy.join()).toContain(`Did you mean ${meant}?`);
    },
  );

  test('of one label are wrong usage', () => {
    const { first } = two();
    const args = ['check', '--state-dir', `x=${first.stateDir}`, '--state-dir', 'x=/tmp'];
    const ran = spawnSync(process.execPath, [join(dist, 'cli.cjs'), ...args], { encoding: 'utf8' });
    expect([ran.status, ran.stderr.includes('the same label')]).toEqual([64, true]);
  });

  test('do not lend each other what they know', async () => {
    const rich = new GatewayHome().file('.env', 'OPENAI_API_KEY=k\n');
    const poor = new GatewayHome();
    for (const home of [rich, poor]) {
      home.config({ agents: { defaults: { model: { primary: 'openai/x' } } } });
    }
    const report = await rich.check({ sources: [rich.named('rich'), poor.named('poor')] });
    expect(report.findings.map(({ gateway, code }) => [gateway, code])).toEqual([
      ['poor', 'provider_missing'],
    ]);
  });
});

test('a mirror lists only the profiles that its OpenClaw lists, in its words', async () => {
  const home = new GatewayHome().store('main', {
    'anthropic:a': token(' anthropic', NOW - 1),
    'anthropic:b': token('anthropic', 0),
  });
  const rows = async (policy: 'default' | 'openclaw-2026.2') =>
    (await home.check({ policy })).agents[0]?.profiles.map((row) => [row.profileId, row.health]);
  expect(await rows('openclaw-2026.2')).toEqual([['anthropic:b', 'static']]);
  expect(await rows('default')).toEqual([
    ['anthropic:a', 'expired'],
    ['anthropic:b', 'static'],
  ]);
});

test('the same input gives the same report', async () => {
  const { first, sources } = two();
  const reports = [await first.check({ sources }), await first.check({ sources })];
  expect(JSON.stringify(reports[0])).toBe(JSON.stringify(reports[1]));
});
