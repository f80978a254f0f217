// `install launchd` writes an agent that another reader of property lists understands, and loads it once.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../../build/paths.mjs';
import { usualTimes } from '../../../src/install/job-times.ts';
import { calendarOf } from '../../../src/install/launchd/calendar.ts';
import { plistText } from '../../../src/install/launchd/plist.ts';
import { sealed } from '../../../src/install/seal.ts';
import { gateway, HOUR_MS, house, token } from '../../kit/built-cli.ts';
import { needsProgram } from '../../kit/live-server.ts';
import { scriptedProgram } from '../../kit/scripted-program.ts';
import { saidBy } from '../../kit/said.ts';

/** Knows which agents are loaded, and writes down what changes that. */
const LAUNCHCTL = `dir="\${0%/*}/.."
case "$1" in
  version) echo fake ;;
  print) [ -f "$dir/loaded" ] ;;
  bootstrap) [ ! -f "$dir/loaded" ] && cp "$3" "$dir/loaded" && echo "$@" >>"$dir/calls" ;;
  bootout) rm "$dir/loaded" && echo "$1 $2" >>"$dir/calls" ;;
  *) exit 64 ;;
esac`;

function machine() {
  const home = house();
  const PATH = scriptedProgram(home.dir, 'launchctl', LAUNCHCTL);
  const plist = join(home.home, 'Library/LaunchAgents/openclaw-auth-monitor.plist');
  const calls = join(home.dir, 'calls');
  return {
    home,
    plist,
    env: { PATH },
    calls: () =>
      existsSync(calls)
        ? readFileSync(calls, 'utf8')
            .trim()
            .split('\n')
            .map((call) => call.split(' ')[0])
        : [],
    run: async (...args: string[]) => home.run(args, { env: { PATH } }),
  };
}

/** What Python's plistlib, written for macOS, reads from the text. */
function parsed(text: string): Record<string, unknown> {
  const script =
    'import json, plistlib, sys; print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))';
  const { stdout, stderr } = spawnSync('python3', ['-c', script], {
    input: text,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Record<string, unknown>;
}

test('twice leaves the same as once, and uninstall nothing', async () => {
  const { calls, plist, run } = machine();
  expect(await run('install', 'launchd')).toMatchObject({ code: 0, stderr: '' });
  const once = readFileSync(plist, 'utf8');
  expect((await run('install', 'launchd')).stdout).toContain('unchanged');
  expect(readFileSync(plist, 'utf8')).toBe(once);
  expect(calls()).toEqual(['bootstrap']);
  await run('install', 'launchd', '--schedule', '0 9 * * *');
  expect(calls()).toEqual(['bootstrap', 'bootout', 'bootstrap']);
  for (let time = 0; time < 2; time += 1) {
    expect(await run('uninstall', 'launchd')).toMatchObject({ code: 0, stderr: '' });
  }
  expect(existsSync(plist)).toBe(false);
  expect(calls()).toEqual(['bootstrap', 'bootout', 'bootstrap', 'bootout']);
});

test('an edited agent is kept unless forced', async () => {
  const { calls, plist, run } = machine();
  await run('install', 'launchd');
  const edited = readFileSync(plist, 'utf8').replace('<true/>', '<false/>');
  writeFileSync(plist, edited);
  expect((await run('install', 'launchd')).stdout).toContain('kept');
  expect((await run('uninstall', 'launchd')).stdout).toContain('kept');
  expect(readFileSync(plist, 'utf8')).toBe(edited);
  expect(calls()).toEqual(['bootstrap']);
  await run('uninstall', 'launchd', '--force');
  expect(existsSync(plist)).toBe(false);
});

test('a dry run says the agent and changes nothing; without launchctl all else is an error', async () => {
  const { calls, plist, run } = machine();
  const { stdout } = await run('install', 'launchd', '--dry-run');
  expect(stdout).toContain('would write');
  expect(stdout).toContain('would run launchctl bootstrap');
  expect(existsSync(plist) || calls().length > 0).toBe(false);
  const bare = house();
  const env = { PATH: '/nonexistent' };
  expect(await bare.run(['install', 'launchd', '--dry-run'], { env })).toMatchObject({ code: 0 });
  expect(await bare.run(['install', 'launchd'], { env })).toMatchObject({ code: 73 });
});

test('the agent judges what the shell judges', async (context) => {
  needsProgram(context, 'python3');
  const { home, env, plist } = machine();
  const odd = gateway(home, { 'anthropic:a': token(-HOUR_MS) }, 'a <b> & "c" 100%');
  const ended = await home.run(['install', 'launchd'], {
    env: { ...env, OPENCLAW_STATE_DIR: odd },
  });
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  const agent = parsed(readFileSync(plist, 'utf8'));
  const [node = '', ...args] = agent['ProgramArguments'] as string[];
  const { status } = spawnSync(node, [...args, '--probe=off'], {
    encoding: 'utf8',
    env: { HOME: home.home, ...(agent['EnvironmentVariables'] as Record<string, string>) },
  });
  expect(status).toBe(1);
  expect(agent).toMatchObject({ ProcessType: 'Background', RunAtLoad: true, Umask: 63 });
});

describe('times', () => {
  test.each([
    ['*/30 * * * *', [{ Minute: 0 }, { Minute: 30 }]],
    ['* * * * *', [{}]],
    [
      '5 9 * * 1-2',
      [
        { Minute: 5, Hour: 9, Weekday: 1 },
        { Minute: 5, Hour: 9, Weekday: 2 },
      ],
    ],
    [
      '0 0 1,15 */6 *',
      [
        { Minute: 0, Hour: 0, Day: 1, Month: 1 },
        { Minute: 0, Hour: 0, Day: 1, Month: 7 },
        { Minute: 0, Hour: 0, Day: 15, Month: 1 },
        { Minute: 0, Hour: 0, Day: 15, Month: 7 },
      ],
    ],
    [
      '50/5 1-3/2 * * *',
      [
        { Minute: 50, Hour: 1 },
        { Minute: 50, Hour: 3 },
        { Minute: 55, Hour: 1 },
        { Minute: 55, Hour: 3 },
      ],
    ],
  ])('%s', (fields, times) => {
    expect(calendarOf(fields)).toEqual(times);
  });

  test('too many for a property list are refused', () => {
    expect(saidBy(() => calendarOf('*/2 */1 1-30 * *'))).toContain('too many times');
  });
});

test('deploy/ shows what install writes, and it is a property list', async (context) => {
  const home = '/Users/alice';
  const words = [
    '/opt/homebrew/bin/node',
    '/opt/homebrew/lib/node_modules/openclaw-auth-monitor/dist/cli.cjs',
    'run',
    '--quiet',
    '--config',
    `${home}/.config/openclaw-auth-monitor/config.json5`,
    '--monitor-state',
    `${home}/.local/state/openclaw-auth-monitor`,
  ];
  const text = plistText(
    { words, environment: {} },
    calendarOf(usualTimes('gateway')),
    `${home}/Library/Logs/openclaw-auth-monitor.log`,
  );
  await expect(text).toMatchFileSnapshot(join(root, 'deploy/launchd/openclaw-auth-monitor.plist'));
  needsProgram(context, 'python3');
  expect(parsed(sealed(text, '<!--'))).toEqual(parsed(text));
  expect(parsed(text)['ProgramArguments']).toEqual(words);
});
