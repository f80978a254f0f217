import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { expect, test } from 'vitest';
import { GatewayHome, key, NOW, token, told } from '../kit/gateway.ts';
import { rowsOf } from '../kit/rows.ts';

/** The database of an agent that lies outside `agents/`, and what the shared one notes of it. */
function house(noted: Readonly<Record<string, string>>): GatewayHome {
  const home = new GatewayHome()
    .config({ agents: { ownership: 'explicit', entries: { main: {} } } })
    .shared({ profiles: { 'p:a': key('p') } });
  home.databaseAt(join(home.home, 'elsewhere'), { profiles: { 'p:own': token('p', NOW - 1) } });
  const database = new sqlite.Database(join(home.stateDir, 'state', 'openclaw.sqlite'));
  try {
    database.run('CREATE TABLE agent_databases (agent_id TEXT, path TEXT, last_seen_at INTEGER)');
    for (const [id, path] of Object.entries(noted)) {
      database.run(`INSERT INTO agent_databases VALUES ('${id}', '${path}', 1)`);
    }
  } finally {
    database.close();
  }
  return home;
}

const NOTED = { far: '../elsewhere/openclaw-agent.sqlite' };

test('an agent that OpenClaw keeps outside agents/ is judged like one on disk only', async () => {
  const report = await house(NOTED).check();
  expect(rowsOf(report)).toEqual(['main p:a from shared', 'far p:own', 'far p:a from shared']);
  const expired = report.findings.find(({ code }) => code === 'profile_expired');
  expect(expired).toMatchObject({ agent: 'far', facts: { onDiskOnly: true } });
  const ignoring = await house(NOTED).check({ change: { onDiskAgents: 'ignore' } });
  expect(rowsOf(ignoring)).toEqual(['main p:a from shared']);
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['an agent whose database is gone', { far: 'agents/far/agent/openclaw-agent.sqlite' }],
  ['a database of another name', { far: '../elsewhere/other.sqlite' }],
  ['an id that is known', { main: '../elsewhere/openclaw-agent.sqlite' }],
])('a note of %s adds nothing', async (_, noted) => {
  expect(rowsOf(await house(noted).check())).toEqual(['main p:a from shared']);
});

test('one database under two names is one agent', async () => {
  const home = house({ ...NOTED, again: '../link/openclaw-agent.sqlite' });
  symlinkSync(join(home.home, 'elsewhere'), join(home.home, 'link'));
  expect((await home.check()).agents.map(({ id }) => id)).toEqual(['main', 'far']);
});

test('a directory in the place of a noted database adds nothing', async () => {
  const home = house({ far: '../dir/openclaw-agent.sqlite' });
  mkdirSync(join(home.home, 'dir', 'openclaw-agent.sqlite'), { recursive: true });
  expect(told(await home.check())).toEqual([]);
});

test('the mirror of OpenClaw knows only what its config names', async () => {
  const home = house(NOTED).config({
    agents: {
      defaults: { model: { primary: 'p/m' }, utilityModel: '' },
      ownership: 'explicit',
      entries: { main: {} },
    },
  });
  expect((await home.check({ policy: 'openclaw-2026.9' })).exitCode).toBe(0);
});
