// Things of another kind in the place of every file that is read: nothing hangs, nothing throws, and nothing is fine.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LoginSettings } from '../../src/core/login.ts';
import type { Report } from '../../src/core/report.ts';
import { CLI, needsRoot } from '../kit/built-cli.ts';
import { GatewayHome, key, models } from '../kit/gateway.ts';

const LOGINS: LoginSettings = { claudeCode: true, codex: true };

/** A gateway in which all is well, with everything that is read of one in its place. */
function json(): GatewayHome {
  return new GatewayHome()
    .config({ $include: './models.json5' })
    .file('models.json5', models('anthropic/x'))
    .file('.env', 'A=1\n')
    .store('main', { 'anthropic:a': key('anthropic') })
    .file('agents/main/agent/auth-state.json', {});
}

function sqlite(): GatewayHome {
  return new GatewayHome()
    .config(models('anthropic/x'))
    .shared({ profiles: { 'anthropic:a': key('anthropic') } })
    .database('main', { profiles: {} });
}

function logins(): GatewayHome {
  return json()
    .homeFile('.claude/.credentials.json', {
      claudeAiOauth: { accessToken: 'a', refreshToken: 'r', expiresAt: 4e12 },
    })
    .homeFile('.codex/auth.json', { OPENAI_API_KEY: 'k' });
}

/** Path below the home, and the gateway it belongs to. */
const FILES: readonly (readonly [string, () => GatewayHome])[] = [
  ['.openclaw/openclaw.json', json],
  ['.openclaw/models.json5', json],
  ['.openclaw/.env', json],
  ['.openclaw/agents/main/agent/auth-profiles.json', json],
  ['.openclaw/agents/main/agent/auth-state.json', json],
  ['.openclaw/state/openclaw.sqlite', sqlite],
  ['.openclaw/agents/main/agent/openclaw-agent.sqlite', sqlite],
  ['.openclaw/agents/main/agent/openclaw-agent.sqlite-wal', sqlite],
  ['.openclaw/agents/main/agent/openclaw-agent.sqlite-journal', sqlite],
  ['.claude/.credentials.json', logins],
  ['.codex/auth.json', logins],
];

type Put = (path: string) => void | Promise<void>;

const KINDS: Readonly<Record<string, Put>> = {
  directory: (path) => mkdirSync(path),
  pipe: (path) => void execFileSync('mkfifo', [path]),
  socket: async (path) => {
    const server = createServer().listen(path);
    await new Promise((resolve) => server.once('listening', resolve));
    onTestFinished(() => void server.close());
  },
  'link to itself': (path) => symlinkSync(path, path),
  'link to an endless device': (path) => symlinkSync('/dev/zero', path),
  'huge file': (path) => void execFileSync('truncate', ['-s', '3G', path]),
};

const hasAll = process.platform !== 'win32';
const logged = (path: string) => (path.startsWith('.openclaw') ? {} : { logins: LOGINS });

describe.skipIf(!hasAll).each(Object.entries(KINDS))('a %s', (kind, put) => {
  test.each(FILES)('in the place of %s is told', async (path, build) => {
    const home = build();
    const options = logged(path);
    expect((await home.check(options)).exitCode).toBe(0);
    const target = join(home.home, path);
    mkdirSync(dirname(target), { recursive: true });
    rmSync(target, { force: true });
    await put(target);
    expect([kind, (await home.check(options)).exitCode]).toEqual([kind, 1]);
  });
});

describe('a dangling link', () => {
  const FINE = new Set(['.openclaw/.env', '.openclaw/agents/main/agent/openclaw-agent.sqlite-wal']);

  test.each(FILES)('in the place of %s is told where it hides something', async (path, build) => {
    const home = build();
    const target = join(home.home, path);
    rmSync(target, { force: true });
    symlinkSync('/nowhere/at/all', target);
    const { exitCode } = await home.check(logged(path));
    if (!FINE.has(path)) expect([0, 1]).toContain(exitCode);
    if (/auth-profiles|openclaw\.sqlite$|credentials|auth\.json/.test(path))
      expect(exitCode).toBe(1);
  });
});

// The built program, since a read that waits for a pipe stops every thread.
describe.skipIf(!hasAll).each(['pipe', 'huge file', 'link to an endless device'])(
  'a %s in the place of the config holds up',
  (kind) => {
    test.each([
      ['check'],
      ['run', '--dry-run', '--probe=off'],
      ['doctor'],
      ['explain'],
      ['report'],
    ])('no %s', async (...command) => {
      const home = json();
      const target = join(home.stateDir, 'openclaw.json');
      rmSync(target);
      await KINDS[kind]?.(target);
      const { status, signal } = spawnSync(process.execPath, [CLI, ...command], {
        timeout: 4_000,
        cwd: home.home,
        env: { HOME: home.home, OPENCLAW_AUTH_MONITOR_STATE: join(home.home, 'own') },
      });
      expect([signal, status === 70]).toEqual([null, false]);
    });
  },
);

describe('what this user may not read', () => {
  test.each(FILES)('is told (%s)', (path, build) => {
    const home = build().homeFile('monitor.json5', `{ logins: { claudeCode: true, codex: true } }`);
    const target = join(home.home, path);
    for (const name of readdirSync(home.home, { recursive: true, encoding: 'utf8' }).concat('.')) {
      const at = join(home.home, name);
      chmodSync(at, lstatSync(at).isDirectory() ? 0o755 : 0o644);
    }
    chmodSync(join(home.home, '..'), 0o755);
    const isThere = lstatSync(target, { throwIfNoEntry: false }) !== undefined;
    if (!isThere) return;
    chmodSync(target, 0o000);
    const { report, stderr } = asNobody(home, !path.startsWith('.openclaw'));
    expect([path, report.exitCode, stderr]).toEqual([path, 1, '']);
  });

  test('needs root to be tried as another user', (context) => needsRoot(context));
});

function asNobody(home: GatewayHome, withLogins: boolean): { report: Report; stderr: string } {
  const isRoot = process.getuid?.() === 0;
  const config = withLogins ? ['--config', join(home.home, 'monitor.json5')] : [];
  const args = [CLI, 'check', '--json', '--state-dir', home.stateDir, ...config];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: 20_000,
    cwd: home.home,
    env: { HOME: '/nonexistent' },
    ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}),
  });
  return { report: JSON.parse(stdout) as Report, stderr };
}
