import { chmodSync, closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startProvider } from '../../src/demo/provider.ts';
import { alertHouse, iso, START, type AlertHouse } from '../kit/alert-house.ts';
import {
  DAY_MS,
  gateway,
  HOUR_MS,
  house,
  needsDevice,
  needsRoot,
  token,
  type Started,
} from '../kit/built-cli.ts';

interface Line {
  readonly time: string;
  readonly level: string;
  readonly msg: string;
  readonly [fact: string]: unknown;
}

/** The log, every line of it JSON. */
function lines(stderr: string): readonly Line[] {
  return stderr
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

const messages = (stderr: string): string[] => lines(stderr).map(({ msg }) => msg);

/** Looks again and again; the test's own limit ends what never comes. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}

function watch(home: AlertHouse, args: readonly string[] = []): Started {
  return home.start(['watch', '--config', home.config, '--now', iso(START), ...args]);
}

describe('watch', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'runs at once, logs JSON lines, and ends with 0 on %s',
    async (signal) => {
      const home = await alertHouse();
      home.store({ 'anthropic:a': -HOUR_MS });
      const { child, ended, saw } = watch(home);
      await saw('verdict failing');
      await saw('"next run planned"');
      child.kill(signal);
      const { code, stdout, stderr } = await ended;
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
      const log = lines(stderr);
      expect(log[0]).toMatchObject({ level: 'info', msg: 'watching', state: home.state });
      expect(log.find(({ msg }) => msg === 'verdict failing')).toMatchObject({
        level: 'warn',
        exitCode: 1,
        agents: 1,
        worst: [{ code: 'profile_expired', profileId: 'anthropic:a' }],
      });
      expect(messages(stderr).slice(-2)).toEqual(['stopping', 'stopped']);
      for (const { time } of log) expect(time).toMatch(/^2026-11-21T09:00:\d\d\.\d{3}Z$/);
      expect(home.told().map(({ type }) => type)).toEqual(['auth.firing']);
    },
  );

  test('writes a private heartbeat file, by whose age a supervisor sees that it lives', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': HOUR_MS });
    const { child, ended, saw } = watch(home);
    await saw('verdict expiring');
    child.kill();
    await ended;
    const file = join(home.state, 'heartbeat.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ exitCode: 2, pid: child.pid });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('a signal during a run ends it after what is on its way', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    const { child, ended, saw } = watch(home);
    home.webhook.respond(() => {
      child.kill('SIGTERM');
      return { status: 204 };
    });
    await saw('watching');
    const { code, stderr } = await ended;
    expect(code).toBe(0);
    expect(messages(stderr)).toContain('webhook: firing (1) delivered');
    expect(messages(stderr).at(-1)).toBe('stopped');
  });

  test('a second signal waits for nobody, and what was not delivered stays owed', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    const silent = await startProvider();
    onTestFinished(() => silent.close());
    silent.faults.set('*', 'stalled_headers');
    home.configure({ notifiers: [{ type: 'webhook', url: `${silent.url}/hook` }] });
    const { child, ended, saw } = watch(home);
    await until(() => silent.journal.length > 0);
    child.kill();
    await saw('stopping');
    child.kill();
    expect((await ended).code).toBe(0);
    const state = JSON.parse(readFileSync(join(home.state, 'state.json'), 'utf8'));
    expect(state.outbox).toMatchObject([{ channel: 'webhook', state: 'owed' }]);
  });

  test('needs no config', async () => {
    const home = house();
    const dir = gateway(home, { 'anthropic:a': token(90 * DAY_MS) });
    const { child, ended, saw } = home.start(['watch', '--state-dir', dir, '--probe=off']);
    await saw('verdict ok');
    child.kill();
    expect(await ended).toMatchObject({ code: 0 });
  });

  test.each([
    ['a wrong config', { probe: { level: 'all' } }, 78],
    ['a schedule that never fires', { schedule: '0 0 30 2 *' }, 78],
    ['a schedule of six fields', { schedule: '* * * * * *' }, 78],
  ])('does not start with %s', async (_, keys, code) => {
    const home = await alertHouse();
    home.configure(keys);
    expect(await home.run(['watch', '--config', home.config])).toMatchObject({ code, stdout: '' });
  });

  test('a config that breaks later is logged at the next run, which the watch survives', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    home.configure({ schedule: '* * * * *' });
    const { child, ended, saw } = home.start(['watch', '--config', home.config], {
      nodeOptions: ['--require', home.write('hasty.cjs', HASTY)],
    });
    await saw('verdict failing');
    home.configure({ probe: { level: 'all' } });
    await saw('cannot be used');
    home.configure({});
    home.store({ 'anthropic:a': 90 * DAY_MS });
    await saw('verdict ok');
    child.kill();
    const { code, stderr } = await ended;
    expect(code).toBe(0);
    const fault = lines(stderr).find(({ msg }) => msg.includes('cannot be used'));
    expect(fault).toMatchObject({ level: 'error', exitCode: 78 });
  });

  test('the same advice is given once, not with every run', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': 90 * DAY_MS });
    home.configure({ schedule: '* * * * *' });
    chmodSync(home.config, 0o644);
    const { child, ended, saw, stderr } = home.start(['watch', '--config', home.config], {
      nodeOptions: ['--require', home.write('hasty.cjs', HASTY)],
    });
    await saw('verdict ok');
    await until(() => stderr().split('"verdict ok"').length > 3);
    child.kill();
    const all = messages((await ended).stderr);
    expect(all.filter((message) => message.includes('others can read'))).toHaveLength(1);
  });

  test('without a place for the state it does not start', async (context) => {
    needsRoot(context);
    const home = house();
    const env = { HOME: undefined };
    const ended = await home.run(['watch'], { uid: 64_999, env, cwd: '/' });
    expect(ended).toMatchObject({ code: 73, stdout: '' });
    expect(ended.stderr).toContain('There is no place for the state');
  });

  test('--log-level silent logs nothing', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    const { child, ended } = watch(home, ['--log-level', 'silent']);
    await until(() => existsSync(join(home.state, 'heartbeat.json')));
    child.kill();
    expect(await ended).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  test('a full disk under the log stops nothing', async (context) => {
    needsDevice(context, '/dev/full');
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    const full = openSync('/dev/full', 'w');
    const args = ['watch', '--config', home.config];
    const { child, ended } = home.start(args, { stdio: ['ignore', full, full] });
    closeSync(full);
    await until(() => existsSync(join(home.state, 'heartbeat.json')));
    child.kill();
    expect((await ended).code).toBe(0);
    expect(home.told().map(({ type }) => type)).toEqual(['auth.firing']);
  });
});

/** Makes the program's minutes a few tenths of a second, so that the next run comes soon. */
const HASTY = `const set = globalThis.setTimeout;
const began = Date.now();
const real = Date;
const fast = () => began + (real.now() - began) * 200;
globalThis.Date = class extends real {
  constructor(...args) { if (args.length === 0) super(fast()); else super(...args); }
  static now() { return fast(); }
};
globalThis.setTimeout = (work, ms, ...rest) => set(work, ms / 200, ...rest);`;
