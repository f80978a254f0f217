// The files for CI services: valid by their own rules, and run with the files that a runner gives.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../build/paths.mjs';
import { parseCommandLine } from '../../src/commands/parse-args.ts';
import { commandTable } from '../../src/commands/table.ts';
import { realWorld } from '../../src/world.ts';
import { CLI, house } from '../kit/built-cli.ts';
import { tempDir } from '../kit/temp-dir.ts';

const SETUP = `sk-ant-oat01-${'Fk3Zt9Qw'.repeat(12)}`;
const text = (path: string) => readFileSync(join(root, path), 'utf8');

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly { readonly env: Record<string, string>; readonly run: string }[];
  };
}

const action = parse(text('action.yml')) as Action;

test('action.yml is a valid action to a validator of its own kind', () => {
  const validator = join(root, 'node_modules/@action-validator/cli/cli.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [validator, 'action.yml'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(`${stdout}${stderr}`).toBe('');
  expect(status).toBe(0);
});

test('every input reaches the script as a variable, never as a part of it', () => {
  const step = action.runs.steps[0];
  const names = Object.keys(action.inputs);
  expect(Object.values(step?.env ?? {})).toEqual(names.map((name) => `\${{ inputs.${name} }}`));
  expect(step?.run).not.toContain('${{');
  const script = text('deploy/ci/github-step.sh');
  for (const name of Object.keys(step?.env ?? {})) expect(script).toContain(name);
});

test('every output of the action is one that `ci` writes', () => {
  expect(Object.keys(action.outputs)).toEqual([
    'status',
    'exit-code',
    'expires-at',
    'days-left',
    'report-path',
  ]);
});

test('every input of `ci` is one of the action', () => {
  const ci = commandTable.find(({ name }) => name === 'ci');
  const own = ci?.options.map(({ name }) => name) ?? [];
  const inputs = Object.keys(action.inputs).filter((name) => name !== 'version');
  for (const name of inputs) expect(own).toContain(name);
});

/** The step as the runner starts it, with the inputs' defaults. */
function step(inputs: Record<string, string>, env: Record<string, string>) {
  const dir = tempDir();
  // The action's own checkout, already built.
  const checkout = join(dir, 'action');
  cpSync(join(root, 'deploy'), join(checkout, 'deploy'), { recursive: true });
  symlinkSync(join(CLI, '..'), join(checkout, 'dist'));
  const files = { GITHUB_OUTPUT: join(dir, 'output'), GITHUB_STEP_SUMMARY: join(dir, 'summary') };
  for (const path of Object.values(files)) writeFileSync(path, '');
  const given = Object.entries(action.inputs).map(([name, input]) => [
    `INPUT_${name.replaceAll('-', '_').toUpperCase()}`,
    inputs[name] ?? input.default ?? '',
  ]);
  const { status, stdout, stderr } = spawnSync('bash', ['-c', action.runs.steps[0]?.run ?? ''], {
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: dir,
      RUNNER_TEMP: dir,
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: checkout,
      ...files,
      ...Object.fromEntries(given),
      ...env,
    },
  });
  return { status, stdout, stderr, outputs: readFileSync(files.GITHUB_OUTPUT, 'utf8') };
}

test('the step of action.yml judges what its inputs name', () => {
  const inputs = { env: '\n  A:anthropic\n\n B ', expires: 'A=2999-01-01', 'fail-on': 'expired' };
  const ended = step(inputs, { A: SETUP, B: 'sk-proj-0000000000000000000000' });
  expect(ended.stderr).toBe('');
  expect(ended.status).toBe(0);
  expect(ended.outputs).toContain('2999-01-01T00:00:00.000Z');
});

test('the step of action.yml says so where Node is too old, and says nothing of credentials', () => {
  const bin = tempDir();
  const old = `#!/bin/sh\ncase $1 in --version) echo v18.20.8 ;; *) exit 1 ;; esac\n`;
  writeFileSync(join(bin, 'node'), old, { mode: 0o755 });
  const ended = step({ env: 'A' }, { A: SETUP, PATH: `${bin}:${process.env['PATH']}` });
  expect(ended).toMatchObject({ status: 70, outputs: '' });
  expect(ended.stdout).toMatch(/^::error title=OpenClaw auth::Node\.js v18\.20\.8 is too old/);
});

test('the step of action.yml fails for what has ended', () => {
  expect(step({ env: 'A', expires: 'A=2020-01-01' }, { A: SETUP }).status).toBe(1);
});

test('an input that holds a command runs none', () => {
  const ended = step({ env: '$(touch pwned)`touch pwned`; touch pwned' }, {});
  expect(ended.status).toBe(64);
  expect(ended.stderr).toContain('--env takes the name of a variable');
});

test('the GitLab job ends with a command that `ci` understands, and 2 does not fail it', () => {
  const { 'openclaw-auth': job } = parse(text('deploy/ci/gitlab.yml')) as Record<
    string,
    { script: string[]; allow_failure: object; artifacts: { reports: Record<string, string> } }
  >;
  expect(job?.allow_failure).toEqual({ exit_codes: [2] });
  const [, ...words] = job?.script.at(-1)?.split(' ') ?? [];
  const { invocation } = parseCommandLine(words, realWorld(), commandTable);
  const written = (invocation.options['write'] as string[]).map((entry) => entry.split('=')[1]);
  expect(written).toEqual(Object.values(job?.artifacts.reports ?? {}));
});

test.each([
  ['fine', '2999-01-01', 0, 'auth: fine'],
  ['expired', '2020-01-01', 1, 'auth: failing'],
])('the recipe for any shell says that a credential is %s', async (_, date, code, words) => {
  const at = house();
  const program = at.write(
    'auth-monitor',
    `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@" --expires A=${date}\n`,
  );
  chmodSync(program, 0o700);
  const { status, stdout } = spawnSync(
    'sh',
    [join(root, 'deploy/ci/any-shell.sh'), 'A:anthropic'],
    {
      cwd: at.dir,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], A: SETUP, AUTH_MONITOR: program },
    },
  );
  expect(status).toBe(code);
  expect(stdout).toContain(words);
});
