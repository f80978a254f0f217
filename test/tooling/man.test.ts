// The generated man page says what the table says, and the usual readers have nothing to complain about.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, expect, test, type TestContext } from 'vitest';
import { manPage } from '../../build/man.mjs';
import { ALIASES, PROGRAM, table } from './commands.ts';

const page = manPage(table, {
  program: PROGRAM,
  aliases: ALIASES,
  version: '1.2.3',
  description: 'Tells when a credential dies: every agent.',
});

function reader(context: TestContext, command: string, ...args: string[]) {
  const directory = mkdtempSync(join(tmpdir(), 'auth-monitor-man-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const file = join(directory, `${PROGRAM}.1`);
  writeFileSync(file, page);
  const run = spawnSync(command, [...args, file], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8', MANWIDTH: '200', PAGER: 'cat' },
  });
  if (run.error) return context.skip(`${command} is not installed`);
  return run;
}

test('man finds nothing to warn about and shows every option and its text', (context) => {
  const run = reader(context, 'man', '--warnings', '-l');
  expect(run.stderr).toBe('');
  const text = run.stdout.replace(/\s+/g, ' ');
  for (const words of [
    'openclaw-auth-monitor, auth-monitor - Tells when a credential dies',
    '.starts like a request and has `ticks`, "quotes", $HOME, \\e and [brackets]: all of it',
    "--state-dir DIR an agent's directory May be given more than once.",
    '-f, --format NAME how One of: text, json.',
    '--probe[=LEVEL]',
    '.and a second line – with a dash',
    'Shared options: --quiet.',
    "auth-monitor check --state-dir '~/a b'",
    'test [CHANNEL...]',
    'Exit status: 0, 75',
  ]) {
    expect(text).toContain(words);
  }
});

test('mandoc finds no fault besides the date that the page does not carry', (context) => {
  const run = reader(context, 'mandoc', '-T', 'lint', '-W', 'warning');
  const faults = run.stdout.split('\n').filter((line) => line && !line.includes('missing date'));
  expect(faults).toEqual([]);
});

test('an option that two commands share is described once', () => {
  expect(page.split('don\\(aqt say more').length - 1).toBe(1);
});
