// The lock file works for everyone: complete on every platform and bound to no download address.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, Locked>> };

test('no download address is recorded', () => {
  expect(Object.entries(packages).filter(([, entry]) => entry.resolved)).toEqual([]);
});

test('the package of every platform is locked, without which npm 11 refuses to install', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

test('every dependency is pinned exactly, and none is left to install at run time', () => {
  const manifest = read('package.json') as Readonly<
    Record<string, Readonly<Record<string, string>>>
  >;
  expect(manifest).not.toHaveProperty('dependencies');
  for (const version of Object.values(manifest['devDependencies'] ?? {})) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
});
