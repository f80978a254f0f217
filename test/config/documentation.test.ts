import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configJsonSchema } from '../../src/config/json-schema.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { SEVERITY_KEYS } from '../../src/config/severity-table.ts';
import { notifierSchemas, notifierTypes } from '../../src/notifiers/index.ts';
import { directoryWith, worldWith } from './kit.ts';

const schemas = await notifierSchemas(notifierTypes);

const pages = [
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name)),
  'README.md',
]
  .filter((path) => path.endsWith('.md') && existsSync(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const blocks = pages.flatMap(({ path, text }) =>
  [...text.matchAll(/^```json5\n(.*?)^```/gms)].map(({ 1: block = '', index }) => ({
    place: `${path}:${text.slice(0, index).split('\n').length}`,
    block,
  })),
);

test.each(blocks)('the config at $place is valid', async ({ block }) => {
  const file = join(directoryWith({ 'config.json5': block }), 'config.json5');
  const { warnings } = await loadConfig(worldWith({ home: '/home/ops' }), file, notifierSchemas);
  expect(warnings).toEqual([]);
});

test('every key that the config takes is documented', () => {
  // `smtp.host` in a table documents both words.
  const documented = new Set(
    pages.flatMap(({ text }) =>
      [...text.matchAll(/`([\w$.<>-]+)`/g)].flatMap(({ 1: word = '' }) => [
        word,
        ...word.split('.'),
      ]),
    ),
  );
  const own = new Set([...SEVERITY_KEYS, 'env', 'file', 'credential', '$schema']);
  const missing = keysOf(configJsonSchema(schemas)).filter(
    (key) => !own.has(key) && !documented.has(key),
  );
  expect(missing).toEqual([]);
});

function keysOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const keys = 'properties' in node ? Object.keys(node.properties as object) : [];
  return [...new Set([...keys, ...Object.values(node).flatMap(keysOf)])];
}
