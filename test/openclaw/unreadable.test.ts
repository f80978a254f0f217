// What this user may not read. Root may read everything, so the built program runs as nobody then.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type TestContext } from 'vitest';
import { dist } from '../../build/paths.mjs';
import type { Report } from '../../src/core/report.ts';
import { counted, GatewayHome, key, token } from '../kit/gateway.ts';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const cli = join(dist, 'cli.cjs');

function give(path: string): void {
  chownSync(path, NOBODY, NOBODY);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) give(join(path, name));
}

/** The report of the built program, run by a user who is not root. */
function checkAsUser(home: GatewayHome, context: TestContext): Report {
  if (process.platform === 'win32') context.skip('needs Unix permissions');
  if (isRoot) {
    give(home.home);
    // The way to the home is root's and private.
    chmodSync(join(home.home, '..'), 0o755);
  }
  const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const args = [cli, 'check', '--json'];
  const env = { HOME: home.home, PATH: process.env['PATH'] };
  const ran = spawnSync(process.execPath, args, { ...user, env, cwd: '/', encoding: 'utf8' });
  if (/Cannot find module|EACCES.*cli\.cjs/.test(ran.stderr)) {
    context.skip('needs a built program that an unprivileged user can read');
  }
  return JSON.parse(ran.stdout) as Report;
}

const home = (): GatewayHome =>
  new GatewayHome()
    .store('main', { 'p:a': key('p') })
    .store('closed', { 'p:b': key('p') })
    .store('open', { 'p:c': token('p', Date.now() - 1) });

test('a store that may not be read is told, the others are judged', (context) => {
  const box = home();
  chmodSync(join(box.stateDir, 'agents/closed/agent/auth-profiles.json'), 0o000);
  const report = checkAsUser(box, context);
  expect(counted(report).sort()).toEqual(['fail profile_expired p:c', 'fail store_unreadable']);
});

test.for(['agents/closed/agent', 'agents/closed'])(
  'a directory that may not be entered is told, the others are judged (%s)',
  (path, context) => {
    const box = home();
    chmodSync(join(box.stateDir, path), 0o000);
    const report = checkAsUser(box, context);
    chmodSync(join(box.stateDir, path), 0o700);
    expect(counted(report).sort()).toEqual(['fail profile_expired p:c', 'fail store_unreadable']);
    expect(report.gateways[0]?.storage).toBe('json');
  },
);

test('a list of agents that may not be read leaves the configured ones', (context) => {
  const box = home().config({ agents: { list: [{ id: 'main' }, { id: 'open' }] } });
  chmodSync(join(box.stateDir, 'agents'), 0o111);
  const report = checkAsUser(box, context);
  chmodSync(join(box.stateDir, 'agents'), 0o700);
  expect(report.agents.map(({ id }) => id)).toEqual(['main', 'open']);
  expect(counted(report).sort()).toEqual(['fail profile_expired p:c', 'fail store_unreadable']);
});

test('a config that may not be read is told, the stores are judged', (context) => {
  const box = home().config({});
  chmodSync(join(box.stateDir, 'openclaw.json'), 0o000);
  expect(counted(checkAsUser(box, context)).sort()).toEqual([
    'fail gateway_config_invalid',
    'fail profile_expired p:c',
  ]);
});

test('a .env that may not be read makes nothing missing', (context) => {
  const box = new GatewayHome().config({ agents: { defaults: { model: { primary: 'p/m' } } } });
  box.file('.env', 'P_API_KEY=k\n');
  chmodSync(join(box.stateDir, '.env'), 0o000);
  expect(counted(checkAsUser(box, context))).toEqual(['fail store_unreadable']);
});

test('a state directory that may not be entered is never healthy', (context) => {
  const box = home();
  chmodSync(box.stateDir, 0o000);
  const report = checkAsUser(box, context);
  chmodSync(box.stateDir, 0o700);
  expect(report.exitCode).toBe(1);
});
