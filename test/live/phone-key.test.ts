import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, type TestContext } from 'vitest';
import { DAY_MS, gateway, house, token, type House } from '../kit/built-cli.ts';
import { endServer, freePorts, needsProgram, startServer } from '../kit/live-server.ts';
import { HOME, makePhone } from '../kit/phone.ts';

const SSHD = '/usr/sbin/sshd';

interface Host extends House {
  readonly port: number;
  readonly stateDir: string;
  stop(): Promise<void>;
  restart(): Promise<void>;
}

/** A host with a gateway, and a real sshd of its own that knows the keys of this house only. */
async function sshHost(context: TestContext, leftMs: number): Promise<Host> {
  if (!existsSync(SSHD)) return context.skip('openssh-server is not installed');
  needsProgram(context, 'ssh-keygen');
  const home = house();
  const stateDir = gateway(home, { 'anthropic:work': token(leftMs) });
  const [port = 0] = await freePorts(1);
  const hostKey = join(home.dir, 'host_key');
  spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', hostKey]);
  const config = join(home.dir, 'sshd_config');
  writeFileSync(
    config,
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${hostKey}`,
      `AuthorizedKeysFile ${join(home.home, '.ssh/authorized_keys')}`,
      // The directory of a test is below a world-writable one.
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'PermitRootLogin yes',
      'Subsystem sftp internal-sftp',
      'PidFile none',
      '',
    ].join('\n'),
  );
  // Debian's sshd wants its empty directory; the service would make it.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  const start = async (): Promise<ReturnType<typeof startServer>> => {
    const child = startServer(SSHD, ['-D', '-f', config], home.dir);
    const until = performance.now() + 10_000;
    while (!(await listens(port))) {
      if (performance.now() > until || child.exitCode !== null) {
        return context.skip('sshd does not start here');
      }
    }
    return child;
  };
  let child = await start();
  return {
    ...home,
    port,
    stateDir,
    stop: async () => endServer(child),
    restart: async () => {
      child = await start();
    },
  };
}

async function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => socket.end(() => resolve(true)));
    socket.once('error', () => setTimeout(() => resolve(false), 50));
  });
}

function newKey({ dir }: House): { path: string; publicKey: string } {
  const path = join(dir, 'phone_key');
  spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'a phone', '-f', path]);
  return {
    path,
    publicKey: readFileSync(`${path}.pub`, 'utf8').replace('a phone', 'phone').trim(),
  };
}

async function letIn(host: Host, publicKey: string): Promise<string> {
  const ran = await host.run([
    'install',
    'termux',
    '--phone-key',
    publicKey,
    '--state-dir',
    host.stateDir,
  ]);
  expect(ran.stderr).toBe('');
  expect(ran.code).toBe(0);
  return ran.stdout;
}

describe('the key of a phone', () => {
  test('reads the report, and whatever else it asks for is refused', async (context) => {
    const host = await sshHost(context, -DAY_MS);
    const { path, publicKey } = newKey(host);
    await letIn(host, publicKey);
    const ssh = (...args: readonly string[]) =>
      spawnSync(
        'ssh',
        [
          '-F',
          'none',
          '-i',
          path,
          '-p',
          String(host.port),
          '-o',
          'BatchMode=yes',
          '-o',
          'StrictHostKeyChecking=no',
          '-o',
          `UserKnownHostsFile=${join(host.dir, 'known')}`,
          '-o',
          'ConnectTimeout=8',
          ...args,
        ],
        { encoding: 'utf8', timeout: 20_000 },
      );
    const target = `${userInfo().username}@127.0.0.1`;
    const report = ssh(target);
    expect(report.status).toBe(1);
    expect(JSON.parse(report.stdout)).toMatchObject({ verdict: 'failing', exitCode: 1 });
    for (const wish of [
      [target, 'cat /etc/passwd'],
      [target, 'check --plain'],
      ['-s', target, 'sftp'],
    ]) {
      const refused = ssh(...wish);
      expect(refused.status).toBe(64);
      expect(refused.stdout).toBe('');
    }
    expect(ssh(target, 'id').stderr).toContain('may read the report and do nothing else');
    expect(ssh('-W', `127.0.0.1:${host.port}`, target).stderr).toContain('prohibited');
    expect(ssh('-tt', target).stderr).toContain('PTY allocation request failed');
  });

  test('is let in once and taken out again, and the keys of others stay', async () => {
    const host = house();
    const stateDir = gateway(host, { 'anthropic:work': token(DAY_MS * 300) });
    const path = host.write('home/.ssh/authorized_keys', 'ssh-ed25519 AAAAother somebody\n');
    const key = `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${'a'.repeat(43)}`;
    const install = [
      'install',
      'termux',
      '--phone-key',
      `${key} me@phone`,
      '--state-dir',
      stateDir,
    ];
    expect((await host.run([...install, '--dry-run'])).stdout).toContain(`would update ${path}`);
    expect(readFileSync(path, 'utf8')).toBe('ssh-ed25519 AAAAother somebody\n');
    await host.run(install);
    const once = readFileSync(path, 'utf8');
    const script = join(host.home, '.local/share/openclaw-auth-monitor/phone-key/report-only.sh');
    expect(once).toBe(
      `ssh-ed25519 AAAAother somebody\nrestrict,command="${script}" ${key} phone\n`,
    );
    await host.run(install);
    expect(readFileSync(path, 'utf8')).toBe(once);
    await host.run(['uninstall', 'termux']);
    expect(readFileSync(path, 'utf8')).toBe('ssh-ed25519 AAAAother somebody\n');
    expect(existsSync(join(host.home, '.local'))).toBe(false);
  });

  test('serves a whole phone: from the first try, over an outage, to the recovery', async (context) => {
    const host = await sshHost(context, -DAY_MS);
    const made = makePhone({ reaches: 'this machine' });
    if (typeof made === 'string') return context.skip(made);
    onTestFinished(() => made.gone());
    const address = `ssh://${userInfo().username}@127.0.0.1:${host.port}`;
    const first = await made.monitor('install', 'termux', '--remote', address);
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('does not answer yet (255)');
    const [, publicKey = ''] = /--phone-key '(.+)'/.exec(first.stdout) ?? [];
    await letIn(host, publicKey);
    const second = await made.monitor('install', 'termux', '--remote', address);
    expect(second.stdout).toContain('answers with its report');
    const job = made.job() ?? '';
    expect((await made.start(job)).code).toBe(1);
    expect(made.shown().size).toBe(1);
    await host.stop();
    expect((await made.start(job)).code).toBe(74);
    expect(made.shown().size).toBe(1);
    gateway(host, { 'anthropic:work': token(300 * DAY_MS) });
    await host.restart();
    expect((await made.start(`${HOME}/.shortcuts/tasks/OpenClaw-check-now`)).code).toBe(0);
    expect([...made.shown().values()].flat()).not.toContain('--ongoing');
  });
});
