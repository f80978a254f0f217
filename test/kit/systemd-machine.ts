// A machine of the tests' own, with a real systemd as its first process and the built program installed.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dist, root } from '../../build/paths.mjs';

const TOOLS = ['unshare', 'nsenter', 'systemctl', 'dbus-daemon', 'systemd-run', 'ip', 'setpriv'];
const BOOT_MS = 20_000;

/** How a command inside ended. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Machine {
  /** Runs a script of bash as root. */
  run(script: string): Promise<Ran>;
  /** As `run`, and fails unless it ends with 0; returns what it printed. */
  ok(script: string): Promise<string>;
  /** Looks again and again until the script ends with 0; the test's own limit ends what never comes. */
  until(script: string): Promise<void>;
  /** Lays a file or directory of this machine into /shared. */
  give(path: string, name: string): void;
  stop(): Promise<void>;
}

const pause = async (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Boots it in about a second; a text says why this host cannot. */
export async function bootMachine(): Promise<Machine | string> {
  const lacking = whatLacks();
  if (lacking !== null) return lacking;
  const dir = mkdtempSync(join(tmpdir(), 'auth-monitor-machine-'));
  const cgroup = join(cgroupRoot(), `auth-monitor-${process.pid}-${Date.now()}`);
  try {
    mkdirSync(cgroup);
  } catch {
    rmSync(dir, { recursive: true });
    return 'no cgroup can be made';
  }
  mkdirSync(join(dir, 'share'));
  cpSync(dist, join(dir, 'share/dist'), { recursive: true });
  let words = '';
  const parent = spawn(join(root, 'test/kit/boot-systemd.sh'), [dir, cgroup]);
  parent.stderr.setEncoding('utf8').on('data', (text: string) => (words += text));
  const stop = async (): Promise<void> => {
    await ended(parent);
    await removeCgroup(cgroup);
    rmSync(dir, { recursive: true, force: true });
  };
  const leader = await leaderOf(parent);
  if (leader === null) {
    await stop();
    return `systemd does not boot here: ${words.trim().split('\n').at(-1) ?? ''}`;
  }
  const machine = machineOf(leader, join(dir, 'share'), stop);
  await machine.until('systemctl is-system-running | grep -qE "running|degraded"');
  await machine.ok(
    'mkdir -p /opt/monitor && cp -r /shared/dist /opt/monitor/ && ln -s /opt/monitor/dist/cli.cjs /usr/local/bin/auth-monitor',
  );
  return machine;
}

function machineOf(leader: number, share: string, stop: Machine['stop']): Machine {
  const run = async (script: string): Promise<Ran> => {
    const args = ['-t', String(leader), '-a', '--', 'bash', '--norc', '-c', script];
    try {
      const env = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' };
      const { stdout, stderr } = await promisify(execFile)('nsenter', args, { env });
      return { code: 0, stdout, stderr };
    } catch (error) {
      const { code, stdout = '', stderr = '' } = error as Partial<Ran>;
      return { code: code ?? 1, stdout, stderr };
    }
  };
  return {
    run,
    async ok(script) {
      const { code, stdout, stderr } = await run(script);
      if (code !== 0) throw new Error(`${script}\nended with ${code}:\n${stdout}${stderr}`);
      return stdout;
    },
    async until(script) {
      while ((await run(script)).code !== 0) await pause(100);
    },
    give: (path, name) =>
      cpSync(realpathSync(path), join(share, name), { recursive: true, dereference: true }),
    stop,
  };
}

function whatLacks(): string | null {
  if (process.platform !== 'linux') return 'systemd needs Linux';
  if (process.getuid?.() !== 0) return 'a systemd of its own needs root';
  if (!existsSync(join(cgroupRoot(), 'cgroup.procs'))) return 'there is no cgroup2';
  if (!/\boverlay\b/.test(readFileSync('/proc/filesystems', 'utf8')))
    return 'there is no overlayfs';
  const dirs = (process.env['PATH'] ?? '').split(':');
  const absent = TOOLS.filter((tool) => !dirs.some((dir) => existsSync(join(dir, tool))));
  return absent.length > 0 ? `${absent.join(', ')} not installed` : null;
}

/** Where cgroup2 is mounted: alone, or beside the older kind. */
function cgroupRoot(): string {
  const alone = '/sys/fs/cgroup';
  return existsSync(join(alone, 'cgroup.controllers')) ? alone : join(alone, 'unified');
}

/** The pid of the systemd that `parent` has become the parent of; null when that ended first. */
async function leaderOf(parent: ChildProcess): Promise<number | null> {
  for (let waited = 0; waited < BOOT_MS; waited += 50) {
    if (parent.exitCode !== null) return null;
    const [child] = childrenOf(parent.pid ?? 0);
    if (child !== undefined && nameOf(child) === 'systemd') return child;
    await pause(50);
  }
  return null;
}

function childrenOf(pid: number): readonly number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return text === '' ? [] : text.split(' ').map(Number);
  } catch {
    return [];
  }
}

function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}

/** Kills the machine: its first process goes with the one that made it, and all others with that. */
async function ended(parent: ChildProcess): Promise<void> {
  if (parent.exitCode !== null || parent.signalCode !== null) return;
  const gone = new Promise((resolve) => parent.once('exit', resolve));
  parent.kill('SIGKILL');
  await gone;
}

async function removeCgroup(cgroup: string): Promise<void> {
  for (let attempt = 0; existsSync(cgroup) && attempt < 50; attempt += 1) {
    removeTree(cgroup);
    await pause(50);
  }
}

// Files of a cgroup cannot be removed, its directories can once nobody is left in them.
function removeTree(dir: string): void {
  try {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      if (entry.isDirectory()) removeTree(join(dir, entry.name));
    }
    rmdirSync(dir);
  } catch {
    // Somebody is still in it.
  }
}
