// Ten thousand agents are judged each by its own store, none lost and none mixed up.
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { OWN_POLICIES } from '../src/core/policy.ts';
import type { Report } from '../src/core/report.ts';
import { defaultSource } from '../src/openclaw/state-dir.ts';
import { run } from '../src/run.ts';
import type { FileStat, Files, World } from '../src/world.ts';
import { GatewayHome, key, NOW, token } from './kit/gateway.ts';

const AGENTS = 10_000;
/** Every so many agents one has a token that has ended. */
const EVERY = 1_000;

const idOf = (index: number): string => `agent-${String(index).padStart(5, '0')}`;

/** The files of a gateway of that size, without a disk. */
function fleet(home: string): Files {
  const state = join(home, '.openclaw');
  const agents = join(state, 'agents');
  const names = Array.from({ length: AGENTS }, (_, index) => idOf(index));
  const known = new Set(names);
  const list = names.map((id) => ({ id, model: 'anthropic/x' }));
  const config = Buffer.from(JSON.stringify({ agents: { list } }));
  const storeOf = (id: string): Buffer => {
    const isEnded = Number(id.slice(-5)) % EVERY === 0;
    const profile = isEnded ? token('anthropic', NOW - 1) : key('anthropic', { key: `k-${id}` });
    return Buffer.from(JSON.stringify({ version: 1, profiles: { [`anthropic:${id}`]: profile } }));
  };
  const agentOf = (path: string): string | null => {
    const id = basename(dirname(dirname(path)));
    return basename(path) === 'auth-profiles.json' && known.has(id) ? id : null;
  };
  const contentOf = (path: string): Buffer | null => {
    if (path === join(state, 'openclaw.json')) return config;
    const id = agentOf(path);
    return id === null ? null : storeOf(id);
  };
  const isDirectory = (path: string): boolean =>
    [state, agents].includes(path) ||
    (basename(path) === 'agent' && known.has(basename(dirname(path))));
  const stat = (isFile: boolean, size: number): FileStat => ({
    isFile,
    isDirectory: !isFile,
    size,
    mtimeMs: 0,
    mode: isFile ? 0o600 : 0o700,
    uid: 0,
    links: 1,
  });
  return {
    read(path) {
      const content = contentOf(path);
      if (content === null) throw Object.assign(new Error('absent'), { code: 'ENOENT' });
      return content;
    },
    text: (path) => String(contentOf(path)),
    stat(path) {
      if (isDirectory(path)) return stat(false, 0);
      const content = contentOf(path);
      return content && stat(true, content.length);
    },
    isSymlink: () => false,
    links: () => [],
    list: (path) => (path === agents ? names : []),
    realpath: (path) => path,
  };
}

async function judged(detail: 'findings' | 'profiles', agents: readonly string[] = []) {
  const home = new GatewayHome();
  const world: World = { ...home.world(), files: fleet(home.home) };
  return run(world, {
    sources: [defaultSource(world, [])],
    filter: { agents, providers: [], profiles: [] },
    policy: OWN_POLICIES.default,
    now: NOW,
    detail,
    salt: null,
    probe: { level: 'off', baseUrls: {}, timeoutMs: null },
  });
}

const ended = Array.from({ length: AGENTS / EVERY }, (_, index) => idOf(index * EVERY));

function subjects({ findings }: Report): string[] {
  return findings.map(({ code, agent, profileId }) => `${code} ${agent} ${profileId}`).sort();
}

test('all are judged and exactly the bad ones are told', async () => {
  const report = await judged('findings');
  expect([report.exitCode, report.summary.agents, report.summary.profiles]).toEqual([
    1,
    AGENTS,
    AGENTS,
  ]);
  expect(subjects(report)).toEqual(ended.map((id) => `profile_expired ${id} anthropic:${id}`));
  expect(report.summary.health).toMatchObject({
    expired: ended.length,
    static: AGENTS - ended.length,
  });
});

test('with all rows each agent has its own profile, and no credential is taken for another', async () => {
  const report = await judged('profiles');
  expect(report.agents).toHaveLength(AGENTS);
  expect(
    report.agents.every(({ id, profiles }) => profiles[0]?.profileId === `anthropic:${id}`),
  ).toBe(true);
  const ids = new Set(report.agents.map(({ profiles }) => profiles[0]?.credentialId));
  // Those that have ended share one token.
  expect(ids.size).toBe(AGENTS - ended.length + 1);
});

test('one of them is found by its name', async () => {
  const report = await judged('findings', [idOf(7_000)]);
  expect(subjects(report)).toEqual([`profile_expired ${idOf(7_000)} anthropic:${idOf(7_000)}`]);
  const typo = await judged('findings', ['agent-0700']);
  expect(typo.findings[0]).toMatchObject({ code: 'agent_not_found' });
});
