import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, type TestContext } from 'vitest';
import { root } from '../../build/paths.mjs';

const DIR = join(root, 'scripts/termux');
const SHELL_SCRIPTS = readdirSync(DIR).filter((name) => name.endsWith('.sh'));
const ON_THE_PHONE = SHELL_SCRIPTS.filter((name) => name !== 'report-only.sh');

/** Runs a tool over a file; skips the test, saying so, where it is not installed. */
function clean(context: TestContext, tool: string, ...args: readonly string[]): void {
  const { error, status, stdout, stderr } = spawnSync(tool, args, { cwd: root, encoding: 'utf8' });
  if (error !== undefined) return context.skip(`${tool} is not installed`);
  expect(stdout + stderr).toBe('');
  expect(status).toBe(0);
}

describe.each(SHELL_SCRIPTS)('%s', (name) => {
  const path = join(DIR, name);
  const text = readFileSync(path, 'utf8');

  test('passes shellcheck', (context) => clean(context, 'shellcheck', '-x', '-s', 'sh', path));

  for (const shell of ['dash', 'mksh', 'bash']) {
    test(`is understood by ${shell}`, (context) => clean(context, shell, '-n', path));
  }

  test('may be run, and says at the top what it is for', () => {
    expect(statSync(path).mode & 0o111).toBe(0o111);
    expect(text.split('\n')[1]).toMatch(/^# [A-Z].+\.|usage: /);
  });
});

describe.each(ON_THE_PHONE)('%s on a phone', (name) => {
  const text = readFileSync(join(DIR, name), 'utf8');

  test('has the interpreter that Android starts', () => {
    expect(text.split('\n')[0]).toBe('#!/data/data/com.termux/files/usr/bin/sh');
  });

  test('names no place that a phone does not have', () => {
    expect(text.match(/(?:^|[^a-z])\/(?:usr|tmp|bin|etc)\//gm)).toBeNull();
  });
});

test('the report is read without what a terminal would obey', () => {
  const findings = [
    { severity: 'info', remedy: ['nothing'] },
    {
      severity: 'warn',
      provider: 'a\nb',
      title: 'x\u001B[2Jy\u202E',
      remedy: ['# note', 'do\nit'],
    },
  ];
  const read = (report: object): string =>
    execFileSync(process.execPath, [join(DIR, 'worst.cjs')], {
      input: JSON.stringify(report),
      encoding: 'utf8',
    });
  expect(read({ findings })).toBe('ab\nx[2Jy\n# note\ndoit\n');
  expect(() => read({ findings: [] })).toThrow('Command failed');
});
