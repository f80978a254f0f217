import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WriteError } from '../../src/core/errors.ts';
import { base32Hash } from '../../src/state/hash.ts';
import { readOrCreateSalt, readSalt } from '../../src/state/salt.ts';
import { tempDir } from '../kit/temp-dir.ts';

describe('the salt', () => {
  it('is made once, private, and stays', () => {
    const dir = join(tempDir(), 'state');
    expect(readSalt(dir)).toBeNull();
    const salt = readOrCreateSalt(dir);
    expect(salt).toHaveLength(32);
    expect(readOrCreateSalt(dir)).toEqual(salt);
    expect(readSalt(dir)).toEqual(salt);
    expect(statSync(join(dir, 'salt')).mode & 0o777).toBe(0o600);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    expect(readdirSync(dir)).toEqual(['salt']);
    expect(readOrCreateSalt(tempDir())).not.toEqual(salt);
  });

  it('that a crash cut short is made anew', () => {
    const dir = tempDir();
    writeFileSync(join(dir, 'salt'), 'short');
    expect(readSalt(dir)).toBeNull();
    const salt = readOrCreateSalt(dir);
    expect(readSalt(dir)).toEqual(salt);
  });

  it('where nothing can be written is a WriteError', () => {
    const file = join(tempDir(), 'file');
    writeFileSync(file, '');
    expect(() => readOrCreateSalt(file)).toThrow(WriteError);
    expect(readSalt(file)).toBeNull();
  });
});

describe('the hash', () => {
  it('is SHA-256 in base32', () => {
    // RFC 4648 base32 of the digest, checked with coreutils: printf abc | sha256sum | xxd -r -p | base32
    expect(base32Hash('abc')).toBe('xj4bnp4pahh6uqkbidpf3lrceoyagyndsylxvhfucd7wd4qacwwq');
  });
});
