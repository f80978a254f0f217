import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { WriteError } from '../src/core/errors.ts';
import { replaceFile } from '../src/replace-file.ts';
import { tempDir } from './kit/temp-dir.ts';
import { saidBy } from './kit/said.ts';

const TEXT = `${'ü'.repeat(50_000)}\n`;

test('a file is replaced as a whole, and nothing else is left', () => {
  const dir = tempDir();
  for (const text of ['short\n', TEXT, '']) {
    replaceFile(join(dir, 'a.txt'), text);
    expect(readFileSync(join(dir, 'a.txt'), 'utf8')).toBe(text);
  }
  expect(readdirSync(dir)).toEqual(['a.txt']);
});

test('its permissions stay, unless others are asked for', () => {
  const file = join(tempDir(), 'a.txt');
  writeFileSync(file, '');
  chmodSync(file, 0o640);
  replaceFile(file, 'x');
  expect(statSync(file).mode & 0o777).toBe(0o640);
  replaceFile(file, 'x', 0o644);
  expect(statSync(file).mode & 0o777).toBe(0o644);
});

test('a link stays one, and a link that somebody laid for the half file is not followed', () => {
  const dir = tempDir();
  writeFileSync(join(dir, 'victim'), 'kept');
  writeFileSync(join(dir, 'real.txt'), 'before');
  symlinkSync('real.txt', join(dir, 'link.txt'));
  symlinkSync('victim', join(dir, `.real.txt.${process.pid}.tmp`));
  replaceFile(join(dir, 'link.txt'), 'after');
  expect(readFileSync(join(dir, 'real.txt'), 'utf8')).toBe('after');
  expect(readFileSync(join(dir, 'victim'), 'utf8')).toBe('kept');
  expect(readdirSync(dir).sort()).toEqual(['link.txt', 'real.txt', 'victim']);
});

test('what cannot be written is a WriteError with the path and the system’s code', () => {
  const dir = tempDir();
  mkdirSync(join(dir, 'directory'));
  writeFileSync(join(dir, 'file'), 'kept');
  for (const [path, code] of [
    ['directory', 'EISDIR'],
    ['nowhere/a.txt', 'ENOENT'],
    ['file/a.txt', 'ENOTDIR'],
  ] as const) {
    const write = (): void => replaceFile(join(dir, path), 'x');
    expect(write).toThrow(WriteError);
    expect(saidBy(write)).toContain(`Cannot write ${join(dir, path)}: ${code}`);
  }
  expect(readdirSync(dir).sort()).toEqual(['directory', 'file']);
});
