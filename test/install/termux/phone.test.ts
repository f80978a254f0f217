import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, type TestContext } from 'vitest';
import { DAY_MS, token } from '../../kit/built-cli.ts';
import { HOME, makePhone, type Phone } from '../../kit/phone.ts';

const BELOW = '.local/share/openclaw-auth-monitor/termux';
const DIR = `${HOME}/${BELOW}`;
const STORE = '.openclaw/agents/main/agent/auth-profiles.json';
const CONFIG = '.config/openclaw-auth-monitor/config.json5';
const DATA = `${HOME}/.openclaw`;

let phone: Phone;

/** A phone with a gateway whose one token ends so long from now. */
function moveIn(context: TestContext, leftMs = -DAY_MS, shell: 'dash' | 'mksh' = 'dash'): void {
  const made = makePhone({ shell });
  if (typeof made === 'string') return context.skip(made);
  phone = made;
  onTestFinished(() => made.gone());
  store(leftMs);
}

function store(leftMs: number): void {
  phone.write(STORE, { version: 1, profiles: { 'anthropic:phone': token(leftMs) } });
}

async function install(...flags: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await phone.monitor('install', 'termux', ...flags);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return stdout;
}

/** Android starts what is registered. */
async function fire(): Promise<number> {
  const script = phone.job();
  expect(script).not.toBeNull();
  const { code, stderr } = await phone.start(script ?? '');
  expect(stderr).toBe('');
  return code;
}

function named(name: string): (call: readonly string[]) => boolean {
  return ([called]) => called === name;
}

describe('installed on the phone of the gateway', () => {
  beforeEach((context) => moveIn(context));

  test('the job tells a failure that stays, and takes it away once it is mended', async () => {
    await install();

    expect(await fire()).toBe(1);
    const [[id, args] = ['', []]] = [...phone.shown()];
    expect(id).toMatch(/^openclaw-auth-monitor-[a-z0-9]{26}$/);
    expect(args).toContain('--ongoing');
    expect(args).toContain('claude setup-token');
    const button = (index: number) => args[args.indexOf(`--button${index}-action`) + 1];
    expect([button(1), button(2)]).toEqual([`${DIR}/fix.sh`, `${DIR}/check-now.sh`]);
    phone.calls();
    expect(await fire()).toBe(1);
    expect(phone.calls().filter(named('termux-notification'))).toEqual([]);
    store(300 * DAY_MS);
    expect(await fire()).toBe(0);
    expect(phone.calls()).toContainEqual(['termux-notification-remove', id]);
    expect([...phone.shown().keys()].filter((shown) => shown === id)).toEqual([]);
  });

  test('a job runs at any battery and without a network, and after a restart', async () => {
    await install('--every', '1h');
    const [call] = phone.calls().filter(([, first]) => first === '--script');
    expect(call?.join(' ')).toBe(
      `termux-job-scheduler --script ${DIR}/run.sh --job-id 7250311 --period-ms 3600000 ` +
        '--network none --battery-not-low false --persisted true',
    );
  });

  test('twice is the same as once, and uninstall leaves nothing', async () => {
    const before = phone.tree();
    await install();
    const once = phone.tree();
    const said = await install();
    expect(phone.tree()).toEqual(once);
    expect(said.match(/^(?:wrote|updated|made) .*/gm)).toBeNull();
    await fire();
    expect((await phone.monitor('uninstall', 'termux')).code).toBe(0);
    expect(phone.tree()).toEqual(before);
    expect(phone.job()).toBeNull();
    expect(phone.shown().size).toBe(0);
    const again = await phone.monitor('uninstall', 'termux');
    expect(again).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('a state that was moved by a second install goes with the first', async () => {
    const before = phone.tree();
    await install();
    await install('--monitor-state', `${HOME}/elsewhere/state`);
    await phone.monitor('uninstall', 'termux');
    expect(phone.tree()).toEqual(before);
  });

  test('a dry run says everything and changes nothing', async () => {
    const before = phone.tree();
    const said = await install('--dry-run');
    expect(said).toContain(`would write ${DIR}/run.sh`);
    expect(said).toContain('schedule.sh renew');
    expect(phone.tree()).toEqual(before);
    expect(phone.calls()).toEqual([]);
    expect(phone.job()).toBeNull();
  });

  test('what a person has edited is kept, by install and by uninstall', async () => {
    await install();
    const edited = join(phone.home, '.shortcuts/OpenClaw-auth-status');
    appendFileSync(edited, '# mine\n');
    writeFileSync(join(phone.home, CONFIG), '{ notifiers: [] }\n');
    expect(await install()).toContain('kept /data/data/com.termux/files/home/.shortcuts');
    await phone.monitor('uninstall', 'termux');
    const left = Object.keys(phone.tree()).filter((path) => !path.startsWith('.openclaw'));
    expect(left.filter((path) => !path.endsWith('/'))).toEqual([
      CONFIG,
      '.shortcuts/OpenClaw-auth-status',
    ]);
  });

  test('a job that Android forgot comes back after a restart and with each run', async () => {
    await install();
    phone.forget();
    const { code } = await phone.start(`${HOME}/.termux/boot/10-openclaw-auth-monitor`);
    expect(code).toBe(1);
    expect(phone.job()).toBe(`${DIR}/run.sh`);
    phone.forget();
    await phone.start(`${DIR}/run.sh`);
    expect(phone.job()).toBe(`${DIR}/run.sh`);
  });

  test('without Termux:API cron takes over, beside the lines of others, and steps back later', async () => {
    phone.crontab.write('0 4 * * * backup\n');
    phone.act('termux-job-scheduler', 'exit 127');
    await install('--every', '45m');
    const line = `*/30 * * * * ${DIR}/run.sh # openclaw-auth-monitor`;
    expect(phone.crontab.read()).toBe(`0 4 * * * backup\n${line}\n`);
    expect(phone.calls()).toContainEqual(['crond']);
    const ran = await phone.run('sh', '-c', line.slice('*/30 * * * * '.length));
    expect(ran.code).toBe(1);
    expect(phone.crontab.read()).toBe(`0 4 * * * backup\n${line}\n`);
    phone.act('termux-job-scheduler');
    await phone.start(`${DIR}/run.sh`);
    expect(phone.job()).toBe(`${DIR}/run.sh`);
    expect(phone.crontab.read()).toBe('0 4 * * * backup\n');
  });

  test('an empty crontab goes with our line, and one that cannot be read is left alone', async () => {
    phone.act('termux-job-scheduler', 'exit 127');
    await install();
    await phone.monitor('uninstall', 'termux');
    expect(phone.crontab.read()).toBeNull();
    phone.crontab.write('0 4 * * * backup\n');
    phone.act('crontab', '[ "$1" != -l ] || { echo "permission denied" >&2; exit 1; }');
    const refused = await phone.monitor('install', 'termux');
    expect(refused.code).toBe(73);
    expect(refused.stderr).toContain('pkg install cronie');
    expect(phone.crontab.read()).toBe('0 4 * * * backup\n');
  });

  test('a Termux:API that hangs holds nothing up for long, and a verdict stays what it is', async () => {
    await install();
    const settings = join(phone.home, BELOW, 'settings');
    const text = readFileSync(settings, 'utf8').replace("API_SECONDS='10'", "API_SECONDS='1'");
    writeFileSync(settings, text);
    writeFileSync(join(phone.home, CONFIG), '{ probe: { level: "off" }, notifiers: [] }\n');
    for (const name of ['termux-job-scheduler', 'termux-toast', 'termux-vibrate']) {
      phone.act(name, 'sleep 60');
    }
    expect((await phone.start(`${DIR}/check-now.sh`)).code).toBe(1);
    expect((await phone.start(`${DIR}/run.sh`)).code).toBe(1);
    expect(phone.crontab.read()).toContain(`${DIR}/run.sh`);
  });
});

describe('a widget', () => {
  beforeEach((context) => moveIn(context));

  test('shows the last run without asking anybody', async () => {
    await install();
    const none = await phone.run(`${HOME}/.shortcuts/OpenClaw-auth-status`);
    expect(none.stdout).toContain('No run has come to its end yet.');
    await fire();
    const { stdout } = await phone.run(`${HOME}/.shortcuts/OpenClaw-auth-status`);
    expect(stdout).toContain('anthropic:phone');
    expect(stdout).toMatch(/Last run: \d{4}-\d\d-\d\d \d\d:\d\d, exit code 1/);
    expect(stdout).toContain("Runs: every 30 minutes, by Android's job scheduler");
  });

  test('checks now and says so in a toast', async () => {
    await install();
    for (const [leftMs, code, words] of [
      [-DAY_MS, 1, 'failing'],
      [3_600_000, 2, 'expiring'],
      [300 * DAY_MS, 0, 'every credential that counts is fine'],
    ] as const) {
      store(leftMs);
      phone.calls();
      const ran = await phone.start(`${HOME}/.shortcuts/tasks/OpenClaw-check-now`);
      const calls = phone.calls();
      expect(calls).toContainEqual(['termux-toast', `OpenClaw auth: ${words}`]);
      expect([ran.code, calls.some(named('termux-vibrate'))]).toEqual([code, code === 1]);
    }
  });

  test('leads through a renewal: page, command, and whether it has helped', async () => {
    await install();
    // Whoever sees the page renews the token.
    const renewed = JSON.stringify({
      version: 1,
      profiles: { 'anthropic:phone': token(300 * DAY_MS) },
    });
    phone.act('termux-open-url', `echo '${renewed}' >${HOME}/${STORE}`);
    const { code, stdout } = await phone.type('\n', `${HOME}/.shortcuts/OpenClaw-re-auth`);
    expect(stdout).toContain('  claude setup-token\n');
    expect(stdout).toContain('Page: https://claude.ai/');
    expect(stdout).toContain('OpenClaw auth: every credential that counts is fine');
    expect(code).toBe(0);
    const command =
      'openclaw models auth paste-token --provider anthropic --profile-id anthropic:phone --expires-in 365d';
    expect(phone.calls()).toContainEqual(['termux-clipboard-set', command]);
  });

  test('ends when told so, with what fails still failing', async () => {
    await install();
    const { code, stdout } = await phone.type('q\n', `${HOME}/.shortcuts/OpenClaw-re-auth`);
    expect(stdout).toContain('OpenClaw auth: failing');
    expect(code).toBe(1);
  });

  test('runs nothing that a report says, and shows none of its control characters', async () => {
    const id = 'anthropic:$(touch pwned)`touch pwned`\u001B[2J;touch pwned';
    phone.write(STORE, { version: 1, profiles: { [id]: token(-DAY_MS) } });
    await install();
    await fire();
    await phone.start(`${DIR}/fix.sh`);
    const { stdout } = await phone.type('q\n', `${HOME}/.shortcuts/OpenClaw-re-auth`);
    expect(stdout).not.toContain('\u001B');
    expect(Object.keys(phone.tree()).filter((path) => path.includes('pwned'))).toEqual([]);
  });
});

describe('a monitor that cannot judge', () => {
  test('is told at once and taken back, and never reads as expired', async (context) => {
    moveIn(context);
    await install();
    writeFileSync(join(phone.home, CONFIG), '{ nonsense: true }');
    expect(await fire()).toBe(78);
    const args = phone.shown().get('openclaw-auth-monitor-unanswered') ?? [];
    expect(args).toContain('The auth monitor cannot judge');
    expect(args.join(' ')).toContain('exit code 78');
    writeFileSync(join(phone.home, CONFIG), '{ probe: { level: "off" } }');
    expect(await fire()).toBe(1);
    expect(phone.shown().has('openclaw-auth-monitor-unanswered')).toBe(false);
  });
});

test('with mksh as its shell everything is the same', async (context) => {
  moveIn(context, -DAY_MS, 'mksh');
  const before = phone.tree();
  await install();
  expect(await fire()).toBe(1);
  expect(phone.shown().size).toBe(1);
  expect((await phone.start(`${HOME}/.shortcuts/tasks/OpenClaw-check-now`)).code).toBe(1);
  expect((await phone.type('q\n', `${HOME}/.shortcuts/OpenClaw-re-auth`)).code).toBe(1);
  expect((await phone.run(`${DIR}/status.sh`)).code).toBe(0);
  await phone.start(`${DIR}/fix.sh`);
  await phone.monitor('uninstall', 'termux');
  rmSync(join(phone.home, '.openclaw/nothing'), { force: true });
  expect(phone.tree()).toEqual(before);
});

test.each([
  [['--every', '5m'], '15m or more'],
  [['--split'], 'not for termux: --split'],
  [['--remote=-oProxyCommand=x'], 'as ssh takes it'],
  [['--remote', 'gw', '--state-dir', DATA], 'name its gateways where the key is let in'],
  [['--phone-key', 'nonsense'], 'public key in quotes'],
  [['--phone-key', `ssh-ed25519 ${'A'.repeat(68)}`, '--every', '1h'], '--every is for the phone'],
])('%j is wrong usage', async (flags, words) => {
  const made = makePhone();
  if (typeof made === 'string') return;
  onTestFinished(() => made.gone());
  const { code, stderr } = await made.monitor('install', 'termux', ...flags);
  expect(stderr).toContain(words);
  expect(code).toBe(64);
});
