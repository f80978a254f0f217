import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shellCommand, shellWord } from '../../src/core/shell.ts';

describe('a word for the shell', () => {
  test.each([
    ['anthropic:default', 'anthropic:default'],
    ['ann@example.org', 'ann@example.org'],
    ['', "''"],
    ['two words', "'two words'"],
    ["it's", String.raw`'it'\''s'`],
    ['$(id)', "'$(id)'"],
    ['鍵', "'鍵'"],
  ])('%j becomes %s', (word, quoted) => {
    expect(shellWord(word)).toBe(quoted);
  });

  test.each(['a\nb', '\u001b[31m', 'a\u202eb', 'x'.repeat(257)])('%j is never pasted', (word) => {
    expect(shellWord(word)).toBeNull();
  });

  test('reaches a program of a POSIX shell as it was', () => {
    const words = fc.sample(
      fc.string({ unit: fc.constantFrom(...Array.from('ab \'"\\$`!*?~#;&|<>(){}[]=鍵')) }),
      { numRuns: 60, seed: 7 },
    );
    const script = `printf '%s\\n' ${words.map(shellWord).join(' ')}`;
    const printed = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' });
    expect(printed.split('\n').slice(0, -1)).toEqual(words);
  });
});

describe('a command', () => {
  test('leaves options without a value out', () => {
    expect(shellCommand('openclaw x', { agent: null, provider: 'zai' })).toBe(
      'openclaw x --provider zai',
    );
  });

  test('joins a value that looks like an option', () => {
    expect(shellCommand('openclaw x', { agent: '--force' })).toBe('openclaw x --agent=--force');
  });

  test('is not given when one of its values must not be pasted', () => {
    expect(shellCommand('openclaw x', { agent: 'a\u0007b' })).toBeNull();
  });
});
