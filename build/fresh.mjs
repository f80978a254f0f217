// Decides whether dist/ still is what the sources would build, and builds it when it is not.
// @ts-check
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { dist, root } from './paths.mjs';

const SOURCES = ['src', 'build', 'package.json', 'package-lock.json'];

/**
 * Builds unless `dist` is newer than every source. A failed build removes `dist`, so that no test
 * judges a program that is not the one in the sources, and throws.
 */
export async function ensureBuilt() {
  const builtAt = statSync(join(dist, 'cli.cjs'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SOURCES.every((path) => changedAt(join(root, path)) < builtAt)) return;
  try {
    await build();
  } catch (error) {
    rmSync(dist, { recursive: true, force: true });
    throw error;
  }
}

/**
 * The newest change below a path; a directory's own time tells of removed files.
 * @param {string} path
 * @returns {number}
 */
function changedAt(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}
