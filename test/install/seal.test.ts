import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { differences, isPristine, sealed } from '../../src/install/seal.ts';
import { installPhrases } from '../../src/core/phrases/install-phrases.ts';
import { openSite, type Site } from '../../src/install/site.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { saidBy } from '../kit/said.ts';

describe('a sealed file', () => {
  const text = '[Timer]\nOnCalendar=daily\n';

  test('is pristine as it was written', () => {
    expect(isPristine(sealed(text, '#'))).toBe(true);
    expect(isPristine(sealed(text, '//'))).toBe(true);
  });

  test.each([
    ['a line more', sealed(text, '#') + 'Persistent=yes\n'],
    ['a character less', sealed(text, '#').slice(0, -2)],
    ['no seal', text],
    ['nothing in it', ''],
    ['another digest', sealed(text, '#').replace(/sha256:\w/, 'sha256:x')],
  ])('with %s is not', (_, content) => {
    expect(isPristine(content)).toBe(false);
  });

  test("of a script keeps the interpreter's line first, which is sealed with the rest", () => {
    const script = '#!/bin/sh\necho\n';
    const placed = sealed(script, '#');
    expect(placed).toMatch(/^#!\/bin\/sh\n# Written by .*\necho\n$/);
    expect(isPristine(placed)).toBe(true);
    expect(isPristine(placed.replace('/bin/sh', '/bin/ksh'))).toBe(false);
  });

  test('differs by its lines, the seal left out', () => {
    const changed = sealed(text.replace('daily', 'hourly'), '#');
    expect(differences(changed, sealed(text, '#'))).toEqual([
      '- OnCalendar=hourly',
      '+ OnCalendar=daily',
    ]);
  });
});

describe('a site', () => {
  function site(choice: { isDry?: boolean; isForced?: boolean } = {}): {
    site: Site;
    told: string[];
  } {
    const told: string[] = [];
    const write = (line: string): void => void told.push(line.trimEnd());
    const stdout = { isTTY: false, columns: undefined, write };
    return {
      site: openSite(
        { stdout },
        { isDry: false, isForced: false, words: installPhrases, ...choice },
      ),
      told,
    };
  }

  test('writes, leaves alone, updates and removes what is its own', () => {
    const path = join(tempDir(), 'unit.d/file.conf');
    const { site: own, told } = site();
    own.place({ path, text: 'a\n' });
    own.place({ path, text: 'a\n' });
    own.place({ path, text: 'b\n' });
    expect(readFileSync(path, 'utf8')).toBe(sealed('b\n', '#'));
    own.unplace(path);
    own.unplace(path);
    expect(existsSync(path)).toBe(false);
    expect(told).toEqual([
      `wrote ${path}`,
      `unchanged ${path}`,
      `updated ${path}`,
      `removed ${path}`,
    ]);
  });

  test('keeps what a person has changed, unless it is forced', () => {
    const path = join(tempDir(), 'file.conf');
    writeFileSync(path, 'mine\n');
    const { site: own, told } = site();
    own.place({ path, text: 'a\n' });
    own.unplace(path);
    expect(readFileSync(path, 'utf8')).toBe('mine\n');
    expect(told).toContain(`kept ${path}: it was changed by hand`);
    expect(told).toContain('    - mine');
    expect(told).toContain('    + a');
    site({ isForced: true }).site.place({ path, text: 'a\n' });
    expect(readFileSync(path, 'utf8')).toBe(sealed('a\n', '#'));
  });

  test('takes a copy of the file without its seal for the file', () => {
    const path = join(tempDir(), 'file.conf');
    writeFileSync(path, 'a\n');
    const { site: own, told } = site();
    own.place({ path, text: 'a\n' });
    expect(told).toEqual([`unchanged ${path}`]);
  });

  test("adds a line to somebody else's file once, and takes only that away", () => {
    const path = join(tempDir(), 'authorized_keys');
    writeFileSync(path, 'theirs');
    const { site: own } = site();
    own.addLine(path, 'restrict ours');
    own.addLine(path, 'restrict ours');
    expect(readFileSync(path, 'utf8')).toBe('theirs\nrestrict ours\n');
    own.removeLines(path, 'restrict ours');
    expect(readFileSync(path, 'utf8')).toBe('theirs\n');
    writeFileSync(path, '');
    own.addLine(path, 'restrict ours');
    own.removeLines(path, 'restrict ours');
    expect(existsSync(path)).toBe(false);
  });

  test('leaves a config that is there to its owner', () => {
    const path = join(tempDir(), 'config.json5');
    writeFileSync(path, '{}');
    const { site: own } = site({ isForced: true });
    own.place({ path, text: '{ a: 1 }', comment: '//', kind: 'seed' });
    expect(readFileSync(path, 'utf8')).toBe('{}');
  });

  test('dry, says all and does nothing', () => {
    const dir = tempDir();
    const { site: own, told } = site({ isDry: true });
    own.place({ path: join(dir, 'new'), text: 'a\n' });
    own.makeDir(join(dir, 'room'), 0o700);
    own.run('false');
    expect(existsSync(join(dir, 'new')) || existsSync(join(dir, 'room'))).toBe(false);
    expect(told).toEqual([
      `would write ${join(dir, 'new')}`,
      '    a',
      `would make ${join(dir, 'room')}`,
      'would run false',
    ]);
  });

  test('a command that fails is an error that says which and how', () => {
    expect(saidBy(() => site().site.run('ls', '/nowhere'))).toMatch(
      /^ls \/nowhere failed \(2\): .*nowhere/,
    );
  });

  test('a file that cannot be written is an error that names it', () => {
    const path = join(tempDir(), 'file');
    writeFileSync(path, '');
    expect(saidBy(() => site().site.place({ path: join(path, 'below'), text: '' }))).toContain(
      `Cannot write ${join(path, 'below')}: `,
    );
  });
});
