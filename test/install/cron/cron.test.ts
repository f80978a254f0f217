// `install cron` puts one block into a crontab and takes it out again; the rest is somebody else's.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../build/paths.mjs';
import { cronBlock, splitCrontab } from '../../../src/install/cron/crontab.ts';
import { installPhrases } from '../../../src/core/phrases/install-phrases.ts';
import { usualTimes } from '../../../src/install/job-times.ts';
import { CLI, gateway, HOUR_MS, house, needsRoot, token, type House } from '../../kit/built-cli.ts';
import { needsProgram } from '../../kit/live-server.ts';
import { scriptedProgram } from '../../kit/scripted-program.ts';

const { cron: words } = installPhrases;

/** As Vixie cron's, with its table in a file of the test. */
const CRONTAB = `table="\${0%/*}/../table"
case "$1" in
  -l) if [ -f "$table" ]; then cat "$table"; else echo "no crontab for tester" >&2; exit 1; fi ;;
  -r) rm "$table" ;;
  -) cat >"$table" ;;
  *) exit 2 ;;
esac`;

function machine() {
  const home = house();
  const PATH = scriptedProgram(home.dir, 'crontab', CRONTAB);
  const table = join(home.dir, 'table');
  return {
    home,
    env: { PATH },
    read: () => (existsSync(table) ? readFileSync(table, 'utf8') : null),
    put: (text: string) => writeFileSync(table, text),
    run: async (...args: string[]) => home.run(args, { env: { PATH } }),
  };
}

const THEIRS = 'MAILTO=ops@example.org\n0 4 * * * /usr/bin/backup 100\\%\n';

/** The command of our line, as cron hands it to the shell. */
function commandOf(table: string | null): string {
  const line = splitCrontab(table ?? '', words).block?.split('\n')[1] ?? '';
  return line
    .split(' ')
    .slice(5)
    .join(' ')
    .replaceAll(String.raw`\%`, '%');
}

function asCron(home: House, command: string) {
  return spawnSync('/bin/sh', ['-c', command], {
    cwd: home.home,
    encoding: 'utf8',
    env: { HOME: home.home, LOGNAME: 'tester', SHELL: '/bin/sh', PATH: '/usr/bin:/bin' },
  });
}

test('twice leaves the same table as once, and uninstall the one that was there', async () => {
  const { put, read, run } = machine();
  put(THEIRS);
  expect(await run('install', 'cron')).toMatchObject({ code: 0, stderr: '' });
  const once = read();
  expect(once?.startsWith(THEIRS)).toBe(true);
  const again = await run('install', 'cron');
  expect(again.stdout).toContain('unchanged crontab');
  expect(read()).toBe(once);
  expect(await run('uninstall', 'cron')).toMatchObject({ code: 0 });
  expect(read()).toBe(THEIRS);
  expect((await run('uninstall', 'cron')).stdout).toContain('nothing of ours');
  expect(read()).toBe(THEIRS);
});

test('who had no table has none again', async () => {
  const { read, run } = machine();
  await run('install', 'cron');
  expect(read()).not.toBeNull();
  await run('uninstall', 'cron');
  expect(read()).toBeNull();
});

test('a dry run says the line and writes nothing', async () => {
  const { read, run } = machine();
  const { code, stdout } = await run('install', 'cron', '--dry-run');
  expect(code).toBe(0);
  expect(stdout).toContain('would run crontab -');
  expect(stdout).toMatch(/\d+,\d+ \* \* \* \* \/.*node .*cli\.cjs run --quiet/);
  expect(read()).toBeNull();
});

test('a changed line is kept unless forced, by install and uninstall', async () => {
  const { put, read, run } = machine();
  await run('install', 'cron');
  const edited = read()?.replace(/^\d+,\d+/m, '5') ?? '';
  put(`${edited}${THEIRS}`);
  expect((await run('install', 'cron')).stdout).toContain('kept crontab');
  expect((await run('uninstall', 'cron')).stdout).toContain('kept crontab');
  expect(read()).toBe(`${edited}${THEIRS}`);
  await run('install', 'cron', '--force');
  expect(read()).not.toContain(edited);
  expect(read()?.endsWith(THEIRS)).toBe(true);
  put(`${edited}${THEIRS}`);
  await run('uninstall', 'cron', '--force');
  expect(read()).toBe(THEIRS);
});

test('the line judges what the shell judges, under the bare environment of cron', async () => {
  const { home, env, read } = machine();
  const odd = gateway(home, { 'anthropic:a': token(-HOUR_MS) }, "it's 100% odd");
  const config = home.write('my config.json5', { probe: { level: 'off' } });
  const ended = await home.run(['install', 'cron', '--config', config], {
    env: { ...env, OPENCLAW_STATE_DIR: odd, XDG_STATE_HOME: join(home.dir, 'xdg') },
  });
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  const { status, stdout, stderr } = asCron(home, commandOf(read()));
  expect(stderr).toBe('');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(existsSync(join(home.dir, 'xdg/openclaw-auth-monitor/state.json'))).toBe(true);
});

test('named gateways and a schedule come along', async () => {
  const { home, read, run } = machine();
  gateway(home, { 'anthropic:a': token(90 * 24 * HOUR_MS) });
  const args = ['--schedule', '15 */2 * * 1-5', '--state-dir', 'x=gateway', '--openclaw-profile'];
  await run('install', 'cron', ...args.slice(0, 4));
  expect(read()).toMatch(/^15 \*\/2 \* \* 1-5 \//m);
  expect(commandOf(read())).toContain(`--state-dir 'x=${join(home.dir, 'gateway')}'`);
  expect(asCron(home, commandOf(read())).status).toBe(0);
});

test.each(['0 0 30 2 *', '* * * *', '@daily', '* * * * * *', '1 1 1 JAN *', '*/0 * * * *', '%'])(
  'a schedule that cron may not run is wrong usage: %s',
  async (times) => {
    const { read, run } = machine();
    expect(await run('install', 'cron', '--schedule', times)).toMatchObject({
      code: 64,
      stderr: expect.stringContaining('--schedule takes five cron fields') as string,
    });
    expect(read()).toBeNull();
  },
);

test('without crontab it is an error of the machine, in a dry run not', async () => {
  const home = house();
  const env = { PATH: '/nonexistent' };
  expect(await home.run(['install', 'cron'], { env })).toMatchObject({
    code: 73,
    stderr: expect.stringContaining('There is no crontab here.') as string,
  });
  expect(await home.run(['install', 'cron', '--dry-run'], { env })).toMatchObject({ code: 0 });
});

test('a table with our first line alone is not touched', async () => {
  const { put, read, run } = machine();
  await run('install', 'cron');
  const torn = read()?.replace(/^# End.*\n/m, '') ?? '';
  put(torn);
  expect(await run('install', 'cron')).toMatchObject({ code: 73 });
  expect(read()).toBe(torn);
});

test('what some crons print before the table is not put into it', () => {
  const header =
    '# DO NOT EDIT THIS FILE - edit the master and reinstall.\n# (/tmp/crontab.x installed on Sat)\n# (Cron version V5.0)\n';
  expect(splitCrontab(header + THEIRS, words)).toEqual({ before: THEIRS, block: null, after: '' });
  expect(splitCrontab('0 4 * * * x', words).before).toBe('0 4 * * * x\n');
});

test('each host has its own minute, the same for good', () => {
  const times = Array.from({ length: 200 }, (_, index) => usualTimes(`gateway-${index}`));
  expect(new Set(times).size).toBe(30);
  expect(usualTimes('gateway-1')).toBe(times[1]);
  for (const time of times) expect(time).toMatch(/^(\d+),(\d+) \* \* \* \*$/);
});

test('deploy/ shows what install writes', async () => {
  const words = [
    '/usr/bin/node',
    '/usr/local/lib/node_modules/openclaw-auth-monitor/dist/cli.cjs',
    'run',
    '--quiet',
    '--config',
    '/home/alice/.config/openclaw-auth-monitor/config.json5',
    '--monitor-state',
    '/home/alice/.local/state/openclaw-auth-monitor',
  ];
  const block = cronBlock(usualTimes('gateway'), {
    words,
    environment: { OPENCLAW_STATE_DIR: '/srv/openclaw' },
    stateDir: '',
    remarks: [],
  });
  await expect(block).toMatchFileSnapshot(join(root, 'deploy/cron/crontab'));
});

test('a real crontab takes the block and gives it up', (context) => {
  needsRoot(context);
  needsProgram(context, 'crontab');
  needsProgram(context, 'unshare');
  const home = house();
  // The spool of this namespace alone; the machine's own is not touched.
  const script = `set -e
mount -t tmpfs none /var/spool/cron && mkdir -m 1730 /var/spool/cron/crontabs
printf '%s' "$1" | crontab -
"$2" "$3" install cron >/dev/null; "$2" "$3" install cron
crontab -l | grep -c 'run --quiet'
"$2" "$3" uninstall cron >/dev/null
crontab -l`;
  const { status, stdout, stderr } = spawnSync(
    'unshare',
    ['--mount', 'sh', '-c', script, 'sh', THEIRS, process.execPath, CLI],
    { encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: home.home } },
  );
  if (/mount|unshare/.test(stderr)) context.skip('no mount namespaces here');
  expect(stderr).toBe('');
  expect(stdout).toContain('unchanged crontab');
  expect(stdout).toContain('\n1\n');
  expect(stdout.endsWith(THEIRS)).toBe(true);
  expect(status).toBe(0);
});
