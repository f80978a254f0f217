// No command of the documentation is left out: it is run, or it is said why not and what does its work.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../build/paths.mjs';
import { needsProgram } from '../kit/live-server.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { documented, documentedScripts } from './documented.ts';
import { elsewhere } from './elsewhere.ts';
import { entriesFor, groundOf, type Ground } from './grounds.ts';

test('most are run here', () => {
  const count = (ground: Ground) => documented.filter((one) => groundOf(one) === ground).length;
  expect(count('reader')).toBeGreaterThan(120);
  expect(count('systemd')).toBeGreaterThan(20);
  expect(count('phone')).toBeGreaterThan(5);
  expect(count('elsewhere')).toBeLessThan(documented.length / 5);
});

describe('what is not run', () => {
  test('is shown somewhere', () => {
    const used = new Set(documented.flatMap(entriesFor));
    expect(elsewhere.filter((entry) => !used.has(entry))).toEqual([]);
  });

  test.each(elsewhere)('$command: $coveredBy does it', ({ coveredBy, says, why }) => {
    expect(why).not.toBe('');
    expect(coveredBy).not.toMatch(/^test\/(?:docs|live\/documented)/);
    expect(existsSync(join(root, coveredBy))).toBe(true);
    expect(readFileSync(join(root, coveredBy), 'utf8')).toContain(says);
  });
});

describe('a shell reads it', () => {
  /** All of it as one script, so that one program has one look. */
  const whole = documented.map(({ page, text }) => `# ${page}\n${text}\n`).join('\n');

  test.for([
    ['bash', '-n'],
    ['dash', '-n'],
    ['zsh', '-n'],
    // A home is written as ~ in sentences; nothing is made of the last exit code but what is shown.
    ['shellcheck', '--shell=bash', '--severity=warning'],
  ])('%s', ([program = '', ...args], context) => {
    needsProgram(context, program);
    const file = join(tempDir(), 'documented.sh');
    writeFileSync(file, whole);
    const { status, stdout, stderr } = spawnSync(program, [...args, file], { encoding: 'utf8' });
    expect({ status, said: stderr + stdout }).toEqual({ status: 0, said: '' });
  });
});

test('so it does the programs', () => {
  for (const { text } of documentedScripts) {
    expect(spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' })).toMatchObject({
      stderr: '',
    });
  }
  expect(documentedScripts.length).toBeGreaterThan(0);
});
