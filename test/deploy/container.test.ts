// The container: a Dockerfile without faults, and the program as a container runs it.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validate } from 'dockerfile-utils';
import { root } from '../../build/paths.mjs';
import { parseCommandLine } from '../../src/commands/parse-args.ts';
import { commandTable } from '../../src/commands/table.ts';
import { realWorld } from '../../src/world.ts';
import { needsConfinement, runConfined } from '../kit/confined.ts';
import { alertHouse, iso, START } from '../kit/alert-house.ts';
import { DAY_MS, gateway, HOUR_MS, house, reportOf, token, type House } from '../kit/built-cli.ts';

const dir = join(root, 'deploy/container');
const dockerfile = readFileSync(join(dir, 'Dockerfile'), 'utf8');
/** Instructions, their lines joined. */
const steps = dockerfile
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const of = (word: string): string[] =>
  steps.filter((step) => step.startsWith(`${word} `)).map((step) => step.slice(word.length + 1));

describe('the Dockerfile', () => {
  test('has no fault to a linter', () => {
    expect(validate(dockerfile).map(({ message }) => message)).toEqual([]);
    expect(validate('FORM scratch\nCPOY . .').length).toBeGreaterThan(0);
  });

  test('copies what there is, and nothing that is ignored', () => {
    const ignored = readFileSync(join(dir, 'Dockerfile.dockerignore'), 'utf8').split('\n');
    const copied = of('COPY')
      .filter((step) => !step.startsWith('--from'))
      .flatMap((step) => step.split(' ').slice(0, -1));
    for (const path of copied) {
      expect(existsSync(join(root, path)), path).toBe(true);
      expect(ignored).not.toContain(path);
    }
    for (const path of ['.git', 'dist', '**/node_modules', '**/.env']) {
      expect(ignored).toContain(path);
    }
  });

  test('ends as a user by number that is not root, in every stage that runs', () => {
    expect(of('USER')).toEqual(['10001:0']);
    const stages = of('FROM');
    expect(stages.map((stage) => stage.split(' AS ')[1])).toEqual([
      'build',
      'base',
      'watch',
      'run',
    ]);
    expect(stages.slice(2).map((stage) => stage.split(' ')[0])).toEqual(['base', 'base']);
  });

  test('starts commands that exist, and asks only a watch whether it lives', () => {
    expect(of('ENTRYPOINT')).toEqual(['["node", "/app/dist/cli.cjs"]']);
    const commands = of('CMD').map((step) => JSON.parse(step) as string[]);
    expect(commands).toEqual([['watch'], ['run']]);
    for (const words of commands) parseCommandLine(words, realWorld(), commandTable);
    const watch = dockerfile.slice(dockerfile.indexOf('AS watch'), dockerfile.indexOf('AS run'));
    expect(of('HEALTHCHECK')).toHaveLength(1);
    expect(watch).toContain('HEALTHCHECK');
  });
});

describe('asked whether it lives', () => {
  const health = (state: string, env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [join(dir, 'health.cjs')], {
      encoding: 'utf8',
      env: { OPENCLAW_AUTH_MONITOR_STATE: state, ...env },
    });

  test.each([
    ['of now', () => JSON.stringify({ at: new Date().toISOString() }), 0],
    ['of two hours ago', () => JSON.stringify({ at: new Date(Date.now() - 2 * HOUR_MS) }), 1],
    ['without a time', () => '{}', 1],
    ['torn', () => '{"at":', 1],
    ['empty', () => '', 1],
  ])('a heartbeat %s', (_, text, code) => {
    const { dir: state, write } = house();
    write('heartbeat.json', text());
    expect(health(state).status).toBe(code);
  });

  test('the limit may be another, and no file is no life', () => {
    const { dir: state, write } = house();
    expect(health(state).status).toBe(1);
    write('heartbeat.json', { at: new Date(Date.now() - 2 * HOUR_MS) });
    expect(health(state, { AUTH_MONITOR_MAX_AGE: '10000' }).status).toBe(0);
  });
});

/** A gateway that anybody may read: the user in the container has neither its name nor its number. */
function openGateway(home: House, profiles: Readonly<Record<string, object>>): void {
  const path = gateway(home, profiles, 'openclaw');
  spawnSync('chmod', ['-R', 'a+rX', path]);
}

describe('as a user without a name or HOME, without /proc, on a read-only root', () => {
  test('it judges, and says no more than it should', (context) => {
    needsConfinement(context);
    const home = house();
    openGateway(home, { 'anthropic:a': token(-HOUR_MS) });
    const args = ['check', '--state-dir', '/tmp/openclaw', '--json'];
    const { code, stdout, stderr } = runConfined(home.dir, args);
    expect(stderr).toBe('');
    expect(code).toBe(1);
    const codes = JSON.parse(stdout) as { findings: { code: string }[] };
    expect(codes.findings.map((found) => found.code)).toContain('profile_expired');
  });

  test('it looks for a gateway, finds none and says where it looked', (context) => {
    needsConfinement(context);
    const home = house();
    mkdirSync(join(home.dir, 'openclaw'));
    const { code, stdout } = runConfined(home.dir, ['check']);
    expect(code).toBe(1);
    expect(stdout).toContain('no OpenClaw gateway found');
  });

  test('a run keeps its state where the image says, and a watch is alive by it', (context) => {
    needsConfinement(context);
    const home = house();
    openGateway(home, { 'anthropic:a': token(90 * DAY_MS) });
    const env = { OPENCLAW_AUTH_MONITOR_STATE: '/tmp/state' };
    const args = ['run', '--probe=off', '--state-dir', '/tmp/openclaw'];
    expect(runConfined(home.dir, args, { env })).toMatchObject({ code: 0 });
    expect(existsSync(join(home.dir, 'state/state.json'))).toBe(true);
    const script = '/tmp/app/health.cjs';
    expect(runConfined(home.dir, [], { env, script }).code).toBe(1);
    const beat = join(home.dir, 'state/heartbeat.json');
    writeFileSync(beat, JSON.stringify({ at: new Date() }));
    chmodSync(beat, 0o644);
    expect(runConfined(home.dir, [], { env, script })).toMatchObject({ code: 0, stderr: '' });
  });

  test('a run without a place for its state is told so, and the verdict stays', (context) => {
    needsConfinement(context);
    const home = house();
    const args = ['run', '--probe=off', '--state-dir', '/tmp/openclaw'];
    openGateway(home, { 'anthropic:a': token(90 * DAY_MS) });
    const ended = runConfined(home.dir, args);
    expect(ended.code).toBe(73);
    expect(ended.stderr).toContain('There is no place for the state');
  });
});

describe('on Android, where `os` throws', () => {
  const nodeOptions = ['--require', join(root, 'test/fixtures/programs/android.cjs')];

  test.each([
    ['with HOME', true],
    ['without HOME', false],
  ])('it judges and tells %s', async (_, hasHome) => {
    const home = await alertHouse();
    const stateDir = home.store({ 'anthropic:a': -HOUR_MS });
    const at = { nodeOptions, env: hasHome ? {} : { HOME: undefined } };
    const moment = ['--now', iso(START)];
    const check = await home.run(['check', '--json', '--state-dir', stateDir, ...moment], at);
    expect(check.stderr).toBe('');
    expect(reportOf(check).findings[0]?.code).toBe('profile_expired');
    const run = await home.run(['run', '--config', home.config, ...moment], at);
    expect(run.code).toBe(1);
    expect(home.told().map(({ type }) => type)).toEqual(['auth.firing']);
    expect(home.mail.messages).toHaveLength(1);
    const watch = home.start(['watch', '--config', home.config, ...moment], at);
    await watch.saw('verdict failing');
    watch.child.kill('SIGTERM');
    expect(await watch.ended).toMatchObject({ code: 0 });
  });
});
