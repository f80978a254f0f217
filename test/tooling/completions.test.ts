// The generated completions parse in their shells and offer what fits the place.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest';
import { bashCompletion, fishCompletion, zshCompletion } from '../../build/completions.mjs';
import { ALIASES, PROGRAM, table } from './commands.ts';

let directory: string;
const scripts = {
  bash: bashCompletion(table, PROGRAM, ALIASES),
  zsh: zshCompletion(table, PROGRAM, ALIASES),
  fish: fishCompletion(table, PROGRAM, ALIASES),
};
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'auth-monitor-completions-'));
  for (const [shell, script] of Object.entries(scripts))
    writeFileSync(join(directory, shell), script);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function shell(context: TestContext, command: string, ...args: string[]) {
  const run = spawnSync(command, args, {
    encoding: 'utf8',
    cwd: directory,
    env: { ...process.env, HOME: directory },
  });
  if (run.error) return context.skip(`${command} is not installed`);
  return run;
}

test.for(['bash', 'zsh', 'fish'])('%s can read its script', (name, context) => {
  // Each of the three parses without running under -n.
  expect(shell(context, name, '-n', name)).toMatchObject({ status: 0, stderr: '' });
});

test('shellcheck has nothing to say about the bash script', (context) => {
  expect(shell(context, 'shellcheck', '--shell=bash', 'bash').stdout).toBe('');
});

/** Words typed, the last one unfinished, and what is offered. */
const PLACES: readonly (readonly [words: readonly string[], offered: readonly string[]])[] = [
  [
    ['auth-monitor', ''],
    ['check', 'test', 'outbox'],
  ],
  [['auth-monitor', 'ch'], ['check']],
  [['auth-monitor', '--f'], ['--format']],
  [
    ['auth-monitor', 'check', '--format', ''],
    ['text', 'json'],
  ],
  [['auth-monitor', '-f', 'j'], ['json']],
  [['auth-monitor', '--format', '=', 'j'], ['json']],
  [
    ['auth-monitor', '--probe', '='],
    ['off', 'metadata'],
  ],
  [['auth-monitor', 'check', '--state-dir', ''], []],
  [
    ['auth-monitor', 'test', '-'],
    ['-q', '--quiet'],
  ],
  [['auth-monitor', 'test', ''], []],
  [
    ['auth-monitor', 'outbox', ''],
    ['list', 'drop'],
  ],
  [['auth-monitor', 'outbox', 'dr'], ['drop']],
  [['auth-monitor', 'outbox', 'drop', ''], []],
];

test.each(PLACES)('bash offers at %j: %j', (words, offered) => {
  const script = `source ./bash; COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); COMPREPLY=()
    _openclaw_auth_monitor; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const run = spawnSync('bash', ['-c', script, 'bash', ...words], {
    encoding: 'utf8',
    cwd: directory,
  });
  expect(run.stderr).toBe('');
  expect(run.stdout.split('\n').filter(Boolean)).toEqual(offered);
});

test.for([
  ['auth-monitor --f', '--format'],
  ['auth-monitor check --format ', 'json text'],
  ['openclaw-auth-monitor test --', '--quiet'],
  ['openclaw-auth-monitor --probe=m', '--probe=metadata'],
  ['openclaw-auth-monitor outbox dr', 'drop'],
] as const)('fish offers at "%s": %s', ([line, offered], context) => {
  const run = shell(context, 'fish', '-c', `source fish; complete -C '${line}'`);
  const words = run.stdout.split('\n').map((row) => row.split('\t')[0]);
  expect(words.join(' ').trim()).toBe(offered);
});
