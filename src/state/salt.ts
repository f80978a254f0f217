// Keeps the salt of this install, behind which a credentialId says nothing about the credential.
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cannotWrite, makePrivateDir, stage, writeAtomically } from './atomic-write.ts';

const LENGTH = 32;

/** The salt of the install; null before the first run, or when it cannot be read. */
export function readSalt(stateDir: string): Buffer | null {
  try {
    const salt = readFileSync(join(stateDir, 'salt'));
    return salt.length === LENGTH ? salt : null;
  } catch {
    return null;
  }
}

/** The salt of the install, made on first use; of several first runs one wins. Throws WriteError. */
export function readOrCreateSalt(stateDir: string): Buffer {
  const known = readSalt(stateDir);
  if (known) return known;
  const salt = randomBytes(LENGTH);
  const path = join(stateDir, 'salt');
  const isFirst = claim(stateDir, path, salt);
  const others = isFirst ? null : readSalt(stateDir);
  if (others) return others;
  if (!isFirst) writeAtomically(path, salt);
  return salt;
}

/** Puts the salt in place only where none is, which a link does in one step. */
function claim(stateDir: string, path: string, salt: Buffer): boolean {
  try {
    makePrivateDir(stateDir);
    const staged = stage(path, salt);
    try {
      linkSync(staged, path);
      return true;
    } catch {
      // Taken, broken, or a file system without links (Android): the caller looks and writes.
      return false;
    } finally {
      rmSync(staged, { force: true });
    }
  } catch (error) {
    throw cannotWrite(path, error);
  }
}
