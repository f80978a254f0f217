// A phone of the tests' own: Termux's places and nothing else of this machine, Android's oddities, recorded calls.
import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { dist, root } from '../../build/paths.mjs';

const PREFIX = '/data/data/com.termux/files/usr';
export const HOME = '/data/data/com.termux/files/home';
const PROGRAM = `${PREFIX}/lib/node_modules/openclaw-auth-monitor`;

interface PhoneKind {
  /** What is `sh` there. */
  readonly shell?: 'dash' | 'mksh';
  /** Only where ssh is the real one. */
  readonly reaches?: 'nothing' | 'this machine';
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Phone {
  /** The home as this machine sees it. */
  readonly home: string;
  /** Runs a program as a shell of Termux would start it, with these words typed. */
  type(input: string, ...command: readonly string[]): Promise<Ran>;
  /** The same, with nothing typed. */
  run(...command: readonly string[]): Promise<Ran>;
  /** Runs a script as Android does: next to no environment. */
  start(script: string): Promise<Ran>;
  /** Our program. */
  monitor(...args: readonly string[]): Promise<Ran>;
  /** What a stub does from now on, as lines of a shell; nothing special without. */
  act(name: string, script?: string): void;
  /** Every call of a stub, and forgets them. */
  calls(): readonly (readonly string[])[];
  /** The shown notifications: id → arguments. */
  shown(): ReadonlyMap<string, readonly string[]>;
  /** Android forgets its jobs. */
  forget(): void;
  /** The script that Android's job scheduler starts; null without a job. */
  job(): string | null;
  crontab: { read(): string | null; write(text: string): void };
  /** Every file and directory of the home, with mode and content. */
  tree(): Readonly<Record<string, string>>;
  write(path: string, content: string | object): void;
  gone(): void;
}

const APPLETS =
  'cat ls mkdir rm cp mv ln chmod date sleep env grep sed awk printf test true false head tail cut tr wc id uname touch mktemp dirname basename sort find kill readlink stat tee';
const RECORDED =
  'termux-toast termux-vibrate termux-open-url termux-clipboard-set termux-wake-lock termux-wake-unlock sv-enable ssh crond';

/** What Node is there: another platform, and a call that throws (termux-packages#10868). */
const ANDROID = `Object.defineProperty(process, 'platform', { value: 'android' });
require('node:os').networkInterfaces = () => {
  throw Object.assign(new Error('uv_interface_addresses returned Unknown system error 13'), { code: 'ERR_SYSTEM_ERROR' });
};
`;

/** Makes the phone in a fraction of a second; a text says why this host cannot. */
export function makePhone({ shell = 'dash', reaches = 'nothing' }: PhoneKind = {}): Phone | string {
  const real = reaches === 'this machine' ? ['ssh', 'ssh-keygen'] : [];
  const tools = ['bwrap', 'busybox', 'mksh', 'dash', 'timeout', ...real].map(
    (name) => [name, which(name)] as const,
  );
  const absent = tools.filter(([, path]) => path === null).map(([name]) => name);
  if (absent.length > 0) return `${absent.join(', ')} not installed`;
  const paths = Object.fromEntries(tools) as Record<string, string>;
  const dir = mkdtempSync(join(tmpdir(), 'auth-monitor-phone-'));
  const home = join(dir, 'home');
  const bin = join(dir, 'usr/bin');
  for (const made of [home, bin, 'usr/tmp', 'usr/lib', 'system/bin', 'stub/shown']) {
    mkdirSync(made.startsWith('/') ? made : join(dir, made), { recursive: true });
  }
  const place = (name: string, text: string): void => {
    writeFileSync(join(bin, name), text);
    chmodSync(join(bin, name), 0o755);
  };
  // busybox's own `timeout` would start its own crontab.
  const copied = ['dash', 'mksh', 'busybox', 'timeout', ...real];
  const stubs = [...RECORDED.split(' '), ...Object.keys(ACTING)];
  for (const name of stubs) place(name, stub(name, ACTING[name]));
  for (const name of copied) cpSync(realpathSync(paths[name] ?? ''), join(bin, name));
  cpSync(join(bin, 'mksh'), join(dir, 'system/bin/sh'));
  symlinkSync(shell, join(bin, 'sh'));
  for (const applet of APPLETS.split(' ')) symlinkSync('busybox', join(bin, applet));
  writeFileSync(join(dir, 'usr/lib/android.cjs'), ANDROID);
  place(
    'node',
    `#!${PREFIX}/bin/sh\nexec ${PREFIX}/lib/node --require ${PREFIX}/lib/android.cjs "$@"\n`,
  );
  place('auth-monitor', `#!${PREFIX}/bin/sh\nexec node ${PROGRAM}/dist/cli.cjs "$@"\n`);
  const libraries = [process.execPath, ...copied.map((name) => join(bin, name))].flatMap(
    librariesOf,
  );
  // ssh wants to know who it is.
  const passwd = join(dir, 'passwd');
  writeFileSync(passwd, `u0_a123:x:10123:10123::${HOME}:${PREFIX}/bin/sh\n`);
  const mounts: readonly (readonly string[])[] = [
    ['--bind', join(dir, 'usr'), PREFIX],
    ['--bind', home, HOME],
    ['--bind', join(dir, 'stub'), '/stub'],
    ['--ro-bind', join(dir, 'system'), '/system'],
    ['--symlink', 'system/bin', '/bin'],
    ['--proc', '/proc'],
    ['--dev', '/dev'],
    ['--ro-bind', realpathSync(process.execPath), `${PREFIX}/lib/node`],
    ['--ro-bind', dist, `${PROGRAM}/dist`],
    ['--ro-bind', join(root, 'scripts'), `${PROGRAM}/scripts`],
    ...(real.length > 0 ? [['--share-net'], ['--ro-bind', passwd, '/etc/passwd']] : []),
    ...[...new Set(libraries)].map((path) => ['--ro-bind', path, path]),
  ];
  const usual = {
    PREFIX,
    HOME,
    PATH: `${PREFIX}/bin`,
    TMPDIR: `${PREFIX}/tmp`,
    ANDROID_ROOT: '/system',
    ANDROID_DATA: '/data',
    TERMUX_VERSION: '0.118.3',
  };
  const enter = async (
    env: Readonly<Record<string, string>>,
    command: readonly string[],
    input = '',
  ) =>
    ended(input, 'bwrap', [
      '--unshare-all',
      '--die-with-parent',
      '--clearenv',
      '--uid',
      '10123',
      '--gid',
      '10123',
      ...mounts.flat(),
      ...Object.entries(env).flatMap(([name, value]) => ['--setenv', name, value]),
      '--chdir',
      HOME,
      '--',
      ...command,
    ]);
  const stubFile = (name: string) => join(dir, 'stub', name);
  const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null);
  const run: Phone['run'] = async (...command) => enter(usual, command);
  return {
    home,
    type: async (input, ...command) => enter(usual, command, input),
    run,
    start: async (script) => enter({ ANDROID_ROOT: '/system' }, [script]),
    monitor: async (...args) => run('node', `${PROGRAM}/dist/cli.cjs`, ...args),
    act: (name, script = '') => writeFileSync(stubFile(name), script),
    calls() {
      const lines = (read(stubFile('calls.tsv')) ?? '').split('\n').slice(0, -1);
      rmSync(stubFile('calls.tsv'), { force: true });
      return lines.map((line) => line.split('\t'));
    },
    shown: () =>
      new Map(
        readdirSync(stubFile('shown')).map((id) => [
          id,
          (read(stubFile(`shown/${id}`)) ?? '').split('\n'),
        ]),
      ),
    forget: () => rmSync(stubFile('job'), { force: true }),
    job: () => read(stubFile('job'))?.split('\t')[1]?.trim() ?? null,
    crontab: {
      read: () => read(stubFile('table')),
      write: (text) => writeFileSync(stubFile('table'), text),
    },
    tree: () => treeOf(home),
    write(path, content) {
      const target = join(home, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, typeof content === 'string' ? content : JSON.stringify(content), {
        mode: 0o600,
      });
    },
    gone: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** Records its arguments, each on one line; a file of its name says what it does besides. */
function stub(name: string, body = ''): string {
  return `#!${PREFIX}/bin/dash
{ printf %s ${name}; for a in "$@"; do printf '\\t'; printf %s "$a" | tr '\\n\\t' '  '; done; echo; } >>/stub/calls.tsv
[ ! -f /stub/${name} ] || . /stub/${name}
${body}`;
}

/** Those that remember: Android's notifications and jobs, and a crontab. */
const ACTING: Readonly<Record<string, string>> = {
  'termux-notification': 'printf "%s\\n" "$@" >"/stub/shown/$2"\n',
  'termux-notification-remove': 'rm -f "/stub/shown/$1"\n',
  'termux-job-scheduler': `case $1 in
--script) printf '%s\\t%s\\n' "$4" "$2" >/stub/job ;;
--cancel) rm -f /stub/job ;;
--pending) [ ! -f /stub/job ] || { read -r id path </stub/job; echo "Pending Job $id: $path"; } ;;
esac
`,
  'ssh-keygen': `case $1 in
-lf) echo "256 SHA256:fake gateway (ED25519)" ;;
*) while [ "$1" != -f ]; do shift; done; echo key >"$2"; echo "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIfake0000000000000000000 phone" >"$2.pub" ;;
esac
`,
  crontab: `case $1 in
-l) [ -f /stub/table ] || { echo "no crontab for u0_a123" >&2; exit 1; }; cat /stub/table ;;
-r) rm /stub/table ;;
-) cat >/stub/table.new; mv /stub/table.new /stub/table ;;
esac
`,
};

function which(name: string): string | null {
  const dirs = (process.env['PATH'] ?? '').split(':');
  return dirs.map((dir) => join(dir, name)).find((path) => existsSync(path)) ?? null;
}

function librariesOf(binary: string): readonly string[] {
  try {
    const listed = execFileSync('ldd', [binary], { encoding: 'utf8', stdio: 'pipe' });
    return listed.match(/\/\S+\.so\S*/g) ?? [];
  } catch {
    // A static one has none.
    return [];
  }
}

async function ended(input: string, command: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(command, args, { timeout: 25_000 }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1;
      resolve({ code, stdout, stderr });
    });
    child.stdin?.on('error', () => undefined).end(input);
  });
}

function treeOf(dir: string, below = ''): Record<string, string> {
  const tree: Record<string, string> = {};
  for (const name of readdirSync(join(dir, below)).sort()) {
    const path = join(below, name);
    const stat = statSync(join(dir, path));
    const mode = (stat.mode & 0o777).toString(8);
    if (stat.isDirectory()) Object.assign(tree, { [`${path}/`]: mode }, treeOf(dir, path));
    else tree[path] = `${mode} ${readFileSync(join(dir, path), 'utf8')}`;
  }
  return tree;
}
