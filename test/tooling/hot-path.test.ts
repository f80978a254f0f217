// A package that every check would load is found, with the imports that lead to it.
import { expect, test } from 'vitest';
import { packageChains, staticClosure } from '../../build/hot-path.mjs';
import { root } from '../../build/paths.mjs';

const main = `${root}/src/main.ts`;
const check = `${root}/src/commands/check.ts`;
const table = `${root}/src/commands/table.ts`;
const zod = `${root}/node_modules/zod/index.js`;
const zodCore = `${root}/node_modules/zod/v4/core.js`;

function chainsOf(imports: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const edgesOf = (id: string) => ({ importedIds: imports[id] ?? [] });
  return packageChains(staticClosure([main, check], edgesOf));
}

test('own modules and node: modules may be on the hot path', () => {
  expect(chainsOf({ [main]: [table, 'node:fs'], [table]: [main] })).toEqual([]);
});

test('the chain to a package is named once, not for each of its own modules', () => {
  expect(chainsOf({ [main]: [table], [table]: [zod], [zod]: [zodCore] })).toEqual([
    'src/main.ts > src/commands/table.ts > node_modules/zod/index.js',
  ]);
});

test('a package left outside the bundle is found as well', () => {
  expect(chainsOf({ [check]: ['zod'] })).toEqual(['src/commands/check.ts > zod']);
});
