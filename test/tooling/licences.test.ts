// No package gets into the bundle without a licence that allows it and the text it asks for.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { thirdPartyLicences } from '../../build/licences.mjs';

let modules: string;
beforeAll(() => {
  modules = join(mkdtempSync(join(tmpdir(), 'auth-monitor-licences-')), 'node_modules');
});
afterAll(() => rmSync(join(modules, '..'), { recursive: true, force: true }));

/** Makes a package and returns the id of one of its modules. */
function packageOf(
  name: string,
  license: string | undefined,
  files: Record<string, string>,
): string {
  const directory = join(modules, name);
  mkdirSync(join(directory, 'lib'), { recursive: true });
  writeFileSync(
    join(directory, 'package.json'),
    JSON.stringify({ name, version: '1.0.0', license }),
  );
  for (const [file, text] of Object.entries(files)) writeFileSync(join(directory, file), text);
  return join(directory, 'lib', 'index.js');
}

test('every bundled package is named once with version, licence and all its texts', () => {
  const plain = packageOf('plain', 'MIT', { 'LICENSE.md': 'the MIT text' });
  const scoped = packageOf('@scope/two', 'Apache-2.0', { LICENSE: 'first', NOTICE: 'second' });
  const text = thirdPartyLicences([
    plain,
    plain,
    scoped,
    '/repo/src/main.ts',
    '\0rolldown/runtime.js',
  ]);
  expect(text.split('plain 1.0.0 (MIT)')).toHaveLength(2);
  expect(text).toContain('@scope/two 1.0.0 (Apache-2.0)');
  for (const part of ['the MIT text', 'first', 'second']) expect(text).toContain(part);
  expect(text).not.toContain('llhttp');
});

test('what undici carries inside is named with it', () => {
  const id = packageOf('undici', 'MIT', { LICENSE: 'the text' });
  expect(thirdPartyLicences([id])).toContain('llhttp, part of undici (MIT)');
});

test.each([
  ['copyleft', 'GPL-3.0', { LICENSE: 'text' }, 'copyleft@1.0.0: its licence (GPL-3.0)'],
  ['unnamed', undefined, { LICENSE: 'text' }, 'unnamed@1.0.0: its licence (none named)'],
  ['textless', 'MIT', {}, 'textless@1.0.0: the package carries no licence text'],
])('the build refuses the package %s', (name, licence, files, message) => {
  const id = packageOf(name, licence, files);
  expect(() => thirdPartyLicences([id])).toThrow(message);
});
