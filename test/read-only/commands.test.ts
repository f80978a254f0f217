// Whatever is called, as whomever, on whatever mount: nothing of OpenClaw's directories changes.
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, type TestContext } from 'vitest';
import { commandTable } from '../../src/commands/table.ts';
import type { Report } from '../../src/core/report.ts';
import { CLI, needsRoot } from '../kit/built-cli.ts';
import { GatewayHome, key, models, oauth, token } from '../kit/gateway.ts';
import { age, listing } from '../kit/listing.ts';

const DAY_MS = 86_400_000;
const NOBODY = { uid: 65_534, gid: 65_534 };
const CONFIG = { ...models('anthropic/x'), env: { vars: { X: '1' } } };

function jsonHome(): GatewayHome {
  const home = new GatewayHome()
    .config(CONFIG)
    .file('.env', 'OPENAI_API_KEY=k\n')
    .store('main', { 'anthropic:a': oauth('anthropic', Date.now() - DAY_MS), bad: 5 })
    .file('agents/ops/agent/auth.json', { openai: { type: 'api_key', key: 'k' } })
    .file('agents/broken/agent/auth-profiles.json', '{')
    .file('credentials/oauth.json', { openai: { access: 'a', expires: Date.now() } })
    .homeFile('.claude/.credentials.json', { claudeAiOauth: { accessToken: 'a', expiresAt: 1 } })
    .homeFile('.minimax/oauth_creds.json', {
      access_token: 'a',
      refresh_token: 'r',
      expiry_date: Date.now(),
    });
  symlinkSync('ops', join(home.stateDir, 'agents', 'alias'));
  return home;
}

function sqliteHome(): GatewayHome {
  return new GatewayHome()
    .config(CONFIG)
    .shared({ profiles: { 'anthropic:a': token('anthropic', Date.now() + 1) }, secrets: ['K'] })
    .database('main', { profiles: {} })
    .database('ops', { profiles: { 'p:a': key('p') }, state: { usageStats: {} } })
    .store('left', { 'p:a': key('p') })
    .file('agents/broken/agent/openclaw-agent.sqlite', 'garbage');
}

const HOMES = { JSON: jsonHome, SQLite: sqliteHome };

/** What the monitor may write to: its state, its outputs, its temporary files. */
function ownRoom(home: GatewayHome): string {
  const room = join(home.home, '..', 'monitor');
  mkdirSync(room, { recursive: true });
  chmodSync(room, 0o777);
  chmodSync(join(home.home, '..'), 0o755);
  return room;
}

const LOGINS = '{ logins: { claudeCode: true, minimax: true }, probe: { level: "off" } }';

function environment(home: GatewayHome, room: string) {
  const env = { PATH: process.env['PATH'], HOME: home.home, TMPDIR: room };
  return { encoding: 'utf8', timeout: 30_000, cwd: room, env } as const;
}

/** Commands that set files up or play on a sample of their own, and look at no gateway. */
const ELSEWHERE = new Set(['init', 'install', 'uninstall', 'demo', 'schema']);

/** A call of each command that may come near a gateway, by the options that it has. */
function calls(home: GatewayHome, room: string): [string, string[]][] {
  const commands = commandTable.filter(({ name }) => !ELSEWHERE.has(name));
  return commands.map(({ name, options }) => {
    const given: Readonly<Record<string, string | null>> = {
      'state-dir': home.stateDir,
      'monitor-state': join(room, 'state'),
      config: join(room, 'config.json5'),
      report: join(room, 'report.json'),
      verbose: null,
    };
    const own = options.filter((option) => Object.hasOwn(given, option.name));
    const flags = own.flatMap((option) => {
      const value = given[option.name];
      return value === null || value === undefined
        ? [`--${option.name}`]
        : [`--${option.name}`, value];
    });
    return [name, [name, ...flags]];
  });
}

describe.each(Object.entries(HOMES))('a gateway with %s stores', (_, build) => {
  test('stays as it was, whatever command is called', () => {
    const home = build();
    const room = ownRoom(home);
    home.homeFile(join(room, 'config.json5'), LOGINS);
    const asThere = environment(home, room);
    const report = spawnSync(
      process.execPath,
      [CLI, 'check', '--json', '--output', join(room, 'report.json')],
      asThere,
    );
    expect(report.status).toBe(1);
    age(home.home);
    const before = listing(home.home);
    for (const [name, args] of calls(home, room)) {
      // `watch` goes on until it is told to stop.
      const limit = name === 'watch' ? { timeout: 3_000 } : {};
      const { status, signal } = spawnSync(process.execPath, [CLI, ...args], {
        ...asThere,
        ...limit,
      });
      expect([name, status === 70, signal === 'SIGKILL']).toEqual([name, false, false]);
      expect([name, listing(home.home)]).toEqual([name, before]);
    }
  }, 60_000);

  test.each(['text', 'json'])(
    'stays as it was after a check as %s',
    (format) => {
      const home = build();
      const room = ownRoom(home);
      age(home.home);
      const before = listing(home.home);
      for (const policy of ['default', 'openclaw-2026.2', 'openclaw-2026.9']) {
        const args = [CLI, 'check', '--format', format, '--policy', policy];
        expect(spawnSync(process.execPath, args, environment(home, room)).status).toBeLessThan(3);
      }
      expect(listing(home.home)).toEqual(before);
    },
    30_000,
  );

  test('stays as it was when another user looks, who sees the same or says why not', (context) => {
    needsRoot(context);
    const home = build();
    const room = ownRoom(home);
    const args = [CLI, 'check', '--json', '--state-dir', home.stateDir];
    const look = (as: object) => {
      const there = environment(home, room);
      const env = { ...there.env, HOME: room };
      const ran = spawnSync(process.execPath, args, { ...there, env, ...as });
      expect(ran.stderr).toBe('');
      return JSON.parse(ran.stdout) as Report;
    };
    const closed = listing(home.home);
    const blind = look(NOBODY);
    expect(blind.exitCode).toBe(1);
    expect(listing(home.home)).toEqual(closed);
    shareWithAll(home.home);
    age(home.home);
    const before = listing(home.home);
    expect(codes(look(NOBODY))).toEqual(codes(look({})));
    expect(listing(home.home)).toEqual(before);
  }, 30_000);

  test('is read the same on a read-only mount', (context) => {
    needsMounts(context);
    const home = build();
    const room = ownRoom(home);
    age(home.home);
    const before = listing(home.home);
    const command = [process.execPath, CLI, 'check', '--json', '--state-dir', home.stateDir];
    const script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"';
    const there = environment(home, room);
    const fixed = spawnSync('unshare', ['-m', 'sh', '-c', script, home.home, ...command], there);
    const plain = spawnSync(process.execPath, command.slice(1), there);
    expect([fixed.status, fixed.stderr]).toEqual([plain.status, '']);
    expect(codes(JSON.parse(fixed.stdout) as Report)).toEqual(
      codes(JSON.parse(plain.stdout) as Report),
    );
    expect(listing(home.home)).toEqual(before);
  });
});

function codes({ findings }: Report): string[] {
  return findings
    .filter(({ code }) => code !== 'store_permissions')
    .map(({ code, agent, profileId }) => [code, agent, profileId].join(' '));
}

/** Lets everybody read, and nobody but the owner write. */
function shareWithAll(root: string): void {
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).concat('.')) {
    const path = join(root, name);
    const stat = lstatSync(path);
    if (!stat.isSymbolicLink()) chmodSync(path, stat.isDirectory() ? 0o755 : 0o644);
  }
}

function needsMounts(context: TestContext): void {
  needsRoot(context);
  const { status } = spawnSync('unshare', ['-m', 'mount', '--make-rprivate', '/']);
  if (status !== 0) context.skip('this system makes no mount namespaces');
}
